import { Button } from "@mantine/core";
import type { ScoreAct } from "#client/features/measures/ScoreList.tsx";
import { lineKey } from "#client/features/measures/safety-answered.ts";
import { rangeWords } from "#client/features/measures/score-choices.ts";
import type { MeasuresView, ScoreView } from "#core/contracts/measure.ts";
import type { ScoreReading } from "#core/readings/score-reading.ts";
import classes from "./measures-tab.module.css";
import { ScoreLineSection } from "./ScoreLineSection.tsx";

interface MeasurePanelProps {
  readonly view: MeasuresView;
  /** The lines of one measure, each by one person about one and the same; at least one. */
  readonly readings: readonly [ScoreReading, ...ScoreReading[]];
  readonly label: string;
  readonly closed: boolean;
  readonly held: readonly ScoreView[];
  readonly onReadHeld: () => void;
  readonly onAct: (act: ScoreAct, scoreId: string) => void;
}

/** One measure: its lines under each other, never joined. A line with an answer to be read alone first is not shown. */
export function MeasurePanel({ view, readings, label, closed, held, onReadHeld, onAct }: MeasurePanelProps) {
  const [{ measure }] = readings;
  return (
    <section className={classes.measure} aria-label={measure.name}>
      <div className={classes.name}>
        <h2>
          <bdi>{measure.name}</bdi>
        </h2>
        <p className="dim">{rangeWords(measure)}</p>
      </div>
      {readings.map((reading) =>
        held.some((score) => lineKey(score) === reading.key) ? (
          <p key={reading.key} className={classes.held}>
            One answer is to be read alone before this score is shown.
            <Button size="compact-sm" variant="default" onClick={onReadHeld}>
              Read it now
            </Button>
          </p>
        ) : (
          <ScoreLineSection key={reading.key} view={view} reading={reading} label={label} closed={closed} onAct={onAct} />
        ),
      )}
    </section>
  );
}
