import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { BENCH_EMAIL, BENCH_PASSWORD, buildPractice } from "#sample/build.ts";
import { createDice } from "#sample/dice.ts";
import { verifyPassword } from "#server/access/password.ts";
import { mintClinicianScope } from "#server/access/scope.ts";
import { verifyAudit } from "#server/audit/audit.ts";
import { NOBODY } from "#server/database/database.ts";
import { appRouter } from "#server/http/app-router.ts";
import { createCallerFactory } from "#server/http/trpc.ts";
import { projectRoot } from "#server/process/project-root.ts";
import { openRecord } from "./harness.ts";
import { rowsOf } from "./rows.ts";

const SIZE = { clinicians: 2, cases: 5, sessions: 63, seed: 7, today: "2026-03-09" };

async function givenBuilt(size = SIZE) {
  const record = await openRecord();
  const built = await buildPractice(record.services, size);
  const [clinicianId = ""] = built.clinicianIds;
  const who = mintClinicianScope({ clinicianId, practiceId: built.practiceId, role: "owner", timeZone: "UTC", signInId: "test" });
  const api = createCallerFactory(appRouter)({ services: record.services, who, locked: false });
  const rows = (sql: string) => rowsOf(record.services.database, sql);
  return { ...record, built, api, rows };
}

describe("a practice built in bulk", () => {
  it("has as many cases and sessions as asked for, dealt out evenly, none on a weekend or after today", async () => {
    const { rows } = await givenBuilt();
    const counts = await rows(
      `SELECT c."clinicianId", COUNT(*) AS n FROM "occasion" o JOIN "couple_case" c ON c."id" = o."caseId" GROUP BY o."caseId"`,
    );
    expect(counts.map((row) => (row as { n: number }).n).sort()).toEqual([12, 12, 13, 13, 13]);
    expect(new Set(counts.map((row) => (row as { clinicianId: string }).clinicianId)).size).toBe(2);
    const wrong = await rows(`SELECT "day" FROM "occasion" WHERE strftime('%w', "day") IN ('0', '6') OR "day" >= '2026-03-09'`);
    expect(wrong).toEqual([]);
  });

  it("leaves no row without its parent and no entry of the trail out of place", async () => {
    const { services, rows } = await givenBuilt();
    expect(await rows("PRAGMA foreign_key_check")).toEqual([]);
    expect(await rows("PRAGMA foreign_keys")).toEqual([{ foreign_keys: 1 }]);
    // Practice, two clinicians, five cases, 63 sessions.
    expect(await verifyAudit(services.database, services.keys.audit)).toEqual({ sound: true, entries: 71 });
    const rated = await rows(`SELECT MIN("value") AS low, MAX("value") AS high, SUM("value" <> CAST("value" AS INTEGER)) AS broken FROM "rating"`);
    expect(rated).toMatchObject([{ broken: 0 }]);
  });

  it("is read by the app like any other", async () => {
    const { api, built } = await givenBuilt();
    const view = await api.caseload.read();
    expect(view.rows.map((row) => row.caseId).sort()).toEqual(built.caseIds.slice(0, view.rows.length).sort());
    const { occasions } = await api.timeline.read({ caseId: built.caseIds[0] ?? "" });
    expect(occasions).toHaveLength(12);
    expect((await api.practice.me()).practiceName).toContain("fictional");
  });

  it("is the same for the same seed and another for another", async () => {
    const everything = `SELECT "id", "day", "attendance" FROM "occasion" ORDER BY "id"`;
    const [one, same, other] = [await givenBuilt(), await givenBuilt(), await givenBuilt({ ...SIZE, seed: 8 })];
    expect(await same.rows(everything)).toEqual(await one.rows(everything));
    expect(await other.rows(everything)).not.toEqual(await one.rows(everything));
  });

  it("lets its first clinician sign in with the password that is printed", async () => {
    const { services, built } = await givenBuilt();
    const [credential] = await services.database.read(NOBODY).prisma.credential.findMany({ include: { clinician: true } });
    expect(credential?.clinician.email).toBe("bench@example.test");
    expect([built.email, built.password]).toEqual([BENCH_EMAIL, BENCH_PASSWORD]);
    expect(await verifyPassword({ hash: credential?.password ?? "", password: built.password })).toBe(true);
  });

  it("never mixes into a record that holds a practice already", async () => {
    const { services } = await givenBuilt();
    await expect(buildPractice(services, { ...SIZE, seed: 9 })).rejects.toThrow("already holds a practice");
    expect(await services.database.read(NOBODY).prisma.practice.count()).toBe(1);
  });
});

describe("npm run sample", () => {
  it("builds into an empty folder, prints the sign-in, and refuses the folder the second time", () => {
    const folder = mkdtempSync(join(tmpdir(), "open-chair-sample-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const run = () =>
      spawnSync(
        process.execPath,
        ["node_modules/tsx/dist/cli.mjs", "prisma/sample/command.ts", "--cases", "2", "--sessions", "6", "--dir", join(folder, "data")],
        {
          cwd: projectRoot(),
          env: { ...process.env, KEY_DIR: join(folder, "keys") },
          encoding: "utf8",
        },
      );
    const first = run();
    expect(first.stderr).toBe("");
    expect(first.stdout).toContain("bench@example.test");
    expect(existsSync(join(folder, "data", "open-chair.sqlite"))).toBe(true);
    const second = run();
    expect(second.status).toBe(1);
    expect(second.stderr).toContain("already holds a practice");
  });
});

describe("seeded dice", () => {
  it("throw every face about as often, and never outside", () => {
    const dice = createDice(11);
    const counts = [0, 0, 0, 0, 0, 0];
    for (let throws = 0; throws < 60_000; throws += 1) {
      const face = dice.whole(1, 6);
      counts[face - 1] = (counts[face - 1] ?? Number.NaN) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
  it("make ids that do not repeat, look like the app's own and stand in order of time", () => {
    const dice = createDice(12);
    const ids = Array.from({ length: 20_000 }, () => dice.id("2026-03-09"));
    expect(new Set(ids).size).toBe(20_000);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });
});
