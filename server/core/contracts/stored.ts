import type { z } from "zod";

/** What was found in a column of JSON text: its value, or the text as it stands where it cannot be read. */
export type StoredRead<Value> = { readonly read: true; readonly value: Value } | { readonly read: false; readonly text: string };

/** One kind of JSON text in the database: the only way to write it and to read it. */
export interface StoredJson<Value> {
  write(value: Value): string;
  read(text: string): StoredRead<Value>;
}

interface Declaration<Value> {
  /** What the value looks like now. */
  readonly schema: z.ZodType<Value>;
  /** The first makes version 2 of version 1, the next version 3 of version 2. A step is never taken out again. */
  readonly upgrades?: readonly ((value: unknown) => unknown)[];
}

/**
 * Declares one kind of stored JSON text. It is written as {"version":1,"value":…}; the version is one more than the number of
 * upgrades. Text that does not have exactly these two keys is what was stored before there were versions: version 1.
 *
 * @returns `read` gives the value in the shape of `schema`; or the text itself where it is no JSON, of a version that is not
 *   known here, or of another shape. It throws nothing.
 */
export function storedJson<Value>({ schema, upgrades = [] }: Declaration<Value>): StoredJson<Value> {
  const current = upgrades.length + 1;
  return {
    write: (value) => JSON.stringify({ version: current, value }),
    read: (text) => {
      try {
        const { version, value } = withVersion(JSON.parse(text));
        if (version > current) return { read: false, text };
        const upgraded = upgrades.slice(version - 1).reduce((before, upgrade) => upgrade(before), value);
        const parsed = schema.safeParse(upgraded);
        return parsed.success ? { read: true, value: parsed.data } : { read: false, text };
      } catch {
        // No JSON, or a step that did not meet what it was made for.
        return { read: false, text };
      }
    },
  };
}

function withVersion(stored: unknown): { version: number; value: unknown } {
  if (typeof stored !== "object" || stored === null || Object.keys(stored).length !== 2) return { version: 1, value: stored };
  if (!("version" in stored && "value" in stored) || !isVersion(stored.version)) return { version: 1, value: stored };
  return { version: stored.version, value: stored.value };
}

function isVersion(version: unknown): version is number {
  return Number.isInteger(version) && (version as number) >= 1;
}
