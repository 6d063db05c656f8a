import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

/**
 * The one build file. Three readers start from it, each with `--config remix.config.js`:
 * the web pages (`vite build`), the `barometer` command (`vite build --mode command`) and the
 * tests (`vitest`).
 */
export default defineConfig(({ mode }) => {
  if (process.env.VITEST) return { test: mode === "bench" ? bench : suite };
  return mode === "command" ? command : pages;
});

const suite = {
  include: ["tests/**/*.test.{ts,tsx}"],
  globalSetup: ["tests/setup/database.ts"],
  setupFiles: ["tests/setup/network.ts"],
  restoreMocks: true,
  // All cores: much of a test is waiting for PostgreSQL, a browser or a process.
  maxWorkers: "100%",
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // Browsers and processes share the cores of whoever builds: there a test that fails is tried once more
  // (and listed as such); what is wrong fails twice.
  retry: process.env.CI ? 1 : 0,
  reporters: ["default", "./tests/setup/closing-line.ts"],
};

/** Measured side by side, one at a time, and never part of the suite. */
const bench = { ...suite, include: ["tests/bench/*.bench.ts"], testTimeout: 600_000 };

const pages = {
  // Nothing is inlined: the content policy of app/server.ts knows no data: but for images.
  build: { target: "es2022", emptyOutDir: true, assetsInlineLimit: 0 },
  plugins: [
    remix({
      ignoredRouteFiles: ["**/.*"],
      buildDirectory: "build",
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
};

/** Everything the project wrote goes into one file; what comes from npm stays outside it. */
const command = {
  build: {
    target: "node20",
    ssr: "jobs/cli.ts",
    outDir: "build/command",
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: "cli.js" } },
  },
};
