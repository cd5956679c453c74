import { useState } from "react";
import { ConcernDialog } from "#client/features/cases/ConcernDialog.tsx";
import { SafetyPrompt } from "#client/features/measures/SafetyPrompt.tsx";
import { useAnswerPrompt } from "#client/features/measures/use-measures.ts";
import type { CaseView } from "#core/contracts/case.ts";
import type { HeldScoreView, MeasureView } from "#core/contracts/measure.ts";
import type { PromptAnswer } from "#core/vocabulary/measure.ts";

interface SafetyGateProps {
  readonly coupleCase: CaseView;
  /** Scores that may not be shown yet, the one to ask about first; none and there is no gate. */
  readonly held: readonly HeldScoreView[];
  readonly measures: readonly MeasureView[];
  readonly today: string;
  /** Put off: the scores stay hidden, and nothing stands in front of the page. */
  readonly isPutOff: boolean;
  readonly onAct: (act: "correct" | "void", scoreId: string) => void;
  readonly onLater: () => void;
}

/** On the way to a concern about one score, and which concerns were open before. */
interface AtConcerns {
  readonly score: HeldScoreView;
  readonly openBefore: readonly string[];
}

/**
 * The prompt before each score, and the concern it may lead to. Leaving the concerns without having opened one is no answer, whatever
 * else is open: it asks again.
 */
export function SafetyGate({ coupleCase, held, measures, today, isPutOff, onAct, onLater }: SafetyGateProps) {
  const [atConcerns, setAtConcerns] = useState<AtConcerns | null>(null);
  const { mutate, isPending, error, reset } = useAnswerPrompt();
  const open = coupleCase.concerns.filter((concern) => concern.closedOn === null).map(({ id }) => id);
  const give = ({ id, version }: HeldScoreView, answer: PromptAnswer) => mutate({ caseId: coupleCase.id, scoreId: id, version, answer });
  if (atConcerns) {
    const { score, openBefore } = atConcerns;
    const leaveConcerns = () => {
      if (open.some((id) => !openBefore.includes(id))) give(score, "concern");
      setAtConcerns(null);
    };
    return <ConcernDialog coupleCase={coupleCase} today={today} onClose={leaveConcerns} />;
  }
  const [score, ...others] = held;
  if (score === undefined || isPutOff) return null;
  return (
    <SafetyPrompt
      key={score.id}
      score={score}
      measure={measures.find(({ id }) => id === score.measure)}
      waiting={others.length}
      today={today}
      hasOpenConcern={open.length > 0}
      closed={coupleCase.status === "closed"}
      busy={isPending}
      error={error}
      onAnswer={(answer) => give(score, answer)}
      onOpenConcern={() => {
        reset();
        setAtConcerns({ score, openBefore: open });
      }}
      onAct={(act) => onAct(act, score.id)}
      onLater={() => {
        reset();
        onLater();
      }}
    />
  );
}
