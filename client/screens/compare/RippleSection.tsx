import { NativeSelect } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { drawRipple } from "#client/charts/timeline/reading-panels.ts";
import { sentenceCase } from "#client/format.ts";
import { Panel } from "#client/ui/Panel.tsx";
import shared from "#client/ui/sentence.module.css";
import type { TimelineView } from "#core/contracts/timeline.ts";
import { readRipple } from "#core/readings/ripple-reading.ts";
import { type RippleSeries, rippleSeries } from "#core/readings/ripple-series.ts";
import { factsWords } from "#core/sentences/ripple-words.ts";
import { RATER_WORDS } from "#core/vocabulary/track.ts";
import classes from "./compare.module.css";
import { ReadingFigure, Sentences } from "./ReadingFigure.tsx";

interface RippleSectionProps {
  readonly view: TimelineView;
  readonly label: string;
  readonly hasOpenConcern: boolean;
}

/** When one part of the system changes: two series on one axis, and what may be said of one after the other. */
export function RippleSection({ view, label, hasOpenConcern }: RippleSectionProps) {
  const offered = useMemo(() => rippleSeries(view), [view]);
  const [chosen, setChosen] = useState<{ readonly first: string | null; readonly second: string | null }>({ first: null, second: null });
  const first = offered.find((each) => each.key === chosen.first) ?? offered[0];
  // By default what another person rated: two series by one rater are shown, and nothing is made of them.
  const second = offered.find((each) => each.key === chosen.second) ?? offered.findLast((each) => each.rater !== first?.rater) ?? offered.at(-1);
  const reading = useMemo(
    () => (first && second ? readRipple({ view, first: first.key, second: second.key, hasOpenConcern }) : null),
    [view, first, second, hasOpenConcern],
  );
  const drawn = useMemo(() => reading && drawRipple(reading), [reading]);
  const looks = useLooks(reading && reading.standing === "tested" ? `${reading.first.key} ${reading.second.key}` : null);
  return (
    <Panel title="When one part changes">
      <p className={classes.lead}>
        Two series of this case on one axis of days. Choose the pair beforehand, for a reason of yours; the order is looked at one session apart, and
        never searched for.
      </p>
      {!first || !second ? (
        <p className={shared.sentence}>Nothing is rated yet. From the first ratings on, two series can be laid side by side here.</p>
      ) : (
        <div className={classes.choices}>
          <NativeSelect
            className={classes.choice ?? ""}
            label="First"
            value={first.key}
            onChange={(event) => setChosen({ first: event.currentTarget.value, second: second.key })}
          >
            <SeriesOptions offered={offered} />
          </NativeSelect>
          <NativeSelect
            className={classes.choice ?? ""}
            label="Second"
            value={second.key}
            onChange={(event) => setChosen({ first: first.key, second: event.currentTarget.value })}
          >
            <SeriesOptions offered={offered} />
          </NativeSelect>
        </div>
      )}
      {reading && drawn ? (
        <ReadingFigure
          caseId={view.caseId}
          today={view.today}
          chart="ripple"
          name={`${reading.first.name} and ${reading.second.name}: ${label}`}
          facts={factsWords(reading)}
          file={`side-by-side-${label}`}
          drawn={drawn}
          sentences={reading.sentences}
        />
      ) : reading ? (
        <Sentences sentences={reading.sentences} />
      ) : null}
      {looks < 2 ? null : (
        <p className={shared.sentence} data-aside>
          {looks} pairs of this case tested since this page was opened: with each more, one that seems to follow is likelier to be chance.
        </p>
      )}
    </Panel>
  );
}

/** How many different pairs were tested here: searching is what makes a chance finding. Either order is the same pair. */
function useLooks(pair: string | null): number {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const named = pair?.split(" ").sort().join(" ");
  useEffect(() => {
    if (named !== undefined) setSeen((before) => (before.has(named) ? before : new Set([...before, named])));
  }, [named]);
  return seen.size;
}

const GROUPS = [
  ["active", "Active partner"],
  ["between", "Between them"],
  ["observing", "Observing partner"],
  ["own", "Own tracks"],
] as const satisfies readonly (readonly [RippleSeries["of"], string])[];

function SeriesOptions({ offered }: { readonly offered: readonly RippleSeries[] }) {
  return GROUPS.map(([of, words]) => {
    const group = offered.filter((each) => each.of === of);
    return group.length === 0 ? null : (
      <optgroup key={of} label={words}>
        {group.map((each) => (
          <option key={each.key} value={each.key}>
            {sentenceCase(each.name)}, {RATER_WORDS[each.rater]} ({each.rated})
          </option>
        ))}
      </optgroup>
    );
  });
}
