/**
 * Makes a fresh clone ready with nothing but Node: installs, generates, builds; each only when its sources changed.
 * Plain Node without dependencies, because it runs before there are any.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamps = join(root, "node_modules", ".open-chair");
const engine = join(root, "node_modules", "better-sqlite3", "build", "Release", "better_sqlite3.node");

/** Says what is going on, on stderr: stdout belongs to the ready line. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Runs a command to its end; on failure this process ends with its exit code. */
export function run(command, args, options = {}) {
  const shell = process.platform === "win32";
  const result = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], shell, ...options });
  if (result.status !== 0) {
    say(`${command} ${args.join(" ")} failed${result.error ? `: ${result.error.message}` : "."}`);
    process.exit(result.status ?? 1);
  }
}

/** Runs a script of node_modules/.bin's package with this very Node. */
export function runTool(script, args, options) {
  run(process.execPath, [join(root, "node_modules", script), ...args], options);
}

function hashOf(paths) {
  const hash = createHash("sha256").update(process.version).update(process.platform);
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== "generated") add(join(path, name));
      return;
    }
    hash.update(relative(root, path)).update(readFileSync(path));
  };
  for (const path of paths) add(join(root, path));
  return hash.digest("hex");
}

/** Does `work` when the sources under `paths` changed since last time, or something it `makes` is gone. */
function onChange(name, { paths, makes }, work) {
  const hash = hashOf(paths);
  const stamp = join(stamps, name);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash && makes.every((path) => existsSync(path))) return;
  work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, hash);
}

export function ensureNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Open Chair needs Node.js 20.19 or newer (22 or 24 LTS is better); this is ${process.version}.`);
  process.exit(1);
}

export function ensureInstalled() {
  ensureNode();
  onChange("installed", { paths: ["package.json", "package-lock.json"], makes: [join(root, "node_modules", "vite")] }, () => {
    say("Installing what Open Chair stands on (once; a minute or two)…");
    // A build needs the development packages whatever the environment says.
    const env = { ...process.env, NODE_ENV: "development" };
    // Install scripts run for one package only, below: nothing else needs any.
    run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], { env });
  });
  if (!existsSync(engine)) {
    say("Preparing the database engine. Where no ready-made one can be fetched it is compiled: about 90 seconds…");
    // The one install script that must run, also where a user's own settings forbid them all.
    run("npm", ["rebuild", "better-sqlite3", "--ignore-scripts=false", "--loglevel=error"]);
    if (!existsSync(engine)) {
      say("The database engine could not be made. It needs a C++ compiler, make and Python 3; then run this again.");
      process.exit(1);
    }
  }
}

export function ensureGenerated() {
  ensureInstalled();
  const makes = [join(root, "server", "generated", "prisma", "client.ts")];
  onChange("generated", { paths: ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"], makes }, () => {
    say("Generating the database client…");
    rmSync(join(root, "server", "generated"), { recursive: true, force: true });
    const quiet = { stdio: ["ignore", "ignore", 2] };
    runTool("prisma/build/index.js", ["generate", "--no-hints"], quiet);
  });
}

export function ensureBuilt() {
  ensureGenerated();
  const makes = [join(root, "dist", "client", "index.html"), join(root, "dist", "server", "index.js")];
  const paths = ["client", "server", "prisma", "vite.config.ts", "scripts/build.mjs", "tsconfig.json", "package.json", "package-lock.json"];
  onChange("built", { paths, makes }, () => {
    say("Building…");
    run(process.execPath, [join(root, "scripts", "build.mjs")]);
  });
}
