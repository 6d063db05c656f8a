import type { Migration } from "./migration.ts";

/** The four schemas. Nothing is open to everybody: each login is given what it needs, by name. */
export const ground: Migration = {
  name: "0001-ground",
  up: `
    create extension if not exists btree_gist;
    create schema intake;
    create schema counts;
    create schema figures;
    create schema records;
    revoke create on schema public from public;
    alter default privileges revoke execute on functions from public;

    create table records.setting (
      key text primary key,
      value jsonb not null,
      changed_at timestamptz not null default now(),
      changed_by text
    );

    -- Who did what, for those who must be able to ask. Never a figure, never an answer.
    create table records.audit_entry (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      actor text not null,
      action text not null,
      subject jsonb not null default '{}'
    );

    create table intake.import (
      id integer generated always as identity primary key,
      kind text not null check (kind in ('people', 'activity', 'answers', 'organisation')),
      source text not null,
      digest bytea,
      effective_on date,
      state text not null default 'running'
        check (state in ('running', 'kept', 'refused', 'undone')),
      started_at timestamptz not null default now(),
      finished_at timestamptz,
      read bigint not null default 0,
      kept bigint not null default 0,
      refused bigint not null default 0
    );
    create table intake.import_refusal (
      import_id integer not null references intake.import on delete cascade,
      line bigint,
      field text,
      reason text not null,
      occurrences bigint not null default 1
    );
    create index on intake.import_refusal (import_id);
  `,
  down: `
    drop schema records cascade;
    drop schema figures cascade;
    drop schema counts cascade;
    drop schema intake cascade;
  `,
};
