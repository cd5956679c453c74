import { z } from "zod";
import type { ThemeView } from "#core/contracts/case.ts";
import {
  AddTheme,
  AddThemeAnswer,
  AddTrack,
  AddTrackAnswer,
  ChangeTheme,
  ChangeTrack,
  EditPractice,
  type MeView,
  type OwnTrackView,
  type PracticeState,
  SetUp,
  type SetUpAnswer,
} from "#core/contracts/practice.ts";
import { isRefusal } from "#core/vocabulary/refusal.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import { NOBODY } from "#server/database/database.ts";
import { answer, publicProcedure, router, signedInProcedure } from "#server/http/trpc.ts";
import { addTheme, addTrack, changeTheme, changeTrack, editPractice, hasPractice, listOwnTracks, showMe } from "./store.ts";
import { readThemes } from "./tracks-and-themes.ts";
import { showRecoveryKey } from "./write-recovery-key.ts";
import { setUp } from "./write-set-up.ts";

export const practiceRouter = router({
  state: publicProcedure.query(
    async ({ ctx }): Promise<PracticeState> => ({
      state: (await hasPractice(ctx.services.database.read(NOBODY))) ? "ready" : "needs-set-up",
    }),
  ),

  setUp: publicProcedure.input(SetUp).mutation(async ({ ctx, input }): Promise<SetUpAnswer> => answer(await setUp(ctx.services, input))),

  me: signedInProcedure.query(({ ctx }): Promise<MeView> => showMe(ctx.db, ctx.scope, ctx.today)),

  edit: signedInProcedure.input(EditPractice).mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
    return answer(
      await auditedWrite(ctx.services, { actor: ctx.actor }, async (tx, note) => {
        const refusal = await editPractice(tx, ctx.scope, input);
        if (refusal) return refusal;
        note({ action: "practice.edited", objectType: "practice", objectId: ctx.scope.practiceId });
        return {};
      }),
    );
  }),

  recoveryKey: signedInProcedure
    .input(z.object({ password: z.string().max(256) }))
    .mutation(async ({ ctx, input }): Promise<SetUpAnswer> => answer(await showRecoveryKey(ctx.services, ctx.scope, input.password))),

  themes: signedInProcedure.query(({ ctx }): Promise<ThemeView[]> => readThemes(ctx.db, ctx.scope)),

  addTheme: signedInProcedure.input(AddTheme).mutation(async ({ ctx, input }): Promise<{ themeId: string }> => {
    const request = { requestKey: input.requestKey, action: "theme.added", body: input, answer: AddThemeAnswer };
    return answer(
      await auditedWrite(ctx.services, { actor: ctx.actor, request }, async (tx, note) => {
        const added = await addTheme(tx, ctx.scope, { ...input, at: ctx.services.now() });
        if (!isRefusal(added)) note({ action: "theme.added", objectType: "theme", objectId: added.themeId });
        return added;
      }),
    );
  }),

  changeTheme: signedInProcedure.input(ChangeTheme).mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
    return answer(
      await auditedWrite(ctx.services, { actor: ctx.actor }, async (tx, note) => {
        const refusal = await changeTheme(tx, ctx.scope, input);
        if (refusal) return refusal;
        note({ action: "theme.changed", objectType: "theme", objectId: input.themeId });
        return {};
      }),
    );
  }),

  tracks: signedInProcedure.query(({ ctx }): Promise<OwnTrackView[]> => listOwnTracks(ctx.db, ctx.scope)),

  addTrack: signedInProcedure.input(AddTrack).mutation(async ({ ctx, input }): Promise<{ trackId: string }> => {
    const request = { requestKey: input.requestKey, action: "track.added", body: input, answer: AddTrackAnswer };
    return answer(
      await auditedWrite(ctx.services, { actor: ctx.actor, request }, async (tx, note) => {
        const added = await addTrack(tx, ctx.scope, { ...input, at: ctx.services.now() });
        if (!isRefusal(added)) note({ action: "track.added", objectType: "track", objectId: added.trackId });
        return added;
      }),
    );
  }),

  changeTrack: signedInProcedure.input(ChangeTrack).mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
    return answer(
      await auditedWrite(ctx.services, { actor: ctx.actor }, async (tx, note) => {
        const refusal = await changeTrack(tx, ctx.scope, input);
        if (refusal) return refusal;
        note({ action: "track.changed", objectType: "track", objectId: input.trackId });
        return {};
      }),
    );
  }),
});
