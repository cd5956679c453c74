import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Worked inputs and outputs of independent software, and real series; beside the repository, never in it. */
const FOLDER = process.env.REFERENCE_DIR ?? join(process.cwd(), "../shared");

/** A folder asked for by name must be there: then a missing one fails, like any missing file of one that is. */
export const referenceIsHere = process.env.REFERENCE_DIR !== undefined || existsSync(FOLDER);

export const unlessAbsent = referenceIsHere ? "" : " (skipped: no reference folder beside the repository)";

export interface Vector<Input, Expected> {
  readonly id: string;
  readonly input: Input;
  readonly expected: Expected;
}

/** All vectors of a family, none where the folder is absent. The caller says what they look like. */
export function vectorsOf<Input, Expected>(family: string): readonly Vector<Input, Expected>[] {
  if (!referenceIsHere) return [];
  return JSON.parse(readFileSync(join(FOLDER, "vectors", `${family}.json`), "utf8")).vectors;
}

/** The rows of a table of figures, each a record by column name, quotes taken off. */
export function rowsOf(file: string): Record<string, string>[] {
  const [header = "", ...lines] = readFileSync(join(FOLDER, "data", file), "utf8")
    .trim()
    .split(/\r?\n/);
  const cells = (line: string) => line.split(",").map((cell) => cell.replace(/^"|"$/g, ""));
  const names = cells(header);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, place) => [names[place] ?? "", cell])));
}
