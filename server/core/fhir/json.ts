/** JSON text read strictly: its value, or the place where it breaks off, in words. */
export type JsonText = { readonly read: true; readonly value: unknown } | { readonly read: false; readonly line: number; readonly words: string };

/** Deeper than any questionnaire; a file of brackets alone must not exhaust the stack. */
const DEEPEST = 200;

/**
 * Reads JSON and, where it is none, says in which line and why. The messages of `JSON.parse` differ from one version of the
 * platform to the next, so the place is looked for here.
 *
 * @returns the value; or the line (from 1) with words that name the column. A missing comma is told of the line it is missing in,
 *   which is not the line in which the reader stumbles.
 */
export function readJson(given: string): JsonText {
  const text = given.startsWith("\uFEFF") ? given.slice(1) : given;
  const fault = new Scan(text).fault();
  if (fault) {
    const { line, column } = placeOf(text, fault.at);
    const next = fault.meets === undefined ? "" : `, before line ${placeOf(text, fault.meets).line} goes on`;
    return { read: false, line, words: `${fault.words}${next} (column ${column}).` };
  }
  return { read: true, value: JSON.parse(text) as unknown };
}

interface Fault {
  readonly at: number;
  readonly words: string;
  /** Where the reader stumbled, when that is elsewhere. */
  readonly meets?: number;
}

class Stumble extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.words);
    this.fault = fault;
  }
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1) as string).length + 1 };
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_][\w-]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** Below this all characters are control characters, which JSON text spells out. */
const FIRST_PLAIN = " ";

/** Walks JSON by its grammar (RFC 8259) and builds nothing: only the first fault is asked for. */
class Scan {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  fault(): Fault | null {
    try {
      this.space();
      if (this.at >= this.text.length) this.stumble("the file is empty");
      this.value(0);
      this.space();
      if (this.at < this.text.length) this.stumble("the file goes on after its end");
      return null;
    } catch (caught) {
      if (caught instanceof Stumble) return caught.fault;
      throw caught;
    }
  }

  private stumble(words: string, at = this.at, meets?: number): never {
    throw new Stumble(meets === undefined ? { at, words } : { at, words, meets });
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined || found === "") return null;
    this.at += found.length;
    return found;
  }

  private space(): void {
    while (" \t\n\r".includes(this.text[this.at] ?? "x")) this.at += 1;
  }

  private value(depth: number): void {
    if (depth > DEEPEST) this.stumble("brackets are nested too deeply");
    const start = this.text[this.at];
    if (start === "{") this.members(depth, "}");
    else if (start === "[") this.members(depth, "]");
    else if (start === '"') this.string();
    else this.scalar(start);
  }

  private scalar(start: string | undefined): void {
    const from = this.at;
    if (start === "-" || (start !== undefined && start >= "0" && start <= "9")) {
      if (this.take(NUMBER) === null || /[\w.+-]/.test(this.text[this.at] ?? "")) this.stumble("this is not a number", from);
      return;
    }
    const word = this.take(WORD);
    if (word === "true" || word === "false" || word === "null") return;
    if (word !== null) this.stumble(`“${word.slice(0, 40)}” stands without quotation marks`, from);
    if (start === "'") this.stumble("text stands in double quotation marks, not in single ones");
    this.stumble(start === undefined ? "the file breaks off here" : "a value is missing here");
  }

  /** What stands between brackets: values, or keys with values. */
  private members(depth: number, closing: "}" | "]"): void {
    const opened = this.at;
    this.at += 1;
    this.space();
    if (this.text[this.at] === closing) {
      this.at += 1;
      return;
    }
    for (;;) {
      if (closing === "}") this.key(opened);
      this.value(depth + 1);
      const ended = this.at;
      this.space();
      const next = this.text[this.at];
      if (next === closing) {
        this.at += 1;
        return;
      }
      if (next === undefined) this.unclosed(opened);
      if (next !== ",") this.notGoingOn(ended, closing);
      const comma = this.at;
      this.at += 1;
      this.space();
      if (this.text[this.at] === closing) this.stumble("a comma stands here with nothing after it", comma);
    }
  }

  private key(opened: number): void {
    const start = this.text[this.at];
    if (start === undefined) this.unclosed(opened);
    if (start !== '"') this.stumble("a name in double quotation marks is missing here");
    this.string();
    this.space();
    if (this.text[this.at] !== ":") this.stumble("a colon is missing here");
    this.at += 1;
    this.space();
  }

  private notGoingOn(ended: number, closing: string): never {
    const meets = this.at;
    const startsAnother = /["{[\-\dtfn]/.test(this.text[meets] ?? "");
    if (!startsAnother) this.stumble(`a comma or “${closing}” is missing here`);
    const sameLine = placeOf(this.text, ended).line === placeOf(this.text, meets).line;
    this.stumble("a comma is missing here", ended, sameLine ? undefined : meets);
  }

  private unclosed(opened: number): never {
    const { line } = placeOf(this.text, opened);
    this.stumble(`the file breaks off here; the “${this.text[opened]}” of line ${line} is not closed`);
  }

  private string(): void {
    const from = this.at;
    this.at += 1;
    for (;;) {
      const next = this.text[this.at];
      if (next === '"') {
        this.at += 1;
        return;
      }
      if (next === "\\") {
        if (this.take(ESCAPE) === null) this.stumble("a backslash stands here that means nothing");
      } else if (next === undefined || next === "\n" || next === "\r") this.stumble("the closing quotation mark of this text is missing", from);
      else if (next < FIRST_PLAIN) this.stumble("a control character stands in this text");
      else this.at += 1;
    }
  }
}
