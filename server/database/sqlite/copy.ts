import Sqlite from "better-sqlite3";
import type { Walker } from "../database.ts";
import { unlock } from "./connection.ts";
import { Statements } from "./statements.ts";
import { pagesOf } from "./walk.ts";

/** A copy of the record, opened to be looked at. */
export interface OpenCopy extends Walker {
  /** Is every page and every index of the file as it should be? */
  isWhole(): boolean;
  close(): void;
}

/** Opens an encrypted file of ours without taking it over: no lock is kept, no journal mode is changed, nothing is written. */
export function openCopy(file: string, key: string): OpenCopy {
  const handle = new Sqlite(file, { readonly: true, fileMustExist: true });
  unlock(handle, key);
  handle.pragma("temp_store=MEMORY");
  const statements = new Statements(handle);
  const query: OpenCopy["query"] = async (statement) => statements.all(statement);
  return {
    isWhole: () => handle.pragma("integrity_check", { simple: true }) === "ok",
    query,
    walk: (page) => pagesOf(page, query),
    close: () => handle.close(),
  };
}
