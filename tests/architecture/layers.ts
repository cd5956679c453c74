import type { Layer } from "./rules.ts";

const ON_SCREEN = ["react", "@mantine/core", "@mantine/hooks"];
const CORE = ["core", "fields", "statistics"];

/** The table of ARCHITECTURE.md. A file belongs to the first row that matches; what a row does not name is forbidden. */
export const LAYERS: readonly Layer[] = [
  { name: "statistics", files: /^server\/core\/statistics\//, from: [], packages: ["@stdlib/stats-base-dists-"] },
  // What stands as JSON text in the database; the one part of the contracts that stores run.
  { name: "stored", files: /^server\/core\/contracts\/stored[.-]/, from: [...CORE, "contracts"], packages: ["zod"] },
  { name: "contracts", files: /^server\/core\/contracts\//, from: CORE, packages: ["zod"] },
  // Beneath the contracts and the rules, which are both made from it.
  { name: "fields", files: /^server\/core\/fields\//, from: ["core"] },
  // Types only of the contracts: the browser runs core's rules and must not carry zod along.
  { name: "core", files: /^server\/core\//, from: ["fields", "statistics"], typesFrom: ["contracts"] },

  // What a process is made of: its environment, its log, its key files.
  {
    name: "server ground",
    files: /^server\/(generated\/|keys\/keys\.ts$|process\/(env|faults|log|project-root|services|durable-file)\.ts$|http\/health\.ts$)/,
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
  // The one place where parts of a statement are written from declarations.
  { name: "columns", files: /^server\/database\/declared-columns\.ts$/, from: [...CORE, "database", "server ground"] },
  // What a store may use of the ground: ids and sealing. Opening the record is not its business.
  { name: "rows", files: /^server\/(database\/new-id|keys\/seal)\.ts$/, from: [], packages: ["node:", "uuid"] },
  {
    name: "backup",
    files: /^server\/database\/backup\.ts$/,
    from: ["database", "database opening", "server ground", "audit"],
    packages: ["node:"],
  },
  { name: "database", files: /^server\/database\//, from: ["server ground"] },
  { name: "audit", files: /^server\/audit\/audit\.ts$/, from: [...CORE, "stored", "database", "server ground", "rows"], packages: ["node:"] },
  { name: "case write", files: /^server\/audit\/case-write\.ts$/, from: [...CORE, "audit", "scope"], typesFrom: ["database"] },
  { name: "scope", files: /^server\/access\/scope\.ts$/, from: [...CORE, "database"] },
  {
    name: "access",
    files: /^server\/access\//,
    from: [...CORE, "contracts", "database", "server ground", "audit", "scope"],
    typesFrom: ["trpc"],
    packages: ["node:", "zod", "express", "express-rate-limit", "better-auth", "@node-rs/argon2", "@trpc/server"],
  },
  {
    name: "trpc",
    files: /^server\/http\/trpc\.ts$/,
    from: [...CORE, "contracts", "server ground", "access", "scope"],
    packages: ["zod", "@trpc/server"],
  },
  {
    name: "router",
    files: /^server\/features\/[a-z-]+\/router\.ts$/,
    from: [...CORE, "contracts", "database", "audit", "case write", "scope", "trpc", "write"],
    typesFrom: ["server ground"],
    packages: ["zod"],
    inOwnFolder: ["store", "read", "own names", "router"],
  },
  {
    name: "write",
    files: /^server\/features\/[a-z-]+\/write(-[a-z-]+)?\.ts$/,
    from: [
      ...CORE,
      "contracts",
      "database",
      "server ground",
      "rows",
      "audit",
      "case write",
      "scope",
      "access",
      "store",
      "read",
      "own names",
      "sample",
    ],
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
    name: "read",
    files: /^server\/features\/[a-z-]+\/read\.ts$/,
    from: [...CORE, "stored", "database", "columns", "store", "own names"],
    typesFrom: ["contracts", "scope", "server ground"],
    packages: ["node:", "papaparse", "read-excel-file"],
  },
  {
    name: "store",
    files: /^server\/features\//,
    from: [...CORE, "stored", "database", "rows", "columns", "audit", "own names"],
    typesFrom: ["contracts", "scope", "server ground"],
    packages: ["node:"],
    packageTypes: ["zod"],
    inOwnFolder: ["store"],
  },
  { name: "app router", files: /^server\/http\/app-router\.ts$/, from: ["router", "trpc"] },
  {
    name: "process",
    files: /^(server\/(index|http\/(api-calls|app|page)|process\/(boot|control))\.ts$|server\/commands\/|prisma\/sample\/command\.ts$)/,
    from: [
      ...CORE,
      ...[
        "contracts",
        "database",
        "database opening",
        "backup",
        "server ground",
        "audit",
        "scope",
        "access",
        "trpc",
        "app router",
        "write",
        "sample",
      ],
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
