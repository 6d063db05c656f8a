import type { Command } from "commander";
import { readSettings } from "#app/settings.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { type DemoState, readDemoState, readDemoViewers } from "#db/records/demo-state.ts";
import { buildDemo } from "#fixtures/company/build-demo.ts";
import { demoPassword } from "#fixtures/company/demo-viewers.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { type Ground, withGround } from "../ground.ts";
import { reportProgress } from "../progress.ts";
import { endWithParent } from "../shutdown.ts";

export function register(program: Command): void {
  const demo = program
    .command("demo")
    .description("The demo company: a food group of 2,400 people who do not exist.");
  demo
    .command("load")
    .description("Fill an empty barometer with the demo company; finish one that was interrupted.")
    .option("--json", "print who can sign in as JSON")
    .addHelpText("after", "\nExample:\n  $ barometer demo load")
    .action(async ({ json }: { json?: true }) => {
      const settings = readSettings();
      endWithParent();
      await withGround(settings, console.error, async (ground) => {
        const bars = reportProgress();
        try {
          await buildDemo({
            settings,
            now: new Date(),
            onProgress: (label, done, total) => bars.show({ label, done, total: total ?? done }),
            onFigures(viewers) {
              bars.end();
              if (!json) console.log(invitation(viewers));
            },
          });
        } catch (error) {
          throw error instanceof Error && error.constructor === Error
            ? new CommandError(error.message)
            : error;
        } finally {
          bars.end();
        }
        const { viewers } = await look(ground);
        if (json) console.log(JSON.stringify({ demo: "ready", viewers, password: demoPassword }));
        else console.log(`The demo company is complete. ${invitation(viewers)}`);
      });
    });
  demo
    .command("status")
    .description("Whether the demo company is there. Exit code 1 when it is not, or not finished.")
    .option("--json", "print it as JSON")
    .addHelpText("after", "\nExample:\n  $ barometer demo status --json")
    .action(async ({ json }: { json?: true }) => {
      await withGround(readSettings(), console.error, async (ground) => {
        const { state, viewers } = await look(ground);
        console.log(json ? JSON.stringify({ demo: state, viewers }) : sentences[state]);
        if (state !== "ready") process.exitCode = exitCodes.failed;
      });
    });
}

function invitation(viewers: readonly string[]): string {
  return `Sign in as ${viewers.join(", ")} (password: ${demoPassword})`;
}

const sentences: Readonly<Record<DemoState, string>> = {
  none: "There is no demo company here.",
  loading:
    "The demo company is being loaded, or was interrupted: “barometer demo load” finishes it.",
  ready: "The demo company is here.",
};

async function look(ground: Ground): Promise<{ state: DemoState; viewers: readonly string[] }> {
  const db = openDatabase(ground.url("worker"), { max: 1 });
  try {
    return { state: await readDemoState(db), viewers: await readDemoViewers(db) };
  } finally {
    await db.destroy();
  }
}
