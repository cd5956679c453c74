import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const node = { environment: "node" as const, pool: "forks" as const, setupFiles: ["tests/setup/console.ts"] };

/** By level, quick ones first; faults and journeys start real servers and browsers, so they run one at a time, last. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...node, name: "architecture", include: ["tests/architecture.test.ts"] } },
      { test: { ...node, name: "core", include: ["tests/core/**/*.test.ts"] } },
      { test: { ...node, name: "server", include: ["tests/server/**/*.test.ts"], testTimeout: 30_000 } },
      {
        plugins: [react()],
        test: {
          name: "client",
          environment: "happy-dom",
          pool: "forks",
          setupFiles: ["tests/setup/console.ts", "tests/setup/client.ts"],
          include: ["tests/client/**/*.test.{ts,tsx}"],
          css: { include: [] },
          testTimeout: 15_000,
        },
      },
      {
        test: {
          ...node,
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...node,
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
