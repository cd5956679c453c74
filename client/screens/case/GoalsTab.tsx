import { sentenceFor } from "#client/api/refusals.ts";
import { useCaseHere } from "#client/features/cases/use-case.ts";
import { GoalList } from "#client/features/goals/GoalList.tsx";
import classes from "#client/features/goals/goals.module.css";
import { ThingList } from "#client/features/goals/ThingList.tsx";
import { useMe } from "#client/features/practice/me.tsx";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";

/** What the active partner wants, and what is tried between the hours. Both carry forward to every log. */
export function GoalsTab() {
  const coupleCase = useCaseHere();
  const me = useMe();
  if (coupleCase.isError)
    return <ErrorState title="The goals could not be read" sentence={sentenceFor(coupleCase.error)} onRetry={() => void coupleCase.refetch()} />;
  if (!coupleCase.data) return <LoadingState label="Reading the goals" heights={[160, 160]} />;
  const { id, goals, things, status } = coupleCase.data;
  const shared = { caseId: id, today: me.today, closed: status === "closed" };
  return (
    <div className={classes.pair}>
      <GoalList goals={goals} {...shared} />
      <ThingList things={things} {...shared} />
    </div>
  );
}
