import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { planImport } from "#core/import/plan.ts";
import { readingOf } from "#core/import/reading.ts";
import { isRefusal } from "#core/vocabulary/refusal.ts";
import { readUpload } from "#server/features/imports/read.ts";

const LIMITS = { bytes: 8 * 1024 * 1024, rows: 10_000, columns: 100 };
const read = (content: Buffer | string) => readUpload({ contentBase64: Buffer.from(content as string).toString("base64") }, LIMITS);

async function cellsOf(content: Buffer | string): Promise<(readonly string[])[]> {
  const sheet = await read(content);
  if (isRefusal(sheet)) throw new Error(`refused: ${sheet.refused}`);
  return [sheet.headers, ...sheet.rows.map((row) => row.cells)];
}

const refusalOf = async (content: Buffer | string) => {
  const answer = await read(content);
  return isRefusal(answer) ? [answer.refused, answer.field] : "was read";
};

const SIMPLE = "Date,Couple,Notes\n2026-03-02,Núñez,café\n";

describe("a text file", () => {
  it.each([
    ["UTF-8", Buffer.from(SIMPLE)],
    ["UTF-8 with a byte-order mark", Buffer.from(`\ufeff${SIMPLE}`)],
    ["UTF-16 as Excel saves Unicode text", Buffer.from(`\ufeff${SIMPLE}`, "utf16le")],
    ["Windows' Western European", Buffer.from(SIMPLE, "latin1")],
  ])("is read whatever its letters are written in: %s", async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual([
      ["Date", "Couple", "Notes"],
      ["2026-03-02", "Núñez", "café"],
    ]);
  });

  it("reads Windows' own curly quotes and euro, which Latin 1 does not have", async () => {
    const bytes = Buffer.concat([Buffer.from("Date,Notes\n2026-03-02,"), Buffer.from([0x93, 0x80, 0x94]), Buffer.from("\n")]);
    expect((await cellsOf(bytes))[1]?.[1]).toBe("“€”");
  });

  it.each([",", ";", "\t", "|"])("is parted by %j, also where other marks stand inside the cells", async (mark) => {
    const text = [`Date${mark}Themes${mark}Tone`, `02.03.2026${mark}"a, b; c | d\te"${mark}4`, `03.03.2026${mark}"a; b"${mark}5`].join("\r\n");
    expect(await cellsOf(text)).toEqual([
      ["Date", "Themes", "Tone"],
      ["02.03.2026", "a, b; c | d\te", "4"],
      ["03.03.2026", "a; b", "5"],
    ]);
  });

  it("keeps decimal commas whole where semicolons part the columns", async () => {
    expect(await cellsOf("Datum;Tone;Climate\n1.3.2026;4,5;3,5\n2.3.2026;5,5;2,5")).toEqual([
      ["Datum", "Tone", "Climate"],
      ["1.3.2026", "4,5", "3,5"],
      ["2.3.2026", "5,5", "2,5"],
    ]);
  });

  it("tells columns of one name apart", async () => {
    expect((await cellsOf("Date,Tone,tone,,Tone\n2026-03-02,1,2,3,4"))[0]).toEqual(["Date", "Tone", "tone (2)", "Column 4", "Tone (3)"]);
  });

  it("needs no header, and steps over a title above it", async () => {
    expect((await cellsOf("2026-03-02,River,4\n2026-03-09,River,5"))[0]).toEqual(["Column 1", "Column 2", "Column 3"]);
    expect((await cellsOf("My cases\n\nDate,Couple\n2026-03-02,River"))[0]).toEqual(["Date", "Couple"]);
  });

  it("never loses lines to a quotation mark left open: it says where", async () => {
    expect(await refusalOf('Date,Notes\n2026-03-02,fine\n2026-03-09,"she said\n2026-03-16,lost')).toEqual(["file-unreadable", "quotes.3"]);
  });
});

