import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type Occasion = "soon" | "overdue";

/** A reminder that this process alone sends now. */
export interface ClaimedReminder {
  readonly actionId: number;
  readonly viewerId: number;
  readonly dueOn: string;
  readonly occasion: Occasion;
}

/** An action that nobody ended for so long is not asked about any more. */
const DAYS_OVERDUE = 30;

/**
 * Takes the next owner to be reminded on a day, unless they want no reminders: once in the week before
 * an action is due, and once when it is over. Claimed before it is sent: whatever becomes of this process, none is sent twice.
 */
export async function claimReminder(
  db: Db,
  {
    today,
    now,
    daysBefore,
    except,
  }: {
    readonly today: string;
    readonly now: Date;
    readonly daysBefore: number;
    /** Actions that are left to another time. */
    readonly except: readonly number[];
  },
): Promise<ClaimedReminder | null> {
  const { rows } = await sql<ClaimedReminder>`
    with due as (
      select a.id, a.owner_id, a.due_on,
        case when a.due_on < ${today}::date then 'overdue' else 'soon' end as occasion
      from records.action a join records.viewer v on v.id = a.owner_id and v.disabled_at is null
        -- The accounts of the demo company have no mailbox.
        and not v.demo
        and not exists (select from records.viewer_mail_choice c
          where c.viewer_id = v.id and not c.actions)
      where a.id <> all (${[...except]}::integer[]) and a.state in ('planned', 'doing')
        and a.due_on between ${today}::date - ${DAYS_OVERDUE}::integer and ${today}::date + ${daysBefore}::integer
    ), claimed as (
      insert into records.action_reminder (action_id, due_on, occasion, claimed_at)
      select d.id, d.due_on, d.occasion, ${now} from due d
      where not exists (select from records.action_reminder r
        where (r.action_id, r.due_on, r.occasion) = (d.id, d.due_on, d.occasion))
      order by d.due_on, d.id limit 1
      on conflict do nothing
      returning action_id, due_on, occasion
    )
    select c.action_id, d.owner_id as viewer_id, c.due_on, c.occasion
    from claimed c join due d on d.id = c.action_id`.execute(db);
  return rows[0] ?? null;
}

/** It left. */
export async function markReminded(db: Db, one: ClaimedReminder, now: Date): Promise<void> {
  await db
    .updateTable("records.actionReminder")
    .set({ sentAt: now })
    .where("actionId", "=", one.actionId)
    .where("dueOn", "=", one.dueOn)
    .where("occasion", "=", one.occasion)
    .execute();
}

/** It surely did not leave: the next time it is tried again. */
export async function putReminderBack(db: Db, one: ClaimedReminder): Promise<void> {
  await db
    .deleteFrom("records.actionReminder")
    .where("actionId", "=", one.actionId)
    .where("dueOn", "=", one.dueOn)
    .where("occasion", "=", one.occasion)
    .execute();
}
