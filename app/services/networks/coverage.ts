import { type Declaration, type Fact, facts } from "#app/model/declaration.ts";
import type { KnownConnection } from "#db/records/connections.ts";
import type { KnownNetwork } from "#db/records/declared-networks.ts";

/** Told one by one, as totals only, or not at all: never a zero. */
export type Supplied = "each" | "totals" | null;

/** What one way of reading a network supplies. */
export interface CoverageRow {
  readonly key: string;
  readonly title: string;
  readonly way: "live" | "files";
  /** It also sends by itself, within minutes. */
  readonly sends: boolean;
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
  const connected = connections.map((connection) => {
    const known = networks.find(({ network }) => network === connection.network);
    const way = connection.fedBy === "files" ? "files" : "live";
    const declaration = known?.declaration[way] ?? null;
    const sends = way === "live" && (known?.declaration.webhook ?? false);
    const about = { key: connection.key, title: connection.title, way, sends } as const;
    return declaration === null
      ? { ...about, ...fromVerbs(connection.supplies) }
      : { ...about, ...declared(declaration) };
  });
  const offered = networks.flatMap(({ network, title, declaration }) =>
    (["live", "files"] as const).flatMap((way) => {
      const one = declaration[way];
      const sends = way === "live" && declaration.webhook;
      return one === null
        ? []
        : [{ key: `${network} ${way}`, title, way, sends, ...declared(one) }];
    }),
  );
  return { connected, offered };
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
