import { join } from "node:path";
import type { Command } from "commander";
import { readSettings, type Settings } from "#app/settings.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { takeLock } from "#db/folder-lock.server.ts";
import { isEmpty, readDemoState, readDemoViewers } from "#db/records/demo-state.ts";
import { openHome } from "#db/secret-file.server.ts";
import { type Beside, runBeside } from "../beside.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { type Ground, openGround } from "../ground.ts";
import { keepDatabase } from "../keep-database.ts";
import { readCookieKey, readKeys } from "../keys.server.ts";
import { untilAsked } from "../shutdown.ts";
import { supervise } from "../supervise.ts";

const DEMO_PASSWORD = "barometer-demo";

export function register(program: Command): void {
  program
    .command("start")
    .description(
      "Start everything: the database, the pages, the worker and the receiver. Ctrl-C ends it all.",
    )
    .addHelpText("after", "\nExample:\n  $ PORT=8080 BAROMETER_DEMO=no barometer start")
    .action(async () => start(readSettings()));
}

async function start(settings: Settings): Promise<void> {
  openHome(settings.home);
  const lock = takeLock(join(settings.home, "start.lock"));
  if (!lock.held) {
    const { note, pid } = lock.holder;
    throw new CommandError(
      `Frontline Barometer already runs from ${settings.home}${note && `, at ${note}`} ` +
        `(process ${pid}). Stop that one first, or give this one another BAROMETER_HOME and PORT.`,
      exitCodes.busy,
    );
  }
  try {
    await run(settings, lock.note);
  } finally {
    lock.release();
  }
}

async function run(settings: Settings, note: (address: string) => void): Promise<void> {
  const asked = untilAsked();
  // Both files exist before the children look for them.
  readKeys(settings.home);
  readCookieKey(settings.home);
  const ground = await openGround(settings, console.log);
  const keeper = ground.embedded && keepDatabase(settings.home, ground.embedded, console.log);
  try {
    if (ground.embedded?.reused) console.log("Joined the PostgreSQL that was still running");
    for (const name of ground.migrated) console.log(`Applied ${name}`);
    const state = await lookAtDemo(ground);
    const children = supervise(["web", "worker"], console.log);
    const demo = settings.demo && state.wanted ? loadDemo() : null;
    const ended = [asked, children.failed, ...(keeper ? [keeper.lost] : [])];
    try {
      const address = await Promise.race([children.listening, ...ended]);
      if (typeof address === "string") {
        note(address);
        announce(address, state.viewers);
        // Last, so that the pages are served no later for it.
        children.add("receiver");
        await Promise.race(ended);
      }
    } finally {
      console.log("Stopping");
      await Promise.all([children.stop(), demo?.stop()]);
    }
  } finally {
    await keeper?.stop();
    await ground.close();
  }
}

/** Whether there is room for the demo company, or one that was interrupted; and who may sign in. */
async function lookAtDemo(ground: Ground) {
  const db = openDatabase(ground.url("worker"), { max: 1 });
  try {
    const state = await readDemoState(db);
    const wanted = state === "loading" || (state === "none" && (await isEmpty(db)));
    return { wanted, viewers: state === "ready" ? await readDemoViewers(db) : [] };
  } finally {
    await db.destroy();
  }
}

/** Loads it beside us: the pages are served meanwhile, and say that it is on its way. */
function loadDemo(): Beside {
  console.log("Loading the demo company (BAROMETER_DEMO=no leaves it out)");
  const demo = runBeside(["demo", "load"]);
  demo.ended.then((code) => {
    if (code === null || code === exitCodes.done) return;
    console.log("The demo company could not be loaded. “barometer demo load” tries again.");
  });
  return demo;
}

function announce(address: string, viewers: readonly string[]): void {
  console.log(`\nFrontline Barometer is at ${address}`);
  if (viewers.length > 0) {
    console.log(`Sign in as ${viewers.join(", ")} (password: ${DEMO_PASSWORD})`);
  }
  console.log("Ctrl-C stops it.\n");
}
