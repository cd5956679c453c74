import type { Database } from "./database.ts";
import { openCopy as openSqliteCopy } from "./sqlite/copy.ts";
import { openSqlite, type SqliteFile } from "./sqlite/engine.ts";

/** Opens the record. There is one engine so far: a SQLite file. @throws CannotOpen with the sentence for the terminal */
export function openDatabase(where: SqliteFile): Promise<Database> {
  return openSqlite(where);
}

/** What Prisma and what is built on it call this database. */
export const PROVIDER = "sqlite";

/** The data file with what stands beside it while it is in use. */
export function filesOf(file: string): string[] {
  return ["", "-wal", "-shm"].map((end) => `${file}${end}`);
}

/** Opens a copy (a backup) of the record, to check it. */
export const openCopy = openSqliteCopy;
