import { hasReference, referenceFile } from "../../reference.ts";

/** Worked inputs and outputs of independent software, and real series; beside the repository, never in it. */
export interface Vector<Input, Expected> {
  readonly id: string;
  readonly input: Input;
  readonly expected: Expected;
}

/** All vectors of a family, none where the folder is absent. The caller says what they look like. */
export function vectorsOf<Input, Expected>(family: string): readonly Vector<Input, Expected>[] {
  if (!hasReference) return [];
  return JSON.parse(referenceFile(`vectors/${family}.json`).toString("utf8")).vectors;
}

/** The rows of a table of figures, each a record by column name, quotes taken off. */
export function rowsOf(file: string): Record<string, string>[] {
  const [header = "", ...lines] = referenceFile(`data/${file}`).toString("utf8").trim().split(/\r?\n/);
  const cells = (line: string) => line.split(",").map((cell) => cell.replace(/^"|"$/g, ""));
  const names = cells(header);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, place) => [names[place] ?? "", cell])));
}
