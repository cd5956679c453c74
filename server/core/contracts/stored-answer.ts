import type { z } from "zod";
import { type StoredJson, storedJson } from "./stored.ts";

/** What an idempotent request is answered with, as its contract declares it. */
export type AnswerSchema<Answer> = z.ZodType<Answer>;

/** The remembered answer of an idempotent request. */
export function storedAnswer<Answer>(schema: AnswerSchema<Answer>): StoredJson<Answer> {
  return storedJson({ schema });
}
