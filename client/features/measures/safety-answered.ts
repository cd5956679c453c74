import { useSyncExternalStore } from "react";
import type { MeasuresView, ScoreView } from "#core/contracts/measure.ts";

/**
 * Which scores wait for their safety prompt. In this window's memory and nowhere else: nothing of a record is kept in the browser,
 * and a window that knows of no answer asks again. So a prompt that was not answered before a reload comes back, and one that
 * was answered "already in hand" is asked once more in a new window, until a safety concern is on record or the item is
 * answered with 0.
 */
const heldBack = new Set<string>();
const answered = new Set<string>();
const listeners = new Set<() => void>();
let version = 0;

function publish(): void {
  version += 1;
  for (const listener of listeners) listener();
}

/** A score just recorded with an answer above 0: held back from the screen until its prompt is answered. */
export function holdBack(scoreId: string): void {
  heldBack.add(scoreId);
  // A correction to an answer above 0 asks again.
  answered.delete(scoreId);
  publish();
}

/** The prompt was answered for these scores: they are shown from now on. */
export function markAnswered(scoreIds: readonly string[]): void {
  for (const id of scoreIds) {
    heldBack.delete(id);
    answered.add(id);
  }
  publish();
}

/**
 * The scores that may not be shown yet, in order of day: those recorded here whose prompt is not answered, and, while no safety concern
 * is open, the newest of each line whose item on self-harm was answered above 0. An open concern says that it is seen to.
 */
export function useHeldBack({ scores, hasOpenConcern }: Pick<MeasuresView, "scores" | "hasOpenConcern">): readonly ScoreView[] {
  useSyncExternalStore(subscribe, () => version);
  const newestOfLine = new Map(scores.filter(({ safetyItem }) => safetyItem !== null).map((score) => [lineKey(score), score.id]));
  return scores.filter(({ id, safetyItem, ...score }) => {
    if (safetyItem === null || safetyItem <= 0 || answered.has(id)) return false;
    return heldBack.has(id) || (!hasOpenConcern && newestOfLine.get(lineKey(score)) === id);
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Scores that may stand in one line: one measure, one person answering, about one and the same, in one way. */
export function lineKey({ measure, answeredBy, about, how }: Pick<ScoreView, "measure" | "answeredBy" | "about" | "how">): string {
  return [measure, answeredBy, about, how].join(" ");
}
