import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

function packages(names: readonly string[]): RegExp {
  return new RegExp(`/node_modules/(${names.join("|")})/`);
}

/** The browser's part. The server's is built by scripts/build.mjs with the same tool. */
export default defineConfig({
  root: "client",
  plugins: [react()],
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    // A source map would hand the record's screens to whoever reaches the port.
    sourcemap: false,
    target: "es2022",
    // Inlined assets would need data: in the policy for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Named first, or drawing, which needs React too, would take it along and be fetched with the first page.
            {
              name: "base",
              test: packages(["react", "react-dom", "scheduler", "use-sync-external-store", "clsx", "@tanstack", "@trpc"]),
              priority: 2,
            },
            // Drawing is heavy and not needed to sign in or to log: one chunk of its own, fetched with the first chart.
            {
              name: "drawing",
              test: packages(["recharts", "victory-vendor", "d3-[a-z]+", "@reduxjs", "react-redux", "immer", "es-toolkit"]),
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: {
    port: 4601,
    strictPort: true,
    proxy: { "/api": { target: "http://127.0.0.1:4600" }, "/healthz": { target: "http://127.0.0.1:4600" } },
  },
});
