import { useState } from "react";
import { ConcernDialog } from "#client/features/cases/ConcernDialog.tsx";
import { SafetyPrompt } from "#client/features/measures/SafetyPrompt.tsx";
import { markAnswered } from "#client/features/measures/safety-answered.ts";
import type { CaseView } from "#core/contracts/case.ts";
import type { MeasureView, ScoreView } from "#core/contracts/measure.ts";

interface SafetyGateProps {
  readonly coupleCase: CaseView;
  /** Scores that may not be shown yet; none and there is no gate. */
  readonly held: readonly ScoreView[];
  readonly measures: readonly MeasureView[];
  readonly today: string;
  /** Put off: the scores stay hidden, and nothing stands in front of the page. */
  readonly isPutOff: boolean;
  readonly onLater: () => void;
}

/** The prompt before the score, and the concern it may lead to. Closing the concerns without an open one is no answer: it asks again. */
export function SafetyGate({ coupleCase, held, measures, today, isPutOff, onLater }: SafetyGateProps) {
  const [atConcerns, setAtConcerns] = useState(false);
  const answered = () => markAnswered(held.map(({ id }) => id));
  if (atConcerns) {
    const leaveConcerns = () => {
      if (coupleCase.concerns.some((concern) => concern.closedOn === null)) answered();
      setAtConcerns(false);
    };
    return <ConcernDialog coupleCase={coupleCase} today={today} onClose={leaveConcerns} />;
  }
  if (held.length === 0 || isPutOff) return null;
  return (
    <SafetyPrompt held={held} measures={measures} today={today} onOpenConcern={() => setAtConcerns(true)} onInHand={answered} onLater={onLater} />
  );
}
