import { sentenceFor } from "#client/api/refusals.ts";
import { useCaseHere } from "#client/features/cases/use-case.ts";
import { useTimelineHere } from "#client/features/sessions/use-record.ts";
import { ErrorState } from "#client/ui/ErrorState.tsx";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { BeforeAfterSection } from "./BeforeAfterSection.tsx";
import classes from "./compare.module.css";
import { GuessSection } from "./GuessSection.tsx";
import { RippleSection } from "./RippleSection.tsx";

/** Numbers side by side, with what may be said of them: before and after a day, one partner and the other, guess and actual. */
export function CompareTab() {
  const coupleCase = useCaseHere();
  const timelineView = useTimelineHere();
  const failed = [coupleCase, timelineView].find((query) => query.isError);
  if (failed) return <ErrorState title="The numbers could not be read" sentence={sentenceFor(failed.error)} onRetry={() => void failed.refetch()} />;
  if (!coupleCase.data || !timelineView.data) return <LoadingState label="Reading the numbers" heights={[260, 320, 220]} />;
  const { label, openedOn, concerns } = coupleCase.data;
  return (
    <div key={coupleCase.data.id} className={classes.sections}>
      <BeforeAfterSection view={timelineView.data} label={label} openedOn={openedOn} />
      <RippleSection view={timelineView.data} label={label} hasOpenConcern={concerns.some((concern) => concern.closedOn === null)} />
      <GuessSection view={timelineView.data} coupleCase={coupleCase.data} />
    </div>
  );
}
