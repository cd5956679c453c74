import { describe, expect, it } from "vitest";
import { isHere, missingDocuments, missingFiles, outsideDocuments, readDocuments, type Text } from "./architecture/documents.ts";
import { LAYERS } from "./architecture/layers.ts";
import {
  borrowedStyles,
  cycles,
  forbiddenImports,
  impureFiles,
  longFiles,
  sqliteSpellings,
  uncheckedJson,
  unclearShapes,
} from "./architecture/rules.ts";
import { readSource, readSources, type Source } from "./architecture/source.ts";

/** Their JSON was made by the database in the same statement, from columns. A draft in it goes through its declaration like any other. */
const JSON_OF_A_STATEMENT = new Set([
  "server/features/caseload/read.ts",
  "server/features/insights/read.ts",
  "server/features/scores/read.ts",
  "server/features/timeline/read.ts",
]);

const sources = readSources();

describe("the product", () => {
  it("imports only what the layer table allows", () => expect(forbiddenImports(sources, LAYERS)).toEqual([]));
  it("has no circle of imports", () => expect(cycles(sources)).toEqual([]));
  it("asks no clock and throws no dice in core", () => expect(impureFiles(sources)).toEqual([]));
  it("has no file of more than 300 lines", () => expect(longFiles(sources)).toEqual([]));
  it("reads stored JSON text through its declaration alone", () => expect(uncheckedJson(sources, JSON_OF_A_STATEMENT)).toEqual([]));
  it("has no default export, barrel, drawer or long list of positional parameters", () => expect(unclearShapes(sources)).toEqual([]));
  it("uses no other screen's styles", () => expect(borrowedStyles(sources)).toEqual([]));
  it("spells nothing in SQLite's own way outside server/database", () => expect(sqliteSpellings(sources)).toEqual([]));
  it("was found at all", () => {
    for (const layer of ["server/core/day.ts", "server/http/trpc.ts", "client/main.tsx", "prisma.config.ts"]) {
      expect(sources.map((source) => source.path)).toContain(layer);
    }
  });
});

describe("comments and documents", () => {
  const documents = readDocuments();
  // This file names documents that are made up.
  const texts: readonly Text[] = [...sources.filter(({ path }) => path !== "tests/architecture.test.ts"), ...documents];

  it("cite no document that is not in the repository", () => expect(outsideDocuments([...sources, ...documents])).toEqual([]));
  it("cite documents and headings that exist", () => expect(missingDocuments(texts, documents)).toEqual([]));
  it("name files that exist", () => expect(missingFiles(documents, isHere)).toEqual([]));
  it("were found at all", () => {
    for (const document of ["README.md", "docs/clinical-rules.md", "prisma/schema.prisma"]) {
      expect(documents.map(({ path }) => path)).toContain(document);
    }
  });
});

