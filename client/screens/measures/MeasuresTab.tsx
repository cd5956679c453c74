import { Button } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { sentenceFor } from "#client/api/refusals.ts";
import { useCaseHere } from "#client/features/cases/use-case.ts";
import { CorrectScoreDialog } from "#client/features/measures/CorrectScoreDialog.tsx";
import { RecordScoreDialog } from "#client/features/measures/RecordScoreDialog.tsx";
import type { ScoreAct } from "#client/features/measures/ScoreList.tsx";
import { ScoreVersionsDialog } from "#client/features/measures/ScoreVersionsDialog.tsx";
import { useMeasuresHere } from "#client/features/measures/use-measures.ts";
import { VoidScoreDialog } from "#client/features/measures/VoidScoreDialog.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { KeyHint } from "#client/ui/KeyHint.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import { useHotkey, useSingleKeys } from "#client/ui/use-hotkey.ts";
import type { CaseView } from "#core/contracts/case.ts";
import type { MeasuresView } from "#core/contracts/measure.ts";
import { scoreReadings } from "#core/readings/score-reading.ts";
import { MeasurePanel, type MeasurePanelProps } from "./MeasurePanel.tsx";
import classes from "./measures-tab.module.css";
import { SafetyGate } from "./SafetyGate.tsx";
import { VoidedScores } from "./VoidedScores.tsx";

/** Published instruments and the practice's own: each score with its line, and what may be said of it. */
export function MeasuresTab() {
  const measures = useMeasuresHere();
  const coupleCase = useCaseHere();
  const failed = [measures, coupleCase].find((query) => query.isError);
  if (failed) return <ErrorState title="The scores could not be read" sentence={sentenceFor(failed.error)} onRetry={() => void failed.refetch()} />;
  if (!measures.data || !coupleCase.data) return <LoadingState label="Reading the scores" heights={[40, 420]} />;
  return <MeasuresOf key={measures.data.caseId} view={measures.data} coupleCase={coupleCase.data} />;
}

/** What is being done with one score. */
interface Doing {
  readonly act: ScoreAct;
  readonly scoreId: string;
}

function MeasuresOf({ view, coupleCase }: { readonly view: MeasuresView; readonly coupleCase: CaseView }) {
  const navigate = useNavigate();
  const singleKeys = useSingleKeys();
  const { record } = useSearch({ strict: false });
  const [doing, setDoing] = useState<Doing | null>(null);
  // The one that was asked for comes first, then in order of day.
  const [asked, setAsked] = useState("");
  const held = [...view.held].sort((a, b) => Number(b.id === asked) - Number(a.id === asked));
  const heldKey = view.held.map(({ id, version }) => `${id} ${version}`).join();
  const [putOff, setPutOff] = useState("");
  const closed = coupleCase.status === "closed";
  const recording = record === "score" && !closed;
  // In the address, so that a lock and a reload come back to the form.
  const openRecord = (opened: boolean) => void navigate({ to: ".", search: opened ? { record: "score" } : {}, replace: !opened });
  useHotkey("r", () => openRecord(true), !closed);

  const measures = useMemo(() => byMeasure(view), [view]);
  const score = [...view.scores, ...view.held].find(({ id }) => id === doing?.scoreId);
  const measure = view.measures.find(({ id }) => id === (score ?? view.voided.find((each) => each.id === doing?.scoreId))?.measure);
  const stop = () => setDoing(null);
  const button = closed ? undefined : (
    <Button
      aria-keyshortcuts={singleKeys ? "R" : undefined}
      rightSection={singleKeys ? <KeyHint>R</KeyHint> : undefined}
      onClick={() => openRecord(true)}
    >
      Record a score
    </Button>
  );

  return (
    <div className={classes.measures}>
      {measures.length === 0 ? (
        <Panel>
          <EmptyState title="No score yet" actions={button}>
            A measure is a published questionnaire, or one of your own: CSI-4 each session or fortnight says how content someone is in the
            relationship, PHQ-4 or CORE-10 how distressed a person is. You record the score in seconds; from the second one on, this page says whether
            a change is more than measurement error, and draws the cut-off where one is published. Short and repeated is worth more than long and
            once.
          </EmptyState>
        </Panel>
      ) : (
        <>
          {button === undefined ? null : <div className={classes.head}>{button}</div>}
          {measures.map((of) => (
            <MeasurePanel
              key={of.measure.id}
              view={view}
              {...of}
              label={coupleCase.label}
              closed={closed}
              onReadHeld={(scoreId) => {
                setAsked(scoreId);
                setPutOff("");
              }}
              onAct={(act, scoreId) => setDoing({ act, scoreId })}
            />
          ))}
        </>
      )}
      <VoidedScores view={view} onRead={(scoreId) => setDoing({ act: "versions", scoreId })} />
      {recording ? <RecordScoreDialog view={view} label={coupleCase.label} openedOn={coupleCase.openedOn} onClose={() => openRecord(false)} /> : null}
      {doing?.act === "correct" && score && measure ? (
        <CorrectScoreDialog view={view} score={score} measure={measure} openedOn={coupleCase.openedOn} onClose={stop} />
      ) : null}
      {doing?.act === "void" && score && measure ? (
        <VoidScoreDialog caseId={view.caseId} score={score} name={measure.name} today={view.today} onClose={stop} />
      ) : null}
      {doing?.act === "versions" ? <ScoreVersionsDialog caseId={view.caseId} scoreId={doing.scoreId} measure={measure} onClose={stop} /> : null}
      <SafetyGate
        coupleCase={coupleCase}
        held={held}
        measures={view.measures}
        today={view.today}
        isPutOff={recording || doing !== null || putOff === heldKey}
        onAct={(act, scoreId) => setDoing({ act, scoreId })}
        onLater={() => setPutOff(heldKey)}
      />
    </div>
  );
}

/** What there is of one measure: lines to read, and scores that wait. */
type OfMeasure = Pick<MeasurePanelProps, "measure" | "readings" | "held">;

/** The lines of each measure together, in the order of the measure's first score; a measure of which everything waits comes last. */
function byMeasure(view: MeasuresView): OfMeasure[] {
  const readings = scoreReadings(view);
  const ids = new Set([...readings.map(({ measure }) => measure.id), ...view.held.map(({ measure }) => measure)]);
  return [...ids].flatMap((id) => {
    const measure = view.measures.find((each) => each.id === id);
    if (!measure) return [];
    return [{ measure, readings: readings.filter((each) => each.measure.id === id), held: view.held.filter((each) => each.measure === id) }];
  });
}
