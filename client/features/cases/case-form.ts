import type { CaseView, EditCase, OpenCase } from "#core/contracts/case.ts";
import type { ObservationBody } from "#core/contracts/session.ts";
import { isDay } from "#core/day.ts";
import { nothingLogged } from "#core/fields/field.ts";
import { OBSERVATION_FIELDS } from "#core/fields/session-fields.ts";
import { seriesOfKey } from "#core/rules/series-key.ts";
import { SECRETS_POLICIES, type SecretsPolicy } from "#core/vocabulary/case.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import { STANCES } from "#core/vocabulary/occasion.ts";

export interface TypedPartner {
  readonly label: string;
  readonly pronouns: string;
  readonly contact: string;
}

/** A case as it stands on the form: text as typed, so that a refusal loses nothing. */
export interface TypedCase {
  readonly label: string;
  readonly openedOn: string;
  readonly active: TypedPartner;
  readonly observing: TypedPartner;
  readonly presentingConcern: string;
  readonly secretsPolicy: SecretsPolicy;
  readonly collateralConsentOn: string;
  readonly nextSessionOn: string;
  readonly nextSessionStart: string;
  readonly goals: readonly string[];
  readonly stage: EngagementStage | null;
  readonly source: string;
  readonly stances: readonly string[];
  /** Keys of the tracks it is to be watched on, "" for none. */
  readonly focus: readonly string[];
}

const NOBODY: TypedPartner = { label: "", pronouns: "", contact: "" };

export function emptyCase(today: string): TypedCase {
  return {
    label: "",
    openedOn: today,
    active: NOBODY,
    observing: NOBODY,
    presentingConcern: "",
    secretsPolicy: "none-stated",
    collateralConsentOn: "",
    nextSessionOn: "",
    nextSessionStart: "",
    goals: [],
    stage: null,
    source: "told",
    stances: [],
    focus: [],
  };
}

export function typedCase(coupleCase: CaseView): TypedCase {
  const partner = ({ label, pronouns, contact }: CaseView["active"]) => ({ label, pronouns: pronouns ?? "", contact: contact ?? "" });
  return {
    ...emptyCase(coupleCase.openedOn),
    label: coupleCase.label,
    active: partner(coupleCase.active),
    observing: partner(coupleCase.observing),
    presentingConcern: coupleCase.presentingConcern,
    secretsPolicy: coupleCase.secretsPolicy,
    collateralConsentOn: coupleCase.collateralConsentOn ?? "",
    nextSessionOn: coupleCase.nextSessionOn ?? "",
    nextSessionStart: coupleCase.nextSessionStart ?? "",
  };
}

/** Field → sentence, in page order. */
export type CaseErrors = Readonly<Record<string, string>>;

/** What keeps the form from being sent; the server checks again. */
export function caseNotReady(typed: TypedCase, today: string): CaseErrors {
  const found: Record<string, string> = {};
  const label = (text: string, field: string, sentence: string) => {
    if (text.trim() === "") found[field] = sentence;
    else if (text.trim().length > 80) found[field] = "At most 80 characters.";
  };
  label(typed.label, "label", "Give the case a name that only you understand.");
  if (!isDay(typed.openedOn)) found.openedOn = "Give the day the case was opened.";
  else if (typed.openedOn > today) found.openedOn = "That day has not come yet.";
  label(typed.active.label, "active.label", "Say what you call the partner who comes.");
  label(typed.observing.label, "observing.label", "Say what you call the partner who observes.");
  if (typed.presentingConcern.length > 5_000) found.presentingConcern = "At most 5,000 characters.";
  if (typed.collateralConsentOn !== "" && !isDay(typed.collateralConsentOn)) found.collateralConsentOn = "Give a day, or leave it empty.";
  if (typed.nextSessionOn !== "" && !isDay(typed.nextSessionOn)) found.nextSessionOn = "Give a day, or leave it empty.";
  if (typed.goals.some((goal) => goal.trim().length > 500)) found.goals = "A goal is one line, at most 500 characters.";
  return found;
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

function partnerBody({ label, pronouns, contact }: TypedPartner) {
  return { label: label.trim(), pronouns: orNull(pronouns), contact: orNull(contact) };
}

function shared(typed: TypedCase) {
  return {
    label: typed.label.trim(),
    active: partnerBody(typed.active),
    observing: partnerBody(typed.observing),
    presentingConcern: typed.presentingConcern.trim(),
    secretsPolicy: SECRETS_POLICIES.find((policy) => policy === typed.secretsPolicy) ?? "none-stated",
    collateralConsentOn: orNull(typed.collateralConsentOn),
    nextSessionOn: orNull(typed.nextSessionOn),
    nextSessionStart: typed.nextSessionOn === "" ? null : orNull(typed.nextSessionStart),
  };
}

export function openCaseOf(typed: TypedCase, requestKey: string): OpenCase {
  return {
    ...shared(typed),
    requestKey,
    openedOn: typed.openedOn,
    goals: typed.goals.map((goal) => goal.trim()).filter((goal) => goal !== ""),
    firstObservation: firstObservationOf(typed),
    focus: typed.focus.flatMap((key) => seriesOfKey(key) ?? []),
  };
}

/** Nothing said about the observing partner is not an observation of stage 0. */
function firstObservationOf({ stage, source, stances }: TypedCase): ObservationBody | null {
  if (stage === null && stances.length === 0) return null;
  const from = source === "seen" || source === "own-words" ? source : "told";
  return { ...nothingLogged(OBSERVATION_FIELDS), stage, source: from, stances: STANCES.filter((stance) => stances.includes(stance)) };
}

export function editCaseOf(typed: TypedCase, { id, revision }: { readonly id: string; readonly revision: number }): EditCase {
  return { ...shared(typed), caseId: id, revision };
}
