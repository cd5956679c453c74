import { z } from "zod";
import { ImportMapping } from "./import.ts";
import { storedJson } from "./stored.ts";

const KeptMapping = z.object({ headers: z.array(z.string()).readonly(), mapping: ImportMapping });
/** What is kept of an import besides its rows. */
export type KeptMapping = z.infer<typeof KeptMapping>;

/** The columns of an imported file and what each came in as. */
export const storedMapping = storedJson<KeptMapping>({ schema: KeptMapping });
