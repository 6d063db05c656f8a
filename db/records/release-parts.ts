import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** So few populations at a time that a part fits in memory, however many measures there are. */
const POPULATIONS = 200;

/** Some populations, by number, of one release. */
export interface ReleasePart {
  readonly releaseId: number;
  readonly kind: "wave" | "week";
  /** The wave's key, or the Monday of the week. */
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

/** Which releases are wanted: null stands for none of that kind, and within it for no limit. */
export interface WantedReleases {
  readonly waves: { readonly key: string | null } | null;
  readonly weeks: { readonly from: string | null; readonly to: string | null } | null;
  /** Only the populations of this way of cutting the company. */
  readonly cut: string | null;
}

/**
 * Every part of the wanted releases, each when it is asked for: waves first, then weeks, oldest
 * first. Which releases there are is settled at the first one; they never change afterwards.
 */
export async function* releaseParts(
  db: Db,
  { waves, weeks, cut }: WantedReleases,
): AsyncGenerator<ReleasePart> {
  const { rows: releases } = await sql<Omit<ReleasePart, "first" | "last">>`
    select r.id as release_id, r.kind, coalesce(w.key, r.week::text) as key
    from figures.release r left join records.wave w on w.id = r.wave_id
    where r.as_of is null
      and not exists (select from figures.release later where later.supersedes = r.id)
      and case r.kind
        when 'wave' then ${waves !== null} and w.key = coalesce(${waves?.key ?? null}::text, w.key)
        else ${weeks !== null} and r.week >= coalesce(${weeks?.from ?? null}::date, r.week)
          and r.week <= coalesce(${weeks?.to ?? null}::date, r.week)
      end
    order by r.kind <> 'wave', coalesce(w.closed_at, w.closes_at, r.released_at), w.id, r.week`.execute(
    db,
  );
  for (const release of releases) {
    const { rows: ranges } = await sql<Pick<ReleasePart, "first" | "last">>`
      select min(population) as first, max(population) as last
      from (
        select population, (row_number() over (order by population) - 1) / ${POPULATIONS}::integer as part
        from figures.population
        where release_id = ${release.releaseId} and (${cut}::text is null or cut = ${cut})
      ) as numbered
      group by part order by part`.execute(db);
    for (const range of ranges) yield { ...release, ...range };
  }
}
