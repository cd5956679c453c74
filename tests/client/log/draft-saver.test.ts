import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DraftSaver, type DraftText, type SaveState } from "#client/features/drafts/draft-saver.ts";
import type { SaveDraftAnswer } from "#core/contracts/draft.ts";
import { givenDraft } from "./given.tsx";

const draft = givenDraft();
const typed = (evidence: string): DraftText => ({ body: { ...draft.body, evidence }, privateNote: "" });

function given(send: (revision: number, text: DraftText) => Promise<SaveDraftAnswer>) {
  const states: SaveState["kind"][] = [];
  const sent: { revision: number; evidence: string; at: number }[] = [];
  const saver = new DraftSaver(draft, {
    send: (revision, text) => {
      sent.push({ revision, evidence: text.body.evidence, at: Date.now() });
      return send(revision, text);
    },
    isGone: (error) => error === "gone",
    onState: (state) => states.push(state.kind),
    now: () => Date.now(),
  });
  return { saver, sent, states };
}

const saves = async (revision: number): Promise<SaveDraftAnswer> => ({ saved: true, revision: revision + 1, savedAt: "" });

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

describe("a draft is saved", () => {
  it("within a second of the last key", async () => {
    const { saver, sent } = given(saves);
    saver.change(typed("a"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toMatchObject([{ revision: 1, evidence: "a" }]);
    expect(saver.state.kind).toBe("saved");
  });

  it("two seconds after the first key not yet saved, while the typing goes on", async () => {
    const { saver, sent } = given(saves);
    for (let key = 0; key < 100; key += 1) {
      saver.change(typed("x".repeat(key + 1)));
      await vi.advanceTimersByTimeAsync(100);
    }
    const gaps = sent.slice(1).map((save, at) => save.at - (sent[at]?.at ?? 0));
    expect(sent.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2_100);
  });

  it("once at a time, what was typed meanwhile upon the new revision", async () => {
    let answer: (answer: SaveDraftAnswer) => void = () => undefined;
    const { saver, sent } = given((revision) => (revision === 1 ? new Promise((resolve) => (answer = resolve)) : saves(revision)));
    saver.change(typed("a"));
    await vi.advanceTimersByTimeAsync(1_000);
    saver.change(typed("ab"));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toHaveLength(1);
    answer({ saved: true, revision: 2, savedAt: "" });
    await vi.advanceTimersByTimeAsync(2_500);
    expect(sent[1]).toMatchObject({ revision: 2, evidence: "ab" });
    expect(saver.hasUnsaved).toBe(false);
  });

  it("again and again after a failure, more and more slowly, until it is", async () => {
    let failing = true;
    const { saver, sent, states } = given((revision) => (failing ? Promise.reject(new TypeError("offline")) : saves(revision)));
    saver.change(typed("a"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states).toContain("failing");
    expect(sent.length).toBeGreaterThan(4);
    expect(sent.length).toBeLessThan(12);
    failing = false;
    await vi.advanceTimersByTimeAsync(16_000);
    expect(saver.state.kind).toBe("saved");
  });

  it("and no conflict is made of one's own save whose answer was lost", async () => {
    let lost = true;
    const { saver, sent } = given(async (revision, text) => {
      if (lost) {
        lost = false;
        throw new TypeError("the answer was lost");
      }
      // The server took the first text as revision 2.
      return revision === 1
        ? { saved: false, theirs: givenDraft({ revision: 2, body: typed("a").body }) }
        : saves(revision).then((ok) => (text.body.evidence === "ab" ? ok : ok));
    });
    saver.change(typed("a"));
    await vi.advanceTimersByTimeAsync(800);
    saver.change(typed("ab"));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saver.state.kind).toBe("saved");
    expect(sent.at(-1)).toMatchObject({ revision: 2, evidence: "ab" });
  });

  it("no more once it is finished elsewhere, and says so", async () => {
    const { saver, sent } = given(() => Promise.reject("gone"));
    saver.change(typed("a"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect([sent.length, saver.state.kind]).toEqual([1, "gone"]);
    expect(saver.currentText.body.evidence).toBe("a");
  });
});
