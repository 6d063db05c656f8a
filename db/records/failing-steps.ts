import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** A part of the night that failed the last time it ran. */
export interface FailingStep {
  readonly name: string;
  /** Title of the network it reads; null for a step that reads none. */
  readonly network: string | null;
  readonly trouble: string | null;
  /** Whether it had failed the time before as well. */
  readonly again: boolean;
}

/**
 * The steps that failed the last time they ran since `from`; nothing is said of networks that are no
 * longer read.
 */
export async function failingSteps(db: Db, from: Date): Promise<readonly FailingStep[]> {
  const { rows } = await sql<FailingStep>`
    select last.name, last.network, last.trouble, last.failed_before as again from (
      select distinct on (s.name) s.name, c.title as network, s.trouble, s.state,
        c.state as connection_state,
        coalesce(lag(s.state) over (partition by s.name order by s.night_id) = 'failed', false)
          as failed_before
      from records.night_step s left join records.connection c on c.id = s.connection_id
      where s.started_at >= ${from} and s.state in ('done', 'failed')
      order by s.name, s.night_id desc
    ) last
    where last.state = 'failed' and coalesce(last.connection_state, 'active') = 'active'
    order by last.name`.execute(db);
  return rows;
}
