import { Button, NativeSelect } from "@mantine/core";
import { useMemo, useState } from "react";
import { drawBeforeAfter } from "#client/charts/timeline/reading-panels.ts";
import { focusWords } from "#client/features/focus/focus-words.ts";
import { MarkDayDialog } from "#client/features/marked-days/MarkDayDialog.tsx";
import { useUnmarkDay } from "#client/features/marked-days/use-marks.ts";
import { count, shortDay } from "#client/format.ts";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import shared from "#client/ui/sentence.module.css";
import type { TimelineView } from "#core/contracts/timeline.ts";
import { readBeforeAfter } from "#core/readings/before-after.ts";
import { markableDays } from "#core/readings/before-after-days.ts";
import { datedSeries } from "#core/readings/series.ts";
import { type RatedTrack, seriesKey } from "#core/rules/series-key.ts";
import { LINE_RATERS, RATER_WORDS } from "#core/vocabulary/track.ts";
import classes from "./compare.module.css";
import { ReadingFigure, Sentences } from "./ReadingFigure.tsx";

interface SectionProps {
  readonly view: TimelineView;
  readonly label: string;
  /** The day the case was opened. */
  readonly openedOn: string;
}

/** What lies before a marked day and what from it on: pairs of ratings, and where the earlier ones were heading anyway. */
export function BeforeAfterSection({ view, label, openedOn }: SectionProps) {
  const [marking, setMarking] = useState(false);
  const [markId, setMarkId] = useState<string | null>(null);
  const offered = useMemo(() => ratedSeries(view), [view]);
  const [chosen, setChosen] = useState<string | null>(null);
  const { unmark, isPending } = useUnmarkDay(view.caseId);
  const mark = view.markedDays.find((each) => each.id === markId) ?? view.markedDays.at(-1) ?? null;
  const series = offered.find((each) => seriesKey(each) === chosen) ?? offered[0] ?? null;
  const reading = useMemo(() => (mark && series ? readBeforeAfter({ view, ...series, day: mark.day }) : null), [view, mark, series]);
  const drawn = reading && mark ? drawBeforeAfter(reading, mark.wording) : null;
  return (
    <Panel
      title="Before and after"
      aside={
        <button type="button" className={classes.link} onClick={() => setMarking(true)}>
          Mark a day
        </button>
      }
    >
      {mark === null ? (
        <EmptyState title="No day is marked" actions={<Button onClick={() => setMarking(true)}>Mark a day</Button>}>
          Mark a day on which something happened: a shift, a change of role, any day. From three ratings on each side on, the later ones are compared
          with the earlier ones, pair by pair.
        </EmptyState>
      ) : (
        <div className={classes.choices}>
          <NativeSelect className={classes.choice ?? ""} label="Day" value={mark.id} onChange={(event) => setMarkId(event.currentTarget.value)}>
            {view.markedDays.map((each) => (
              <option key={each.id} value={each.id}>
                {shortDay(each.day, view.today)}: {each.wording}
              </option>
            ))}
          </NativeSelect>
          {series === null ? null : (
            <NativeSelect
              className={classes.choice ?? ""}
              label="Track"
              value={seriesKey(series)}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {offered.map((each) => (
                <option key={seriesKey(each)} value={seriesKey(each)}>
                  {focusWords(each, view.tracks)}
                </option>
              ))}
            </NativeSelect>
          )}
          <Button variant="default" loading={isPending} onClick={() => unmark(mark)}>
            Take the mark off
          </Button>
        </div>
      )}
      {mark !== null && series === null ? <p className={shared.sentence}>No track is rated yet: there is nothing to compare.</p> : null}
      {reading && drawn && mark ? (
        <ReadingFigure
          caseId={view.caseId}
          today={view.today}
          chart="before-after"
          name={`Before and after ${mark.wording}: ${label}`}
          facts={[
            `${reading.lowest}–${reading.highest}`,
            `${count(reading.before.points.length, "rating")} before, ${reading.after.points.length} from ${shortDay(mark.day, view.today)} on`,
            RATER_WORDS[reading.rater],
          ].join(" · ")}
          file={`before-after-${label}-${reading.name}`}
          drawn={drawn}
          sentences={reading.sentences}
        />
      ) : reading ? (
        <Sentences sentences={reading.sentences} />
      ) : null}
      {marking ? (
        <MarkDayDialog
          caseId={view.caseId}
          today={view.today}
          openedOn={openedOn}
          offered={markableDays(view)}
          onMarked={setMarkId}
          onClose={() => setMarking(false)}
        />
      ) : null}
    </Panel>
  );
}

/** The series with any rating, those the case is watched on first. */
function ratedSeries(view: TimelineView): RatedTrack[] {
  const watched = view.focus.filter((each) => each.droppedOn === null).map(({ track, rater }) => ({ track, rater }));
  const all = view.tracks.flatMap(({ track }) => LINE_RATERS.map((rater) => ({ track, rater })));
  const keys = new Map([...watched, ...all].map((each) => [seriesKey(each), each]));
  return [...keys.values()].filter((each) => (datedSeries(view, each)?.points.length ?? 0) > 0);
}
