/** Builds the browser's part and the server's, so that a start reads a few files instead of compiling some hundred. */
import { join } from "node:path";
import { build } from "vite";
import { root } from "./ready.mjs";

process.chdir(root);
process.env.NODE_ENV = "production";

await build({ configFile: "vite.config.ts", logLevel: "warn" });

await build({
  configFile: false,
  root,
  logLevel: "warn",
  publicDir: false,
  build: {
    ssr: true,
    outDir: "dist/server",
    emptyOutDir: true,
    target: "node20",
    sourcemap: false,
    minify: false,
    rollupOptions: { input: { index: join(root, "server", "index.ts") } },
  },
});
