import type { Import, Source } from "./source.ts";

/** One row of the table: which files it is, and all that they may import. */
export interface Layer {
  readonly name: string;
  readonly files: RegExp;
  /** Layers whose values and types may be imported; a layer's own files are always among them, unless `inOwnFolder` names it. "*" = all. */
  readonly from: readonly string[];
  /** Layers of which only types may be imported. */
  readonly typesFrom?: readonly string[];
  /** Packages whose values and types may be imported. "node:" stands for all of Node. */
  readonly packages?: readonly string[];
  /** Packages of which only types may be imported. */
  readonly packageTypes?: readonly string[];
  /** Layers (itself too) of which only files in the same folder may be imported: a noun does not know another. */
  readonly inOwnFolder?: readonly string[];
}

export const LONGEST_FILE = 300;
/** Tools read a default export from these. */
const CONFIGS = /^[a-z]+\.config\.ts$/;
const DRAWERS = /(^|\/)(utils?|helpers?|misc|common|shared)(\.|\/)/;

/** The layer of a path: the first row that matches. */
export function layerOf(path: string, layers: readonly Layer[]): Layer | undefined {
  return layers.find((layer) => layer.files.test(path));
}

/** Every import that the table does not allow, and every file that it does not know, one sentence each. */
export function forbiddenImports(sources: readonly Source[], layers: readonly Layer[]): string[] {
  return sources.flatMap((source) => {
    const layer = layerOf(source.path, layers);
    if (!layer) return [`${source.path} stands in no layer`];
    return source.imports
      .filter((one) => !(one.ours ? mayImportOurs(source.path, one, layers) : mayImportPackage(layer, one)))
      .map((one) => sentence(source, layer, one));
  });
}

function mayImportPackage(layer: Layer, one: Import): boolean {
  const named = [...(layer.packages ?? []), ...(one.typeOnly ? (layer.packageTypes ?? []) : [])];
  return named.some((name) => (/[:-]$/.test(name) ? one.target.startsWith(name) : one.target === name || one.target.startsWith(`${name}/`)));
}

function mayImportOurs(path: string, one: Import, layers: readonly Layer[]): boolean {
  const [layer, target] = [layerOf(path, layers), layerOf(one.target, layers)];
  if (!layer || !target) return false;
  if (layer.inOwnFolder?.includes(target.name)) return folderOf(path) === folderOf(one.target);
  if (target === layer) return true;
  const allowed = one.typeOnly ? [...layer.from, ...(layer.typesFrom ?? [])] : layer.from;
  return allowed.includes("*") || allowed.includes(target.name);
}

function sentence(source: Source, layer: Layer, one: Import): string {
  return `${source.path} (${layer.name}) may not import ${one.typeOnly ? "types" : "values"} of ${one.target}`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** Files that import each other in a circle when the program runs, as "a → b → a". */
export function cycles(sources: readonly Source[]): string[] {
  const targets = new Map(sources.map((source) => [source.path, source.imports.filter((one) => one.ours && !one.typeOnly).map((one) => one.target)]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path].join(" → "));
    if (at >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) walk(path, []);
  return found;
}

/** Clocks and dice where the same input must give the same answer. */
export function impureFiles(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => source.path.startsWith("server/core/"))
    .flatMap((source) => source.impurities.map((impurity) => `${source.path} uses ${impurity}`));
}

/** Files of the server's features, and the remembering of answers, that read JSON text without its declaration (contracts/stored.ts). */
export function uncheckedJson(sources: readonly Source[], allowed: ReadonlySet<string>): string[] {
  return sources
    .filter((source) => source.parsesJson && /^server\/(features|audit)\//.test(source.path) && !allowed.has(source.path))
    .map((source) => `${source.path} reads JSON text that nothing checked`);
}

/** Files that are two nouns. */
export function longFiles(sources: readonly Source[]): string[] {
  return sources.filter((source) => source.lines > LONGEST_FILE).map((source) => `${source.path} has ${source.lines} lines`);
}

/** Default exports, barrels, drawers for odds and ends, and functions whose arguments nobody can tell apart. */
export function unclearShapes(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => [
    ...(source.hasDefaultExport && !CONFIGS.test(source.path) ? [`${source.path} has a default export`] : []),
    ...(source.isBarrel ? [`${source.path} only passes on what others export`] : []),
    ...(DRAWERS.test(source.path) ? [`${source.path} is named like a drawer`] : []),
    ...source.longSignatures.map((name) => `${source.path}: ${name} takes more than three positional parameters`),
  ]);
}

/** Words of a statement that only SQLite understands; each has its place in server/database. */
const SQLITE_WORDS =
  /\b(PRAGMA|VACUUM INTO|BEGIN IMMEDIATE|json_(object|array|group_array|each|extract|valid)|instr\(|strftime|sqlite_master|sqlite_schema|user_version|SQLITE_[A-Z]|"sqlite"|-wal\b)/;

/** Files outside the database room that spell something in SQLite's own way. */
export function sqliteSpellings(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => /^(server|prisma)\//.test(path) && !path.startsWith("server/database/"))
    .flatMap(({ path, text }) => {
      const found = SQLITE_WORDS.exec(text);
      return found ? [`${path} says ${found[0]}`] : [];
    });
}

/** Styles of one screen, or of one group of charts, that another one uses: a change there would change this one. */
export function borrowedStyles(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, imports }) =>
    imports.flatMap(({ target }) => {
      const room = /^client\/(?:screens|charts)\/[a-z-]+\//.exec(target)?.[0];
      const isShared = room === undefined || room === "client/charts/frame/";
      return target.endsWith(".css") && !isShared && !path.startsWith(room) ? [`${path} uses the styles of ${target}`] : [];
    }),
  );
}
