import type { Migration } from "./migration.ts";

const datedTables = [
  "unit_name",
  "unit_parent",
  "person_email",
  "employment",
  "person_unit",
  "person_manager",
  "person_site",
  "person_segment",
  "account_link",
  "group_state",
];

/** What an administrator's page may do with people and accounts: by name, and written down. */
export const stewardship: Migration = {
  name: "0008-stewardship",
  up: `
    -- Takes an import back: what it brought goes, what it retired returns.
    create function intake.undo_import(actor text, undone integer) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
    declare
      name text;
      later integer;
      what text;
      since date;
      first date;
    begin
      select kind, effective_on into what, since from intake.import
        where id = undone and state in ('kept', 'running', 'refused') for update;
      if not found then
        raise exception 'there is no import % to undo', undone using errcode = '22023';
      end if;
      if what = 'activity' then
        raise exception 'import % is activity, which is only ever added to: it cannot be undone', undone
          using errcode = '22023';
      end if;
      if exists (
        select from intake.response r join records.wave w on w.id = r.wave_id
        where r.import_id = undone and w.state = 'released'
      ) then
        raise exception 'import % has been released, and what is released never changes', undone
          using errcode = '22023';
      end if;
      foreach name in array array['${datedTables.join("','")}'] loop
        execute format('select min(retired_by) from intake.%I where import_id = $1 and retired_by <> $1', name)
          into later using undone;
        if later is not null then
          raise exception 'import % was followed by import %, which builds on it: undo that one first',
            undone, later using errcode = '22023';
        end if;
      end loop;
      foreach name in array array['${datedTables.join("','")}'] loop
        execute format('select min(lower(valid)) from intake.%I where import_id = $1', name)
          into first using undone;
        since := least(since, first);
        execute format('delete from intake.%I where import_id = $1', name) using undone;
        execute format('update intake.%I set retired_by = null where retired_by = $1', name) using undone;
      end loop;
      delete from intake.response where import_id = undone;
      delete from intake.unit_succession where import_id = undone;
      delete from intake.unit_order;
      -- The weeks it spoke of are counted again, those that are not released.
      insert into counts.touched_week
        select week::date from generate_series(
          date_trunc('week', greatest(since, least((select min(occurred_at)::date from intake.activity),
            (select min(day) from intake.activity_count)))::timestamp),
          now()::timestamp, interval '7 days') as week
        on conflict do nothing;
      update intake.import set state = 'undone', finished_at = coalesce(finished_at, now())
        where id = undone;
      insert into records.audit_entry (actor, action, subject)
        values (actor, 'import undone', jsonb_build_object('import', undone));
    end $$;

    create function intake.list_imports(actor text)
    returns table (id integer, kind text, source text, state text, started_at timestamptz,
      read bigint, kept bigint, refused bigint)
    language plpgsql security definer set search_path = pg_catalog as $$
    begin
      insert into records.audit_entry (actor, action) values (actor, 'imports listed');
      return query select i.id, i.kind, i.source, i.state, i.started_at, i.read, i.kept, i.refused
        from intake.import i order by i.id desc limit 200;
    end $$;

    -- Unmatched accounts are kept and counted, never guessed.
    create function intake.count_unmatched(actor text)
    returns table (connection text, accounts bigint, unmatched bigint)
    language plpgsql security definer set search_path = pg_catalog as $$
    begin
      insert into records.audit_entry (actor, action) values (actor, 'unmatched accounts counted');
      return query select c.key, count(*), count(*) filter (where not exists (
          select from intake.account_link l where l.account_id = a.id and l.retired_by is null))
        from intake.account a join records.connection c on c.id = a.connection_id
        where a.kind = 'person' group by c.key order by c.key;
    end $$;
  `,
  down: `
    drop function intake.count_unmatched(text);
    drop function intake.list_imports(text);
    drop function intake.undo_import(text, integer);
  `,
};
