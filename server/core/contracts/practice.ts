import { z } from "zod";
import type { ClinicianRole } from "#core/vocabulary/case.ts";
import { BETTER_DIRECTIONS } from "#core/vocabulary/track.ts";
import { Id, Label, RequestKey, text } from "./fields.ts";

/** NIST SP 800-63B: length, no composition rules. The upper bound keeps hashing bounded. Only its hash is stored: any character is taken. */
export const Password = z.string().min(12).max(256);

export const SetUp = z.object({
  practiceName: Label,
  timeZone: text().min(1).max(64),
  clinicianName: Label,
  email: z.email().max(200),
  password: Password,
  opening: z.enum(["sample", "empty"]),
});
export type SetUp = z.infer<typeof SetUp>;

/** Shown at set-up, and again to the owner who gives the password. */
export interface SetUpAnswer {
  readonly recoveryKey: string;
  readonly keyFile: string;
}

export const EditPractice = z.object({
  name: Label,
  timeZone: text().min(1).max(64),
  movedWithinDays: z.number().int().min(1).max(90),
  noMoveAfterSessions: z.number().int().min(3).max(30),
});
export type EditPractice = z.infer<typeof EditPractice>;

export const AddTheme = z.object({ requestKey: RequestKey, name: Label });
export type AddTheme = z.infer<typeof AddTheme>;
export const AddThemeAnswer = z.object({ themeId: Id });
export const ChangeTheme = z.object({ themeId: Id, name: Label, archived: z.boolean() });
export type ChangeTheme = z.infer<typeof ChangeTheme>;
export const AddTrack = z
  .object({ requestKey: RequestKey, name: Label, lowest: z.number(), highest: z.number(), better: z.enum(BETTER_DIRECTIONS) })
  .refine((track) => track.lowest < track.highest, { path: ["highest"] });
export type AddTrack = z.infer<typeof AddTrack>;
export const AddTrackAnswer = z.object({ trackId: Id });
export const ChangeTrack = z.object({ trackId: Id, name: Label, archived: z.boolean() });
export type ChangeTrack = z.infer<typeof ChangeTrack>;

export interface PracticeState {
  readonly state: "needs-set-up" | "ready";
}

export interface MeView {
  readonly clinicianId: string;
  readonly name: string;
  readonly email: string;
  readonly role: ClinicianRole;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly isSample: boolean;
  readonly timeZone: string;
  readonly today: string;
  readonly movedWithinDays: number;
  readonly noMoveAfterSessions: number;
}

export interface OwnTrackView {
  readonly id: string;
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  readonly better: (typeof BETTER_DIRECTIONS)[number];
  readonly archived: boolean;
  /** Bound to one case (an import made it) or offered everywhere. */
  readonly caseLabel: string | null;
}
