import type { Settings } from "#app/settings.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { chooseWayOut } from "#jobs/connectors/http.ts";
import type { Context } from "./context.ts";
import { withGround } from "./ground.ts";
import { readKeys } from "./keys.server.ts";
import { reportProgress } from "./progress.ts";

/**
 * Does a piece of the worker's work: for a command typed by a person, or the night. Lines and bars go
 * to stderr, so that stdout holds nothing but what a program may read.
 */
export async function withContext<Result>(
  settings: Settings,
  now: Date,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  chooseWayOut(settings.wayOut);
  const progress = reportProgress();
  const log = (line: string) => {
    progress.end();
    console.error(line);
  };
  return withGround(settings, log, async (ground) => {
    const url = ground.url("worker");
    const db = openDatabase(url);
    try {
      return await work({
        db,
        url,
        keys: readKeys(settings.home),
        timeZone: settings.timeZone,
        now,
        log,
        progress: (label, done, total) => progress.show({ label, done, total }),
      });
    } finally {
      progress.end();
      await db.destroy();
    }
  });
}
