import { copyInto } from "../copy.ts";
import type { Session } from "../session.ts";
import type { Batch } from "./batch.ts";

/** The temporary tables a batch goes through. They empty themselves when it is committed. */
export async function createStaging(session: Session): Promise<void> {
  await session.query(`
    create temp table stage_member (
      external_id text, kind text, active boolean, ended_at timestamptz, email_key bytea,
      number_key bytea, telephone_key bytea, label bytea
    ) on commit delete rows;
    create temp table stage_address (
      external_id text, written_key bytea, email_key bytea
    ) on commit delete rows;
    create temp table stage_group (
      external_id text, privacy text, purpose text, name text, created_at timestamptz, archived_at timestamptz
    ) on commit delete rows;
    create temp table stage_membership (
      group_id text, member text, joined_at timestamptz
    ) on commit delete rows;
    create temp table stage_act (
      seq integer, external_id text, verb smallint, member text, group_id text, root text, target text,
      is_question boolean, occurred_at timestamptz, withdrawn_at timestamptz,
      line bigint generated always as (hashtextextended(external_id, 0)) stored
    ) on commit delete rows;
    create temp table stage_count (
      seq integer, member text, group_id text, day date, grain text, verb smallint, n numeric, counts text
    ) on commit delete rows;
    create temp table stage_row (
      occurred_at timestamptz, external_hash bigint, account_id integer, verb smallint, group_id integer,
      root_hash bigint, target_account_id integer, is_question boolean, withdrawn_at timestamptz
    ) on commit delete rows;
    -- These last as long as the reading: which lines came before, which groups and which acts were
    -- told, and who was seen in a group.
    create temp table line_seen (
      occurred_at timestamptz, line bigint, times integer not null, primary key (occurred_at, line)
    );
    create temp table group_seen (group_id integer primary key);
    create temp table act_seen (
      occurred_at timestamptz, external_hash bigint, account_id integer,
      primary key (occurred_at, external_hash, account_id)
    );
    create temp table membership_seen (group_id integer, account_id integer, primary key (group_id, account_id))`);
}

const ACT =
  "stage_act (seq, external_id, verb, member, group_id, root, target, is_question, occurred_at, withdrawn_at)";

export async function fillStaging(session: Session, batch: Batch): Promise<void> {
  const tables = [
    ["stage_member", batch.members.values(), batch.members.size],
    ["stage_address", batch.addresses, batch.addresses.length],
    ["stage_group", batch.groups.values(), batch.groups.size],
    ["stage_membership", batch.memberships, batch.memberships.length],
    [ACT, batch.acts, batch.acts.length],
    ["stage_count", batch.counts, batch.counts.length],
  ] as const;
  for (const [table, lines, size] of tables) {
    if (size > 0) await copyInto(session, table, lines);
  }
}
