import { facts } from "#app/model/declaration.ts";
import { readConnections } from "#db/records/connections.ts";
import { readDeclaredNetworks } from "#db/records/declared-networks.ts";
import { readNights } from "#db/records/read-nights.ts";
import { type Around, wordsFor } from "./around.ts";
import { isBehind } from "./networks/behind.ts";
import { coverageOf } from "./networks/coverage.ts";
import { failuresIn } from "./networks/failures.ts";
import { type NightReading, nightOf } from "./networks/night.ts";
import { sayNights } from "./networks/sentences.ts";

/** Two weeks: long enough to see a weekend twice. */
const NIGHTS = 14;

export type NetworksReading = Awaited<ReturnType<typeof readNetworks>>;

/**
 * The networks, what each can tell, and how the last nights went. Nothing here is about people:
 * the counts are rows that a network handed over.
 */
export async function readNetworks({
  db,
  language,
  timeZone,
  today,
}: Around & { readonly timeZone: string; readonly today: string }) {
  const words = wordsFor(language);
  const [connections, networks, nights] = await Promise.all([
    readConnections(db),
    readDeclaredNetworks(db),
    readNights(db, NIGHTS),
  ]);
  const readings: readonly NightReading[] = nights.map(nightOf);
  // Nobody can do anything any more about the last failure of a network that is no longer read.
  const ended = new Set(
    connections.filter(({ state }) => state === "ended").map(({ key }) => `read ${key}`),
  );
  const coverage = coverageOf(connections, networks);
  return {
    connections: connections.map((connection) => ({
      ...connection,
      behind: isBehind(connection, { today, timeZone }),
      way: coverage.connected.find(({ key }) => key === connection.key)?.way ?? "live",
    })),
    facts,
    coverage,
    nights: readings,
    failed: failuresIn(readings).filter(({ name }) => !ended.has(name)),
    sentence: sayNights(readings, timeZone, words),
  };
}
