import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const node = { environment: "node" as const, pool: "forks" as const, setupFiles: ["tests/setup/console.ts"] };

/** Set by `npm run campaign`, whose tests repeat what they do many times (tests/campaign.ts). */
const isCampaign = process.env.CAMPAIGN === "1";

/**
 * By level, two files at a time. Faults and journeys start real servers and browsers, so they come last and side by side: a
 * journey waits for its page while a fault waits for its disk, and no test of the browser's part shares a core with them.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...node, name: "architecture", include: ["tests/architecture.test.ts"] } },
      { test: { ...node, name: "core", include: ["tests/core/**/*.test.ts"] } },
      { test: { ...node, name: "server", include: ["tests/server/**/*.test.ts"], testTimeout: isCampaign ? 1_200_000 : 30_000 } },
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
          globalSetup: ["tests/journeys/harness/prepare.ts"],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
