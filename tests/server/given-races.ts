import { NOBODY } from "#server/database/database.ts";
import { asForm, givenCase, givenSession, requestKey, sessionBody } from "./given.ts";
import { IMPORT_RACES } from "./given-import-races.ts";
import { A_SCORE, OWN_MEASURE } from "./given-records.ts";
import { both, type Race, type Window } from "./race.ts";

/** Everything that is checked before it is written. */
export const RACES: readonly Race[] = [
  ...IMPORT_RACES,
  {
    name: "the same request twice logs one session",
    by: "lock",
    windows: async ({ caseId }) => {
      const log = { caseId, requestKey: requestKey(), body: sessionBody(), privateNote: null };
      return both((api) => api.sessions.log(log));
    },
    holds: [`SELECT COUNT(*) FROM "occasion"`, 1],
  },
  {
    name: "one draft is finished once",
    by: "lock",
    windows: async ({ me, caseId }) => {
      const { id } = await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects: null });
      return both((api) => api.sessions.finish({ draftId: id, revision: 1, requestKey: requestKey() }));
    },
    holds: [`SELECT COUNT(*) FROM "occasion"`, 1],
  },
  {
    name: "one revision of a draft is overwritten once",
    by: "statement",
    windows: async ({ me, caseId }) => {
      const { id, body } = asForm(await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects: null }));
      const typed = (text: string) => ({ draftId: id, revision: 1, body: { ...body, evidence: text }, privateNote: "" });
      return ["one", "two"].map(
        (text): Window =>
          (api) =>
            api.drafts.save(typed(text)),
      );
    },
    holds: [`SELECT COUNT(*) FROM "draft" WHERE "revision" = 2`, 1],
  },
  {
    name: "two corrections of one version become one",
    by: "statement",
    windows: async ({ me, caseId }) => {
      const sessionId = await givenSession(me, caseId);
      const start = () => me.api.drafts.start({ caseId, requestKey: requestKey(), corrects: sessionId });
      const drafts = [await start(), await start()];
      return drafts.map(
        ({ id }): Window =>
          (api) =>
            api.sessions.finish({ draftId: id, revision: 1, requestKey: requestKey() }),
      );
    },
    holds: [`SELECT COUNT(*) FROM "occasion" WHERE "standing" <> 'current'`, 1],
  },
  {
    name: "a session is moved once",
    by: "lock",
    windows: async ({ me, caseId }) => {
      const sessionId = await givenSession(me, caseId);
      const others = [await givenCase(me, "Elm"), await givenCase(me, "Cedar")];
      const move = { caseId, sessionId, version: 1, reason: "Wrong couple" };
      return others.map(
        (toCaseId): Window =>
          (api) =>
            api.sessions.move({ ...move, toCaseId, requestKey: requestKey() }),
      );
    },
    holds: [`SELECT COUNT(*) FROM "occasion" WHERE "movedFromId" IS NOT NULL`, 1],
  },
  {
    name: "a draft is finished or discarded, not both",
    by: "lock",
    windows: async ({ me, caseId }) => {
      const { id, body } = asForm(await me.api.drafts.start({ caseId, requestKey: requestKey(), corrects: null }));
      await me.api.drafts.save({ draftId: id, revision: 1, body, privateNote: "A hunch" });
      return [(api) => api.sessions.finish({ draftId: id, revision: 2, requestKey: requestKey() }), (api) => api.drafts.discard({ draftId: id })];
    },
    holds: [
      `SELECT (SELECT COUNT(*) FROM "audit_entry" WHERE "action" IN ('session.logged', 'draft.discarded'))
        + (SELECT COUNT(*) FROM "occasion") - (SELECT COUNT(*) FROM "private_note")`,
      1,
    ],
  },
  {
    name: "a case is closed once, with one outcome",
    by: "lock",
    windows: async ({ caseId }) => {
      const close = { caseId, day: "2026-03-09", reason: null };
      const outcomes = ["ended", "deepened"] as const;
      return outcomes.map(
        (outcome): Window =>
          (api) =>
            api.cases.close({ ...close, outcome, requestKey: requestKey() }),
      );
    },
    holds: [`SELECT COUNT(*) FROM "case_event" WHERE "kind" = 'closed'`, 1],
  },
  {
    name: "a case is edited from one revision once",
    by: "statement",
    windows: async ({ me, caseId }) => {
      const shown = await me.api.cases.show({ caseId });
      const { revision, presentingConcern, secretsPolicy, collateralConsentOn, nextSessionOn, nextSessionStart } = shown;
      const partner = { label: "Dana", pronouns: null, contact: null };
      const edit = { caseId, revision, presentingConcern, secretsPolicy, collateralConsentOn, nextSessionOn, nextSessionStart };
      const labels = ["Harbor one", "Harbor two"];
      return labels.map(
        (label): Window =>
          (api) =>
            api.cases.edit({ ...edit, label, active: partner, observing: partner }),
      );
    },
    holds: [`SELECT "revision" FROM "couple_case"`, 2],
  },
  {
    name: "a case is watched on at most two tracks",
    by: "lock",
    windows: async ({ caseId }) => {
      const choices = [
        ["tone", "boundaries"],
        ["emotional-climate", "values-clarity"],
      ];
      return choices.map((tracks): Window => {
        const chosen = tracks.map((track) => ({ track, rater: "clinician" as const }));
        return (api) => api.focus.choose({ caseId, requestKey: requestKey(), tracks: chosen });
      });
    },
    holds: [`SELECT COUNT(*) FROM "focus_track" WHERE "droppedOn" IS NULL`, 2],
  },
  {
    name: "a theme's name is given once",
    by: "lock",
    windows: async () =>
      ["Money", "money"].map(
        (name): Window =>
          (api) =>
            api.practice.addTheme({ requestKey: requestKey(), name }),
      ),
    holds: [`SELECT COUNT(*) FROM "theme"`, 1],
  },
  {
    name: "a track's name is given once",
    by: "lock",
    windows: async () => {
      const track = { name: "Sleep", lowest: 0, highest: 7, better: "higher" as const };
      return both((api) => api.practice.addTrack({ ...track, requestKey: requestKey() }));
    },
    holds: [`SELECT COUNT(*) FROM "track"`, 1],
  },
  {
    name: "a measure's name is given once",
    by: "lock",
    windows: async () => both((api) => api.measures.add({ ...OWN_MEASURE, requestKey: requestKey() })),
    holds: [`SELECT COUNT(*) FROM "measure"`, 1],
  },
  {
    name: "one day is marked once for one reason",
    by: "lock",
    windows: async ({ caseId }) => {
      const mark = { caseId, day: "2026-03-02", wording: "A hard decision", origin: "day" as const };
      return both((api) => api.markedDays.mark({ ...mark, requestKey: requestKey() }));
    },
    holds: [`SELECT COUNT(*) FROM "marked_day"`, 1],
  },
  {
    name: "a partner has one open role",
    by: "lock",
    windows: async ({ caseId }) => {
      const role = { caseId, seat: "observing" as const, fromDay: "2026-03-02" };
      const roles = ["joined", "collateral"] as const;
      return roles.map(
        (each): Window =>
          (api) =>
            api.cases.recordRole({ ...role, role: each, requestKey: requestKey() }),
      );
    },
    holds: [`SELECT COUNT(*) FROM "role_period" r JOIN "partner" p ON p."id" = r."partnerId" WHERE p."seat" = 'observing' AND r."toDay" IS NULL`, 1],
  },
  {
    name: "a concern is closed once",
    by: "lock",
    windows: async ({ me, caseId }) => {
      const opened = { caseId, requestKey: requestKey(), openedOn: "2026-03-02", wording: "A bruise", action: "" };
      const { concernId } = await me.api.cases.openConcern(opened);
      const close = { caseId, concernId, closedOn: "2026-03-09" };
      return ["one", "two"].map(
        (closingWords): Window =>
          (api) =>
            api.cases.closeConcern({ ...close, closingWords }),
      );
    },
    holds: [`SELECT COUNT(*) FROM "audit_entry" WHERE "action" = 'concern.closed'`, 1],
  },
  {
    name: "a score is corrected from one version once",
    by: "statement",
    windows: async ({ me, caseId }) => {
      const { scoreId } = await me.api.scores.record({ caseId, requestKey: requestKey(), ...A_SCORE });
      const correction = { caseId, ...A_SCORE, scoreId, version: 1 };
      return [10, 11].map(
        (score): Window =>
          (api) =>
            api.scores.correct({ ...correction, score, requestKey: requestKey() }),
      );
    },
    holds: [`SELECT COUNT(*) FROM "occasion" WHERE "standing" = 'current'`, 1],
  },
  {
    name: "a practice is set up once",
    by: "lock",
    windows: async ({ record }) => {
      await record.services.database.transaction(NOBODY, async (tx) => {
        const { prisma } = tx;
        for (const table of ["roleperiod", "partner", "caseevent"]) await deleteAll(prisma, table);
        for (const table of ["case", "clinician", "practice"]) await deleteAll(prisma, table);
      });
      const setUp = { practiceName: "Willow", timeZone: "UTC", clinicianName: "Ines", password: "a quiet chair by the window" };
      return ["one", "two"].map(
        (name): Window =>
          (api) =>
            api.practice.setUp({ ...setUp, email: `${name}@practice.test`, opening: "empty" }),
      );
    },
    holds: [`SELECT COUNT(*) FROM "practice"`, 1],
  },
];

async function deleteAll(prisma: object, table: string): Promise<void> {
  const model = Object.entries(prisma).find(([name]) => name.toLowerCase() === table)?.[1];
  await model?.deleteMany({});
}
