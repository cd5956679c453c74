/**
 * Was the fault the disk's (full, read-only, gone) rather than ours? Then the clinician reads "not saved" and may try again.
 * Looks at codes only; messages of the database may quote the record.
 */
export function isNotSaved(fault: unknown): boolean {
  const seen = new Set<unknown>();
  let current: unknown = fault;
  while (typeof current === "object" && current !== null && !seen.has(current)) {
    seen.add(current);
    const code = "code" in current ? String(current.code) : "";
    const original = "originalCode" in current ? String(current.originalCode) : "";
    if ([code, original].some((text) => /^SQLITE_(FULL|READONLY|IOERR|CANTOPEN)/.test(text))) return true;
    current = "cause" in current ? current.cause : undefined;
  }
  return false;
}
