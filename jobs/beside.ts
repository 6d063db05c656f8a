import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "#app/settings.server.ts";

/** Started without the launcher, which would look for changed sources each time. */
export const COMMAND = join(projectRoot, "build", "command", "cli.js");

export interface Beside {
  /** The exit code; null when it was cut off. */
  readonly ended: Promise<number | null>;
  /** Cuts the work off where it is, and waits until it is gone. */
  stop(): Promise<void>;
}

/** Does another verb of this command beside this process, so that its work slows nothing here. */
export function runBeside(words: readonly string[]): Beside {
  const child = spawn(process.execPath, [COMMAND, ...words], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", (code) => resolve(code));
  });
  return {
    ended,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
