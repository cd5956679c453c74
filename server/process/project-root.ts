import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json, from the sources as well as from the built server. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "prisma", "migrations"))) {
    const above = dirname(folder);
    if (above === folder) throw new Error("prisma/migrations was not found above the server");
    folder = above;
  }
  return folder;
}
