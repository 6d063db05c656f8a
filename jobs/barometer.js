#!/usr/bin/env node
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// Plain JavaScript, and no more than old versions of Node understand: it must get as far as saying
// what is missing.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node ${process.versions.node} is too old: Frontline Barometer needs 20.19 or later.`,
  );
  process.exit(1);
}
if (!existsSync(join(root, "node_modules", "commander"))) {
  console.error("The packages are not installed: run “npm ci” first.");
  process.exit(1);
}

// What is already in the environment wins over the file.
if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
if (process.env.NODE_ENV === undefined) process.env.NODE_ENV = "production";

// npm runs this under a shell, and a signal to npm ends that shell without a word to us. What is left
// to be seen is that the parent is another one.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}

const { build, isStale } = await import("./build.js");
const asked = process.argv[2] === "build";
try {
  if (asked || isStale(root)) await build(root, { force: asked });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
if (!asked) await import(pathToFileURL(join(root, "build", "command", "cli.js")).href);
