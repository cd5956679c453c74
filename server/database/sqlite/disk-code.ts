/** SQLite's codes for a disk that is full, read-only or gone. */
export function isDiskCode(code: string): boolean {
  return /^SQLITE_(FULL|READONLY|IOERR|CANTOPEN)/.test(code);
}
