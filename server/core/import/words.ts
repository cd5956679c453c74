/** How a therapist's words are compared: without spaces around and between, without case. What is stored stays as written. */
export function sameWords(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

/** Splits the cells of a list column. A semicolon, bar or line break anywhere in the column parts; else commas do. */
export function listSplitter(cells: readonly string[]): (cell: string) => string[] {
  const mark = cells.some((cell) => /[;|\n]/.test(cell.trim())) ? /[;|\n]/ : /,/;
  return (cell) =>
    cell
      .split(mark)
      .map((part) => part.trim())
      .filter((part) => part !== "");
}

/** Different texts with how often each stands there, most frequent first; the first spelling speaks for all. */
export function tallied(texts: Iterable<string>): { text: string; times: number }[] {
  const found = new Map<string, { text: string; times: number }>();
  for (const text of texts) {
    const key = sameWords(text);
    if (key === "") continue;
    const known = found.get(key);
    if (known) known.times += 1;
    else found.set(key, { text: text.trim(), times: 1 });
  }
  return [...found.values()].sort((one, other) => other.times - one.times);
}
