import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { dayIn, isDay } from "#core/day.ts";
import { runCommand, say, withRecord } from "#server/commands/run.ts";
import { readArguments } from "#server/commands/terminal.ts";
import { DATABASE_FILE, PRACTICE_ID_FILE } from "#server/keys/keys.ts";
import { StartRefusal } from "#server/process/env.ts";
import { BENCH_TIME_ZONE, buildPractice } from "./build.ts";

const NUMBERS = { clinicians: 1, cases: 12, sessions: 240, seed: 1 } as const;

/**
 * `npm run sample -- --clinicians N --cases N --sessions N --seed S [--dir DATA_DIR]`: a fictional practice of any size in a
 * data folder that holds none. `cases` and `sessions` are of the whole practice; `--today YYYY-MM-DD` fixes the day it ends on.
 */
runCommand(async (environment) => {
  const { options, rest } = readArguments(process.argv.slice(2), [...Object.keys(NUMBERS), "dir", "today"]);
  const unknown = [...rest, ...[...options.keys()].filter((name) => !(name in NUMBERS) && name !== "dir" && name !== "today")];
  if (unknown.length > 0) throw new StartRefusal(`"${unknown[0]}" is not understood: say --clinicians, --cases, --sessions, --seed or --dir.`);
  const dataDir = options.has("dir") ? resolve(options.get("dir") ?? "") : environment.dataDir;
  if (existsSync(join(dataDir, DATABASE_FILE)) || existsSync(join(dataDir, PRACTICE_ID_FILE))) {
    throw new StartRefusal(`${dataDir} already holds a practice. Name an empty folder with --dir; nothing was changed.`);
  }
  const [clinicians, cases, sessions, seed] = [
    numberOf(options, "clinicians"),
    numberOf(options, "cases"),
    numberOf(options, "sessions"),
    numberOf(options, "seed"),
  ];
  if (clinicians < 1) throw new StartRefusal("--clinicians must be 1 or more.");
  if (sessions > 0 && cases < 1) throw new StartRefusal("--cases must be 1 or more to hold sessions.");
  const today = options.get("today") ?? dayIn(new Date(), BENCH_TIME_ZONE);
  if (!isDay(today)) throw new StartRefusal("--today must be a day such as 2026-03-09.");
  const began = performance.now();
  const built = await withRecord({ ...environment, dataDir }, (services) => buildPractice(services, { clinicians, cases, sessions, seed, today }));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`Built a fictional practice in ${dataDir}: ${clinicians} clinicians, ${cases} cases, ${sessions} sessions (${seconds} s).`);
  say(`Sign in as ${built.email} with the password "${built.password}".`);
  return 0;
});

function numberOf(options: ReadonlyMap<string, string>, name: keyof typeof NUMBERS): number {
  const typed = options.get(name) ?? String(NUMBERS[name]);
  if (!/^\d{1,9}$/.test(typed)) throw new StartRefusal(`--${name} must be a whole number.`);
  return Number(typed);
}
