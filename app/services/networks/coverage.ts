import { type Declaration, type Fact, facts } from "#app/model/declaration.ts";
import type { KnownConnection } from "#db/records/connections.ts";
import type { KnownNetwork } from "#db/records/declared-networks.ts";

/** Told one by one, as totals only, or not at all: never a zero. */
export type Supplied = "each" | "totals" | null;

/** What one way of reading a network supplies. */
export interface CoverageRow {
  readonly key: string;
  readonly title: string;
  readonly way: "live" | "files" | "sent";
  /** It also sends by itself, within minutes. */
  readonly sends: boolean;
  /** It tells people and the organisation. */
  readonly people: boolean;
  readonly supplied: Readonly<Record<Fact, Supplied>>;
  /** Days a first reading reaches back; null for everything, undefined where it depends on the file. */
  readonly historyDays: number | null | undefined;
  readonly delayHours: number | undefined;
}

export interface Coverage {
  readonly connected: readonly CoverageRow[];
  readonly offered: readonly CoverageRow[];
}

/** What is connected and what could be, each as its connector declares it. */
export function coverageOf(
  connections: readonly KnownConnection[],
  networks: readonly KnownNetwork[],
): Coverage {
  const connected = connections.map((connection): CoverageRow => {
    const known = networks.find(({ network }) => network === connection.network);
    const way: CoverageRow["way"] =
      connection.fedBy === "files" ? "files" : known?.declaration.live === null ? "sent" : "live";
    const declaration = known?.declaration[way] ?? null;
    const about = { key: connection.key, title: connection.title, way, ...around(known, way) };
    return declaration === null
      ? { ...about, ...fromVerbs(connection.supplies) }
      : { ...about, ...declared(declaration) };
  });
  const offered = networks.flatMap(({ network, title, declaration }) =>
    (["live", "sent", "files"] as const).flatMap((way) => {
      const one = declaration[way];
      const about = { key: `${network} ${way}`, title, way, ...around({ declaration }, way) };
      return one === null ? [] : [{ ...about, ...declared(one) }];
    }),
  );
  return { connected, offered };
}

function around(known: Pick<KnownNetwork, "declaration"> | undefined, way: CoverageRow["way"]) {
  const isLive = way === "live";
  return {
    sends: isLive && (known?.declaration.webhook ?? false),
    people: isLive && (known?.declaration.people ?? false),
  };
}

function declared({ each, totals = [], historyDays, delayHours }: Declaration) {
  const supplied = table((fact) =>
    each.includes(fact) ? "each" : totals.some((verb) => verb === fact) ? "totals" : null,
  );
  return { supplied, historyDays, delayHours };
}

/** A file read by a mapping of one's own: it names who did what, and nothing else is known of it. */
function fromVerbs(verbs: readonly string[]) {
  const supplied = table((fact) => (fact === "members" || verbs.includes(fact) ? "each" : null));
  return { supplied, historyDays: undefined, delayHours: undefined };
}

function table(of: (fact: Fact) => Supplied): CoverageRow["supplied"] {
  return Object.fromEntries(facts.map((fact) => [fact, of(fact)])) as Record<Fact, Supplied>;
}
