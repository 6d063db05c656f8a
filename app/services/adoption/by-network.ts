import type { KnownConnection } from "#db/records/connections.ts";
import type { KnownNetwork } from "#db/records/declared-networks.ts";
import type { Words } from "../around.ts";
import { DESK, FRONTLINE } from "../barometer/dials.ts";
import { sayShare } from "../barometer/sentences.ts";
import { type Disclosed, isExact, type Lookup, shown } from "../disclosed.ts";
import { lastDayOf } from "../networks/behind.ts";
import { coverageOf } from "../networks/coverage.ts";

/** One network: who has an account there, who takes part there, and what its vendor would say. */
export interface NetworkRow {
  readonly key: string;
  readonly title: string;
  readonly account: Disclosed | null;
  readonly company: Disclosed | null;
  readonly frontline: Disclosed | null;
  readonly desk: Disclosed | null;
  /** Of open accounts rather than of people, and whatever they did: as vendors count. */
  readonly own: Disclosed | null;
  /** Since when it is read, how far, and what it does not supply. */
  readonly coverage: string;
}

/** What the sentence about a network is made of, in the order it is said. */
const told = ["post", "comment", "react", "view"] as const;

/** Network by network, with how far each can be trusted to know. */
export function networksOf(
  at: Lookup,
  connections: readonly KnownConnection[],
  networks: readonly KnownNetwork[],
  words: Words,
  timeZone: string,
) {
  const { connected } = coverageOf(connections, networks);
  const rows = connections
    .filter(({ supplies, state }) => supplies.length > 0 && state !== "ended")
    .map((connection): NetworkRow => {
      const { key, title } = connection;
      const of = (measure: string, population = "company") =>
        at(population, `${measure}-on:${key}`);
      const supplied = connected.find((one) => one.key === key)?.supplied;
      const account = of("account");
      return {
        key,
        title,
        account,
        company: of("adoption"),
        frontline: of("adoption", FRONTLINE),
        desk: of("adoption", DESK),
        own: of("own"),
        coverage: sayCoverage(
          connection,
          told.filter((fact) => supplied?.[fact] == null),
          account !== null,
          words,
          timeZone,
        ),
      };
    })
    .toSorted((a, b) => order(b) - order(a) || words.format.byName(a.title, b.title));
  return {
    rows,
    sentence: sayNetworks(rows, words),
    caption: words.t("adoption.networks.caption"),
    definition: words.t("adoption.networks.definition.text"),
  };
}

function sayCoverage(
  { beginsOn, coveredTo }: KnownConnection,
  missing: readonly (typeof told)[number][],
  isReleased: boolean,
  { t, format }: Words,
  timeZone: string,
): string {
  const begins = beginsOn === null ? [] : [format.day(beginsOn)];
  return [
    ...begins.map((day) =>
      t(isReleased ? "adoption.networks.since" : "adoption.networks.recent", { day }),
    ),
    ...(coveredTo === null
      ? []
      : [t("adoption.networks.upTo", { day: format.day(lastDayOf(coveredTo, timeZone)) })]),
    missing.length === 0
      ? t("adoption.networks.tellsAll")
      : t("adoption.networks.tellsNot", {
          facts: format.list(missing.map((fact) => t(`adoption.networks.fact.${fact}`))),
        }),
  ].join(", ");
}

/** Where it is known who takes part first, the most first. */
function order({ company, account }: NetworkRow): number {
  const value = shown(company)?.value;
  return value === undefined ? (account === null ? -2 : -1) : value;
}

function sayNetworks([first]: readonly NetworkRow[], words: Words): string {
  const company = first?.company ?? null;
  if (first === undefined || company === null || shown(company) === null) {
    return words.t("adoption.networks.none");
  }
  return words.t(isExact(company) ? "adoption.networks.sentence" : "adoption.networks.ranged", {
    network: first.title,
    share: sayShare(words, company),
  });
}
