import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The browser's part. The server's is built by scripts/build.mjs with the same tool. */
export default defineConfig({
  root: "client",
  plugins: [react()],
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    // A source map would hand the record's screens to whoever reaches the port (GUARDS 1).
    sourcemap: false,
    target: "es2022",
    // Inlined assets would need data: in the policy for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        // Drawing is heavy and not needed to sign in or to log: one chunk of its own, fetched with the first chart.
        manualChunks: (id: string) =>
          /node_modules\/(recharts|victory-vendor|d3-|@reduxjs|react-redux|immer|reselect|es-toolkit|decimal\.js-light)/.test(id)
            ? "recharts"
            : undefined,
      },
    },
  },
  server: {
    port: 4601,
    strictPort: true,
    proxy: { "/api": { target: "http://127.0.0.1:4600" }, "/healthz": { target: "http://127.0.0.1:4600" } },
  },
});
