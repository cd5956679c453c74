import { givenCase, requestKey, sessionBody } from "./given.ts";
import { SHEET, upload } from "./given-imports.ts";
import { both, type Race } from "./race.ts";

/** What is checked before an import or its undoing is written. */
export const IMPORT_RACES: readonly Race[] = [
  {
    name: "nothing is imported into a case that is closed",
    by: "lock",
    windows: async ({ me }) => {
      const river = await givenCase(me, "River");
      const file = upload(SHEET);
      const { guess: mapping } = await me.api.imports.read(file);
      return [
        (api) => api.imports.commit({ ...file, mapping, requestKey: requestKey() }),
        (api) => api.cases.close({ caseId: river, day: "2026-03-09", reason: null, outcome: "ended", requestKey: requestKey() }),
      ];
    },
    holds: [
      `SELECT COUNT(*) FROM "audit_entry" i JOIN "audit_entry" c ON c."caseId" = i."caseId" AND c."sequence" < i."sequence"
        WHERE i."action" = 'session.imported' AND c."action" = 'case.closed'`,
      0,
    ],
  },
  {
    name: "a theme that is taken into use is not taken out with its import",
    by: "lock",
    windows: async ({ me, caseId }) => {
      const file = upload(SHEET);
      const { guess: mapping } = await me.api.imports.read(file);
      const { batchId } = await me.api.imports.commit({ ...file, mapping, requestKey: requestKey() });
      const theme = (await me.api.practice.themes()).find((each) => !each.builtIn)?.theme ?? "";
      const log = { caseId, requestKey: requestKey(), body: sessionBody({ themes: [theme] }), privateNote: null };
      return [(api) => api.imports.undo({ batchId: String(batchId), requestKey: requestKey() }), (api) => api.sessions.log(log)];
    },
    holds: [
      `SELECT COUNT(*) FROM "session_theme" s WHERE length(s."theme") = 36 AND NOT EXISTS (SELECT 1 FROM "theme" t WHERE t."id" = s."theme")`,
      0,
    ],
  },
  {
    name: "the same file is imported once",
    by: "lock",
    windows: async ({ me }) => {
      const file = upload(SHEET);
      const { guess: mapping } = await me.api.imports.read(file);
      return both((api) => api.imports.commit({ ...file, mapping, requestKey: requestKey() }));
    },
    holds: [`SELECT COUNT(*) FROM "occasion"`, 3],
  },
  {
    name: "an import is undone once",
    by: "statement",
    windows: async ({ me }) => {
      const file = upload(SHEET);
      const { guess: mapping } = await me.api.imports.read(file);
      const { batchId } = await me.api.imports.commit({ ...file, mapping, requestKey: requestKey() });
      return both((api) => api.imports.undo({ batchId: String(batchId), requestKey: requestKey() }));
    },
    holds: [`SELECT COUNT(*) FROM "occasion"`, 0],
  },
];
