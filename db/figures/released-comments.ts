import { sql } from "kysely";
import { type ReleasedComments, SealedComments } from "#app/privacy/comments.ts";
import type { Db } from "../client.server.ts";

export interface WantedComments {
  readonly wave: string;
  /** Key of the item that was asked. */
  readonly item: string;
  /** The list whose texts are wanted; null for the lists alone. */
  readonly list: number | null;
}

/** The lists of comments of one question of one wave: whole teams first, then what is left of units. */
export async function releasedComments(
  db: Db,
  { wave, item, list }: WantedComments,
): Promise<SealedComments> {
  const { rows } = await sql<
    Omit<ReleasedComments, "population"> & Omit<ReleasedComments["population"], "kind" | "cut">
  >`
    select g.number, g.key, g.parent_key, g.names, g.path, g.is_rest, coalesce(c.texts, '{}') as texts
    from figures.comment_group g
    join figures.release r on r.id = g.release_id
    join records.wave w on w.id = r.wave_id and w.key = ${wave}
    join records.question q on q.id = g.question_id
    join records.item i on i.id = q.item_id and i.key = ${item}
    left join lateral (
      select array_agg(text order by position) as texts from figures.comment c
      where (c.release_id, c.question_id, c.number) = (g.release_id, g.question_id, g.number)
        and c.number = ${list}::integer
    ) as c on true
    order by g.is_rest, g.path, g.number`.execute(db);
  return new SealedComments(
    rows.map(({ number, isRest, texts, ...place }) => ({
      number,
      isRest,
      texts,
      population: {
        ...place,
        kind: place.key === "company" ? "company" : "unit",
        cut: "organisation",
      },
    })),
  );
}
