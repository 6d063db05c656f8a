import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/**
 * Numbers the organisation of a day in preorder (`intake.unit_order`), so that a subtree is the
 * range first..last. Siblings in the order of their keys. Numbered once a day: an import that
 * changes the past clears what it made wrong.
 * A unit whose parent did not exist that day hangs under nothing, as a root of its own.
 */
export async function numberUnits(db: Db, asOf: string): Promise<void> {
  await sql`
    with recursive parent as (
      select p.unit_id, case when above.unit_id is null then null else p.parent_id end as parent_id
      from intake.unit_parent p
      left join intake.unit_parent above on above.unit_id = p.parent_id
        and above.retired_by is null and above.valid @> ${asOf}::date
      where p.retired_by is null and p.valid @> ${asOf}::date
    ), tree as (
      select p.unit_id, p.parent_id, array[u.key] as keys, array[u.id] as ids
      from parent p join intake.unit u on u.id = p.unit_id where p.parent_id is null
      union all
      select p.unit_id, p.parent_id, tree.keys || u.key, tree.ids || u.id
      from tree join parent p on p.parent_id = tree.unit_id join intake.unit u on u.id = p.unit_id
    ), numbered as (
      select *, row_number() over (order by keys) as first from tree
    ), size as (
      select ancestor as unit_id, count(*) as units
      from numbered, unnest(ids) as ancestor group by ancestor
    )
    insert into intake.unit_order (as_of, unit_id, parent_id, first, last, depth)
    select ${asOf}::date, n.unit_id, n.parent_id, n.first, n.first + size.units - 1,
      cardinality(n.ids) - 1
    from numbered n join size using (unit_id)
    on conflict (as_of, unit_id) do nothing`.execute(db);
}
