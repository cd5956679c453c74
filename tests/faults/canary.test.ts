import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openCopy } from "#server/database/open.ts";
import { column, raw, sql } from "#server/database/sql.ts";
import { DATABASE_FILE, deriveKeys, readKeyFile } from "#server/keys/keys.ts";
import { filesBelow, newPlace, openCase, runCommand, send, setUpOwner, startServer, wholeSession } from "./server-process.ts";

const CANARY = "zq heron over willow 8841";
const CANARY_EMAIL = "zq-heron-over-willow-8841@willow.test";

const ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/** Every column a person's own words can reach. A new one belongs here, and the phrase into a request below. */
const TEXT_COLUMNS = [
  "case_event.reason",
  "clinician.email",
  "clinician.name",
  "couple_case.label",
  "couple_case.presentingConcern",
  "dismissal.reason",
  "draft.body",
  "draft.day",
  "goal.wording",
  // The answer of an import names its cases by their labels.
  "idempotency_key.answer",
  "import_batch.fileName",
  "import_batch.mapping",
  "marked_day.wording",
  "measure.form",
  "measure.name",
  "measure.source",
  "measure.version",
  // Link ids come from a file.
  "measure_score.answers",
  "measure_score.measureVersion",
  "note.sections",
  "observation.evidence",
  "occasion.standingReason",
  "partner.contact",
  "partner.label",
  "partner.pronouns",
  "practice.name",
  "safety_concern.action",
  "safety_concern.closingWords",
  "safety_concern.wording",
  "shift.remark",
  "theme.name",
  "thing_to_try.wording",
  "track.name",
] as const;

/** Columns that hold words of ours, ids, days, digests or sealed text. A column on neither list fails the test. */
const CODE_COLUMNS = new RegExp(
  [
    "^_prisma_migrations\\.",
    "^(audit_entry|audit_head|credential|verification)\\.",
    "^idempotency_key\\.(action|bodyHash|key)$",
    "^sign_in\\.(token|ipAddress|userAgent)$",
    "^private_note\\.sealed$",
    "^import_batch\\.undoneAt$",
    "^practice\\.timeZone$",
    "^clinician\\.(image|role)$",
    "^couple_case\\.(status|outcome|secretsPolicy|nextSessionStart)$",
    "^occasion\\.(kind|standing|attendance|startTime|setting|importFingerprint)$",
    "^(observation\\.(presence|source)|observation_stance\\.stance|rating\\.(track|rater)|session_theme\\.theme)$",
    "^shift\\.(kind|direction|who|source)$",
    "^(partner\\.seat|role_period\\.role|case_event\\.(kind|outcome)|goal\\.(standing|bornIn)|thing_to_try\\.(standing|agreedIn|answeredIn))$",
    "^(focus_track\\.(track|rater)|marked_day\\.origin)$",
    "^(measure\\.(better|cutOffSide)|measure_score\\.(measure|answeredBy|about|how|safetyPrompt))$",
    "^(note\\.format|draft\\.(kind|corrects)|dismissal\\.panel|track\\.better)$",
    "\\.(id|[a-zA-Z]+Id)$",
    "\\.([a-zA-Z]+(On|At|Day)|day)$",
  ].join("|"),
);

describe("a canary phrase in every text field", () => {
  it("is found in no byte of the database, its WAL, the backup, the log or a temp file", async () => {
    const place = newPlace();
    const temp = join(place.folder, "tmp");
    mkdirSync(temp);
    const before = process.env.TMPDIR;
    process.env.TMPDIR = temp;
    onTestFinished(() => {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      rmSync(temp, { recursive: true, force: true });
    });

    const running = await startServer(place);
    const password = `${CANARY} password`;
    const owner = { practiceName: CANARY, clinicianName: CANARY, email: CANARY_EMAIL, password };
    const { cookie, keyFile } = await setUpOwner(running, owner);
    const caseId = await writeEverywhere(running.url, cookie, { openCase: (given) => openCase(running, cookie, given) });
    // What is refused is logged too, and must not bring words along.
    await send(running.url, { path: "/api/access/sign-in", body: { email: CANARY_EMAIL, password: `${CANARY} wrong` } });
    await send(running.url, { path: "/api/trpc/cases.open", body: { label: CANARY }, cookie });
    await send(running.url, { path: `/api/trpc/${encodeURIComponent(CANARY)}`, body: {}, cookie });

    const backup = join(place.folder, "backup");
    const made = await runCommand(place, ["server/commands/backup.ts", backup]);
    expect(made.code, made.output).toBe(0);
    const atWork = filesBelow(place.folder);
    await running.end("SIGKILL");
    const files = [...atWork, ...filesBelow(place.folder), { path: "log", bytes: Buffer.from(running.output() + made.output) }];
    expect(files.some(({ path, bytes }) => path.endsWith("-wal") && bytes.length > 100_000)).toBe(true);
    expect(files.some(({ path }) => path.startsWith(backup))).toBe(true);
    const needles = [...spellings(CANARY), ...spellings(CANARY_EMAIL)];
    expect(files.filter(({ bytes }) => needles.some((needle) => bytes.includes(needle))).map(({ path }) => path)).toEqual([]);

    // The phrase really was everywhere: with the key it is read from every text column, but not from the private note.
    const { holding, unlisted } = await columnsOf(join(backup, DATABASE_FILE), keyFile);
    expect(unlisted).toEqual([]);
    expect(holding).toEqual([...TEXT_COLUMNS]);
    expect(caseId).toMatch(/^[0-9a-f-]{36}$/);
  }, 90_000);
});

