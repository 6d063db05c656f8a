import type { Migration } from "./migration.ts";

/** Counts nobody but the worker sees, and the released figures, which never change. */
export const figures: Migration = {
  name: "0006-figures",
  up: `
    -- Weeks whose activity or people changed since they were last counted.
    create table counts.touched_week (week date primary key check (extract(isodow from week) = 1));
    -- One bit a person, position = person id. Raw activity: same retention as activity itself.
    create table counts.week_bits (
      week date not null,
      family text not null check (family in ('took-part', 'active', 'employed')),
      bits bit varying not null,
      primary key (week, family)
    );
    -- The populations of a week, with that week's attributes.
    create table counts.week_population (
      week date not null,
      population integer not null,
      kind text not null check (kind in ('company', 'unit', 'site', 'segment')),
      key text not null,
      parent_key text,
      cut text not null,
      names jsonb not null,
      path text[] not null,
      primary key (week, population),
      unique (week, key)
    );
    -- n is who could have, x who did, acts how often they did it, of_acts out of how many acts.
    create table counts.week_measure (
      week date not null,
      population integer not null,
      measure text not null,
      n integer not null,
      x integer not null,
      acts double precision,
      of_acts double precision,
      primary key (week, measure, population),
      foreign key (week, population) references counts.week_population on delete cascade
    );
    -- How far two populations of different cuts are apart, where it is only a few people.
    create table counts.week_overlap (
      week date not null,
      population integer not null,
      other integer not null,
      apart integer not null,
      primary key (week, population, other),
      foreign key (week, population) references counts.week_population on delete cascade
    );
    -- The populations of a wave, and which cells of its frame each is made of.
    create table counts.wave_population (
      wave_id integer not null references records.wave,
      population integer not null,
      kind text not null check (kind in ('company', 'unit', 'site', 'segment')),
      key text not null,
      parent_key text,
      cut text not null,
      names jsonb not null,
      path text[] not null,
      primary key (wave_id, population),
      unique (wave_id, key)
    );
    create table counts.wave_population_cell (
      wave_id integer not null,
      population integer not null,
      cell integer not null,
      primary key (wave_id, cell, population),
      foreign key (wave_id, population) references counts.wave_population on delete cascade
    );
    -- How many answered what, cell by cell.
    create table counts.answer_cell (
      wave_id integer not null references records.wave,
      cell integer not null,
      position smallint not null,
      value double precision not null,
      n integer not null,
      primary key (wave_id, cell, position, value)
    );
    -- An indicator, person by person: the share of its questions each answered favourably.
    create table counts.indicator_cell (
      wave_id integer not null references records.wave,
      cell integer not null,
      indicator_key text not null references records.indicator,
      n integer not null,
      sum double precision not null,
      squares double precision not null,
      primary key (wave_id, cell, indicator_key)
    );
    create table counts.participation_cell (
      wave_id integer not null references records.wave,
      cell integer not null,
      invited integer,
      answered integer not null,
      primary key (wave_id, cell)
    );

    -- The night fills tables and reads them at once; until the planner has seen them it guesses, and
    -- guesses nested loops. The worker owns no table, so it may not look by itself.
    create function counts.refresh_statistics() returns void
    language plpgsql security definer set search_path = pg_catalog as $$
    declare relation regclass;
    begin
      for relation in
        select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and not c.relispartition and (n.nspname = 'counts'
          or n.nspname = 'intake' and c.relname !~ '^(activity|post)')
      loop
        execute format('analyze %s', relation);
      end loop;
    end $$;

    create table records.policy (
      version integer generated always as identity primary key,
      thresholds jsonb not null,
      announced_at timestamptz not null default now(),
      announced_by text not null,
      first_used_at timestamptz,
      withdrawn_at timestamptz
    );
    insert into records.policy (thresholds, announced_by) values
      ('{"answers": 5, "means": 10, "members": 5, "contributors": 5, "exact": 20}', 'barometer');

    -- Thresholds only rise, never fall under the floor, and stay once a release has used them.
    create function records.thresholds_only_rise() returns trigger
    language plpgsql set search_path = pg_catalog as $$
    declare before jsonb; name text;
    begin
      if tg_op = 'DELETE' then raise exception 'the history of thresholds is public: nothing is deleted'; end if;
      if tg_op = 'UPDATE' then
        if new.thresholds <> old.thresholds or new.announced_at <> old.announced_at then
          raise exception 'a policy is replaced by another, never changed';
        end if;
        if new.withdrawn_at is not null and (old.first_used_at is not null or old.version = 1) then
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
    create trigger thresholds_only_rise before insert or update or delete on records.policy
      for each row execute function records.thresholds_only_rise();

    create table figures.release (
      id integer generated always as identity primary key,
      kind text not null check (kind in ('wave', 'week')),
      wave_id integer references records.wave,
      week date,
      policy_version integer not null references records.policy,
      supersedes integer references figures.release,
      without text[] not null default '{}',
      released_at timestamptz not null,
      check ((kind = 'wave') = (wave_id is not null) and (kind = 'week') = (week is not null))
    );
    create unique index on figures.release (wave_id) where kind = 'wave' and supersedes is null;
    create unique index on figures.release (week) where kind = 'week' and supersedes is null;
    create unique index on figures.release (supersedes) where supersedes is not null;

    create table figures.population (
      release_id integer not null references figures.release,
      population integer not null,
      kind text not null check (kind in ('company', 'unit', 'site', 'segment')),
      key text not null,
      parent_key text,
      cut text not null,
      names jsonb not null,
      -- Keys from the company down to this population: what a scope is compared with.
      path text[] not null,
      primary key (release_id, population),
      unique (release_id, key)
    );
    -- A hidden row holds no n and no value; under 20, n is a band and the value is in tenths.
    create table figures.figure (
      release_id integer not null,
      population integer not null,
      measure text not null,
      form text not null check (form in ('share', 'mean', 'count')),
      hidden boolean not null,
      n integer check (n >= 20),
      band text check (band in ('5-9', '10-19')),
      value double precision,
      low double precision,
      high double precision,
      primary key (release_id, measure, population),
      foreign key (release_id, population) references figures.population,
      check (not hidden or (n is null and band is null and value is null and low is null and high is null)),
      check (hidden or ((n is null) <> (band is null) and value is not null))
    );

    create function figures.never_changes() returns trigger
    language plpgsql set search_path = pg_catalog as $$
    begin raise exception 'what is released never changes: supersede the release'; end $$;
    create trigger never_changes before update or delete or truncate on figures.release
      for each statement execute function figures.never_changes();
    create trigger never_changes before update or delete or truncate on figures.population
      for each statement execute function figures.never_changes();
    create trigger never_changes before update or delete or truncate on figures.figure
      for each statement execute function figures.never_changes();
  `,
  down: {
    irreversible: "released figures are promised never to change; going back would delete them",
  },
};