/** Made-up files, each of which breaks one rule. */
describe("the check itself", () => {
  const forbidden = (path: string, text: string) => forbiddenImports([readSource(path, text)], LAYERS);

  it.each([
    ["client/features/goals/useGoals.ts", 'import { z } from "zod";'],
    ["client/features/goals/useGoals.ts", 'import { AddGoal } from "#core/contracts/goal.ts";'],
    ["client/features/goals/useGoals.ts", 'import { CaseRow } from "../cases/CaseRow.tsx";'],
    ["client/features/goals/useGoals.ts", 'export { appRouter } from "#server/http/app-router.ts";'],
    ["client/api/client.ts", 'import { appRouter } from "#server/http/app-router.ts";'],
    ["client/ui/Panel.tsx", 'import { useTRPC } from "#client/api/client.ts";'],
    ["client/charts/Ladder.tsx", 'import { useQuery } from "@tanstack/react-query";'],
    ["client/screens/GoalScreen.tsx", 'import { useTRPC } from "../api/client.ts";'],
    ["client/screens/GoalScreen.tsx", 'const chart = import("recharts");'],
    ["server/core/rules/ladder.ts", 'import { readFileSync } from "node:fs";'],
    ["server/core/rules/ladder.ts", 'import { z } from "zod";'],
    ["server/core/rules/ladder.ts", 'import { Day } from "../contracts/fields.ts";'],
    ["server/core/statistics/trend.ts", 'import type { Stage } from "../vocabulary/engagement.ts";'],
    ["server/features/goals/store.ts", 'import { touch } from "../cases/store.ts";'],
    ["server/features/goals/store.ts", 'import { caseProcedure } from "#server/http/trpc.ts";'],
    ["server/features/goals/store.ts", 'import { openDatabase } from "#server/database/open.ts";'],
    ["server/features/goals/store.ts", 'import { SQLITE_DIALECT } from "#server/database/sqlite/dialect.ts";'],
    ["server/process/boot.ts", 'import { openSqlite } from "#server/database/sqlite/engine.ts";'],
    ["server/database/backup.ts", 'import Sqlite from "better-sqlite3";'],
    ["server/database/database.ts", 'import Sqlite from "better-sqlite3";'],
    ["server/features/goals/store.ts", 'import { mintClinicianScope } from "#server/access/scope.ts";'],
    ["server/features/goals/router.ts", 'import { PrismaClient } from "#server/generated/prisma/client.ts";'],
    ["server/features/goals/router.ts", 'import { findCase } from "../cases/store.ts";'],
    ["server/features/goals/router.ts", 'import { casesRouter } from "../cases/router.ts";'],
    ["server/features/sessions/write.ts", 'import { router } from "#server/http/trpc.ts";'],
    ["server/access/scope.ts", 'import { findCase } from "#server/features/cases/store.ts";'],
    ["server/database/database.ts", 'import { findCase } from "../features/cases/store.ts";'],
    ["prisma/sample/couples.ts", 'import { givenCase } from "../../tests/server/given.ts";'],
    ["server/features/goals/store.ts", 'import { lodash } from "lodash";'],
    ["server/odd-place/thing.ts", ""],
  ])("refuses in %s: %s", (path, text) => expect(forbidden(path, text)).toHaveLength(1));

  it.each([
    ["client/api/client.ts", 'import type { AppRouter } from "#server/http/app-router.ts";'],
    ["client/features/goals/useGoals.ts", 'import { type GoalView } from "#core/contracts/case.ts";'],
    ["client/features/goals/GoalRow.tsx", 'import { useGoals } from "./useGoals.ts";'],
    ["server/core/rules/ladder.ts", 'type Row = import("../contracts/caseload.ts").CaseloadRow;'],
    ["server/features/goals/router.ts", 'import { addGoal } from "./store.ts";'],
    ["server/features/goals/router.ts", 'import { openCase } from "../cases/write.ts";'],
    ["server/features/goals/store.ts", 'import { seal } from "#server/keys/seal.ts";'],
    ["server/features/goals/store.ts", 'import type { CaseScope } from "#server/access/scope.ts";'],
    ["server/core/statistics/trend.ts", 'import quantile from "@stdlib/stats-base-dists-t/quantile";'],
  ])("allows in %s: %s", (path, text) => expect(forbidden(path, text)).toEqual([]));

  it("sees a circle through three files, and none through types", () => {
    const circle = (last: string): Source[] => [
      readSource("client/ui/a.ts", 'import { b } from "./b.ts";'),
      readSource("client/ui/b.ts", 'export * from "./c.ts";'),
      readSource("client/ui/c.ts", last),
    ];
    expect(cycles(circle('const a = import("./a.ts");'))).toEqual(["client/ui/a.ts → client/ui/b.ts → client/ui/c.ts → client/ui/a.ts"]);
    expect(cycles(circle('import type { A } from "./a.ts";'))).toEqual([]);
  });

  it("sees the clock and the dice in core, and lets a given day be", () => {
    const impure = (text: string) => impureFiles([readSource("server/core/rules/due.ts", text)]);
    for (const text of [
      "const a = Date.now();",
      "const b = new Date();",
      "const c = Math.random();",
      "const d = Date();",
      "const e = crypto.randomUUID();",
    ]) {
      expect(impure(text), text).toHaveLength(1);
    }
    expect(impure("export const of = (day: string) => new Date(day).getTime();")).toEqual([]);
  });

  it("sees styles that another screen borrows, and lets those of all charts be", () => {
    const borrowed = (path: string, css: string) => borrowedStyles([readSource(path, `import classes from "${css}";`)]);
    expect(borrowed("client/screens/case/ThemesTab.tsx", "#client/screens/compare/compare.module.css")).toHaveLength(1);
    expect(borrowed("client/screens/compare/CompareTab.tsx", "./compare.module.css")).toEqual([]);
    expect(borrowed("client/charts/scores/ScoreTable.tsx", "#client/charts/frame/table.module.css")).toEqual([]);
  });

  it("sees SQLite's own spelling in a statement of a feature, and lets the database room use it", () => {
    const found = (path: string, text: string) => sqliteSpellings([readSource(path, text)]);
    for (const text of ["sql`SELECT json_object('a', 1)`", "sql`PRAGMA user_version`", "sql`SELECT instr(a, b)`", 'raw("VACUUM INTO x")']) {
      expect(found("server/features/goals/store.ts", text), text).toHaveLength(1);
      expect(found("server/database/sqlite/engine.ts", text), text).toEqual([]);
    }
  });

  it("sees stored JSON that nothing checks, in features and in the audit alone", () => {
    const parsing = (path: string) => uncheckedJson([readSource(path, "export const of = (text: string) => JSON.parse(text);")], JSON_OF_A_STATEMENT);
    expect([parsing("server/features/goals/store.ts"), parsing("server/audit/audit.ts")].flat()).toHaveLength(2);
    expect(
      [parsing("server/features/caseload/read.ts"), parsing("server/core/contracts/stored.ts"), parsing("server/http/api-calls.ts")].flat(),
    ).toEqual([]);
    expect(
      uncheckedJson([readSource("server/features/goals/store.ts", "export const of = (all: string[]) => JSON.stringify(all);")], new Set()),
    ).toEqual([]);
  });

  it("sees a file of 301 lines, and lets one of 300 be", () => {
    const long = (lines: number) => longFiles([readSource("client/ui/a.ts", "export {};\n".repeat(lines))]);
    expect(long(301)).toHaveLength(1);
    expect(long(300)).toEqual([]);
  });

  it.each([
    ["client/ui/Panel.tsx", "export default function Panel() {}"],
    ["client/ui/all.ts", 'export { Panel } from "./Panel.tsx";'],
    ["client/ui/utils.ts", "export const one = 1;"],
    ["server/core/rules/due.ts", "export const due = (a: number, b: number, c: number, d: number) => a + b + c + d;"],
  ])("does not let %s pass as clear: %s", (path, text) => expect(unclearShapes([readSource(path, text)])).toHaveLength(1));

  it("sees a document that is not in the repository, whatever is cited of it", () => {
    const cited = (text: string) => outsideDocuments([{ path: "server/core/rules/due.ts", text }]);
    const name = ["CLINI", "CAL"].join("");
    for (const text of [`/** ${name} 3: two at most. */`, `// as in ${name}.md`, `/** Shown (${name}). */`])
      expect(cited(text), text).toHaveLength(1);
    expect(cited("/** Clinical rules are in docs/clinical-rules.md. */")).toEqual([]);
  });

  it("sees a document or a heading that does not exist, also where the citation is broken over two lines", () => {
    const documents: Text[] = [{ path: "docs/limits.md", text: "# Limits\n\n## Two at most\n" }];
    const cited = (text: string) => missingDocuments([{ path: "server/core/rules/due.ts", text }], documents);
    expect(cited('/** docs/limits.md, "Two at most" */')).toEqual([]);
    expect(cited('/**\n * docs/limits.md, "Two\n * at most"\n */')).toEqual([]);
    expect(cited('/** docs/limits.md, "Three at most" */')).toHaveLength(1);
    expect(cited("// docs/other.md")).toHaveLength(1);
  });

  it("sees a link or a file of a document that leads nowhere, and lets a decision name the files of its day", () => {
    const named = (path: string, text: string) => missingFiles([{ path, text }], (file) => file === "docs/limits.md");
    expect(named("README.md", "[limits](docs/limits.md) and [more](https://example.org/more.md)")).toEqual([]);
    expect(named("docs/README.md", "[limits](limits.md#two-at-most)")).toEqual([]);
    expect(named("docs/README.md", "[other](other.md)")).toHaveLength(1);
    expect(named("docs/limits.md", "`server/gone.ts`")).toHaveLength(1);
    expect(named("docs/limits.md", "`server/*.ts`")).toEqual([]);
    expect(named("docs/decisions/0001-one.md", "`server/gone.ts`")).toEqual([]);
  });
});
