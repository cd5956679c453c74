import type { RefusalCode } from "#core/vocabulary/refusal.ts";

/** The body of a refused request outside tRPC, in the shape the client knows from inside it. */
export function refusalBody(code: RefusalCode, field?: string): { refusal: { code: RefusalCode; field?: string } } {
  return { refusal: field === undefined ? { code } : { code, field } };
}