async function writeEverywhere(
  url: string,
  cookie: string,
  { openCase: open }: { openCase: (given: Record<string, unknown>) => Promise<string> },
): Promise<string> {
  const call = async (name: string, body: Record<string, unknown>) => {
    const answer = await send(url, { path: `/api/trpc/${name}`, body: { requestKey: crypto.randomUUID(), ...body }, cookie });
    if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}: ${JSON.stringify(answer.json)}`);
    return answer.json.result.data;
  };
  const day = "2026-03-10";
  const partner = { label: CANARY, pronouns: CANARY, contact: CANARY };
  const caseId = await open({ label: CANARY, presentingConcern: CANARY, active: partner, observing: partner, goals: [CANARY] });
  const whole = wholeSession(caseId);
  const body = {
    ...whole.body,
    observation: { ...whole.body.observation, evidence: CANARY },
    shifts: whole.body.shifts.map((shift) => ({ ...shift, remark: CANARY })),
    newGoals: [CANARY],
    newTries: [CANARY],
    note: { format: "free", sections: { text: CANARY } },
  };
  const { sessionId } = await call("sessions.log", { caseId, privateNote: CANARY, body });
  await call("sessions.void", { caseId, sessionId, version: 1, reason: CANARY });
  await call("between.note", {
    caseId,
    day,
    observation: { presence: null, stage: 4, source: "told", evidence: CANARY, stances: [] },
    shifts: [],
    note: CANARY,
  });
  const { concernId } = await call("cases.openConcern", { caseId, openedOn: day, wording: CANARY, action: CANARY });
  await call("cases.closeConcern", { caseId, concernId, closedOn: day, closingWords: CANARY });
  await call("caseload.dismiss", { caseId, panel: "moved", upTo: 0, reason: CANARY });
  await call("practice.addTheme", { name: CANARY });
  await call("practice.addTrack", { name: CANARY, lowest: 0, highest: 10, better: "higher" });
  const figures = {
    better: "lower",
    lowest: 0,
    highest: 9,
    items: 3,
    cutOff: 4,
    cutOffSide: "above",
    changePoints: 2,
    reliability: null,
    normSd: null,
  };
  await call("markedDays.mark", { caseId, day, wording: CANARY, origin: "day" });
  await call("measures.add", { ...figures, source: CANARY, name: CANARY, version: CANARY });
  const answerOption = [0, 1].map((valueDecimal) => ({ valueString: `${valueDecimal}`, extension: [{ url: ORDINAL, valueDecimal }] }));
  const asked = { resourceType: "Questionnaire", title: `${CANARY} asked`, version: CANARY, item: [{ linkId: CANARY, text: CANARY, answerOption }] };
  const { measureId } = await call("measures.importQuestionnaire", { text: JSON.stringify(asked), better: "lower" });
  const answering = { caseId, measure: measureId, day, answeredBy: "active", about: "active", how: "self" };
  await call("scores.record", { ...answering, score: null, answers: [{ linkId: CANARY, value: 1 }], safetyItem: null });
  await call("cases.pause", { caseId, day, reason: CANARY });
  await call("cases.resume", { caseId, day, reason: null });
  const sheet = `Date,Couple,Notes\n2026-02-03,${CANARY},${CANARY}\n2026-02-10,${CANARY},${CANARY}\n`;
  const file = { fileName: `${CANARY}.csv`, contentBase64: Buffer.from(sheet).toString("base64") };
  const { guess: mapping } = await call("imports.read", file);
  const { cameIn } = await call("imports.commit", { ...file, mapping });
  expect(cameIn).toBe(2);
  const draft = await call("drafts.start", { caseId, corrects: null });
  const typed = { ...draft.body, day: CANARY, evidence: CANARY, noteSections: { text: CANARY } };
  await call("drafts.save", { draftId: draft.id, revision: draft.revision, body: typed, privateNote: CANARY });
  return caseId;
}

/** Text columns in which the phrase is read, and text columns that stand on neither list. */
async function columnsOf(file: string, keyFile: string): Promise<{ holding: string[]; unlisted: string[] }> {
  const copy = openCopy(file, deriveKeys(readKeyFile(keyFile)).database);
  try {
    const columns = await copy.query<{ name: string; tableName: string; columnName: string }>(
      raw(`SELECT m."name" || '.' || c."name" AS "name", m."name" AS "tableName", c."name" AS "columnName"
         FROM "sqlite_master" m JOIN pragma_table_info(m."name") c
         WHERE m."type" = 'table' AND m."name" NOT LIKE 'sqlite_%' AND c."type" IN ('TEXT', 'DATETIME') ORDER BY 1`),
    );
    const holding: string[] = [];
    for (const { name, tableName, columnName } of columns) {
      const place = column(columnName);
      const found = await copy.query(
        sql`SELECT 1 FROM ${column(tableName)} WHERE lower(${place}) LIKE ${`%${CANARY}%`} OR ${place} LIKE ${`%${CANARY_EMAIL}%`} LIMIT 1`,
      );
      if (found.length > 0) holding.push(name);
    }
    const known = new Set<string>(TEXT_COLUMNS);
    return { holding, unlisted: columns.map(({ name }) => name).filter((name) => !known.has(name) && !CODE_COLUMNS.test(name)) };
  } finally {
    copy.close();
  }
}

/** As text, as UTF-16, in hex, as base64 in each of its three alignments. */
function spellings(phrase: string): Buffer[] {
  const plain = Buffer.from(phrase);
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift, 0x20), plain])
      .toString("base64")
      .slice(4, -4),
  );
  return [plain, Buffer.from(phrase, "utf16le"), Buffer.from(plain.toString("hex")), ...base64.map((text) => Buffer.from(text))];
}
