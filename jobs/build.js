import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SOURCES = [
  "app",
  "db",
  "fixtures",
  "jobs",
  "package-lock.json",
  "package.json",
  "remix.config.js",
];
const OUTPUTS = ["build/command/cli.js", "build/server/index.js", "build/client"];

/**
 * Whether build/ was made from other sources than those that are here. Contents are compared, not
 * dates: a copy or a clone changes every date. An image may also carry build/ without sources.
 */
export function isStale(root) {
  if (!existsSync(join(root, "app"))) return false;
  if (OUTPUTS.some((path) => !existsSync(join(root, path)))) return true;
  return readStamp(root) !== fingerprint(root);
}

/** Builds the pages and the command side by side. Two processes that want it build it once. */
export async function build(root, { force = false } = {}) {
  const release = await lock(join(root, "build", "building.pid"));
  try {
    if (!force && !isStale(root)) return;
    if (!existsSync(join(root, "node_modules", "vite"))) {
      throw new Error(
        "The pages and the command have to be built, and the tools that do it are not installed.\n" +
          "Run “npm ci && npm run build” first; “npm ci --omit=dev” is enough once build/ is there.",
      );
    }
    const began = performance.now();
    process.stderr.write("Building (the first time, and when the sources have changed) … ");
    const print = fingerprint(root);
    rmSync(stampFile(root), { force: true });
    const remix = ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"];
    const vite = ["node_modules/vite/bin/vite.js", "build", "--mode", "command"];
    await Promise.all(
      [remix, vite].map((tool) => run(root, [...tool, "--config", "remix.config.js"])),
    );
    writeFileSync(stampFile(root), print);
    process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  } finally {
    release();
  }
}

function run(root, tool) {
  return new Promise((resolve, reject) => {
    const environment = { ...process.env, NODE_ENV: "production" };
    const child = spawn(process.execPath, tool, { cwd: root, env: environment });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        output += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`\nThe build failed:\n${output}`));
    });
  });
}

function fingerprint(root) {
  const hash = createHash("sha256");
  for (const source of SOURCES) add(source);
  return hash.digest("hex");

  function add(path) {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (/\.[a-z]+$/.test(path)) {
      hash.update(path).update("\0").update(readFileSync(full)).update("\0");
      return;
    }
    const entries = readdirSync(full, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isDirectory() || /\.[a-z]+$/.test(entry.name)) add(`${path}/${entry.name}`);
    }
  }
}

function readStamp(root) {
  return existsSync(stampFile(root)) ? readFileSync(stampFile(root), "utf8") : null;
}

function stampFile(root) {
  return join(root, "build", "sources.sha256");
}

/** Waits for another process that is building; one that was killed no longer counts. */
async function lock(path) {
  mkdirSync(join(path, ".."), { recursive: true });
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (!runs(Number(readFileSync(path, { encoding: "utf8", flag: "a+" })))) {
      rmSync(path, { force: true });
      continue;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function runs(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
