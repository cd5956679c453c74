import { REFUSAL_SENTENCES } from "#client/api/refusal-sentences.ts";
import { refusalOf } from "#client/api/refusals.ts";
import { isTimeZone } from "./TimeZoneField.tsx";

interface SetUpFields {
  readonly practiceName: string;
  readonly timeZone: string;
  readonly clinicianName: string;
  readonly email: string;
  readonly password: string;
}

export type SetUpFaults = Partial<Record<keyof SetUpFields, string>>;

export const SHORTEST_PASSWORD = 12;

const SENTENCES: Record<keyof SetUpFields, string> = {
  practiceName: "Give the practice a name; your own will do.",
  timeZone: "This is not a time zone. Type a city, for example New York, and choose from the list.",
  clinicianName: "How should Open Chair call you?",
  email: "This does not look like an e-mail address. It is only used to sign in; no mail is sent.",
  password: `Use at least ${SHORTEST_PASSWORD} characters. A short sentence works well.`,
};

/** What is not ready yet, each with its sentence; an empty object when all is. */
export function setUpFaults(fields: SetUpFields): SetUpFaults {
  const ready: Record<keyof SetUpFields, boolean> = {
    practiceName: fields.practiceName.trim() !== "",
    timeZone: isTimeZone(fields.timeZone),
    clinicianName: fields.clinicianName.trim() !== "",
    email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(fields.email.trim()),
    password: fields.password.length >= SHORTEST_PASSWORD,
  };
  const names = Object.keys(ready) as (keyof SetUpFields)[];
  return Object.fromEntries(names.filter((name) => !ready[name]).map((name) => [name, SENTENCES[name]]));
}

/** The server's word on the same fields: it knows the list of well-known passwords, and which zones it has. */
export function faultsInRefusal(error: unknown): SetUpFaults {
  const refusal = refusalOf(error);
  if (!refusal) return {};
  if (refusal.code === "weak-password") return { password: REFUSAL_SENTENCES["weak-password"] };
  const named = refusal.fields ?? (refusal.field === undefined ? [] : [refusal.field]);
  return Object.fromEntries(named.filter((name): name is keyof SetUpFields => name in SENTENCES).map((name) => [name, SENTENCES[name]]));
}
