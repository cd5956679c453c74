import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { drawFocus } from "#client/charts/timeline/reading-panels.ts";
import { FocusDialog } from "#client/features/focus/FocusDialog.tsx";
import classes from "#client/features/focus/focus.module.css";
import { focusWords } from "#client/features/focus/focus-words.ts";
import { count, shortDay } from "#client/format.ts";
import { ReadingFigure, Sentences } from "#client/screens/compare/ReadingFigure.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import type { TimelineView } from "#core/contracts/timeline.ts";
import { type FocusReading, readFocus } from "#core/readings/focus-reading.ts";
import { seriesKey } from "#core/rules/series-key.ts";
import { FOCUS_PROMISE } from "#core/sentences/focus-words.ts";
import { RATER_WORDS } from "#core/vocabulary/track.ts";

interface WatchedOnProps {
  readonly view: TimelineView;
  readonly label: string;
  readonly closed: boolean;
}

/** The at most two tracks on which verdict words are spoken: each with its chart, its sentences, and since when it is watched. */
export function WatchedOn({ view, label, closed }: WatchedOnProps) {
  const [choosing, setChoosing] = useState(false);
  const readings = useMemo(() => readFocus(view), [view]);
  const current = view.focus.filter((each) => each.droppedOn === null);
  return (
    <Panel
      title="Watched on"
      aside={
        closed ? undefined : (
          <button type="button" className={classes.link} onClick={() => setChoosing(true)}>
            {current.length === 0 ? "Choose" : "Change"}
          </button>
        )
      }
    >
      {current.length === 0 ? (
        <>
          <p className={classes.sentence}>
            Nothing is watched yet. Choose at most two tracks, best before their numbers are in: only on these does Open Chair say rising, falling or
            unusual. All the others show their points, their counts and their last values.
          </p>
          {closed ? null : (
            <Button variant="default" size="compact-sm" onClick={() => setChoosing(true)}>
              Choose what to watch
            </Button>
          )}
        </>
      ) : null}
      {readings.map((reading) => (
        <FocusItem key={seriesKey(reading)} reading={reading} view={view} label={label} />
      ))}
      {readings.length === 0 ? null : <p className={classes.promise}>{FOCUS_PROMISE}</p>}
      {choosing ? <FocusDialog caseId={view.caseId} tracks={view.tracks} focus={current} onClose={() => setChoosing(false)} /> : null}
    </Panel>
  );
}

interface FocusItemProps {
  readonly reading: FocusReading;
  readonly view: TimelineView;
  readonly label: string;
}

function FocusItem({ reading, view, label }: FocusItemProps) {
  const drawn = useMemo(() => drawFocus(reading), [reading]);
  const words = focusWords(reading, view.tracks);
  const since = `watched since ${shortDay(reading.chosenOn, view.today)}`;
  if (drawn === null) {
    return (
      <div className={classes.item}>
        <p className={classes.name}>{words}</p>
        <p className={classes.since}>{since}</p>
        <Sentences sentences={reading.sentences} />
      </div>
    );
  }
  const range = `${reading.lowest}–${reading.highest}`;
  return (
    <div className={classes.item}>
      <ReadingFigure
        caseId={view.caseId}
        today={view.today}
        chart="focus"
        name={`${words}: ${label}`}
        facts={[range, `${count(reading.points.length, "rating")}, ${RATER_WORDS[reading.rater]}`, since].join(" · ")}
        file={`watched-${label}-${reading.name}`}
        drawn={drawn}
        sentences={reading.sentences}
      />
    </div>
  );
}
