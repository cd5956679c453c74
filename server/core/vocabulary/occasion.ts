/** The words of an hour and of what hangs on it. Only a `session` counts as a session. */

export const OCCASION_KINDS = ["session", "between", "check-in", "measurement"] as const;
export type OccasionKind = (typeof OCCASION_KINDS)[number];

/** `current` is what counts; the others stay readable in the trail and count nowhere. */
export const STANDINGS = ["current", "superseded", "voided", "moved"] as const;
export type Standing = (typeof STANDINGS)[number];

export const ATTENDANCES = ["held", "cancelled", "no-show"] as const;
export type Attendance = (typeof ATTENDANCES)[number];

export const SETTINGS = ["in-person", "video", "phone"] as const;
export type Setting = (typeof SETTINGS)[number];

/** Where the observing partner was. Separate from engagement. */
export const PRESENCES = ["absent", "in-room", "online", "joined-part"] as const;
export type Presence = (typeof PRESENCES)[number];

/** `not-recorded` is for imports only, and counted apart. */
export const EVIDENCE_SOURCES = ["seen", "told", "own-words", "not-recorded"] as const;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];
/** The sources a clinician can choose while logging. */
export const CHOOSABLE_SOURCES = ["seen", "told", "own-words"] as const;

export const STANCES = ["not-ready", "unsure", "resistant", "overwhelmed", "sceptical"] as const;
export type Stance = (typeof STANCES)[number];

export const NOTE_FORMATS = ["free", "dap", "soap", "birp"] as const;
export type NoteFormat = (typeof NOTE_FORMATS)[number];

/** The sections of each note format, in order: [key, heading]. */
export const NOTE_SECTIONS: Record<NoteFormat, readonly (readonly [key: string, heading: string])[]> = {
  free: [["text", "Note"]],
  dap: [
    ["data", "Data"],
    ["assessment", "Assessment"],
    ["plan", "Plan"],
  ],
  soap: [
    ["subjective", "Subjective"],
    ["objective", "Objective"],
    ["assessment", "Assessment"],
    ["plan", "Plan"],
  ],
  birp: [
    ["behaviour", "Behaviour"],
    ["intervention", "Intervention"],
    ["response", "Response"],
    ["plan", "Plan"],
  ],
};

export const ATTENDANCE_WORDS: Record<Attendance, string> = {
  held: "held",
  cancelled: "cancelled",
  "no-show": "no-show",
};

export const SETTING_WORDS: Record<Setting, string> = {
  "in-person": "in person",
  video: "video",
  phone: "phone",
};

export const PRESENCE_WORDS: Record<Presence, string> = {
  absent: "absent",
  "in-room": "in the room",
  online: "online",
  "joined-part": "joined part of it",
};

export const SOURCE_WORDS: Record<EvidenceSource, string> = {
  seen: "seen by me",
  told: "told by the client",
  "own-words": "the partner's own words",
  "not-recorded": "source not recorded",
};

export const STANCE_WORDS: Record<Stance, string> = {
  "not-ready": "not ready",
  unsure: "unsure",
  resistant: "resistant",
  overwhelmed: "overwhelmed",
  sceptical: "sceptical",
};

export const NOTE_FORMAT_WORDS: Record<NoteFormat, string> = {
  free: "free",
  dap: "DAP",
  soap: "SOAP",
  birp: "BIRP",
};
