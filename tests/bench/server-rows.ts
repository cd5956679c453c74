import { readFileSync } from "node:fs";
import type { CaseloadView } from "#core/contracts/caseload.ts";
import { addDays } from "#core/day.ts";
import { emptySession } from "#core/rules/draft.ts";
import { type BenchRow, growthExponent, interleaved, median } from "./measure.ts";
import { BENCH_DAY, type BenchPractice, buildFolders, copyOf, type SignedIn, signInTo, startSignedIn } from "./practice.ts";
import { startFloor } from "./start-floor.ts";

/** A full caseload: sixty cases of twenty sessions, and one colleague with as much. */
const CASELOAD = { clinicians: 2, cases: 120, sessions: 2_400 } as const;
/** One long case. */
const LONG_CASE = { clinicians: 1, cases: 1, sessions: 700 } as const;

async function withBoth<T>(practice: BenchPractice, work: (ours: SignedIn, floor: Awaited<ReturnType<typeof startFloor>>) => Promise<T>): Promise<T> {
  const copy = copyOf(practice);
  const ours = await startSignedIn(practice);
  const floor = await startFloor(copy);
  try {
    return await work(ours, floor);
  } finally {
    floor.stop();
    await ours.server.stop();
    copy.remove();
    practice.folders.remove();
  }
}

/** A floor that answers something else measures something else. */
function assertSameAnswer(ours: Buffer, floor: Buffer, what: string): void {
  const withoutToday = (bytes: Buffer) => bytes.toString().replace(/"today":"[^"]*"/, "");
  if (withoutToday(ours) !== withoutToday(floor)) throw new Error(`${what}: the floor's answer differs from ours`);
}

export async function dashboardRow(): Promise<BenchRow> {
  return withBoth(await buildFolders(CASELOAD), async (ours, floor) => {
    const calls = [() => ours.call("caseload.read"), () => floor.call("/caseload")] as const;
    assertSameAnswer(await calls[0](), await calls[1](), "dashboard");
    const [value, base] = (await interleaved(calls, { rounds: 10, perRound: 30 })) as [number, number];
    return { id: "dashboard", value, unit: "ms", floor: base, ratio: value / base, n: 300 };
  });
}

export async function timelineRow(): Promise<BenchRow> {
  const practice = await buildFolders(LONG_CASE);
  const [caseId] = practice.caseIds;
  return withBoth(practice, async (ours, floor) => {
    const calls = [() => ours.call("timeline.read", { caseId }), () => floor.call(`/timeline/${caseId}`)] as const;
    assertSameAnswer(await calls[0](), await calls[1](), "timeline");
    const [value, base] = (await interleaved(calls, { rounds: 8, perRound: 10, warmUp: 10 })) as [number, number];
    return { id: "timeline", value, unit: "ms", floor: base, ratio: value / base, n: 80 };
  });
}

export async function writeRow(): Promise<BenchRow> {
  const practice = await buildFolders({ clinicians: 1, cases: 10, sessions: 200 });
  const [caseId] = practice.caseIds;
  return withBoth(practice, async (ours, floor) => {
    let count = 0;
    const log = () => {
      count += 1;
      return ours.call("sessions.log", { caseId, requestKey: `bench-request-${count}`, body: SESSION, privateNote: null });
    };
    const [value, base] = (await interleaved([log, () => floor.call("/insert", SESSION)], { rounds: 40, perRound: 20, warmUp: 100 })) as [
      number,
      number,
    ];
    return { id: "write", value, unit: "ms", floor: base, ratio: value / base, n: 800 };
  });
}

const SESSION = {
  ...emptySession(addDays(BENCH_DAY, -4)),
  startTime: "10:00",
  minutes: 50,
  setting: "in-person",
  observation: { presence: "in-room", stage: 3, source: "seen", evidence: "Asked why it goes quiet afterwards.", stances: ["unsure"] },
  ratings: ["tone", "boundaries", "emotional-climate", "values-clarity", "mine-not-mine", "grounded-response", "self-support"].map(
    (track, index) => ({
      track,
      value: index,
      rater: "clinician",
    }),
  ),
  themes: ["how-i-show-up", "unmet-needs"],
  shifts: [{ kind: "partner-asked", direction: "toward", who: "observing", source: "seen", remark: null }],
  note: { format: "free", sections: { text: "One line of note, fictional." } },
};

/** Other clinicians' sessions (1, 10, 100, 1000 × 240) and one's own depth (50 … 2,000 sessions a case: past the window that is read). */
const OTHERS = [1, 10, 100, 1000];
const DEPTHS = [50, 500, 2_000];
const OWN_CASES = 12;

