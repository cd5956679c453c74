import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { projectRoot } from "#server/process/project-root.ts";

/**
 * Real files to import, kept outside the repository. Where the folder is named or found, a missing file fails the test;
 * where there is none, `without` says so and the test is skipped.
 */
const named = process.env.REFERENCE_DIR;
const folder = resolve(projectRoot(), named ?? "../shared");

export const hasReference = named !== undefined || existsSync(folder);
if (!hasReference) console.info(`No reference files at ${folder}: the tests that read them are skipped.`);

export function referenceFile(path: string): Buffer {
  return readFileSync(join(folder, path));
}
