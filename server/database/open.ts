import type { Database } from "./database.ts";
import { openCopy as openSqliteCopy } from "./sqlite/copy.ts";
import { openSqlite, type SqliteFile } from "./sqlite/engine.ts";

/** Opens the record. There is one engine so far: a SQLite file. @throws CannotOpen with the sentence for the terminal */
export function openDatabase(where: SqliteFile): Promise<Database> {
  return openSqlite(where);
}

/** Opens a copy (a backup) of the record, to check it. */
export const openCopy = openSqliteCopy;
