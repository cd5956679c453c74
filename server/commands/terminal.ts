import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { StartRefusal } from "#server/process/env.ts";

/** All of stdin, for `--password-stdin` and the like; one trailing line end is not part of it. */
export async function readStdin(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts)
    .toString("utf8")
    .replace(/\r?\n$/, "");
}

/**
 * Asks at the terminal; a `hidden` answer is not echoed.
 * @throws StartRefusal when the input ends without an answer
 */
export async function ask(question: string, { hidden }: { hidden: boolean }): Promise<string> {
  process.stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: hidden ? silent : process.stdout, terminal: hidden });
  // Without this an ended input leaves the question open and the process ends as if all were well.
  const ended = new Promise<never>((_resolve, reject) => {
    reader.once("close", () => reject(new StartRefusal("Nothing was typed, and nothing was changed.")));
  });
  try {
    return await Promise.race([reader.question(""), ended]);
  } finally {
    reader.close();
    process.stdout.write(hidden ? "\n" : "");
  }
}

/** The value after `--name` (or after `--name=`), and what stands alone. */
export function readArguments(given: readonly string[], names: readonly string[]): { options: Map<string, string>; rest: string[] } {
  const options = new Map<string, string>();
  const rest: string[] = [];
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] as string;
    if (!word.startsWith("--")) {
      rest.push(word);
      continue;
    }
    const [name = "", value] = word.slice(2).split(/=(.*)/s);
    if (value !== undefined) options.set(name, value);
    else if (names.includes(name)) {
      at += 1;
      options.set(name, given[at] ?? "");
    } else options.set(name, "yes");
  }
  return { options, rest };
}
