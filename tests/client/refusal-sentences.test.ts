import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { FAULT_SENTENCE, REFUSAL_SENTENCES, UNREACHABLE_SENTENCE } from "#client/api/refusal-sentences.ts";
import { RefusedError, refusalInAnswer, refusalOf, sentenceAtField, sentenceFor } from "#client/api/refusals.ts";
import { REFUSAL_CODES } from "#core/vocabulary/refusal.ts";

/** An error as tRPC hands it to the screens: the wire's `error.data`. */
function wireError(refusal: unknown): TRPCClientError<never> {
  return TRPCClientError.from({ error: { message: "refused", code: -32600, data: { code: "BAD_REQUEST", httpStatus: 400, refusal } } } as never);
}

describe("what a refusal says", () => {
  it("has a whole sentence for every code, without codes or jargon in it", () => {
    expect(Object.keys(REFUSAL_SENTENCES).sort()).toEqual([...REFUSAL_CODES].sort());
    for (const sentence of Object.values(REFUSAL_SENTENCES)) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/error|invalid|undefined|null|login|HTTP|\b\d{3}\b/i);
    }
  });

  it("says of a paused case what opens it again", () => {
    expect(sentenceFor(wireError({ code: "case-not-active" }))).toBe("This case is not active. Resume or reopen it first.");
  });

  it("tells a refusal from a fault, and a fault from a server that is silent", () => {
    expect(sentenceFor(wireError({ code: "case-closed" }))).toBe("This case is closed. Reopen it to change it.");
    expect(sentenceFor(wireError(null))).toBe(FAULT_SENTENCE);
    expect(sentenceFor(TRPCClientError.from(new TypeError("fetch failed")))).toBe(UNREACHABLE_SENTENCE);
    expect(sentenceFor(new TypeError("fetch failed"))).toBe(UNREACHABLE_SENTENCE);
  });

  it("does not take a code it does not know for a refusal", () => {
    expect(refusalOf(wireError({ code: "made-up" }))).toBeNull();
    expect(refusalInAnswer({ refusal: { code: "made-up" } })).toBeNull();
    expect(refusalInAnswer("<html>")).toBeNull();
  });

  it("reads the refusal of a sign-in, which comes outside the API", () => {
    expect(sentenceFor(new RefusedError({ code: "too-many-attempts" }))).toBe("Too many attempts. Wait a few minutes, then try again.");
  });

  it("puts the sentence at the field that the refusal names, parts of it included, and at no other", () => {
    const error = wireError({ code: "bad-input", field: "active.label", fields: ["active.label", "openedOn"] });
    expect(sentenceAtField(error, "active")).toBe(REFUSAL_SENTENCES["bad-input"]);
    expect(sentenceAtField(error, "openedOn")).toBe(REFUSAL_SENTENCES["bad-input"]);
    expect(sentenceAtField(error, "act")).toBeNull();
    expect(sentenceAtField(error, "observing")).toBeNull();
  });
});
