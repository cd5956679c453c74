import Papa from "papaparse";
import { readSheet } from "read-excel-file/node";
import { type RawSheet, type Sheet, sheetOf } from "#core/import/sheet.ts";
import { withoutNul } from "#core/nul.ts";
import { isRefusal, type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

export interface SheetLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
}

/** An .xlsx is a zip: a small file may unpack to fill the memory. A sheet within the limits unpacks to far less. */
const UNPACKED_LIMIT_BYTES = 100 * 1024 * 1024;

/** Reads an uploaded file as a sheet of text. Nothing in it is evaluated: a cell that begins with "=" is its letters. */
export async function readUpload({ contentBase64 }: { contentBase64: string }, limits: SheetLimits): Promise<Sheet | Refusal> {
  if (contentBase64.length > Math.ceil(limits.bytes / 3) * 4) return refuse("file-too-large", "size");
  const bytes = Buffer.from(contentBase64, "base64");
  if (bytes.length === 0) return refuse("file-empty");
  const raw = isZip(bytes) ? await readWorkbook(bytes) : readText(bytes);
  if (isRefusal(raw)) return raw;
  if (raw.rows.length > limits.rows) return refuse("file-too-large", "rows");
  const sheet = sheetOf(raw);
  if (sheet === null) return refuse("file-empty");
  return sheet.headers.length > limits.columns ? refuse("file-too-large", "columns") : sheet;
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
}

async function readWorkbook(bytes: Buffer): Promise<RawSheet | Refusal> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === null) return refuse("file-unreadable");
  if (unpacked > UNPACKED_LIMIT_BYTES) return refuse("file-too-large", "size");
  try {
    const rows = await readSheet(bytes, { trim: false });
    return { rows: rows.map((cells) => cells.map(cellText)), decimalMark: "." };
  } catch {
    // Whatever the library says about a broken file may quote it.
    return refuse("file-unreadable");
  }
}

/**
 * A cell as text. Days of a spreadsheet have no zone: the library gives them as midnight UTC, so they are read back in UTC and
 * never shift with this computer's zone. A bare time of day stands on the spreadsheet's day zero.
 */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (!(cell instanceof Date)) return withoutNul(String(cell));
  if (Number.isNaN(cell.getTime())) return "";
  // A clock is stored as a fraction of a day: half a second makes up for what the fraction rounds away.
  const [day = "", clock = ""] = new Date(cell.getTime() + 500).toISOString().split("T");
  const time = clock.slice(0, 5);
  if (day < "1900-01-02") return time;
  return time === "00:00" ? day : `${day} ${time}`;
}

/** The sum of what a zip says its parts unpack to, from its directory at the end; null when there is none. */
function unpackedSize(bytes: Buffer): number | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > bytes.length) return null;
  const entries = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return null;
    total += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}

function readText(bytes: Buffer): RawSheet | Refusal {
  const text = decoded(bytes);
  if (text === null) return refuse("file-unreadable", bytes.readUInt32BE(0) === 0xd0cf11e0 ? "old-excel" : undefined);
  if (text.trim() === "") return refuse("file-empty");
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), header: false, skipEmptyLines: false });
  // A quotation mark that is never closed swallows every line after it: better no sheet than half of one.
  const unclosed = errors.find((error) => error.code === "MissingQuotes");
  if (unclosed) return refuse("file-unreadable", `quotes.${(unclosed.row ?? 0) + 1}`);
  return { rows: data, decimalMark: null };
}

/** Text as its maker meant it: by its byte-order mark, else as UTF-8, else as Windows' Western European. null = no text. */
function decoded(bytes: Buffer): string | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  if (marked !== null) return withoutNul(new TextDecoder(marked).decode(bytes));
  if (bytes.includes(0) || bytes.subarray(0, 5).toString("latin1") === "%PDF-") return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The mark that parts the first lines into the most columns, the same number in each; quoted text is not looked into. */
function delimiterOf(text: string): string {
  const { data } = Papa.parse<string[]>(text, { delimiter: "\u0001", quoteChar: "\u0002", preview: 20, skipEmptyLines: "greedy" });
  const sample = data.map(([line = ""]) => line.replace(/"[^"]*"?/g, ""));
  const scored = DELIMITERS.map((mark) => {
    const [head = 0, ...rest] = sample.map((line) => line.split(mark).length - 1);
    const agreeing = rest.filter((marks) => marks === head).length;
    return { mark, score: head === 0 ? 0 : head * (1 + agreeing) };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).mark;
}
