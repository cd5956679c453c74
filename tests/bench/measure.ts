/** One line of `npm run bench` (ids: ARCHITECTURE.md, "What is measured"; goals: docs/reliability.md, "Speed"). */
export interface BenchRow {
  readonly id: string;
  readonly value: number;
  readonly unit: "ms" | "exponent" | "KB" | "MB" | "%" | "shift";
  /** What the same answer costs without us, in the same unit; null where the goal is absolute. */
  readonly floor: number | null;
  readonly ratio: number | null;
  readonly n: number;
}

export function printRow(row: BenchRow): void {
  const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);
  console.log(JSON.stringify({ ...row, value: rounded(row.value), floor: rounded(row.floor), ratio: rounded(row.ratio) }));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError("the median of nothing");
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** How long one call takes, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/**
 * Times several contenders in turns, so that a machine that slows down slows all of them.
 *
 * @returns the medians in ms, in the order of the contenders
 */
export async function interleaved(
  contenders: readonly (() => Promise<unknown>)[],
  { rounds, perRound, warmUp = 30 }: { rounds: number; perRound: number; warmUp?: number },
): Promise<number[]> {
  for (const contender of contenders) for (let call = 0; call < warmUp; call += 1) await contender();
  const times: number[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      for (let call = 0; call < perRound; call += 1) times[index]?.push(await timed(contender));
    }
  }
  return times.map(median);
}

/** Slope of log(time) over log(size): 0 = the size does not matter, 1 = twice the size takes twice the time. */
export function growthExponent(points: readonly { readonly size: number; readonly ms: number }[]): number {
  const logs = points.map(({ size, ms }) => ({ x: Math.log(size), y: Math.log(ms) }));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(logs.map((each) => each.x)), mean(logs.map((each) => each.y))];
  const along = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const spread = logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return along / spread;
}
