import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { projectRoot } from "#app/settings.server.ts";

/** A `barometer` command running as the real thing: a process of its own. */
export interface Running {
  readonly pid: number;
  /** Everything it has printed so far. */
  printed(): string;
  /** The first match in what it prints; fails when it ends without. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
  signal(name: NodeJS.Signals): void;
  readonly ended: Promise<number | null>;
}

/** An empty home folder that is removed after the test, and that PostgreSQL's account can enter. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), "barometer-home-"));
  chmodSync(home, 0o711);
  onTestFinished(() =>
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  );
  return home;
}

/** Starts `barometer <words>` from build/; whatever is left of it is ended after the test. */
export function barometer(words: readonly string[], settings: Record<string, string>): Running {
  const command = join(projectRoot, "build", "command", "cli.js");
  const child = spawn(process.execPath, [command, ...words], {
    env: { ...process.env, NODE_ENV: "production", VITEST: "", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => resolve(code));
  });
  onTestFinished(() => end(child, ended));
  return {
    pid: child.pid ?? 0,
    printed: () => output,
    says,
    signal: (name) => child.kill(name),
    ended,
  };

  async function says(pattern: RegExp): Promise<RegExpMatchArray> {
    let over = false;
    ended.then(() => {
      over = true;
    });
    for (;;) {
      const match = output.match(pattern);
      if (match !== null) return match;
      if (over) throw new Error(`It ended without saying ${pattern}:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
  await ended;
}
