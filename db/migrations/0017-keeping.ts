import type { Migration } from "./migration.ts";

/** The functions that raise a threshold and take an unused raise back; each try is written down. */
const raising = `
  -- Says what became of it: raised, same, lower, unknown, fixed or too-high. A refusal is an answer
  -- and no error, so that it stays in the audit trail.
  create function records.raise_threshold(actor text, threshold text, wanted integer, at timestamptz)
  returns text language plpgsql security definer set search_path = pg_catalog as $$
  declare
    before jsonb;
    wished jsonb;
    name text;
    outcome text;
  begin
    lock table records.policy in share row exclusive mode;
    select p.thresholds into before from records.policy p
      where p.withdrawn_at is null order by p.version desc limit 1;
    outcome := case
      when threshold is null or not before ? threshold then 'unknown'
      -- The bands of n end where it is exact: they are drawn, not set.
      when threshold = 'exact' then 'fixed'
      when wanted is null or wanted > 1000 then 'too-high'
      when wanted < (before ->> threshold)::integer then 'lower'
      when wanted = (before ->> threshold)::integer then 'same'
      else 'raised' end;
    if outcome = 'raised' then
      wished := before || jsonb_build_object(threshold, wanted);
      -- What says more of people never needs fewer of them.
      if threshold = 'answers' then
        foreach name in array array['means', 'sensitive', 'comments', 'records'] loop
          wished := wished || jsonb_build_object(name, greatest((wished ->> name)::integer, wanted));
        end loop;
      end if;
      insert into records.policy (thresholds, announced_at, announced_by) values (wished, at, actor);
    end if;
    insert into records.audit_entry (at, actor, action, subject) values (at, actor,
      case outcome when 'raised' then 'threshold raised' else 'raise refused' end,
      jsonb_build_object('threshold', left(threshold, 40), 'from', before -> threshold, 'to', wanted,
        'outcome', outcome));
    return outcome;
  end $$;

  -- Takes back the last raise. Says what became of it: withdrawn, used, or none.
  create function records.withdraw_raise(actor text, at timestamptz)
  returns text language plpgsql security definer set search_path = pg_catalog as $$
  declare
    last records.policy;
    outcome text;
  begin
    lock table records.policy in share row exclusive mode;
    select * into last from records.policy p
      where p.withdrawn_at is null order by p.version desc limit 1;
    outcome := case when last.announced_by = 'barometer' then 'none'
      when last.first_used_at is not null then 'used' else 'withdrawn' end;
    if outcome = 'withdrawn' then
      update records.policy set withdrawn_at = at where version = last.version;
    end if;
    insert into records.audit_entry (at, actor, action, subject) values (at, actor,
      case outcome when 'withdrawn' then 'raise withdrawn' else 'withdrawal refused' end,
      jsonb_build_object('version', last.version, 'outcome', outcome));
    return outcome;
  end $$;

  revoke all on function records.raise_threshold(text, text, integer, timestamptz),
    records.withdraw_raise(text, timestamptz) from public;
  grant execute on function records.raise_threshold(text, text, integer, timestamptz),
    records.withdraw_raise(text, timestamptz) to barometer_worker, barometer_steward;
`;

/** What the worker may not delete by itself: it owns no table, and the audit trail is not its own. */
const forgetting = `
  -- Whole months are dropped, the rest is deleted. Returns how many rows that was.
  create function intake.forget_activity(before timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    month record;
    rows bigint;
    gone bigint := 0;
  begin
    for month in
      select c.oid::regclass as name, (substring(c.relname from 'activity_([0-9]{4}_[0-9]{2})$') || '_01') as first
      from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'intake.activity'::regclass
    loop
      if (to_date(month.first, 'YYYY_MM_DD') + interval '1 month') at time zone 'UTC' <= before then
        execute format('select count(*) from %s', month.name) into rows;
        execute format('drop table %s', month.name);
        gone := gone + rows;
      end if;
    end loop;
    delete from intake.activity where occurred_at < before;
    get diagnostics rows = row_count;
    return gone + rows;
  end $$;

  -- Never what is younger than a year by the database's own clock, whatever it is asked.
  create function records.forget_audit(before timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog as $$
  declare gone bigint;
  begin
    delete from records.audit_entry where at < least(before, now() - interval '365 days');
    get diagnostics gone = row_count;
    return gone;
  end $$;

  revoke all on function intake.forget_activity(timestamptz), records.forget_audit(timestamptz) from public;
  grant execute on function intake.forget_activity(timestamptz), records.forget_audit(timestamptz)
    to barometer_worker;
`;

