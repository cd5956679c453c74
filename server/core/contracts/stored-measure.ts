import { z } from "zod";
import type { KeptForm, ScoreVersionView } from "./measure.ts";
import { storedJson } from "./stored.ts";

const Option = z.object({ label: z.string(), value: z.number(), codes: z.array(z.string()) });
const Item = z.object({ linkId: z.string(), codes: z.array(z.string()), text: z.string(), options: z.array(Option), safety: z.boolean() });

/** The form of a measure, as it came from a file. */
export const storedForm = storedJson<KeptForm>({ schema: z.object({ catalogue: z.string().nullable(), items: z.array(Item) }) });

/** The answers of one score by item. */
export const storedAnswers = storedJson<NonNullable<ScoreVersionView["answers"]>>({
  schema: z.array(z.object({ linkId: z.string(), value: z.number().nullable() })),
});
