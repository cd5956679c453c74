import { isDiskCode } from "./sqlite/disk-code.ts";

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
    if (isDiskCode(code) || isDiskCode(original)) return true;
    current = inside(current);
  }
  return false;
}

/** Prisma keeps the driver's error in `meta`, everybody else in `cause` (tests/server/access-requests.test.ts). */
function inside(fault: object): unknown {
  if ("meta" in fault && typeof fault.meta === "object" && fault.meta !== null && "driverAdapterError" in fault.meta)
    return fault.meta.driverAdapterError;
  return "cause" in fault ? fault.cause : undefined;
}
