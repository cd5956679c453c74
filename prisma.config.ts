import { defineConfig } from "prisma/config";

// `prisma generate` needs no schema engine, yet the CLI insists on one and would try to download it.
if (process.argv.includes("generate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
