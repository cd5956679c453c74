import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type Sqlite from "better-sqlite3";
import { projectRoot } from "#server/process/project-root.ts";
import { CannotOpen } from "../cannot-open.ts";

/** The bookkeeping table exactly as Prisma's own `migrate deploy` keeps it, so that either may carry on. */
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The migrations of a folder laid out as Prisma lays them out, in the order of their names. */
export function readMigrations(folder = join(projectRoot(), "prisma", "migrations")): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * Brings the schema up to date, each migration in one transaction with its bookkeeping row: a kill at any statement
 * leaves the old schema or the new one (tests/server/migrations.test.ts).
 *
 * @returns the names applied now, in order
 * @throws CannotOpen when the file knows a migration that this version does not, or one was edited after it ran
 */
export function applyMigrations(handle: Sqlite.Database, migrations: readonly Migration[] = readMigrations()): string[] {
  handle.exec(BOOKKEEPING);
  const applied = new Map(
    (
      handle
        .prepare(`SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`)
        .all() as {
        name: string;
        checksum: string;
      }[]
    ).map((row) => [row.name, row.checksum]),
  );
  for (const name of applied.keys()) {
    if (!migrations.some((migration) => migration.name === name)) {
      throw new CannotOpen("newer-schema", "This data was last opened by a newer Open Chair. Update before opening it; nothing was changed.");
    }
  }
  const fresh: string[] = [];
  for (const migration of migrations) {
    const checksum = applied.get(migration.name);
    if (checksum === migration.checksum) continue;
    if (checksum !== undefined) {
      throw new CannotOpen("changed-migration", `The migration ${migration.name} was edited after it had run. Nothing was changed.`);
    }
    applyOne(handle, migration);
    fresh.push(migration.name);
  }
  return fresh;
}

function applyOne(handle: Sqlite.Database, migration: Migration): void {
  // Redefining a table drops and renames it; foreign keys are checked as a whole before the commit instead.
  handle.pragma("foreign_keys=OFF");
  try {
    handle.transaction(() => {
      handle.exec(migration.sql);
      const broken = handle.pragma("foreign_key_check") as unknown[];
      if (broken.length > 0) throw new Error(`migration ${migration.name} leaves rows that point nowhere`);
      const now = Date.now();
      handle
        .prepare(
          `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count) VALUES (?, ?, ?, ?, NULL, NULL, ?, 1)`,
        )
        .run(randomUUID(), migration.checksum, now, migration.name, now);
    })();
  } finally {
    handle.pragma("foreign_keys=ON");
  }
}
