import { verifyAudit } from "#server/audit/audit.ts";
import { auditSentence } from "#server/database/backup.ts";
import { askServer } from "#server/process/control.ts";
import { StartRefusal } from "#server/process/env.ts";
import { runCommand, say, withRecord } from "./run.ts";

/** `npm run verify-audit`: is the trail as it was written? Exit code 2 when not. */
runCommand(async (environment) => {
  const asked = await askServer(environment.dataDir, "verify-audit", {});
  if (asked && "fault" in asked) throw new StartRefusal(`The running server could not check the trail (${asked.fault}).`);
  const verdict = asked ? asked.answer : await withRecord(environment, ({ database, keys }) => verifyAudit(database, keys.audit));
  say(auditSentence(verdict));
  return verdict.sound ? 0 : 2;
});
