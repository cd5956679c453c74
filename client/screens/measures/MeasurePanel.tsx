import { Button } from "@mantine/core";
import type { ScoreAct } from "#client/features/measures/ScoreList.tsx";
import { rangeWords } from "#client/features/measures/score-choices.ts";
import { shortDay } from "#client/format.ts";
import type { HeldScoreView, MeasuresView, MeasureView } from "#core/contracts/measure.ts";
import { lineKey } from "#core/readings/score-line.ts";
import type { ScoreReading } from "#core/readings/score-reading.ts";
import classes from "./measures-tab.module.css";
import { ScoreLineSection } from "./ScoreLineSection.tsx";

export interface MeasurePanelProps {
  readonly view: MeasuresView;
  readonly measure: MeasureView;
  /** The lines of this measure, each by one person about one and the same. */
  readonly readings: readonly ScoreReading[];
  /** Scores of this measure with an answer to be read alone first. */
  readonly held: readonly HeldScoreView[];
  readonly label: string;
  readonly closed: boolean;
  readonly onReadHeld: (scoreId: string) => void;
  readonly onAct: (act: ScoreAct, scoreId: string) => void;
}

/**
 * One measure: its lines under each other, never joined. A line with an answer to be read alone first is not shown: without that score its
 * sentences would say something else.
 */
export function MeasurePanel({ view, measure, readings, held, label, closed, onReadHeld, onAct }: MeasurePanelProps) {
  const waiting = new Set(held.map(lineKey));
  return (
    <section className={classes.measure} aria-label={measure.name}>
      <div className={classes.name}>
        <h2>
          <bdi>{measure.name}</bdi>
        </h2>
        <p className="dim">{rangeWords(measure)}</p>
      </div>
      {held.map((score) => (
        <HeldLine
          key={score.id}
          name={`${measure.name} of ${shortDay(score.day, view.today)}`}
          hides={readings.some(({ key }) => key === lineKey(score)) ? "this score and its line are" : "this score is"}
          closed={closed}
          onRead={() => onReadHeld(score.id)}
          onAct={(act) => onAct(act, score.id)}
        />
      ))}
      {readings
        .filter(({ key }) => !waiting.has(key))
        .map((reading) => (
          <ScoreLineSection key={reading.key} view={view} reading={reading} label={label} closed={closed} onAct={onAct} />
        ))}
    </section>
  );
}

interface HeldLineProps {
  readonly name: string;
  readonly hides: string;
  readonly closed: boolean;
  readonly onRead: () => void;
  readonly onAct: (act: ScoreAct) => void;
}

/** In the place of a score. Mistyped or of the wrong couple, it can be put right without its prompt. */
function HeldLine({ name, hides, closed, onRead, onAct }: HeldLineProps) {
  return (
    <div className={classes.held}>
      <p>
        {name}: one answer is to be read alone before {hides} shown.
      </p>
      <Button size="compact-sm" variant="default" aria-label={`Read it now: ${name}`} onClick={onRead}>
        Read it now
      </Button>
      {closed ? null : (
        <span>
          <Button size="compact-sm" variant="subtle" aria-label={`Correct ${name}`} onClick={() => onAct("correct")}>
            Correct
          </Button>
          <Button size="compact-sm" variant="subtle" aria-label={`Void ${name}`} onClick={() => onAct("void")}>
            Void
          </Button>
        </span>
      )}
    </div>
  );
}
