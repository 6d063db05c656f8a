import { noteAlerts } from "#db/records/alerts.ts";
import { failingSteps } from "#db/records/failing-steps.ts";
import type { Context } from "../context.ts";

const DAYS_BACK = 14;

/** What a network gets over by itself: told when it fails a second night. */
const passing = ["busy", "failing", "slow", "unreachable"];

/** Raises what failed in the night, unless a network is likely to be read again in the next. */
export async function noticeNights(
  { db, now }: Pick<Context, "db" | "now">,
  day: string,
): Promise<number> {
  const failing = await failingSteps(db, new Date(now.getTime() - DAYS_BACK * 86_400_000));
  const noticed = failing
    .filter(({ trouble, again }) => again || trouble === null || !passing.includes(trouble))
    .map(({ name, network, trouble }) => ({
      subject: name,
      population: null,
      details: {
        ...(network === null ? {} : { network }),
        ...(trouble === null ? {} : { trouble }),
      },
    }));
  return noteAlerts(db, { kind: "night", day, noticed });
}
