import { TRPCClientError } from "@trpc/client";
import type { RefusalCode } from "#core/vocabulary/refusal.ts";
import { REFUSAL_CODES } from "#core/vocabulary/refusal.ts";
import { FAULT_SENTENCE, REFUSAL_SENTENCES, UNREACHABLE_SENTENCE } from "./refusal-sentences.ts";

/** A refusal as it comes over the wire. */
interface WireRefusal {
  readonly code: RefusalCode;
  /** The input field at fault, as a dotted path. */
  readonly field?: string;
  /** Every field at fault, where there are several. */
  readonly fields?: readonly string[];
}

function isWireRefusal(value: unknown): value is WireRefusal {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    typeof value.code === "string" &&
    (REFUSAL_CODES as readonly string[]).includes(value.code)
  );
}

/** The refusal in an error, or null when it is a fault or the server does not answer. */
export function refusalOf(error: unknown): WireRefusal | null {
  if (error instanceof RefusedError) return error.refusal;
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  if (typeof data !== "object" || data === null || !("refusal" in data)) return null;
  return isWireRefusal(data.refusal) ? data.refusal : null;
}

/** A refusal of a call outside tRPC (sign-in, unlock). */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  constructor(readonly refusal: WireRefusal) {
    super(refusal.code);
  }
}

/** Reads the refusal out of a plain JSON answer; anything else is not a refusal. */
export function refusalInAnswer(answer: unknown): WireRefusal | null {
  if (typeof answer !== "object" || answer === null || !("refusal" in answer)) return null;
  return isWireRefusal(answer.refusal) ? answer.refusal : null;
}

/** True when no answer came at all: the server is down or the network is off. Typing goes on; saving tries again. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof RefusedError) return false;
  if (error instanceof TRPCClientError) return error.data === undefined || error.data === null;
  return error instanceof TypeError;
}

/** What to say about any failed call. */
export function sentenceFor(error: unknown): string {
  const refusal = refusalOf(error);
  if (refusal) return REFUSAL_SENTENCES[refusal.code];
  return isUnreachable(error) ? UNREACHABLE_SENTENCE : FAULT_SENTENCE;
}

/** The sentence to stand at a field: only when the refusal names that field (or a part of it). */
export function sentenceAtField(error: unknown, field: string): string | null {
  const refusal = refusalOf(error);
  if (!refusal) return null;
  const named = refusal.fields ?? (refusal.field === undefined ? [] : [refusal.field]);
  return named.some((name) => name === field || name.startsWith(`${field}.`)) ? REFUSAL_SENTENCES[refusal.code] : null;
}

/** What to say about a failed call on a form that shows these fields: at the field that was refused, or at the foot. */
export function sentencesOf(
  error: unknown,
  shown: readonly string[],
): { readonly at: (field: string) => string | undefined; readonly atFoot: string | undefined } {
  const isAtField = shown.some((field) => sentenceAtField(error, field) !== null);
  return {
    at: (field) => sentenceAtField(error, field) ?? undefined,
    atFoot: !error || isAtField ? undefined : sentenceFor(error),
  };
}
