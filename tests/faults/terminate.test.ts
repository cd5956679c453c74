import { existsSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DATABASE_FILE } from "#server/keys/keys.ts";
import { newPlace, openCase, runCommand, send, setUpOwner, signIn, startServer, wholeSession } from "./server-process.ts";

describe("stopping the server", () => {
  it("during 50 writes answers each or refuses it, and ends within 5 seconds", async () => {
    const place = newPlace();
    const running = await startServer(place);
    const { cookie } = await setUpOwner(running);
    const caseId = await openCase(running, cookie);
    const agent = new Agent({ keepAlive: true, maxSockets: 50 });
    const writes = Array.from({ length: 50 }, () => send(running.url, { path: "/api/trpc/sessions.log", body: wholeSession(caseId), cookie, agent }));
    const settled = Promise.allSettled(writes);
    await Promise.race(writes);
    const ended = await running.end("SIGTERM");
    const answers = await settled;
    agent.destroy();
    expect(ended.code).toBe(0);
    expect(ended.ms).toBeLessThan(5_000);

    const acknowledged = answers.flatMap((one) =>
      one.status === "fulfilled" && one.value.status === 200 ? [one.value.json.result.data.sessionId] : [],
    );
    expect(acknowledged.length).toBeGreaterThan(0);
    const again = await startServer(place);
    for (const sessionId of acknowledged) {
      const shown = await send(again.url, { path: "/api/trpc/sessions.show", body: { caseId, sessionId }, cookie });
      expect(shown.status).toBe(200);
    }
    // What was not acknowledged may be sent again with its key and is one row, whether or not it had been written.
    expect((await again.end("SIGTERM")).code).toBe(0);
    expect(existsSync(join(place.dataDir, "control"))).toBe(false);
  }, 60_000);
});

describe("a start that cannot go on", () => {
  it("says so in one sentence when another Open Chair has the data folder, and leaves that one in peace", async () => {
    const place = newPlace();
    const first = await startServer(place);
    const { cookie } = await setUpOwner(first);
    await expect(startServer(place)).rejects.toThrow(/^ended with 1: Another Open Chair has this data folder open\.[^\n]*\n$/);
    await openCase(first, cookie);
    expect((await runCommand(place, ["server/commands/verify-audit.ts"])).output).toMatch(/^The audit trail is sound/);
    expect((await first.end("SIGTERM")).code).toBe(0);
  }, 60_000);

  it("says so when the key is missing, wrong, or the file is no database", async () => {
    const place = newPlace();
    const first = await startServer(place);
    const { recoveryKey, keyFile } = await setUpOwner(first);
    await first.end("SIGTERM");

    rmSync(keyFile);
    await expect(startServer(place)).rejects.toThrow(/The key of this data folder is missing .* recovery key/);
    writeFileSync(keyFile, `${"0".repeat(64)}\n`, { mode: 0o600 });
    await expect(startServer(place)).rejects.toThrow(/does not belong to this data folder/);

    rmSync(keyFile);
    const wrong = await runCommand(place, ["server/commands/restore.ts", "--key-only", "--recovery-key-stdin"], "ABCD-EFGH");
    expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining("has a mistake in it") });
    const back = await runCommand(place, ["server/commands/restore.ts", "--key-only", "--recovery-key-stdin"], recoveryKey.toLowerCase());
    expect(back.code).toBe(0);
    const again = await startServer(place);
    await again.end("SIGTERM");

    writeFileSync(join(place.dataDir, DATABASE_FILE), "this was a database once, and is now a page of something else".repeat(200));
    await expect(startServer(place)).rejects.toThrow(/The data file is damaged/);
  }, 90_000);

  it("says so when the data file of a practice in use is gone or empty, instead of beginning a new practice; a restore brings it back", async () => {
    const place = newPlace();
    const first = await startServer(place);
    const { cookie } = await setUpOwner(first);
    const caseId = await openCase(first, cookie);
    const backup = join(place.folder, "backup");
    expect((await runCommand(place, ["server/commands/backup.ts", backup])).code).toBe(0);
    await first.end("SIGTERM");
    const file = join(place.dataDir, DATABASE_FILE);

    truncateSync(file, 0);
    await expect(startServer(place)).rejects.toThrow(/The data file of this practice is empty.*npm run restore.*away/);
    rmSync(file);
    await expect(startServer(place)).rejects.toThrow(/The data file of this practice is gone.*npm run restore/);
    expect((await runCommand(place, ["server/commands/verify-audit.ts"])).code).toBe(1);
    expect(existsSync(file)).toBe(false);

    const restored = await runCommand(place, ["server/commands/restore.ts", backup]);
    expect(restored, restored.output).toMatchObject({ code: 0 });
    const again = await startServer(place);
    const fresh = await signIn(again);
    expect((await send(again.url, { path: "/api/trpc/cases.show", body: { caseId }, cookie: fresh })).status).toBe(200);
    await again.end("SIGTERM");
  }, 90_000);

  it("names the variable that is wrong", async () => {
    const ended = await runCommand({ ...newPlace(), keyDir: "" }, ["-e", 'process.env.PORT="eighty"; import("#server/index.ts")']);
    expect(ended).toEqual({ code: 1, output: "PORT must be a whole number from 0 to 65535.\n" });
  }, 30_000);
});
