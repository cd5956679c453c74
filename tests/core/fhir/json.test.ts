import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "#core/fhir/json.ts";

const lineAndWords = (text: string) => {
  const found = readJson(text);
  return found.read ? "read" : [found.line, found.words];
};

describe("a JSON file that is broken", () => {
  it("names the line whose comma is missing, not the one in which the reader stumbles", () =>
    expect(lineAndWords('{\n  "a": 1\n  "b": 2\n}')).toEqual([2, "a comma is missing here, before line 3 goes on (column 9)."]));

  it("names a comma missing within a line", () => expect(lineAndWords("[1 2]")).toEqual([1, "a comma is missing here (column 3)."]));

  it("names a comma missing between two objects of a list, behind the bracket that ends the first", () =>
    expect(lineAndWords('[\n  {\n    "a": 1\n  }\n  { "b": 2 }\n]')).toEqual([4, "a comma is missing here, before line 5 goes on (column 4)."]));

  it.each([
    ["", 1, "the file is empty (column 1)."],
    ["\r\n\r\n", 3, "the file is empty (column 1)."],
    ['{\n"a": 1,\n}', 2, "a comma stands here with nothing after it (column 7)."],
    ['{\n"a": [1,\n2', 3, "the file breaks off here; the “[” of line 2 is not closed (column 2)."],
    ['{"a"\n 1}', 2, "a colon is missing here (column 2)."],
    ["{\n a: 1}", 2, "a name in double quotation marks is missing here (column 2)."],
    ['{"a": True}', 1, "“True” stands without quotation marks (column 7)."],
    ["{\"a\": 'x'}", 1, "text stands in double quotation marks, not in single ones (column 7)."],
    ['{"a": 01}', 1, "this is not a number (column 7)."],
    ['{"a": "x\n"}', 1, "the closing quotation mark of this text is missing (column 7)."],
    ['{"a": "\\x"}', 1, "a backslash stands here that means nothing (column 8)."],
    ['{"a": "\t"}', 1, "a control character stands in this text (column 8)."],
    ['{"a": }', 1, "a value is missing here (column 7)."],
    ["{}\n{}", 2, "the file goes on after its end (column 1)."],
    ["[1; 2]", 1, "a comma or “]” is missing here (column 3)."],
  ])("%j is told by its place", (text, line, words) => expect(lineAndWords(text)).toEqual([line, words]));

  it("is told where it is nothing but brackets, too", () =>
    expect(lineAndWords("[".repeat(100_000))).toEqual([1, expect.stringMatching(/too deeply/)]));
});

describe("a JSON file that is sound", () => {
  it("is read with a byte order mark and whatever line ends", () => expect(readJson('\uFEFF{\r\n"a":\r1}')).toEqual({ read: true, value: { a: 1 } }));

  it("is read exactly where the platform reads it", () =>
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom("", ",", '"', "}", "x", "\\"), (json, place, what) => {
        const at = place % (json.length + 1);
        const text = what === "" ? json : json.slice(0, at) + what + json.slice(at);
        const platform = (() => {
          try {
            return { read: true, value: JSON.parse(text) as unknown };
          } catch {
            return { read: false };
          }
        })();
        expect(readJson(text)).toMatchObject(platform);
      }),
      { seed: 7, numRuns: 400 },
    ));
});
