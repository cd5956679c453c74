import { betweenRouter } from "#server/features/between-sessions/router.ts";
import { caseloadRouter } from "#server/features/caseload/router.ts";
import { casesRouter } from "#server/features/cases/router.ts";
import { concernsRouter } from "#server/features/concerns/router.ts";
import { draftsRouter } from "#server/features/drafts/router.ts";
import { focusRouter } from "#server/features/focus/router.ts";
import { goalsRouter } from "#server/features/goals/router.ts";
import { guessesRouter } from "#server/features/guesses/router.ts";
import { importsRouter } from "#server/features/imports/router.ts";
import { insightsRouter } from "#server/features/insights/router.ts";
import { markedDaysRouter } from "#server/features/marked-days/router.ts";
import { measuresRouter } from "#server/features/measures/router.ts";
import { practiceRouter } from "#server/features/practice/router.ts";
import { privateNotesRouter } from "#server/features/private-notes/router.ts";
import { scoresRouter } from "#server/features/scores/router.ts";
import { sessionsRouter } from "#server/features/sessions/router.ts";
import { timelineRouter } from "#server/features/timeline/router.ts";
import { mergeRouters, router } from "./trpc.ts";

/** Everything the client can ask. Sign-in is not here: a batch of it would be many guesses in one request. */
export const appRouter = router({
  practice: practiceRouter,
  cases: mergeRouters(casesRouter, concernsRouter),
  goals: goalsRouter,
  drafts: draftsRouter,
  sessions: sessionsRouter,
  privateNotes: privateNotesRouter,
  between: betweenRouter,
  caseload: caseloadRouter,
  timeline: timelineRouter,
  focus: focusRouter,
  markedDays: markedDaysRouter,
  guesses: guessesRouter,
  measures: measuresRouter,
  scores: scoresRouter,
  imports: importsRouter,
  insights: insightsRouter,
});

export type AppRouter = typeof appRouter;
