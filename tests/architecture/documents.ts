import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { projectRoot } from "#server/process/project-root.ts";

/** A document, or a source file as text. */
export interface Text {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Documents that were read while this was built and are not in the repository: nobody can look up what cites them. */
const NOT_HERE = new RegExp(`\\b(${["guards", "clinical", "design", "style"].map((name) => name.toUpperCase()).join("|")})\\b`, "g");
/** Decisions name the files of their day. */
const OF_ITS_DAY = /^docs\/decisions\//;
const DOCUMENT = /\bdocs\/[\w/-]+\.md\b/g;
/** docs/security.md, "Requests" */
const HEADING = /\b(docs\/[\w/-]+\.md), "([^"]+)"/g;
/** [words](../README.md), with or without a place in it. */
const LINK = /\]\(([^)\s:#]+)(?:#[^)\s]*)?\)/g;
/** An example of a link is written as code. */
const CODE = /```[\s\S]*?```|`[^`\n]*`/g;
/** `server/core/day.ts`; a pattern with * { or < names no one file. */
const FILE = /`((?:client|server|prisma|scripts|tests|docs)\/[\w./-]+\.\w+)`/g;

/** Every document of the repository, and the schema, whose comments cite as sources do. */
export function readDocuments(): Text[] {
  const root = projectRoot();
  const beside = readdirSync(root).filter((name) => name.endsWith(".md"));
  const below = readdirSync(join(root, "docs"), { recursive: true }).map((name) => `docs/${String(name).replaceAll("\\", "/")}`);
  const paths = [...beside, ...below.filter((name) => name.endsWith(".md")), "prisma/schema.prisma"];
  return paths.sort().map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** Is it a file or a folder of the repository? */
export function isHere(path: string): boolean {
  return existsSync(join(projectRoot(), path));
}

/** Every name of a document outside the repository, one sentence each. */
export function outsideDocuments(texts: readonly Text[]): string[] {
  return texts.flatMap(({ path, text }) => [...text.matchAll(NOT_HERE)].map(([name]) => `${path} cites ${name}, which is not in the repository`));
}

/** Every document that is named and does not exist, and every heading that its document does not have. */
export function missingDocuments(texts: readonly Text[], documents: readonly Text[]): string[] {
  const known = new Map(documents.map(({ path, text }) => [path, headingsOf(text)]));
  return texts.flatMap(({ path, text }) => {
    const line = inOneLine(text);
    const named = [...line.matchAll(DOCUMENT)].map(([name]) => name).filter((name) => !known.has(name));
    const headings = [...line.matchAll(HEADING)].filter(([, name = "", heading = ""]) => known.get(name)?.has(heading) === false);
    return [
      ...named.map((name) => `${path} names ${name}, which does not exist`),
      ...headings.map(([, name, heading]) => `${path} cites "${heading}", which ${name} does not have`),
    ];
  });
}

/** Every link, and every file in backquotes, that leads nowhere. */
export function missingFiles(documents: readonly Text[], exists: (path: string) => boolean): string[] {
  return documents.flatMap(({ path, text }) => {
    const links = [...text.replaceAll(CODE, "").matchAll(LINK)].map(([, target = ""]) => posix.join(posix.dirname(path), target));
    const files = OF_ITS_DAY.test(path) ? [] : [...text.matchAll(FILE)].map(([, file = ""]) => file);
    return [...links, ...files].filter((target) => !exists(target)).map((target) => `${path} names ${target}, which does not exist`);
  });
}

function headingsOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => heading.trim()));
}

/** A citation may go on in the next line of its comment. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*(?:\*|\/\/\/?)?\s*/g, " ");
}
