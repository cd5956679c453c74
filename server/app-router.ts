import { betweenRouter } from "./features/between/router.ts";
import { caseloadRouter } from "./features/caseload/router.ts";
import { casesRouter } from "./features/cases/router.ts";
import { concernsRouter } from "./features/concerns/router.ts";
import { draftsRouter } from "./features/drafts/router.ts";
import { focusRouter } from "./features/focus/router.ts";
import { goalsRouter } from "./features/goals/router.ts";
import { guessesRouter } from "./features/guesses/router.ts";
import { importsRouter } from "./features/imports/router.ts";
import { insightsRouter } from "./features/insights/router.ts";
import { markedDaysRouter } from "./features/marked-days/router.ts";
import { measuresRouter } from "./features/measures/router.ts";
import { practiceRouter } from "./features/practice/router.ts";
import { privateNotesRouter } from "./features/private-notes/router.ts";
import { sessionsRouter } from "./features/sessions/router.ts";
import { trajectoriesRouter } from "./features/trajectories/router.ts";
import { mergeRouters, router } from "./trpc.ts";

/** Everything the client can ask. Sign-in is not here: it must not be batched (GUARDS 1). */
export const appRouter = router({
  practice: practiceRouter,
  cases: mergeRouters(casesRouter, concernsRouter),
  goals: goalsRouter,
  drafts: draftsRouter,
  sessions: sessionsRouter,
  privateNotes: privateNotesRouter,
  between: betweenRouter,
  caseload: caseloadRouter,
  trajectories: trajectoriesRouter,
  focus: focusRouter,
  markedDays: markedDaysRouter,
  guesses: guessesRouter,
  measures: measuresRouter,
  imports: importsRouter,
  insights: insightsRouter,
});

export type AppRouter = typeof appRouter;
