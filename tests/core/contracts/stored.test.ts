import { describe, expect, it } from "vitest";
import { z } from "zod";
import { storedJson } from "#core/contracts/stored.ts";

/** A made-up kind: version 1 was a bare text, version 2 a list of texts, version 3 names its list. */
const kind = storedJson<{ names: string[] }>({
  schema: z.object({ names: z.array(z.string()) }),
  upgrades: [(text) => [text], (names) => ({ names: (names as string[]).map((name) => name.trim()) })],
});

describe("stored JSON text", () => {
  it("carries its version and is read as it was written", () => {
    expect(kind.write({ names: ["Dana"] })).toBe('{"version":3,"value":{"names":["Dana"]}}');
    expect(kind.read(kind.write({ names: ["Dana"] }))).toEqual({ read: true, value: { names: ["Dana"] } });
  });

  it.each([
    ["without a version as version 1", '" Dana"'],
    ["of version 1", '{"version":1,"value":" Dana"}'],
    ["of version 2", '{"version":2,"value":[" Dana"]}'],
  ])("%s is brought up step by step", (_, text) => expect(kind.read(text)).toEqual({ read: true, value: { names: ["Dana"] } }));

  it.each([
    ["of a version not known yet", '{"version":4,"value":{"names":[]}}'],
    ["of another shape", '{"version":3,"value":{"names":[1]}}'],
    ["that stops a step", '{"version":2,"value":7}'],
    ["that is no JSON", '{"version":3'],
    ["that is empty", ""],
  ])("%s is handed back as text", (_, text) => expect(kind.read(text)).toEqual({ read: false, text }));

  it("takes for a version only what it wrote itself: two keys, and a whole number from 1", () => {
    const anything = storedJson<unknown>({ schema: z.unknown() });
    for (const value of [
      { version: 0, value: 1 },
      { version: "1", value: 1 },
      { version: 1, value: 1, more: 1 },
      { version: 1, worth: 1 },
    ]) {
      expect(anything.read(JSON.stringify(value))).toEqual({ read: true, value });
    }
  });
});
