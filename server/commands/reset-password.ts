import { isRefusal, type Refusal } from "#core/vocabulary/refusal.ts";
import { resetPassword } from "#server/access/reset-password.ts";
import { askServer } from "#server/process/control.ts";
import { StartRefusal } from "#server/process/env.ts";
import { runCommand, say, withRecord } from "./run.ts";
import { ask, readArguments, readStdin } from "./terminal.ts";

/** `npm run reset-password -- --email A@B [--password-stdin]`: for a forgotten password; there is no mail server. */
runCommand(async (environment) => {
  const { options } = readArguments(process.argv.slice(2), ["email"]);
  const email = options.get("email");
  if (!email) throw new StartRefusal("Say whose password: npm run reset-password -- --email name@example.org.");
  const request = { email, password: options.has("password-stdin") ? await readStdin() : await askTwice() };
  const asked = await askServer(environment.dataDir, "reset-password", request);
  if (asked && "fault" in asked) throw new StartRefusal(`The running server could not reset the password (${asked.fault}).`);
  const done = asked ? asked.answer : await withRecord(environment, (services) => resetPassword(services, request));
  if (isRefusal(done)) throw new StartRefusal(sentenceFor(done));
  say(`The password is reset; ${done.endedSignIns} sign-in${done.endedSignIns === 1 ? "" : "s"} ended.`);
  return 0;
});

async function askTwice(): Promise<string> {
  const first = await ask("New password (12 characters or more): ", { hidden: true });
  const second = await ask("Once more: ", { hidden: true });
  if (first !== second) throw new StartRefusal("The two were not the same; nothing was changed.");
  return first;
}

function sentenceFor(refusal: Refusal): string {
  if (refusal.refused === "not-found") return "Nobody signs in with that e-mail address.";
  return "That password is too short or among the first a guesser tries: take 12 characters or more.";
}
