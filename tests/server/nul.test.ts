import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Label, text } from "#core/contracts/fields.ts";
import { NOBODY } from "#server/database/database.ts";
import { appRouter } from "#server/http/app-router.ts";
import { asForm, givenCase, refusalFrom, requestKey, sessionBody } from "./given.ts";
import { bring, givenImporter } from "./given-imports.ts";
import { endingInNul, textFields } from "./given-inputs.ts";
import { openRecord } from "./harness.ts";
import { OWNER, serveOwner } from "./web.ts";

const NUL = "\u0000";

/** Every place of the API that takes text, from the router itself: a procedure that is added is here, too. */
const FIELDS = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { inputs: z.ZodType[] } }>).flatMap(
  ([name, procedure]) => procedure._def.inputs.flatMap((input) => textFields(input, name)),
);

/** Only hashed, never stored. */
const HASHED = new Set(["practice.setUp password", "practice.recoveryKey password"]);
/** Never refused for what is in it: U+0000 is taken out. */
const isOfDraft = (path: string) => path.startsWith("drafts.save body.") || path === "drafts.save privateNote";

const accepts = (schema: z.ZodType) => schema.safeParse(endingInNul(schema)).success;

describe("text with U+0000", () => {
  it("is refused in every field of every request, but for those of a draft and passwords", () => {
    const open = FIELDS.filter(({ path, schema }) => !HASHED.has(path) && !isOfDraft(path) && accepts(schema));
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  it("is taken without it in every field of a draft", () => {
    const ofDrafts = FIELDS.filter(({ path }) => isOfDraft(path));
    expect(ofDrafts.map(({ path }) => path)).toEqual(expect.arrayContaining(["drafts.save body.evidence", "drafts.save body.noteSections (key)"]));
    for (const { path, schema } of ofDrafts) expect(schema.parse(`Ha${NUL}lf`), path).toBe("Half");
  });

  it("is looked for in fields, lists, keys and choices", () => {
    const paths = FIELDS.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        ...[
          "cases.open active.label",
          "sessions.log body.note.sections (key)",
          "sessions.log body.newGoals[]",
          "imports.preview mapping.cases[].to.label",
        ],
        ...["imports.commit mapping.columns[].words[].words", "measures.importQuestionnaire text", "scores.record answers[].linkId", ...HASHED],
      ]),
    );
    expect(paths.length).toBeGreaterThan(150);
  });

  it("is found wherever a bare text stands", () => {
    const bare = z.object({
      label: Label,
      named: z.record(z.string(), text()),
      one: z.union([z.object({ id: text() }), z.object({ word: z.string().min(8) })]).nullable(),
      line: z
        .string()
        .trim()
        .transform((line) => line)
        .optional(),
      list: z.array(z.preprocess((word) => word, z.string())).default([]),
    });
    const open = textFields(bare, "made.up").filter(({ schema }) => accepts(schema));
    expect(open.map(({ path }) => path)).toEqual(["made.up named (key)", "made.up one.word", "made.up line", "made.up list[]"]);
    expect(() => textFields(z.object({ all: z.unknown() }), "made.up")).toThrow("made.up all");
  });

  it("is refused by the name of its field", async () => {
    const me = await (await openRecord()).addClinician();
    const caseId = await givenCase(me);
    const goal = me.api.goals.add({ caseId, requestKey: requestKey(), wording: `say${NUL}it`, openedOn: "2026-03-02" });
    await expect(goal).rejects.toMatchObject({ cause: { issues: [{ path: ["wording"] }] } });
    const note = { format: "free", sections: { text: `He${NUL} waited` } } as const;
    expect(await refusalFrom(me.api.sessions.log({ caseId, requestKey: requestKey(), body: sessionBody({ note }), privateNote: null }))).toBe(
      "bad-input",
    );
  });

  it("typed into a draft leaves the draft, and nothing else does", async () => {
    const me = await (await openRecord()).addClinician();
    const draft = asForm(await me.api.drafts.start({ caseId: await givenCase(me), requestKey: requestKey(), corrects: null }));
    const body = { ...draft.body, evidence: ` He${NUL} waited `, newGoals: [NUL], noteSections: { [`te${NUL}xt`]: "Half" } };
    await me.api.drafts.save({ draftId: draft.id, revision: 1, body, privateNote: `A ${NUL}hunch` });
    const stored = { ...draft.body, evidence: " He waited ", newGoals: [""], noteSections: { text: "Half" } };
    expect(await me.api.drafts.show({ draftId: draft.id })).toMatchObject({ body: stored, privateNote: "A hunch" });
  });

  it("of a file brought in leaves its cells, so that its words can be mapped and stored", async () => {
    const { record, clinician } = await givenImporter();
    const sheet = `\ufeffDate,Couple,Who${NUL} came,Notes\n2026-03-02,Ri${NUL}ver,Ana +${NUL} Ben,a first${NUL} hour\n`;
    const { result } = await bring(clinician, { fileName: "past.csv", contentBase64: Buffer.from(sheet, "utf16le").toString("base64") });
    expect(result.cases).toMatchObject([{ label: "River", cameIn: 1 }]);
    const { sections } = await record.services.database.read(NOBODY).prisma.note.findFirstOrThrow();
    expect(sections).toContain("a first hour");
  });

  it("in an e-mail is no sign-in", async () => {
    const { newBrowser } = await serveOwner(await openRecord());
    const signIn = (email: string) => newBrowser().ask("/api/access/sign-in", { body: { email, password: OWNER.password } });
    expect((await signIn(OWNER.email)).status).toBe(200);
    expect((await signIn(`${OWNER.email}${NUL}`)).status).toBe(401);
  });
});
