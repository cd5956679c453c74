/** `npm run bench [-- id …]`: one JSON object a line; words about how it goes are on stderr. */
import { bundleRows } from "./bundle-rows.ts";
import { type BenchRow, printRow } from "./measure.ts";
import { pageRows } from "./page-rows.ts";
import { dashboardRow, growthRow, memoryRow, startRow, timelineRow, writeRow } from "./server-rows.ts";
import { rippleRows, stableRows } from "./simulations/rows.ts";

const ROWS: Record<string, () => Promise<BenchRow[]>> = {
  dashboard: async () => [await dashboardRow()],
  timeline: async () => [await timelineRow()],
  growth: async () => [await growthRow()],
  write: async () => [await writeRow()],
  start: async () => [await startRow()],
  bundle: bundleRows,
  page: pageRows,
  memory: async () => [await memoryRow()],
  stable: async () => stableRows(),
  ripple: async () => rippleRows(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((id) => !(id in ROWS));
if (unknown.length > 0) {
  process.stderr.write(`There is no row "${unknown[0]}". The rows are: ${Object.keys(ROWS).join(", ")}.\n`);
  process.exit(1);
}
for (const [id, rows] of Object.entries(ROWS)) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  process.stderr.write(`Measuring ${id}…\n`);
  for (const row of await rows()) printRow(row);
}
