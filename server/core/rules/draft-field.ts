import type { DraftBody } from "#core/contracts/draft.ts";

const FIELD_OF_OBSERVATION: Record<string, keyof DraftBody> = {
  presence: "presence",
  stage: "stage",
  source: "source",
  evidence: "evidence",
  stances: "stances",
};

const FIELDS = new Set<string>([
  "day",
  "attendance",
  "startTime",
  "minutes",
  "setting",
  "activePresent",
  "ratings",
  "themes",
  "shifts",
  "goalsTouched",
  "newGoals",
  "triesAnswered",
  "newTries",
  "nextSessionOn",
  "nextSessionStart",
] satisfies (keyof DraftBody)[]);

/** The field of the log form that a refusal's path ("body.observation.source", "ratings.3.value") speaks about, or null. */
export function draftFieldAt(path: string): keyof DraftBody | null {
  const parts = path.split(".").filter((part) => part !== "body");
  const [first, second] = parts;
  if (first === "observation") return FIELD_OF_OBSERVATION[second ?? "presence"] ?? "presence";
  if (first === "note") return "noteSections";
  return first !== undefined && FIELDS.has(first) ? (first as keyof DraftBody) : null;
}
