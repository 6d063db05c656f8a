import type PgBoss from "pg-boss";
import type { Settings } from "#app/settings.server.ts";
import { MINUTE, NIGHT, OFTEN } from "#db/queue.server.ts";

/** Asks for a night every day at the company's own hour, and calls `run` when one is due. */
export async function scheduleNights(
  queue: PgBoss,
  { night, timeZone }: Pick<Settings, "night" | "timeZone">,
  run: () => Promise<unknown>,
): Promise<void> {
  await queue.schedule(NIGHT, cronLine(night), {}, { tz: timeZone });
  await queue.work(NIGHT, async () => {
    await run();
  });
}

/** Asks for a look at the networks that forget within a day, every few minutes, and calls `run`. */
export async function scheduleOften(queue: PgBoss, run: () => Promise<unknown>): Promise<void> {
  await queue.schedule(OFTEN, "*/5 * * * *");
  await queue.work(OFTEN, async () => {
    await run();
  });
}

/** Asks every minute what waves wait for, and calls `run`. */
export async function scheduleMinutes(queue: PgBoss, run: () => Promise<unknown>): Promise<void> {
  await queue.schedule(MINUTE, "* * * * *");
  await queue.work(MINUTE, async () => {
    await run();
  });
}

/** The schedule as pg-boss reads it: minute, hour, every day. */
export function cronLine({ hour, minute }: Settings["night"]): string {
  return `${minute} ${hour} * * *`;
}
