import { z } from "zod";
import { CASE_CHARTS, CASELOAD_CHARTS, LEAVING_KINDS } from "#core/vocabulary/chart-export.ts";
import { Id } from "./fields.ts";

/** Asked before a chart is made into a file, and when it is printed: the trail tells which one left the record, and as what. */
export const NoteDownload = z.object({ caseId: Id, chart: z.enum(CASE_CHARTS), kind: z.enum(LEAVING_KINDS) });

/** The same for a chart over all of a clinician's cases. */
export const NoteCaseloadDownload = z.object({ chart: z.enum(CASELOAD_CHARTS), kind: z.enum(LEAVING_KINDS) });
