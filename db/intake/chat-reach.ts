import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** Where somebody can be written to inside a network. */
export interface ChatReach {
  readonly personId: number;
  /** The network's own id of them. */
  readonly member: string;
  /** Their telephone as the directory has it, encrypted, where the account is known by it. */
  readonly telephone: Buffer | null;
}

/**
 * The people who may be written to inside a network, at the account that is theirs on `day`. Whoever
 * said STOP is in nobody's list; where a network is left out unless one asks to be in it (`optIn`),
 * only those who did. Of several accounts, the one that consented last.
 */
export async function readChatReach(
  db: Db,
  connectionId: number,
  { day, optIn, personIds }: { day: string; optIn: boolean; personIds: readonly number[] | null },
): Promise<readonly ChatReach[]> {
  const among = personIds === null ? null : [...personIds];
  const { rows } = await sql<ChatReach>`
    select distinct on (l.person_id) l.person_id, a.external_id as member, d.value as telephone
    from intake.account a
    join intake.account_link l on l.account_id = a.id and l.retired_by is null and l.valid @> ${day}::date
    left join intake.consent c on c.connection_id = a.connection_id and c.member = a.external_id
    left join intake.directory d on d.person_id = l.person_id and d.kind = 'telephone'
      and d.match_key = a.telephone_key
    where a.connection_id = ${connectionId} and a.kind = 'person' and a.active
      and (c.given or (c.given is null and not ${optIn}::boolean))
      and (${among}::integer[] is null or l.person_id = any(${among}::integer[]))
      -- One STOP is one for the person, whatever account it was said from.
      and not exists (
        select from intake.consent no join intake.account other
          on other.connection_id = no.connection_id and other.external_id = no.member
        join intake.account_link theirs on theirs.account_id = other.id and theirs.retired_by is null
          and theirs.valid @> ${day}::date
        where no.connection_id = a.connection_id and not no.given and theirs.person_id = l.person_id
          and no.at >= coalesce(c.at, '-infinity'))
    order by l.person_id, c.at desc nulls last, a.id`.execute(db);
  return rows;
}
