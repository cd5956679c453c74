import { setImmediate } from "node:timers/promises";
import { createDice } from "#sample/dice.ts";
import { type Database, LOCK_KINDS, type Lock, type Models, type RowScope, type Tx } from "#server/database/database.ts";

export interface Interleaving {
  /** No statement runs before so many transactions have begun. */
  readonly parties: number;
  /** Decides the order of the statements. */
  readonly seed: number;
  /** "ignored" shows what would happen without the locks: a test that passes with it does not test them. */
  readonly locks?: "respected" | "ignored";
}

/**
 * A database whose transactions overlap as they may on a server with many connections: every statement is written at once, by
 * itself, and before each one dice say whose turn it is. Only the locks of the interface keep transactions apart.
 *
 * It cannot roll back: a transaction that fails after it has written throws an error of its own, so that no race is decided by what
 * a real database would have taken back.
 */
export function interleaving(base: Database, { parties, seed, locks = "respected" }: Interleaving): Database {
  const turns = new Turns(parties, seed);
  const held = new Map<string, Promise<void>>();

  async function transaction<T>(scope: RowScope, work: (tx: Tx) => Promise<T>): Promise<T> {
    turns.begin();
    const mine: (() => void)[] = [];
    let wrote = false;
    const alone = <R>(statement: (tx: Tx) => Promise<R>) => turns.take(() => base.transaction(scope, statement));
    const writing = async <R>(statement: (tx: Tx) => Promise<R>) => {
      const result = await alone(statement);
      wrote ||= !changedNothing(result);
      return result;
    };
    const lock = inOrder(async ({ kind, id }) => {
      if (locks === "ignored") return;
      const name = `${kind} ${id}`;
      for (let holder = held.get(name); holder; holder = held.get(name)) await holder;
      const released = new Promise<void>((resolve) => {
        mine.push(() => {
          held.delete(name);
          resolve();
        });
      });
      held.set(name, released);
    });
    const tx: Tx = {
      prisma: models(alone, writing),
      dialect: base.read(scope).dialect,
      query: (statement) => alone((own) => own.query(statement)),
      change: (statement) => writing((own) => own.change(statement)),
      execute: (statement) => writing((own) => own.execute(statement)),
      insert: (table, rows) => writing((own) => own.insert(table, rows)),
      lock,
    };
    try {
      return await work(tx);
    } catch (fault) {
      if (wrote && locks === "respected") throw new Error("a transaction that had written was to be rolled back", { cause: fault });
      throw fault;
    } finally {
      for (const release of mine) release();
    }
  }
  return { ...base, transaction };
}

/** What a statement answers whose condition held for no row. */
function changedNothing(result: unknown): boolean {
  if (typeof result !== "object" || result === null) return result === 0;
  return "count" in result ? result.count === 0 : Array.isArray(result) && result.length === 0;
}

/** One statement at a time; which of those that wait is next is up to the dice. */
class Turns {
  readonly #dice: ReturnType<typeof createDice>;
  readonly #waiting: (() => void)[] = [];
  #missing: number;
  #isBusy = false;

  constructor(parties: number, seed: number) {
    this.#missing = parties;
    this.#dice = createDice(seed);
  }

  begin(): void {
    this.#missing -= 1;
    // Those who came first may wait for a lock of one who waits for the last to come.
    void this.#next();
  }

  async take<T>(statement: () => Promise<T>): Promise<T> {
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      void this.#next();
    });
    try {
      return await statement();
    } finally {
      this.#isBusy = false;
      void this.#next();
    }
  }

  async #next(): Promise<void> {
    // Everybody who is about to ask for a turn has asked by then.
    await setImmediate();
    if (this.#isBusy || this.#missing > 0 || this.#waiting.length === 0) return;
    this.#isBusy = true;
    const [chosen] = this.#waiting.splice(this.#dice.whole(0, this.#waiting.length - 1), 1);
    chosen?.();
  }
}

/** Two transactions that take the same locks in different orders could wait for each other. */
function inOrder(take: (lock: Lock) => Promise<void>): (lock: Lock) => Promise<void> {
  const taken = new Set<string>();
  let latest = "";
  return async (lock) => {
    const place = `${LOCK_KINDS.indexOf(lock.kind)} ${lock.id}`;
    if (taken.has(place)) return;
    if (place < latest) throw new Error(`the lock "${lock.kind} ${lock.id}" is taken after one that comes later`);
    taken.add(place);
    latest = place;
    await take(lock);
  };
}

type Run = <T>(statement: (tx: Tx) => Promise<T>) => Promise<T>;
type AnyModel = Record<string, (args: unknown) => Promise<unknown>>;

function models(alone: Run, writing: Run): Models {
  return new Proxy({} as Models, {
    get: (_, model: string) =>
      new Proxy({} as AnyModel, {
        get: (_calls, call: string) => (args: unknown) => {
          const run = /^(find|count|aggregate|groupBy)/.test(call) ? alone : writing;
          return run(async (tx) => (tx.prisma as unknown as Record<string, AnyModel>)[model]?.[call]?.(args));
        },
      }),
  });
}
