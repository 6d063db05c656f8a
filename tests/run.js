import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, isStale } from "../jobs/build.js";

// `npm test`: the product is built as it will run, a browser is found or installed, and everything is
// tried. What follows the command is handed to Vitest: `npm test -- tests/statistics`.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const CLOSING_LINE = /\d+ passed, \d+ failed, \d+ skipped\s*$/;

try {
  if (isStale(root)) await build(root);
  const chromium = await findChromium();
  process.exitCode = await runVitest({ ...process.env, ...(chromium && { CHROMIUM: chromium }) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log("0 passed, 1 failed, 0 skipped");
  process.exitCode = 1;
}

/** Null only on a developer's own machine: there, what needs a browser is skipped, and counted so. */
async function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const installed = onPath() ?? (await ofPlaywright());
  if (installed) return installed;
  console.error("No Chromium found: installing one");
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    run("apt-get", ["update", "--quiet"]);
    run("apt-get", ["install", "--yes", "--quiet", "--no-install-recommends", "chromium"]);
  } else {
    run(process.execPath, [
      join(root, "node_modules/playwright-core/cli.js"),
      "install",
      "chromium",
    ]);
  }
  const found = onPath() ?? (await ofPlaywright());
  if (found === null && process.env.CI) {
    throw new Error(
      "Chromium could not be installed, and the journeys cannot be tried without it.",
    );
  }
  return found;
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(existsSync) ?? null;
}

async function ofPlaywright() {
  const { chromium } = await import("playwright-core");
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

function run(command, given) {
  spawnSync(command, given, { stdio: ["ignore", "inherit", "inherit"] });
}

/** Passes the output on, and sees to it that the closing line is there whatever happened. */
function runVitest(environment) {
  return new Promise((resolve) => {
    const config = ["run", "--config", "remix.config.js"];
    const tool = [
      join(root, "node_modules/vitest/vitest.mjs"),
      ...config,
      ...process.argv.slice(2),
    ];
    const colour = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
    const vitest = spawn(process.execPath, tool, {
      cwd: root,
      env: { ...environment, ...colour },
      stdio: ["inherit", "pipe", "inherit"],
    });
    let tail = "";
    vitest.stdout.on("data", (chunk) => {
      process.stdout.write(chunk);
      tail = (tail + chunk).slice(-200);
    });
    vitest.once("close", (code) => {
      if (!CLOSING_LINE.test(tail)) console.log("0 passed, 1 failed, 0 skipped");
      resolve(code ?? 1);
    });
  });
}
