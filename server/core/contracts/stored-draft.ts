import { z } from "zod";
import { typedTexts } from "#core/fields/draft-texts.ts";
import { type AnyField, emptyOf } from "#core/fields/field.ts";
import { DRAFT_FIELDS, EMPTY_DRAFT } from "#core/fields/session-fields.ts";
import { DraftBody } from "./draft.ts";
import { storedJson } from "./stored.ts";

/**
 * A draft may be older than a field of the form: what is missing is as on a form nobody touched. What is stored and has no
 * field (any more) is dropped where it is empty. Where it holds something, the draft is not opened as a form at all, and its
 * text is offered instead: the first save from the form would take it away without a word.
 */
const OlderDraftBody = z.unknown().transform((stored, context): DraftBody => {
  const parsed = DraftBody.safeParse(isObject(stored) ? withEveryField(stored) : stored);
  if (parsed.success && !holdsMore(stored, parsed.data)) return parsed.data;
  context.addIssue({ code: "custom" });
  return z.NEVER;
});

/** The body of a draft. */
export const storedDraft = storedJson<DraftBody>({ schema: OlderDraftBody });

/** What was typed into a draft that cannot be read, as far as it can be recovered; the stored text itself where it is no JSON. */
export function textsOfBrokenDraft(text: string): string[] {
  try {
    return typedTexts(JSON.parse(text));
  } catch {
    return text.trim() === "" ? [] : [text];
  }
}

/** A stored draft with the fields that came after it: as on a form nobody touched, in its rows too. */
function withEveryField(stored: Readonly<Record<string, unknown>>): unknown {
  const filled: Record<string, unknown> = { ...EMPTY_DRAFT, ...stored };
  for (const [name, { rule }] of Object.entries<AnyField>(DRAFT_FIELDS)) {
    const rows = filled[name];
    if (rule.kind !== "rows" || !Array.isArray(rows)) continue;
    filled[name] = rows.map((row) => (isObject(row) ? { ...emptyOf(rule.fields), ...row } : row));
  }
  return filled;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Is there something in `stored` that has no place in `body`? */
function holdsMore(stored: unknown, body: unknown): boolean {
  if (stored === null || stored === false || (typeof stored === "string" && stored.trim() === "")) return false;
  if (typeof stored !== "object") return body === undefined;
  const places = (body ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(stored).some(([key, inner]) => holdsMore(inner, places[key]));
}
