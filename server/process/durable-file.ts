import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a small file whole or not at all: were the power to fail, the old one stands. It is this user's alone.
 */
export function writeDurably(file: string, text: string): void {
  const partial = `${file}.partial`;
  try {
    const handle = openSync(partial, "w", 0o600);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    chmodSync(partial, 0o600);
    renameSync(partial, file);
  } catch (fault) {
    rmSync(partial, { force: true });
    throw fault;
  }
  syncFolder(dirname(file));
}

/** Brings a file that another has written to the disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A rename is durable once its folder is; Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
