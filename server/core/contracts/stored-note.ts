import { z } from "zod";
import { storedJson } from "./stored.ts";

/** The sections of a note by their keys. No limits: what was taken once is shown, however long. */
export const storedNote = storedJson<Readonly<Record<string, string>>>({ schema: z.record(z.string(), z.string()) });
