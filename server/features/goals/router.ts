import { AddGoal, AddGoalAnswer, AddThing, AddThingAnswer, ChangeGoal, ChangeThing } from "#core/contracts/case.ts";
import { caseWrite } from "#server/audit/case-write.ts";
import { answer, caseProcedure, router } from "#server/http/trpc.ts";
import { insertGoals, insertThings, updateGoal, updateThing } from "./store.ts";

export const goalsRouter = router({
  add: caseProcedure.input(AddGoal).mutation(async ({ ctx, input }) => {
    const request = { requestKey: input.requestKey, action: "goal.added", body: input, answer: AddGoalAnswer };
    return answer(
      await caseWrite(ctx.services, { scope: ctx.caseScope, request }, async ({ tx, scope, note }) => {
        const [goalId] = await insertGoals(tx, scope, { wordings: [input.wording], openedOn: input.openedOn, now: ctx.services.now() });
        note({ action: "goal.added", objectType: "goal", objectId: goalId ?? null, caseId: input.caseId });
        return { goalId: goalId as string };
      }),
    );
  }),

  change: caseProcedure.input(ChangeGoal).mutation(async ({ ctx, input }) =>
    answer(
      await caseWrite(ctx.services, { scope: ctx.caseScope }, async ({ tx, scope, note }) => {
        note({ action: "goal.changed", objectType: "goal", objectId: input.goalId, caseId: input.caseId });
        return (await updateGoal(tx, scope, input)) ?? {};
      }),
    ),
  ),

  addThing: caseProcedure.input(AddThing).mutation(async ({ ctx, input }) => {
    const request = { requestKey: input.requestKey, action: "thing.added", body: input, answer: AddThingAnswer };
    return answer(
      await caseWrite(ctx.services, { scope: ctx.caseScope, request }, async ({ tx, scope, note }) => {
        const things = { wordings: [input.wording], agreedOn: input.agreedOn, agreedIn: null, now: ctx.services.now() };
        const [thingId] = await insertThings(tx, scope, things);
        note({ action: "thing.added", objectType: "thing-to-try", objectId: thingId ?? null, caseId: input.caseId });
        return { thingId: thingId as string };
      }),
    );
  }),

  changeThing: caseProcedure.input(ChangeThing).mutation(async ({ ctx, input }) =>
    answer(
      await caseWrite(ctx.services, { scope: ctx.caseScope }, async ({ tx, scope, note }) => {
        note({ action: "thing.changed", objectType: "thing-to-try", objectId: input.thingId, caseId: input.caseId });
        return (await updateThing(tx, scope, input)) ?? {};
      }),
    ),
  ),
});
