import { dayIn } from "#app/model/period.ts";
import type { Reach } from "#app/model/wave.ts";
import { type CountedWay, shownReach } from "#app/privacy/reach.ts";
import { readInvitees } from "#db/intake/open-wave.ts";
import { readReach } from "#db/intake/reach.ts";
import { readersOn } from "#db/intake/wave-people.ts";
import type { PlannedWave } from "#db/records/plan-wave.ts";
import { currentPolicy } from "#db/records/policies.ts";
import { writeReach } from "#db/records/wave-wishes.ts";
import type { Channel } from "#jobs/channels/channel.ts";
import type { Context } from "../context.ts";
import { sampled } from "./sampled.ts";

/** A way to people that is set up, the best first, and what a message by it costs. */
export type Way = Pick<Channel, "name" | "price">;

/**
 * Who a wave would ask if it opened now, by channel and language, at what cost, and how many nothing
 * reaches: neither a channel that is set up nor a site to print codes for. Nobody is invited by it.
 */
export async function dryRun(
  context: Pick<Context, "db" | "now" | "timeZone">,
  wave: PlannedWave,
  ways: readonly Way[],
): Promise<Reach> {
  const reach = await countReach(context, wave.sample, ways);
  await writeReach(context.db, wave.id, { kind: "planned", reach, at: context.now });
  return reach;
}

/** The same count of a wave that is not written down: by its sample alone. */
export async function countReach(
  { db, now, timeZone }: Pick<Context, "db" | "now" | "timeZone">,
  sample: PlannedWave["sample"],
  ways: readonly Way[],
): Promise<Reach> {
  const day = dayIn(timeZone, now);
  const { invitees } = await sampled(db, sample, await readInvitees(db, day));
  const personIds = invitees.map(({ personId }) => personId);
  const channels = ways.map(({ name }) => name).filter((name) => name !== "code");
  const [reach, readers] = await Promise.all([
    readReach(db, { day, channels, personIds }),
    readersOn(db, day, personIds),
  ]);
  const counted = new Map<string, CountedWay & { people: number }>();
  for (const { personId, language, atSite } of readers) {
    const channel = reach.get(personId)?.[0] ?? (atSite ? "code" : null);
    const key = `${channel} ${language}`;
    const price = ways.find(({ name }) => name === channel)?.price ?? null;
    const known = counted.get(key);
    if (known === undefined) counted.set(key, { channel, language, people: 1, price });
    else known.people += 1;
  }
  const { thresholds } = await currentPolicy(db);
  return shownReach([...counted.values()], thresholds.invited);
}
