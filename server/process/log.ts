import { pino, stdTimeFunctions } from "pino";

/**
 * What a log line may carry: an event (a fixed word of ours), ids and codes. Anything else (an error's message, a name, a
 * text) has no field to go in, because a validation error of Prisma's prints the whole record.
 */
const ALLOWED = ["path", "code", "status", "clinicianId", "practiceId", "caseId", "signInId", "ms", "count"] as const;
const EVENT = /^[a-z0-9-]{1,60}$/;
const FIELD = /^[A-Za-z0-9_./:-]{1,120}$/;

export interface Log {
  info(fields: Record<string, unknown>): void;
  warn(fields: Record<string, unknown>): void;
  error(fields: Record<string, unknown>): void;
}

/**
 * The process's log: JSON lines on stderr, so that stdout keeps the ready line alone.
 * A field that is not on the list, or is not id- or code-shaped, is dropped.
 */
export function createLog(destination: { write(line: string): void } = process.stderr): Log {
  const logger = pino({ base: null, level: "info", timestamp: stdTimeFunctions.isoTime }, destination);
  const line = (level: "info" | "warn" | "error") => (fields: Record<string, unknown>) => {
    logger[level](allowed(fields), String(fields.event).match(EVENT)?.[0] ?? "unnamed-event");
  };
  return { info: line("info"), warn: line("warn"), error: line("error") };
}

function allowed(fields: Record<string, unknown>): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const name of ALLOWED) {
    const value = fields[name];
    if (typeof value === "number" && Number.isFinite(value)) kept[name] = value;
    if (typeof value === "string" && FIELD.test(value)) kept[name] = value;
  }
  return kept;
}

/**
 * The code of a thrown fault and nothing of its words: "P2002", "ENOSPC", "TypeError".
 */
export function faultCode(fault: unknown): string {
  if (typeof fault !== "object" || fault === null) return "not-an-error";
  const { code, name } = fault as { code?: unknown; name?: unknown };
  if (typeof code === "string" && FIELD.test(code)) return code;
  if (typeof name === "string" && FIELD.test(name)) return name;
  return "unknown";
}
