import { type ChildProcess, spawn } from "node:child_process";
import { COMMAND } from "./beside.ts";

const PATIENCE_SECONDS = 15;
const LONGEST_PAUSE = 30;

export interface Supervised {
  /** The address of the pages, once they are served. */
  readonly listening: Promise<string>;
  /** Never resolves; rejects when a child ends before the pages are served. */
  readonly failed: Promise<never>;
  /** Runs one more beside the others; its end takes nobody with it. */
  add(verb: string): void;
  stop(): Promise<void>;
}

/**
 * Runs verbs of this command as processes of their own, each with a line to us that breaks when we
 * die. One that ends by itself is started again, after a pause that grows.
 */
export function supervise(verbs: readonly string[], log: (line: string) => void): Supervised {
  const running = new Map<string, ChildProcess>();
  const waiting = new Set<NodeJS.Timeout>();
  let served = false;
  let stopping = false;
  let listens: (address: string) => void = () => {};
  let fails: (error: Error) => void = () => {};
  const listening = new Promise<string>((resolve) => {
    listens = resolve;
  });
  const failed = new Promise<never>((_, reject) => {
    fails = reject;
  });
  // Somebody may await it late, or not at all.
  failed.catch(() => {});
  for (const verb of verbs) run(verb, 1);
  return { listening, failed, add: (verb) => run(verb, 1), stop };

  function run(verb: string, pause: number): void {
    if (stopping) return;
    const child = spawn(process.execPath, [COMMAND, verb], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    running.set(verb, child);
    let ready = false;
    child.on("message", (message: { listening?: string }) => {
      ready = true;
      if (message.listening === undefined) return;
      served = true;
      listens(message.listening);
    });
    child.once("exit", (code, signal) => {
      running.delete(verb);
      if (stopping) return;
      if (!ready && !served) {
        fails(new Error(`The ${verb} process could not start (${signal ?? `exit code ${code}`}).`));
        return;
      }
      log(`The ${verb} process ended (${signal ?? `exit code ${code}`}): again in ${pause} s`);
      const timer = setTimeout(() => {
        waiting.delete(timer);
        run(verb, ready ? 2 : Math.min(pause * 2, LONGEST_PAUSE));
      }, pause * 1000);
      waiting.add(timer);
    });
  }

  async function stop(): Promise<void> {
    stopping = true;
    for (const timer of waiting) clearTimeout(timer);
    await Promise.all([...running.values()].map(end));
  }
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => child.kill("SIGKILL"), PATIENCE_SECONDS * 1000);
    child.once("exit", () => {
      clearTimeout(cut);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
