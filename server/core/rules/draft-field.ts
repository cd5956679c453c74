import type { DraftBody } from "#core/contracts/draft.ts";
import { DRAFT_FIELDS, OBSERVATION_FIELDS } from "#core/fields/session-fields.ts";

/** The field of the log form that a refusal's path ("body.observation.source", "ratings.3.value") speaks about, or null. */
export function draftFieldAt(path: string): keyof DraftBody | null {
  const parts = path.split(".").filter((part) => part !== "body");
  const [first, second = "presence"] = parts;
  if (first === "observation") return Object.hasOwn(OBSERVATION_FIELDS, second) || second === "stances" ? (second as keyof DraftBody) : "presence";
  if (first === "note") return "noteSections";
  return first !== undefined && Object.hasOwn(DRAFT_FIELDS, first) ? (first as keyof DraftBody) : null;
}
