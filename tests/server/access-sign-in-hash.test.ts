import { expect, it, vi } from "vitest";
import { hashPassword, verifyPassword } from "#server/access/password.ts";
import { NOBODY } from "#server/database/database.ts";
import { openRecord } from "./harness.ts";
import { OWNER, serve, signIn } from "./web.ts";

// Calls are recorded and go through to the real functions.
vi.mock("#server/access/password.ts", { spy: true });

/** The setting that makes a hash as costly as it is: "$argon2id$v=19$m=19456,t=2,p=1". */
const costOf = (hash: string) => hash.split("$").slice(0, 4).join("$");

// A clock would show the same, but not on a busy machine: without the hash an unknown e-mail is answered in a tenth of the time.
it("an unknown e-mail costs one hash, with the setting of a wrong password, so that time does not tell which e-mails exist", async () => {
  const record = await openRecord();
  const { newBrowser } = await serve(record);
  await record.asNobody.practice.setUp(OWNER);
  const { password: stored } = await record.services.database.read(NOBODY).prisma.credential.findFirstOrThrow();
  const browser = newBrowser();

  vi.clearAllMocks();
  expect((await signIn(browser, { password: "not this password" })).status).toBe(401);
  expect(vi.mocked(verifyPassword).mock.calls).toEqual([[{ hash: stored, password: "not this password" }]]);
  expect(hashPassword).not.toHaveBeenCalled();

  vi.clearAllMocks();
  expect((await signIn(browser, { email: "nobody@willow.test", password: "not this password" })).status).toBe(401);
  expect(verifyPassword).not.toHaveBeenCalled();
  expect(vi.mocked(hashPassword).mock.calls).toEqual([["not this password"]]);
  const computed = (await vi.mocked(hashPassword).mock.results[0]?.value) ?? "";
  expect(costOf(computed)).toMatch(/^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+$/);
  expect(costOf(computed)).toBe(costOf(stored ?? ""));
});
