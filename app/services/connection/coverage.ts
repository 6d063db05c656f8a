import type { KnownConnection } from "#db/records/connections.ts";
import type { KnownNetwork } from "#db/records/declared-networks.ts";
import { coverageOf, type Supplied } from "../networks/coverage.ts";

/** What each reading of the page is made of. */
export const needed = ["comment", "react", "vote", "view"] as const;

/** What one network tells of all that this page is made of. */
export interface ToldRow {
  readonly key: string;
  readonly title: string;
  readonly told: Readonly<Record<(typeof needed)[number], Supplied>>;
}

/** Networks that are, or were, connected and tell activity, and what each can tell. */
export function toldBy(
  connections: readonly KnownConnection[],
  networks: readonly KnownNetwork[],
): readonly ToldRow[] {
  const active = connections.filter(({ supplies }) => supplies.length > 0);
  return coverageOf(active, networks).connected.map(({ key, title, supplied }) => ({
    key,
    title,
    told: {
      comment: supplied.comment,
      react: supplied.react,
      vote: supplied.vote,
      view: supplied.view,
    },
  }));
}