describe("what is no sheet", () => {
  it.each([
    ["nothing", "", "file-empty"],
    ["blank lines", "\n\n  \n", "file-empty"],
    ["a header alone", "Date,Couple\n", "file-empty"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), "file-unreadable"],
    ["a PDF", "%PDF-1.7 …", "file-unreadable"],
    ["a zip that is no workbook", zip({ "a.txt": "x" }), "file-unreadable"],
    ["a zip cut off", zip({ "a.txt": "x" }).subarray(0, 20), "file-unreadable"],
  ])("is refused in words: %s", async (_, content, code) => {
    expect((await refusalOf(content))[0]).toBe(code);
  });

  it("is told to be an old Excel file", async () => {
    expect(await refusalOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0, 0]))).toEqual(["file-unreadable", "old-excel"]);
  });

  it("is too large by size, by rows and by columns", async () => {
    expect(await refusalOf(Buffer.alloc(LIMITS.bytes + 3, "a"))).toEqual(["file-too-large", "size"]);
    expect(await refusalOf(`Date,Tone\n${"2026-03-02,1\n".repeat(10_001)}`)).toEqual(["file-too-large", "rows"]);
    expect(await refusalOf(`${"a,".repeat(101)}b\n${"1,".repeat(101)}2`)).toEqual(["file-too-large", "columns"]);
  });

  it("is too large when a small zip says that it unpacks to more than 100 MB", async () => {
    expect(await refusalOf(zip({ "xl/a.xml": "x" }, 200 * 1024 * 1024))).toEqual(["file-too-large", "size"]);
  });
});

describe("an Excel workbook", () => {
  it("gives days as days, whatever this computer's time zone, and numbers undistorted", async () => {
    const zone = process.env.TZ;
    try {
      for (const there of ["America/Los_Angeles", "Pacific/Auckland", "UTC"]) {
        process.env.TZ = there;
        expect(await cellsOf(WORKBOOK), there).toEqual([
          ["Date", "Couple", "Tone", "Notes"],
          ["2026-03-02", "River", "4.85714285714286", "=HYPERLINK(1)"],
          ["2026-03-09 17:30", "River", "0", "two\nlines "],
        ]);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("comes in as sessions on those days", async () => {
    const sheet = await read(WORKBOOK);
    if (isRefusal(sheet)) throw new Error("refused");
    const { guess } = readingOf(sheet, { fileName: "past.xlsx", known: { cases: [], themes: [], tracks: [] } });
    const plan = planImport(sheet, guess, { today: "2026-11-24", cases: [], themes: [], tracks: [], fingerprint: (identity) => identity });
    expect(plan.cases[0]?.rows.map(({ day, content }) => [day, content.startTime, content.ratings[0]?.value, content.note])).toEqual([
      ["2026-03-02", null, 4.85714285714286, "=HYPERLINK(1)"],
      ["2026-03-09", "17:30", 0, "two\nlines "],
    ]);
  });
});

/** A zip of stored (not packed) parts; `said` is what each claims to unpack to. */
function zip(parts: Record<string, string>, said?: number): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const data = Buffer.from(text);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(said ?? data.length, 18);
    head.writeUInt16LE(name.length, 22);
    const at = Buffer.alloc(4);
    at.writeUInt32LE(offset);
    bodies.push(Buffer.from("PK\x03\x04", "latin1"), head, Buffer.from(name), data);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, Buffer.alloc(10), at, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, Buffer.from("PK\x05\x06", "latin1"), end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const inline = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
const number = (ref: string, value: string, style = 0) => `<c r="${ref}" s="${style}"><v>${value}</v></c>`;

/** The least that a spreadsheet program calls a workbook: real date cells (46083 = 2 March 2026), with and without a clock. */
const WORKBOOK = zip({
  "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
  "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="Cases" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": `${XML}<styleSheet ${MAIN}><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  "xl/worksheets/sheet1.xml": `${XML}<worksheet ${MAIN}><dimension ref="A1:D3"/><sheetData>
<row r="1">${inline("A1", "Date")}${inline("B1", "Couple")}${inline("C1", "Tone")}${inline("D1", "Notes")}</row>
<row r="2">${number("A2", "46083", 1)}${inline("B2", "River")}${number("C2", "4.85714285714286")}${inline("D2", "=HYPERLINK(1)")}</row>
<row r="3">${number("A3", "46090.7291666667", 2)}${inline("B3", "River")}${number("C3", "0")}${inline("D3", "two\nlines ")}</row>
</sheetData></worksheet>`,
});