/** What is read on every screen of a case; its time must not grow with what others have written. */
const READS = ["caseload.read", "timeline.read", "cases.show", "scores.ofCase"] as const;

/** The largest exponent: of each read over others' data, and of the caseload over one's own depth. */
export async function growthRow(): Promise<BenchRow> {
  const others = await exponentsOver(
    OTHERS.map((times) => ({ size: times, of: { clinicians: times + 1, cases: OWN_CASES * (times + 1), sessions: 240 * (times + 1) } })),
    READS,
  );
  const depth = await exponentsOver(
    DEPTHS.map((sessions) => ({ size: sessions, of: { clinicians: 1, cases: OWN_CASES, sessions: sessions * OWN_CASES } })),
    ["caseload.read"],
  );
  const inThreeDecimals = (exponents: readonly number[]) => exponents.map((each) => each.toFixed(3)).join(", ");
  process.stderr.write(
    `growth over others' data of ${READS.join(", ")}: ${inThreeDecimals(others)}; over one's own depth: ${inThreeDecimals(depth)}\n`,
  );
  return { id: "growth", value: Math.max(...others, ...depth), unit: "exponent", floor: null, ratio: null, n: OTHERS.length + DEPTHS.length };
}

async function exponentsOver(
  sizes: readonly { size: number; of: { clinicians: number; cases: number; sessions: number } }[],
  reads: readonly string[],
): Promise<number[]> {
  const practices: BenchPractice[] = [];
  const servers: SignedIn[] = [];
  try {
    for (const { of } of sizes) practices.push(await buildFolders(of));
    for (const practice of practices) servers.push(await startSignedIn(practice));
    const rows = (JSON.parse((await (servers[0] as SignedIn).call("caseload.read")).toString()) as { result: { data: CaseloadView } }).result.data
      .rows;
    if (rows.length !== OWN_CASES) throw new Error(`the caseload has ${rows.length} cases, not ${OWN_CASES}`);
    const exponents: number[] = [];
    for (const read of reads) {
      const calls = servers.map(
        (each, index) => () => each.call(read, read === "caseload.read" ? undefined : { caseId: practices[index]?.caseIds[0] }),
      );
      const times = await interleaved(calls, { rounds: 12, perRound: 25 });
      exponents.push(growthExponent(sizes.map(({ size }, index) => ({ size, ms: times[index] as number }))));
    }
    return exponents;
  } finally {
    for (const each of servers) await each.server.stop();
    for (const practice of practices) practice.folders.remove();
  }
}

/** Spawn to the first signed-in answer, with an ordinary caseload; the password's own slowness is part of it. */
export async function startRow(): Promise<BenchRow> {
  const practice = await buildFolders({ clinicians: 1, cases: 30, sessions: 600 });
  const times: number[] = [];
  const n = 7;
  for (let turn = 0; turn < n; turn += 1) {
    const from = performance.now();
    const ours = await startSignedIn(practice);
    await ours.call("caseload.read");
    times.push(performance.now() - from);
    await ours.server.stop();
  }
  practice.folders.remove();
  return { id: "start", value: median(times), unit: "ms", floor: null, ratio: null, n };
}

const MIXED_REQUESTS = 10_000;

/** Resident memory after ten thousand mixed requests, and half-way for "flat". */
export async function memoryRow(): Promise<BenchRow> {
  const practice = await buildFolders({ clinicians: 1, cases: 30, sessions: 900 });
  const ours = await startSignedIn(practice);
  const [caseId] = practice.caseIds;
  let halfway = 0;
  for (let request = 0; request < MIXED_REQUESTS; request += 1) {
    const turn = request % 10;
    if (turn < 5) await ours.call("caseload.read");
    else if (turn < 8) await ours.call("timeline.read", { caseId: practice.caseIds[request % practice.caseIds.length] });
    else if (turn === 8) await ours.call("cases.show", { caseId });
    else if (request % 100 === 9) await ours.call("sessions.log", { caseId, requestKey: `bench-mixed-${request}`, body: SESSION, privateNote: null });
    else await ours.call("practice.me");
    if (request === MIXED_REQUESTS / 2) halfway = residentMegabytes(ours.server.pid);
  }
  const value = residentMegabytes(ours.server.pid);
  process.stderr.write(`memory half-way ${halfway.toFixed(0)} MB, at the end ${value.toFixed(0)} MB\n`);
  await signInTo(ours.server.url);
  await ours.server.stop();
  practice.folders.remove();
  return { id: "memory", value, unit: "MB", floor: null, ratio: null, n: MIXED_REQUESTS };
}

function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}
