import type { DraftBody } from "#core/contracts/draft.ts";

/** What is not ready, by field of the form. */
export type FieldErrors = Readonly<Partial<Record<keyof DraftBody | "privateNote", string>>>;

/** Brings the focus to the field of the log form that something is said about. */
export function focusField(page: ParentNode, field: string): void {
  // Of several rows in one field, the very one at fault.
  const atFault = page.querySelector<HTMLElement>(`[data-field="${field}"] [aria-invalid="true"]`);
  if (atFault?.matches("input, textarea, select")) {
    atFault.focus();
    return;
  }
  const place = page.querySelector<HTMLElement>(`[data-field="${field}"]`);
  if (!place) return;
  const tabbable = place.matches("input, textarea, select") ? place : place.querySelector<HTMLElement>('[tabindex="0"], input, textarea, select');
  (tabbable ?? place).focus();
}
