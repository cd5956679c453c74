import { describe, expect, it } from "vitest";
import { newPlace, OWNER, runCommand, send, setUpOwner, signIn, startServer } from "./server-process.ts";

const COMMAND = ["server/commands/reset-password.ts", "--email", "INES@willow.test", "--password-stdin"];
const NEW_PASSWORD = "a harbor wall in november";

describe("a forgotten password", () => {
  it("is reset while the server runs: other sign-ins end, the limit starts afresh, the trail says so", async () => {
    const place = newPlace();
    const running = await startServer(place);
    const { cookie } = await setUpOwner(running);
    for (let guess = 0; guess < 11; guess += 1) {
      await send(running.url, { path: "/api/access/sign-in", body: { email: OWNER.email, password: `guess number ${guess}` } });
    }
    await expect(signIn(running)).rejects.toThrow(/429/);

    const weak = await runCommand(place, COMMAND, "too short\n");
    expect(weak).toMatchObject({ code: 1, output: expect.stringContaining("too short") });
    const unknown = await runCommand(place, ["server/commands/reset-password.ts", "--email", "nobody@willow.test", "--password-stdin"], NEW_PASSWORD);
    expect(unknown).toMatchObject({ code: 1, output: "Nobody signs in with that e-mail address.\n" });

    const reset = await runCommand(place, COMMAND, `${NEW_PASSWORD}\n`);
    expect(reset).toEqual({ code: 0, output: "The password is reset; 1 sign-in ended.\n" });
    expect((await send(running.url, { path: "/api/trpc/practice.me", cookie })).status).toBe(401);
    await expect(signIn(running)).rejects.toThrow(/401/);
    const fresh = await signIn(running, { email: OWNER.email, password: NEW_PASSWORD });
    expect((await send(running.url, { path: "/api/trpc/practice.me", cookie: fresh })).status).toBe(200);
    expect(running.output()).not.toContain("harbor wall");
    await running.end("SIGTERM");
    expect((await runCommand(place, ["server/commands/verify-audit.ts"])).code).toBe(0);
  }, 60_000);

  it("is reset while no server runs", async () => {
    const place = newPlace();
    const running = await startServer(place);
    await setUpOwner(running);
    // Killed: the channel it left behind answers nobody.
    await running.end("SIGKILL");
    expect(await runCommand(place, COMMAND, NEW_PASSWORD)).toMatchObject({ code: 0 });
    const again = await startServer(place);
    expect(await signIn(again, { email: OWNER.email, password: NEW_PASSWORD })).toMatch(/^open-chair=/);
    await again.end("SIGTERM");
  }, 60_000);
});
