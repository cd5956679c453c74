import { DAYS, INTIMACY, NEGATIVE_AFFECT, SELF_ESTEEM } from "./core/statistics/therapy-monitor.ts";
import { hasReference, referenceFile, unlessAbsent } from "./reference.ts";

/** A file of one person's self-monitoring: 38 measurements over ten months (van Lankveld, Leusink & Peters 2017). */
export interface MonitorFile {
  readonly name: string;
  readonly isAbsent: boolean;
  content(): Buffer;
  /** The columns that rate something, as the file heads them, and their names as tracks. */
  readonly tracks: readonly string[];
  readonly trackNames: readonly string[];
  /** The values of the first day. */
  readonly first: readonly number[];
}

/** The published figures as that program would have written them; the last measurement stands first, out of its order. */
function typedIn(): Buffer {
  const rows = DAYS.map((day, at) => {
    const [year, month, dayOfMonth] = day.split("-").map(Number);
    return `"${dayOfMonth}-${month}-${year} 20:00:00",${day} 20:00:00,${at + 1},${NEGATIVE_AFFECT[at]},${SELF_ESTEEM[at]},${INTIMACY[at]}`;
  });
  const header = '"time","datetime","measurementNumber","negativeAffect","selfEsteem","intimacy"';
  return Buffer.from([header, rows.at(-1), ...rows.slice(0, -1)].join("\n"));
}

export const MONITOR_FILES: readonly MonitorFile[] = [
  {
    name: "typed in",
    isAbsent: false,
    content: typedIn,
    tracks: ["negativeAffect", "selfEsteem", "intimacy"],
    trackNames: ["Negative affect", "Self esteem", "Intimacy"],
    first: [NEGATIVE_AFFECT, SELF_ESTEEM, INTIMACY].map((values) => values[0] as number),
  },
  {
    name: `from the reference folder${unlessAbsent}`,
    isAbsent: !hasReference,
    content: () => referenceFile("data/therapy_monitor_n1_2014.csv"),
    tracks: ["positiveAffect", "negativeAffect", "selfEsteem", "intimacy"],
    trackNames: ["Positive affect", "Negative affect", "Self esteem", "Intimacy"],
    first: [4.4, 4.85714285714286, 3, 4.5],
  },
];
