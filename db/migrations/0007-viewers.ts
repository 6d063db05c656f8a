import type { Migration } from "./migration.ts";

/** Who may look, at what part of the company, and what the nights did. */
export const viewers: Migration = {
  name: "0007-viewers",
  up: `
    create table records.viewer (
      id integer generated always as identity primary key,
      email text not null,
      name text not null,
      language text not null default 'fr' check (language in ('fr', 'en')),
      password_hash text,
      demo boolean not null default false,
      created_at timestamptz not null default now(),
      disabled_at timestamptz
    );
    create unique index on records.viewer (lower(email));
    create table records.viewer_role (
      viewer_id integer not null references records.viewer,
      role text not null
        check (role in ('director', 'manager', 'analyst', 'administrator', 'auditor')),
      valid daterange not null default daterange(current_date, null),
      exclude using gist (viewer_id with =, role with =, valid with &&)
    );
    -- What part of the company a viewer may see. A director without a scope sees nothing.
    create table records.viewer_scope (
      viewer_id integer not null references records.viewer,
      kind text not null check (kind in ('company', 'unit', 'site', 'legal-entity')),
      key text not null,
      valid daterange not null default daterange(current_date, null),
      exclude using gist (viewer_id with =, kind with =, key with =, valid with &&)
    );
    create table records.session (
      token_hash bytea primary key,
      viewer_id integer not null references records.viewer,
      created_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index on records.session (expires_at);
    create table records.sign_in_attempt (
      email_hash bytea not null,
      at timestamptz not null,
      succeeded boolean not null
    );
    create index on records.sign_in_attempt (email_hash, at);

    -- The hash leaves the table one e-mail at a time, and only for somebody who is not disabled.
    create function records.password_of(sought text)
    returns table (viewer_id integer, password_hash text)
    language sql stable security definer set search_path = pg_catalog as $$
      select id, v.password_hash from records.viewer v
        where lower(email) = lower(sought) and disabled_at is null and v.password_hash is not null
    $$;

    create table records.night (
      id integer generated always as identity primary key,
      started_at timestamptz not null,
      finished_at timestamptz,
      heartbeat_at timestamptz not null,
      state text not null check (state in ('running', 'done', 'failed', 'interrupted')),
      only_network text
    );
    create table records.night_step (
      night_id integer not null references records.night,
      position smallint not null,
      name text not null,
      connection_id smallint references records.connection,
      window_from timestamptz,
      window_to timestamptz,
      read bigint not null default 0,
      kept bigint not null default 0,
      refused bigint not null default 0,
      -- At most twenty, each {where, reason, occurrences}.
      refusals jsonb not null default '[]',
      started_at timestamptz not null,
      finished_at timestamptz,
      state text not null check (state in ('running', 'done', 'failed', 'skipped')),
      message text,
      primary key (night_id, position)
    );
  `,
  down: `
    drop table records.night_step, records.night, records.sign_in_attempt, records.session,
      records.viewer_scope, records.viewer_role, records.viewer;
    drop function records.password_of(text);
  `,
};
