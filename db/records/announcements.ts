import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** A post of head office or a leader whose reach was released. It has no title and no text. */
export interface Announcement {
  /** Monday of the week it was released with, and its number in it: `2026-10-19-3`. */
  readonly key: string;
  readonly week: string;
  readonly number: number;
  readonly postedOn: string;
  readonly network: string;
  /**
   * Of the group it was made in, which was open then; null where the network does not name it, and where
   * the group is not open any more.
   */
  readonly groupName: string | null;
}

/** Publishes which announcements a week's release speaks of, in the transaction that writes it. */
export async function writeAnnouncements(db: Db, release: number, week: string): Promise<void> {
  await sql`
    insert into figures.announcement (release_id, number, posted_on, network, group_name)
    select ${release}, number, posted_on, network, group_name
    from counts.week_announcement where week = ${week}::date`.execute(db);
}

/** A correction speaks of the same ones. */
export async function repeatAnnouncements(
  db: Db,
  release: number,
  supersedes: number,
): Promise<void> {
  await sql`
    insert into figures.announcement (release_id, number, posted_on, network, group_name)
    select ${release}, number, posted_on, network, group_name
    from figures.announcement where release_id = ${supersedes}`.execute(db);
}

/** What was announced, newest first; of one week, or of all that are released. */
export async function readAnnouncements(
  db: Db,
  { week, limit }: { readonly week?: string; readonly limit: number },
): Promise<readonly Announcement[]> {
  const { rows } = await sql<Announcement>`
    select r.week || '-' || a.number as key, r.week::text as week, a.number, a.posted_on::text as posted_on,
      a.network, case when exists (select from records.open_group o
        where o.network = a.network and o.name = a.group_name) then a.group_name end as group_name
    from figures.announcement a join figures.release r on r.id = a.release_id
    where not exists (select from figures.release later where later.supersedes = r.id)
      and (${week ?? null}::date is null or r.week = ${week ?? null}::date)
    order by a.posted_on desc, r.week desc, a.number desc limit ${limit}`.execute(db);
  return rows;
}
