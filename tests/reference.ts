import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { projectRoot } from "#server/process/project-root.ts";

/**
 * Real files, kept outside the repository. Where the folder is named or found, a missing file fails the test; where there is
 * none, the test is skipped, its name ends with the reason, and its twin with typed-in figures runs.
 */
const named = process.env.REFERENCE_DIR?.trim();
const folder = resolve(projectRoot(), named || "../shared");

/** REFERENCE_DIR set to nothing says that there is none. */
export const hasReference = named === undefined ? existsSync(folder) : named !== "";

export const unlessAbsent = hasReference ? "" : " (skipped: no reference folder beside the repository)";

export function referenceFile(path: string): Buffer {
  return readFileSync(join(folder, path));
}
