import type { RefusalCode } from "#core/vocabulary/refusal.ts";

/** What each refusal says to a clinician: what happened, and what can be done. Exhaustive by type. */
export const REFUSAL_SENTENCES = {
  "not-signed-in": "You are signed out. Sign in to go on.",
  locked: "Open Chair is locked. Enter your password to go on.",
  "not-found": "This is not here, or not yours to see.",
  "bad-input": "Something on this form does not fit yet. Look at the marked field.",
  "too-many-attempts": "Too many attempts. Wait a few minutes, then try again.",
  "wrong-email-or-password": "This e-mail and password do not belong together.",
  "wrong-password": "This is not the password.",
  "already-set-up": "This practice is already set up. Sign in instead.",
  "weak-password": "This password is too easy to guess. Use at least 12 characters, and not a well-known one; a short sentence works well.",
  "case-closed": "This case is closed. Reopen it to change it.",
  "case-not-closed": "This case is not closed.",
  "case-not-active": "This case is not active. Resume or reopen it first.",
  "case-changed-meanwhile": "This case was changed in another window meanwhile. Read it again, then make your change.",
  "draft-changed-meanwhile": "This draft was changed in another window meanwhile. Both texts are kept: choose what stands.",
  "draft-gone": "This draft is gone: it was finished or discarded in another window.",
  "draft-unreadable": "This draft cannot be opened as a form. Open it from its case: its text can be copied there.",
  "session-changed-meanwhile": "This session was corrected meanwhile. Read it again, then make your change.",
  "session-set-aside": "This session was voided or moved. It stays readable and can no longer be changed.",
  "same-case": "The session is already in that case. Choose another one.",
  "key-reused": "This was already sent with other words. Reload the page and try again.",
  "already-done": "This was already saved. Reload the page to see it.",
  "future-day": "That day has not come yet.",
  "value-between-steps": "No total of this measure comes out at that number. Check what was counted.",
  "value-out-of-range": "That number is outside the range of this track or measure.",
  "unknown-track": "This track is no longer offered.",
  "unknown-theme": "This theme is no longer offered.",
  "unknown-goal": "This goal is not part of the case.",
  "name-taken": "This name is already used. Choose another one.",
  "concern-closed": "This safety concern is already closed.",
  "unknown-measure": "This measure is no longer offered.",
  "answerer-mismatch":
    "Who answered, about whom and how do not fit together, or not with this measure. A self-report is about oneself or the relationship; a guess is the active partner’s, for the other one.",
  "answer-not-offered": "One of these answers is not on the form of this measure. Read the form again.",
  "score-set-aside": "This score was voided. It stays readable and can no longer be changed.",
  "score-changed-meanwhile": "This score was corrected meanwhile. Read it again, then make your change.",
  "answer-beside-total": "This answer and the total cannot both be: the other items cannot make up the rest.",
  "no-open-concern": "No safety concern is open in this case. Open one, or answer that it is already in hand.",
  "file-too-large": "This file is too large. Split it and bring the parts in one after the other.",
  "file-unreadable": "This file could not be read. A .csv or an .xlsx file works.",
  "file-empty": "There are no rows in this file.",
  "import-undone": "This import was undone.",
  "import-not-ready": "Some columns still need to be matched before the rows can come in.",
  "not-saved": "Not saved: the disk did not take it. What you typed is still here. Free some space, then try again.",
} as const satisfies Record<RefusalCode, string>;

/** For a fault, and for a server that does not answer. */
export const FAULT_SENTENCE = "Something went wrong on this computer's side. Nothing you typed is lost; try again.";
export const UNREACHABLE_SENTENCE = "Open Chair does not answer. Check that it is running on this computer; what you typed is still here.";
