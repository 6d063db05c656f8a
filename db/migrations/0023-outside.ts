import type { Migration } from "./migration.ts";

/** What comes from outside: surveys that are read from their tools, and published figures. */
export const outside: Migration = {
  name: "0023-outside",
  up: `
    -- A survey asked in another tool, which is read again and again until its wave is released.
    create table intake.answer_source (
      id integer generated always as identity primary key,
      key text not null unique,
      tool text not null,
      mapping jsonb not null,
      secrets bytea not null,
      -- Where the next reading begins, as long as the wave holds what it held then.
      bookmark text,
      held integer,
      read_at timestamptz,
      ended_at timestamptz
    );
    comment on column intake.answer_source.secrets is 'encrypted with a key kept outside the database';
    -- What a tool told by itself waits here, sealed, until the day of its wave: no time, no order.
    create table intake.answer_waiting (
      source_id integer not null references intake.answer_source on delete cascade,
      response bytea not null,
      told bytea,
      primary key (source_id, response)
    );
    comment on column intake.answer_waiting.told is 'sealed for the worker; null once it is taken';

    -- Published results of others. Never a norm: each says what makes it comparable, or not.
    create table records.reference (
      key text primary key,
      names jsonb not null,
      publisher text not null,
      url text,
      published_on text not null,
      asked_on text not null,
      sample jsonb not null,
      licence text not null,
      -- Their words: what differs from a barometer of one's own.
      comparability jsonb not null
    );
    create table records.reference_figure (
      reference text not null references records.reference on delete cascade,
      code text not null,
      wordings jsonb not null,
      period text not null,
      statistic text not null,
      population text not null default '',
      value double precision not null,
      unit text not null check (unit in ('percent', 'index', 'points', 'count')),
      -- The indicator or item of ours it is nearest to; null where there is none.
      nearest text,
      note jsonb,
      primary key (reference, code, period, statistic, population)
    );
    grant select, insert, update, delete on intake.answer_source, intake.answer_waiting,
      records.reference, records.reference_figure to barometer_worker;
    grant select on records.reference, records.reference_figure to barometer_web;
  `,
  down: `
    drop table records.reference_figure, records.reference, intake.answer_waiting,
      intake.answer_source;
  `,
};
