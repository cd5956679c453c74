/** True while the focus is in a field: a letter pressed there belongs to the field's text, or finds an entry of its list. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
