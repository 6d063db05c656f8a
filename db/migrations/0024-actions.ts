import { noting } from "./0024-actions/noting.ts";
import type { Migration } from "./migration.ts";

/** What people do about results, what happened meanwhile, and the views somebody comes back to. */
export const actions: Migration = {
  name: "0024-actions",
  up: `
    -- About a population as it was released when the action was written. Words of people: no figure.
    create table records.action (
      id integer generated always as identity primary key,
      kind text not null check (kind in ('company', 'unit', 'site', 'segment')),
      key text not null,
      parent_key text,
      cut text not null,
      names jsonb not null,
      path text[] not null,
      heard jsonb not null,
      doing jsonb not null,
      indicator text,
      owner_id integer not null references records.viewer,
      due_on date not null,
      state text not null check (state in ('planned', 'doing', 'done', 'dropped')),
      started_on date,
      ended_on date,
      on_board boolean not null default false,
      written_by integer not null references records.viewer,
      written_at timestamptz not null,
      changed_at timestamptz not null,
      check ((ended_on is not null) = (state in ('done', 'dropped'))),
      check (state not in ('doing', 'done') or started_on is not null)
    );
    comment on column records.action.heard is '{"fr": "…", "en": "…"}: what people said; one language at least';
    comment on column records.action.doing is 'what is done about it, likewise';
    create index on records.action (key);

    -- One letter an occasion: claimed before it is sent, so that none is sent twice.
    create table records.action_reminder (
      action_id integer not null references records.action,
      due_on date not null,
      occasion text not null check (occasion in ('soon', 'overdue')),
      claimed_at timestamptz not null,
      sent_at timestamptz,
      primary key (action_id, due_on, occasion)
    );

    -- Something that happened on a day and that a reader of a trend should know.
    create table records.mark (
      id integer generated always as identity primary key,
      on_day date not null,
      kind text not null check (kind in ('reorganisation', 'network', 'note')),
      names jsonb not null,
      key text not null,
      path text[] not null,
      about jsonb not null,
      written_by integer not null references records.viewer,
      written_at timestamptz not null
    );
    comment on column records.mark.names is 'its sentence: {"fr": "…", "en": "…"}';
    comment on column records.mark.about is 'what the population is called';

    -- An address under a name. Whoever opens it sees what their own rights show.
    create table records.saved_view (
      id integer generated always as identity primary key,
      viewer_id integer not null references records.viewer,
      name text not null check (length(name) between 1 and 80),
      address text not null check (address ~ '^/([a-z]|[?]|$)' and length(address) <= 2000),
      saved_at timestamptz not null,
      unique (viewer_id, name)
    );

    -- Units that became others: what the organisation did, of which the web reads the names alone.
    create view records.reorganisation with (security_barrier) as
      select s.happened_on as on_day, s.kind, was.names as was, is_now.names as is_now,
        coalesce('unit:' || parent.key, 'company') as key
      from intake.unit_succession s
      left join lateral (
        select p.parent_id from intake.unit_parent p
        where p.unit_id = s.to_unit_id and p.retired_by is null and p.valid @> s.happened_on
      ) hangs on true
      left join intake.unit parent on parent.id = hangs.parent_id
      cross join lateral (
        select jsonb_object_agg(n.language, n.name order by lower(n.valid)) as names
        from intake.unit_name n where n.unit_id = s.from_unit_id and n.retired_by is null
          and coalesce(lower(n.valid), '-infinity') < s.happened_on
      ) was
      cross join lateral (
        select jsonb_object_agg(n.language, n.name order by lower(n.valid)) as names
        from intake.unit_name n where n.unit_id = s.to_unit_id and n.retired_by is null
          and coalesce(lower(n.valid), '-infinity') <= s.happened_on
      ) is_now
      where was.names is not null and is_now.names is not null;
    ${noting}

    grant select, insert, update, delete on records.action, records.action_reminder, records.mark,
      records.saved_view to barometer_worker;
    grant select on records.action, records.mark, records.reorganisation to barometer_web;
    grant select on records.reorganisation to barometer_worker;
    grant select, insert, delete on records.saved_view to barometer_web;
  `,
  down: `
    drop function records.forget_mark(integer, integer, timestamptz);
    drop function records.write_mark(integer, jsonb, timestamptz);
    drop function records.write_action(integer, jsonb, timestamptz);
    drop function records.may_write(integer, text[], timestamptz);
    drop view records.reorganisation;
    drop table records.saved_view, records.mark, records.action_reminder, records.action;
  `,
};
