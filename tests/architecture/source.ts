import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseSync } from "vite";
import { projectRoot } from "#server/process/project-root.ts";

export interface Import {
  /** A file of ours from the project's root ("server/audit/audit.ts"), or a package ("node:fs", "@mantine/core"). */
  readonly target: string;
  readonly ours: boolean;
  /** Nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

/** What the rules need to know of a file. */
export interface Source {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Reads of the clock and throws of dice: "Date.now", "new Date()", "Math.random", "crypto". */
  readonly impurities: readonly string[];
  /** Turns JSON text into a value with `JSON.parse`. */
  readonly parsesJson: boolean;
  readonly hasDefaultExport: boolean;
  /** Only passes on what others export. */
  readonly isBarrel: boolean;
  /** Functions that take more than three positional parameters, by name. */
  readonly longSignatures: readonly string[];
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const FOLDERS = ["client", "server", "prisma", "scripts", "tests"];
const CODE = /\.(ts|tsx|mjs|css)$/;
const NOT_OURS = /^(server\/generated|node_modules|dist)\//;
const ALIASES: Record<string, string> = {
  "#core/": "server/core/",
  "#server/": "server/",
  "#client/": "client/",
  "#sample/": "prisma/sample/",
};

/** Every source file of the product and its tests. */
export function readSources(): Source[] {
  const root = projectRoot();
  const beside = readdirSync(root).filter((name) => /\.config\.ts$/.test(name));
  const below = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${String(name).replaceAll("\\", "/")}`),
  );
  return [...beside, ...below]
    .filter((path) => CODE.test(path) && !NOT_OURS.test(path))
    .sort()
    .map((path) => readSource(path, readFileSync(join(root, path), "utf8")));
}

/** Reads one file; the path decides what its relative imports mean. */
export function readSource(path: string, text: string): Source {
  const lines = text.trimEnd().split("\n").length;
  if (path.endsWith(".css")) {
    return { path, text, lines, imports: [], impurities: [], parsesJson: false, hasDefaultExport: false, isBarrel: false, longSignatures: [] };
  }
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const impurities: string[] = [];
  const longSignatures: string[] = [];
  let parsesJson = false;
  visit(program as unknown as Node, (node) => {
    const found = importOf(path, node);
    if (found) imports.push(found);
    const impurity = impurityOf(node);
    if (impurity) impurities.push(impurity);
    parsesJson ||= isJsonParse(node);
    const name = longSignatureOf(node);
    if (name) longSignatures.push(name);
  });
  const body = program.body as unknown as Node[];
  return {
    path,
    text,
    lines,
    imports,
    impurities,
    parsesJson,
    longSignatures,
    hasDefaultExport: body.some((node) => node.type === "ExportDefaultDeclaration"),
    isBarrel: body.length > 0 && body.every((node) => /^Export/.test(node.type) && Boolean(node.source)),
  };
}

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === "object" && child !== null && typeof (child as Node).type === "string") visit(child as Node, see);
    }
  }
}

function importOf(path: string, node: Node): Import | null {
  const request = (node.source as { value?: unknown } | null | undefined)?.value;
  if (typeof request !== "string") return null;
  switch (node.type) {
    case "ImportDeclaration": {
      const names = node.specifiers as { importKind?: string }[];
      return resolve(path, request, node.importKind === "type" || (names.length > 0 && names.every((name) => name.importKind === "type")));
    }
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return resolve(path, request, node.exportKind === "type");
    case "ImportExpression":
      return resolve(path, request, false);
    case "TSImportType":
      return resolve(path, request, true);
    default:
      return null;
  }
}

function resolve(path: string, request: string, typeOnly: boolean): Import {
  if (request.startsWith(".")) return { target: posix.join(posix.dirname(path), request), ours: true, typeOnly };
  const alias = Object.keys(ALIASES).find((prefix) => request.startsWith(prefix));
  if (alias) return { target: `${ALIASES[alias]}${request.slice(alias.length)}`, ours: true, typeOnly };
  return { target: request, ours: false, typeOnly };
}

/** A callback has the signature its caller gives it (Express tells an error handler by its four); what has a name is our choice. */
function longSignatureOf(node: Node): string | null {
  const named = ["VariableDeclarator", "MethodDefinition", "PropertyDefinition"].includes(node.type);
  const itself = (named ? (node.init ?? node.value) : node) as Node | null | undefined;
  const name = ((named ? (node.key ?? node.id) : node.id) as { name?: string } | null | undefined)?.name;
  const params = itself && /Function/.test(itself.type) ? itself.params : null;
  return name && Array.isArray(params) && params.length > 3 ? name : null;
}

function isJsonParse(node: Node): boolean {
  return node.type === "MemberExpression" && (node.object as Node).name === "JSON" && (node.property as Node).name === "parse";
}

function impurityOf(node: Node): string | null {
  const callee = node.callee as Node | undefined;
  if (node.type === "NewExpression" && callee?.name === "Date" && (node.arguments as unknown[]).length === 0) return "new Date()";
  if (node.type === "CallExpression" && callee?.name === "Date") return "Date()";
  if (node.type !== "MemberExpression") return null;
  const [object, property] = [(node.object as Node).name, (node.property as Node).name];
  if (object === "Date" && property === "now") return "Date.now";
  if (object === "Math" && property === "random") return "Math.random";
  return object === "crypto" || object === "performance" ? String(object) : null;
}
