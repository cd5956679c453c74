import { TRPCError } from "@trpc/server";
import type { BrokenDraft, DraftView } from "#core/contracts/draft.ts";
import type { SessionBody } from "#core/contracts/session.ts";
import { emptySession } from "#core/rules/draft.ts";
import { refusalIn } from "#server/http/trpc.ts";
import type { TestClinician } from "./harness.ts";

let keys = 0;
/** The key of a new request: every create carries one. */
export function requestKey(): string {
  keys += 1;
  return `test-request-${keys}`;
}

/** A case of two fictional partners, opened on 2 February 2026. */
export async function givenCase(clinician: TestClinician, label = "Harbor"): Promise<string> {
  const { caseId } = await clinician.api.cases.open({
    requestKey: requestKey(),
    label,
    openedOn: "2026-02-02",
    active: { label: "Dana", pronouns: null, contact: null },
    observing: { label: "Kit", pronouns: null, contact: null },
    presentingConcern: "",
    secretsPolicy: "none-stated",
    collateralConsentOn: null,
    nextSessionOn: null,
    nextSessionStart: null,
    goals: [],
    firstObservation: null,
  });
  return caseId;
}

/** An hour in which nothing was answered, but for what is given: held, where nothing else is said. */
export function sessionBody(given: Partial<SessionBody> = {}): SessionBody {
  const isHeld = (given.attendance ?? "held") === "held";
  const hour = isHeld ? { minutes: 50, setting: "in-person" as const } : { activePresent: false };
  return { ...emptySession("2026-03-02"), startTime: "10:00", ...hour, ...given };
}

/** Logs an hour and returns the session's id. */
export async function givenSession(clinician: TestClinician, caseId: string, given: Partial<SessionBody> = {}): Promise<string> {
  const { sessionId } = await clinician.api.sessions.log({ caseId, requestKey: requestKey(), body: sessionBody(given), privateNote: null });
  return sessionId;
}

/** A draft that opens as a form, as nearly all do. */
export function asForm(draft: DraftView | BrokenDraft): DraftView {
  if ("broken" in draft) throw new Error("this draft cannot be opened as a form");
  return draft;
}

/** The refusal code of a call that must be refused. */
export async function refusalFrom(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return refusalIn(error)?.code ?? "a fault, not a refusal";
  }
  return "nothing was refused";
}
