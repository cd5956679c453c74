import { Button } from "@mantine/core";
import { type ScoreAct, ScoreList } from "#client/features/measures/ScoreList.tsx";
import { rangeWords } from "#client/features/measures/score-choices.ts";
import { Panel } from "#client/ui/Panel.tsx";
import type { MeasuresView, MeasureView, ScoreView } from "#core/contracts/measure.ts";
import classes from "./measures-tab.module.css";

interface MeasurePanelProps {
  readonly view: MeasuresView;
  readonly measure: MeasureView;
  readonly label: string;
  readonly closed: boolean;
  readonly held: readonly ScoreView[];
  readonly onReadHeld: () => void;
  readonly onAct: (act: ScoreAct, score: ScoreView) => void;
}

export function MeasurePanel({ view, measure, closed, held, onReadHeld, onAct }: MeasurePanelProps) {
  const scores = view.scores.filter((score) => score.measure === measure.id);
  return (
    <Panel title={measure.name} aside={rangeWords(measure)}>
      {held.length > 0 ? (
        <p className={classes.held}>
          One answer is to be read alone before this score is shown.
          <Button size="compact-sm" variant="default" onClick={onReadHeld}>
            Read it now
          </Button>
        </p>
      ) : (
        <ScoreList name={measure.name} scores={scores} today={view.today} closed={closed} wordsOf={() => ""} onAct={onAct} />
      )}
    </Panel>
  );
}