/** Thresholds for what had none of its own, and what keeps every promise made of them. */
export const keeping: Migration = {
  name: "0017-keeping",
  up: `
    -- Which policy a wave's frame froze.
    alter table records.wave add column policy_version integer references records.policy;
    update records.wave w set policy_version = (
        select max(p.version) from records.policy p where p.thresholds = w.thresholds)
      where w.thresholds is not null;

    -- A raise by the product itself: the names that were missing, at their floor, and never below
    -- what the company had chosen for the answers they speak of.
    insert into records.policy (thresholds, announced_by)
    select jsonb_build_object(
        'sensitive', greatest(10, answers), 'comments', greatest(10, answers), 'commenters', 5,
        'records', greatest(10, answers), 'invited', 10
      ) || thresholds, 'barometer'
    from (
      select thresholds, (thresholds ->> 'answers')::integer as answers from records.policy
      where withdrawn_at is null order by version desc limit 1
    ) as in_force
    where not thresholds ?& array['sensitive', 'comments', 'commenters', 'records', 'invited'];

    create or replace function records.thresholds_only_rise() returns trigger
    language plpgsql set search_path = pg_catalog as $$
    declare before jsonb; name text;
    begin
      if tg_op = 'DELETE' then raise exception 'the history of thresholds is public: nothing is deleted'; end if;
      if tg_op = 'UPDATE' then
        if new.thresholds <> old.thresholds or new.announced_at <> old.announced_at
          or new.announced_by <> old.announced_by or new.version <> old.version then
          raise exception 'a policy is replaced by another, never changed';
        end if;
        if old.withdrawn_at is not null and new is distinct from old then
          raise exception 'these thresholds were withdrawn: they are history';
        end if;
        if old.first_used_at is not null and new.first_used_at is distinct from old.first_used_at then
          raise exception 'when thresholds were first used does not change';
        end if;
        if new.withdrawn_at is not null and (old.first_used_at is not null or old.version = 1
          or old.announced_by = 'barometer') then
          raise exception 'a release has used these thresholds: they can only rise now';
        end if;
        return new;
      end if;
      select thresholds into before from records.policy
        where withdrawn_at is null order by version desc limit 1;
      for name in select jsonb_object_keys(coalesce(before, '{}')) loop
        if new.thresholds -> name is null
          or (new.thresholds ->> name)::integer < (before ->> name)::integer then
          raise exception 'the threshold "%" can only rise: it is % and may not become %',
            name, before ->> name, new.thresholds ->> name;
        end if;
      end loop;
      return new;
    end $$;
    -- Who was where when a week was counted: a correction never moves anybody.
    create table counts.week_digest (week date primary key, people bytea not null);
    grant select, insert, update, delete on counts.week_digest to barometer_worker;
    alter table counts.week_bits drop constraint week_bits_family_check,
      add constraint week_bits_family_check
        check (family in ('took-part', 'active', 'employed', 'adopted'));

    -- Weeks of the calendar, never a window that moves by the day.
    alter table figures.release add constraint weeks_begin_on_monday
      check (week is null or extract(isodow from week) = 1);
    ${raising}
    ${forgetting}
  `,
  // The history of thresholds stays, and so does the trigger that keeps it.
  down: `
    delete from counts.week_bits where family = 'adopted';
    alter table counts.week_bits drop constraint week_bits_family_check,
      add constraint week_bits_family_check check (family in ('took-part', 'active', 'employed'));
    drop table counts.week_digest;
    alter table figures.release drop constraint weeks_begin_on_monday;
    drop function records.forget_audit(timestamptz);
    drop function intake.forget_activity(timestamptz);
    drop function records.withdraw_raise(text, timestamptz);
    drop function records.raise_threshold(text, text, integer, timestamptz);
    alter table records.wave drop column policy_version;
  `,
};
