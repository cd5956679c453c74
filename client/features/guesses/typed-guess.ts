import { numberTyped } from "#client/format.ts";
import type { TrackView } from "#core/contracts/case.ts";
import type { NoteGuess } from "#core/contracts/reading.ts";
import { isDay } from "#core/day.ts";
import { isGroundingTrack } from "#core/vocabulary/track.ts";

export type Side = "guess" | "actual";

/** The numbers as typed: text, so that a refusal loses nothing. */
interface TypedGuess {
  readonly day: string;
  readonly numbers: Readonly<Record<string, Readonly<Record<Side, string>>>>;
}

/** A check-in that is completed or put right. */
export interface KnownGuess {
  readonly checkInId: string;
  readonly version: number;
  readonly day: string;
  readonly pairs: NoteGuess["pairs"];
}

/** The groundings are the active partner's own: the other has no number of them to be guessed. */
export function guessable(tracks: readonly TrackView[]): TrackView[] {
  return tracks.filter((track) => !isGroundingTrack(track.track));
}

export function typedGuess(today: string, known: KnownGuess | null): TypedGuess {
  const text = (value: number | null) => (value === null ? "" : String(value));
  const numbers = (known?.pairs ?? []).map(({ track, guess, actual }) => [track, { guess: text(guess), actual: text(actual) }] as const);
  return { day: known?.day ?? today, numbers: Object.fromEntries(numbers) };
}

export function withNumber(typed: TypedGuess, track: string, { side, text }: { side: Side; text: string }): TypedGuess {
  const before = typed.numbers[track] ?? { guess: "", actual: "" };
  return { ...typed, numbers: { ...typed.numbers, [track]: { ...before, [side]: text } } };
}

export function textOf(typed: TypedGuess, track: string, side: Side): string {
  return typed.numbers[track]?.[side] ?? "";
}

export interface Missing {
  /** "day", "pairs", or "<track> <side>". */
  readonly field: string;
  readonly sentence: string;
}

/** What keeps it from being sent, at its place; null where nothing does. The server checks again. */
export function whatIsWrong(typed: TypedGuess, tracks: readonly TrackView[], today: string): Missing | null {
  for (const track of guessable(tracks)) {
    for (const side of ["guess", "actual"] as const) {
      const text = textOf(typed, track.track, side).trim();
      if (text === "") continue;
      const value = numberTyped(text);
      if (value !== null && value >= track.lowest && value <= track.highest) continue;
      return { field: `${track.track} ${side}`, sentence: `${track.name} goes from ${track.lowest} to ${track.highest}.` };
    }
  }
  if (!isDay(typed.day)) return { field: "day", sentence: "Give the day." };
  if (typed.day > today) return { field: "day", sentence: "That day has not come yet." };
  const isEmpty = guessable(tracks).every(({ track }) => textOf(typed, track, "guess").trim() === "" && textOf(typed, track, "actual").trim() === "");
  return isEmpty ? { field: "pairs", sentence: "Give at least one number." } : null;
}

/** The pairs as the server takes them; a track without either number is left out. */
export function pairsOf(typed: TypedGuess, tracks: readonly TrackView[]): NoteGuess["pairs"] {
  return guessable(tracks)
    .map(({ track }) => ({ track, guess: numberTyped(textOf(typed, track, "guess")), actual: numberTyped(textOf(typed, track, "actual")) }))
    .filter(({ guess, actual }) => guess !== null || actual !== null);
}
