import { asking } from "./0019-waves/asking.ts";
import type { Migration } from "./migration.ts";

/** What a wave needs to be planned, to reach people and to be looked after while it is open. */
export const waves: Migration = {
  name: "0019-waves",
  up: `
    alter table records.wave
      -- A pulse is one question, asked now.
      add column kind text not null default 'wave' check (kind in ('wave', 'pulse')),
      -- Which of several answers of the same person counts.
      add column answer_rule text not null default 'first' check (answer_rule in ('first', 'latest')),
      add column sample jsonb,
      add column reminders integer[] not null default '{}',
      add column reminded smallint not null default 0,
      add column hours jsonb not null default '{"from": "08:00", "to": "19:00"}',
      add column told_at timestamptz;
    comment on column records.wave.sample is
      '{"share": 0.2, "by": "unit", "seed": "…"}; null when everybody is asked';
    comment on column records.wave.reminders is 'on which days after the opening';
    comment on column records.wave.hours is 'when people may be written to, by their own clock';

    -- What people were told when it opened is what holds.
    create function records.open_waves_are_fixed() returns trigger
    language plpgsql set search_path = pg_catalog as $$
    begin
      if old.state not in ('draft', 'scheduled') and old.origin = 'asked'
        and (new.version_id, new.mode, new.kind, new.answer_rule, new.sample)
          is distinct from (old.version_id, old.mode, old.kind, old.answer_rule, old.sample)
      then
        raise exception 'wave % has opened: its questions, its mode and its rules are fixed', old.key;
      end if;
      return new;
    end $$;
    revoke all on function records.open_waves_are_fixed() from public;
    create trigger open_waves_are_fixed before update on records.wave
      for each row execute function records.open_waves_are_fixed();

    -- Apart from the wave, which the web reads. Gone when it closes: no code is then found again.
    create table intake.code_salt (
      wave_id integer primary key references records.wave,
      salt bytea not null
    );

    -- What a page asks for and the worker does: the page knows no key, and reads no people.
    create table records.wave_wish (
      id integer generated always as identity primary key,
      wave_key text not null,
      wish text not null check (wish in ('plan', 'schedule', 'withdraw', 'dry-run', 'open',
        'remind', 'close', 'consultation', 'test', 'tell', 'pulse')),
      details jsonb not null default '{}',
      asked_by text not null,
      asked_at timestamptz not null,
      done_at timestamptz,
      outcome text check (outcome in ('done', 'refused')),
      said text[] not null default '{}',
      check ((done_at is null) = (outcome is null))
    );
    create unique index one_wish_at_a_time on records.wave_wish (wave_key, wish) where done_at is null;

    -- How many people each channel reaches or has reached: never so few that they are somebody.
    create table records.wave_reach (
      wave_id integer not null references records.wave,
      kind text not null check (kind in ('planned', 'reached')),
      made_at timestamptz not null,
      reach jsonb not null,
      primary key (wave_id, kind)
    );

    -- Participation while a wave is open, as ranges: what is not shown has no row.
    create table figures.progress (
      wave_id integer not null references records.wave,
      day date not null,
      key text not null,
      parent_key text,
      names jsonb not null,
      path text[] not null,
      least double precision not null check (least >= 0),
      most double precision not null check (most <= 1 and most > least),
      primary key (wave_id, day, key)
    );
    create trigger never_changes before update or delete or truncate on figures.progress
      for each statement execute function figures.never_changes();

    -- What leaders believe people answer: gone once what they believe together is released.
    create table intake.guess (
      wave_id integer not null references records.wave,
      viewer_id integer not null references records.viewer,
      indicator_key text not null references records.indicator,
      share smallint not null check (share between 0 and 100),
      primary key (wave_id, viewer_id, indicator_key)
    );
    create table figures.guess (
      wave_id integer not null references records.wave,
      indicator_key text not null references records.indicator,
      least double precision not null check (least >= 0),
      most double precision not null check (most <= 1 and most > least),
      primary key (wave_id, indicator_key)
    );
    create trigger never_changes before update or delete or truncate on figures.guess
      for each statement execute function figures.never_changes();
    ${asking}

    grant select, insert, update, delete on intake.code_salt, intake.guess, records.wave_wish,
      records.wave_reach to barometer_worker;
    grant select, insert on figures.progress, figures.guess to barometer_worker;
    grant select on records.wave_wish, records.wave_reach, figures.progress, figures.guess
      to barometer_web;
  `,
  down: `
    drop function intake.give_guesses(integer, text, jsonb, timestamptz);
    drop function records.wish_wave(text, text, text, jsonb, timestamptz);
    drop table figures.guess, intake.guess, figures.progress, records.wave_reach, records.wave_wish,
      intake.code_salt;
    drop trigger open_waves_are_fixed on records.wave;
    drop function records.open_waves_are_fixed();
    alter table records.wave drop column answer_rule, drop column kind, drop column sample,
      drop column reminders, drop column reminded, drop column hours, drop column told_at;
  `,
};
