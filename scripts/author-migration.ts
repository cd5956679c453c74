/**
 * `npm run migration -- <name>`: writes prisma/migrations/<stamp>_<name>/migration.sql, the difference between the migrations
 * there are and prisma/schema.prisma. Works offline: the engine that computes it is Prisma's own, as WebAssembly.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { projectRoot } from "../server/process/project-root.ts";

const root = projectRoot();
const migrationsFolder = join(root, "prisma", "migrations");

/** The package means to be bundled, with the .wasm as a module; Node 20 cannot import one, so it is instantiated by hand. */
async function loadEngine(): Promise<typeof SchemaEngine> {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bindings = await import(pathToFileURL(join(folder, "schema_engine_bg.js")).href);
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, "schema_engine_bg.wasm")), { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as unknown as { __wbindgen_start(): void }).__wbindgen_start();
  return bindings.SchemaEngine;
}

type Connection = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;

/** The engine runs a whole migration as if it were one statement; the adapter has another method for scripts. */
class ScriptAdapter extends PrismaBetterSqlite3 {
  override async connect() {
    return runningScripts(await super.connect());
  }

  override async connectToShadowDb() {
    return runningScripts(await super.connectToShadowDb());
  }
}

function runningScripts(connection: Connection): Connection {
  const executeRaw = connection.executeRaw.bind(connection);
  connection.executeRaw = async (query) => {
    if (query.args.length > 0) return executeRaw(query);
    await connection.executeScript(query.sql);
    return 0;
  };
  return connection;
}

function readMigrationList() {
  const directories = readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "sqlite"\n' },
    shadowDbInitScript: "",
    migrationDirectories: directories.map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(join(migrationsFolder, path, "migration.sql"), "utf8") },
      },
    })),
  };
}

async function author(name: string): Promise<void> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error("name the migration in lower case, words joined by _, e.g. add_licences");
  const schema = { path: "prisma/schema.prisma", content: readFileSync(join(root, "prisma", "schema.prisma"), "utf8") };
  const Engine = await loadEngine();
  const factory = bindMigrationAwareSqlAdapterFactory(new ScriptAdapter({ url: ":memory:" }));
  const engine = await Engine.new({ datamodels: [[schema.path, schema.content]] }, () => undefined, factory as never);
  const list = readMigrationList();
  const { stdout } = await engine.diff({
    from: list.migrationDirectories.length === 0 ? { tag: "empty" } : { tag: "migrations", ...list },
    to: { tag: "schemaDatamodel", files: [schema] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  if (!stdout || stdout.includes("This is an empty migration")) {
    console.log("The migrations already say what the schema says.");
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), stdout);
  console.log(`Wrote ${folder}/migration.sql. Read it before you commit it.`);
}

await author(process.argv[2] ?? "");
