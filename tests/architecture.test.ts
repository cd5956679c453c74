import { describe, expect, it } from "vitest";
import { cycles, forbiddenImports, impureFiles, type Layer, longFiles, sqliteSpellings, uncheckedJson, unclearShapes } from "./architecture/rules.ts";
import { readSource, readSources, type Source } from "./architecture/source.ts";

const SERVER_GROUND = ["env", "faults", "generated", "health", "keys", "log", "project-root", "services", "durable-file"];
const ON_SCREEN = ["react", "@mantine/core", "@mantine/hooks", "@tabler/icons-react"];
const CORE = ["core", "fields", "statistics"];

/** The table of ARCHITECTURE.md. A file belongs to the first row that matches; what a row does not name is forbidden. */
const LAYERS: readonly Layer[] = [
  { name: "statistics", files: /^server\/core\/statistics\//, from: [], packages: ["@stdlib/stats-base-dists-"] },
  // What stands as JSON text in the database; the one part of the contracts that stores run.
  { name: "stored", files: /^server\/core\/contracts\/stored[.-]/, from: [...CORE, "contracts"], packages: ["zod"] },
  { name: "contracts", files: /^server\/core\/contracts\//, from: CORE, packages: ["zod"] },
  // Beneath the contracts and the rules, which are both made from it.
  { name: "fields", files: /^server\/core\/fields\//, from: ["core"] },
  // Types only of the contracts: the browser runs core's rules and must not carry zod along.
  { name: "core", files: /^server\/core\//, from: ["fields", "statistics"], typesFrom: ["contracts"] },

  {
    name: "server ground",
    files: new RegExp(`^server/(${SERVER_GROUND.join("|")})[./]`),
    from: CORE,
    typesFrom: ["database"],
    packages: ["node:", "zod", "pino"],
  },
  // Which database it is stays in this folder: nobody else may import its engine, or a driver.
  {
    name: "database engine",
    files: /^server\/database\/sqlite\//,
    from: ["database", "server ground"],
    packages: ["node:", "async-mutex", "@prisma/adapter-better-sqlite3", "better-sqlite3"],
  },
  { name: "database opening", files: /^server\/database\/open\.ts$/, from: ["database engine"], typesFrom: ["database"] },
  { name: "database", files: /^server\/database\//, from: ["server ground"] },
  // What a store may use of the ground: ids and sealing. Opening the record is not its business.
  { name: "rows", files: /^server\/(new-id|seal)\.ts$/, from: [], packages: ["node:", "uuid"] },
  // The one place where parts of a statement are written from declarations.
  { name: "columns", files: /^server\/declared-columns\.ts$/, from: [...CORE, "database", "server ground"] },
  { name: "audit", files: /^server\/audit\.ts$/, from: [...CORE, "stored", "database", "server ground", "rows"], packages: ["node:"] },
  { name: "case write", files: /^server\/case-write\.ts$/, from: [...CORE, "audit", "scope"], typesFrom: ["database"] },
  { name: "scope", files: /^server\/access\/scope\.ts$/, from: [...CORE, "database"] },
  {
    name: "access",
    files: /^server\/access\//,
    from: [...CORE, "contracts", "database", "server ground", "audit", "scope"],
    typesFrom: ["trpc"],
    packages: ["node:", "zod", "express", "express-rate-limit", "better-auth", "@node-rs/argon2", "@trpc/server"],
  },
  { name: "trpc", files: /^server\/trpc\.ts$/, from: [...CORE, "contracts", "server ground", "access", "scope"], packages: ["zod", "@trpc/server"] },
  {
    name: "router",
    files: /^server\/features\/[a-z-]+\/router\.ts$/,
    from: [...CORE, "contracts", "database", "audit", "case write", "scope", "trpc", "write"],
    typesFrom: ["server ground"],
    packages: ["zod"],
    inOwnFolder: ["store", "own names", "router"],
  },
  {
    name: "write",
    files: /^server\/features\/[a-z-]+\/write\.ts$/,
    from: [...CORE, "contracts", "database", "server ground", "rows", "audit", "case write", "scope", "access", "store", "own names", "sample"],
    packages: ["node:"],
    inOwnFolder: ["write"],
  },
  // The practice's own themes and tracks give names to what every other noun stores.
  {
    name: "own names",
    files: /^server\/features\/practice\/tracks-and-themes\.ts$/,
    from: [...CORE, "database", "rows", "audit"],
    typesFrom: ["contracts", "scope", "server ground"],
    packages: ["node:"],
  },
  {
    name: "store",
    files: /^server\/features\//,
    from: [...CORE, "stored", "database", "rows", "columns", "audit", "own names"],
    typesFrom: ["contracts", "scope", "server ground"],
    packages: ["node:", "papaparse", "read-excel-file"],
    packageTypes: ["zod"],
    inOwnFolder: ["store"],
  },
  { name: "app router", files: /^server\/app-router\.ts$/, from: ["router", "trpc"] },
  {
    name: "process",
    files: /^(server\/(api-calls|app|backup|boot|control|index|page)\.ts$|server\/commands\/|prisma\/sample\/command\.ts$)/,
    from: [
      ...CORE,
      ...["contracts", "database", "database opening", "server ground", "audit", "scope", "access", "trpc", "app router", "write", "sample"],
    ],
    packages: ["node:", "zod", "express", "helmet", "@trpc/server"],
  },
  {
    name: "sample",
    files: /^prisma\/sample\//,
    // Access for one thing: hashing its clinicians' passwords.
    from: [...CORE, "stored", "database", "server ground", "rows", "columns", "audit", "scope", "access", "store", "own names"],
    typesFrom: ["contracts"],
    packages: ["node:"],
  },

  // What a refusal says: any part of the screen may need to say it.
  { name: "client sentences", files: /^client\/api\/refusal(s|-sentences)\.ts$/, from: CORE, packages: ["@trpc/client"] },
  {
    name: "client api",
    files: /^client\/api\//,
    from: [...CORE, "client sentences"],
    typesFrom: ["contracts", "app router"],
    packages: ["react", "@trpc/client", "@trpc/tanstack-react-query", "@tanstack/react-query"],
  },
  { name: "client format", files: /^client\/format\.ts$/, from: CORE },
  { name: "client ui", files: /^client\/ui\//, from: [...CORE, "client format"], packages: ON_SCREEN },
  {
    name: "client charts",
    files: /^client\/charts\//,
    from: [...CORE, "client format", "client ui"],
    typesFrom: ["contracts"],
    packages: [...ON_SCREEN, "recharts", "react-dom"],
  },
  {
    name: "client feature",
    files: /^client\/features\//,
    from: [...CORE, "client api", "client sentences", "client format", "client ui"],
    typesFrom: ["contracts"],
    packages: [...ON_SCREEN, "@tanstack/react-query", "@tanstack/react-router"],
    inOwnFolder: ["client feature"],
  },
  {
    name: "client screens",
    files: /^client\/screens\//,
    from: [...CORE, "client feature", "client charts", "client sentences", "client format", "client ui"],
    typesFrom: ["contracts"],
    packages: [...ON_SCREEN, "@tanstack/react-query", "@tanstack/react-router"],
  },
  {
    name: "client start",
    files: /^client\/[a-z-]+\.(tsx?|css)$/,
    from: ["client api", "client feature", "client screens"],
    packages: [...ON_SCREEN, "react-dom", "@tanstack/react-query", "@tanstack/react-router"],
  },

  {
    name: "tests",
    files: /^tests\//,
    from: ["*"],
    packages: [
      ...["node:", "vitest", "vite", "fast-check", "@testing-library", "playwright-core", "@sparticuz/chromium", "@prisma"],
      ...["zod", "express", "better-sqlite3", "react", "recharts", "@mantine/core", "@tanstack", "@trpc"],
    ],
  },
  {
    name: "tools",
    files: /^(scripts\/|[a-z]+\.config\.ts$)/,
    from: ["server ground"],
    packages: ["node:", "vite", "vitest", "prisma", "@prisma", "@vitejs/plugin-react"],
  },
];

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
  it("spells nothing in SQLite's own way outside server/database", () => expect(sqliteSpellings(sources)).toEqual([]));
  it("was found at all", () => {
    for (const layer of ["server/core/day.ts", "server/http/trpc.ts", "client/main.tsx", "prisma.config.ts"]) {
      expect(sources.map((source) => source.path)).toContain(layer);
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
    ["server/features/goals/router.ts", 'import { openCase } from "../open-case/write.ts";'],
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
});
