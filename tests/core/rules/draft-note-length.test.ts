import { expect, it } from "vitest";
import { NoteText } from "#core/contracts/fields.ts";
import { NOTE_LIMIT } from "#core/fields/text-limits.ts";
import { tooLongNote } from "#core/rules/note-length.ts";
import { SHIFT_MEANINGS } from "#core/vocabulary/shift.ts";

it("a note too long to finish is named with its count and the limit, and the limit is the one Finish holds", () => {
  expect(tooLongNote("x".repeat(200_000))).toBe("This note has 200,000 characters; 100,000 is the most. Shorten it: nothing else is lost.");
  expect(tooLongNote("x".repeat(100_000))).toBeNull();
  expect([NOTE_LIMIT, NOTE_LIMIT + 1].map((length) => NoteText.safeParse("x".repeat(length)).success)).toEqual([true, false]);
});

it("a boundary crossed is not proposed as one partner's", () => expect(SHIFT_MEANINGS["boundary-crossed"].who).toBe("both"));
