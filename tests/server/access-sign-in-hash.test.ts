import * as argon2 from "@node-rs/argon2";
import { expect, it, vi } from "vitest";
import { NOBODY } from "#server/database/database.ts";
import { openRecord } from "./harness.ts";
import { OWNER, serve, signIn } from "./web.ts";

// Calls are recorded and go through to the real library.
vi.mock("@node-rs/argon2", { spy: true });

/** The setting that makes a hash as costly as it is: "$argon2id$v=19$m=19456,t=2,p=1". */
const costOf = (hash: string) => hash.split("$").slice(0, 4).join("$");

// A clock would show the same, but not on a busy machine: without the hash an unknown e-mail answers in a tenth of the time.
it("an unknown e-mail costs one hash, with the setting of a wrong password, so that time does not tell which e-mails exist", async () => {
  const record = await openRecord();
  const { newBrowser } = await serve(record);
  await record.asNobody.practice.setUp(OWNER);
  const { password: stored } = await record.services.database.read(NOBODY).prisma.credential.findFirstOrThrow();
  const browser = newBrowser();

  vi.clearAllMocks();
  expect((await signIn(browser, { password: "not this password" })).status).toBe(401);
  expect(vi.mocked(argon2.verify).mock.calls).toEqual([[stored, "not this password"]]);
  expect(argon2.hash).not.toHaveBeenCalled();

  vi.clearAllMocks();
  expect((await signIn(browser, { email: "nobody@willow.test", password: "not this password" })).status).toBe(401);
  expect(argon2.verify).not.toHaveBeenCalled();
  expect(vi.mocked(argon2.hash).mock.calls.map(([password]) => password)).toEqual(["not this password"]);
  const computed = await vi.mocked(argon2.hash).mock.results[0]?.value;
  expect(costOf(computed)).toMatch(/^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+$/);
  expect(costOf(computed)).toBe(costOf(stored ?? ""));
});
