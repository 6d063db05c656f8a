import { dated, type Migration } from "./migration.ts";

/** Networks, and what people did on them. There is no column for text anywhere. */
export const networks: Migration = {
  name: "0003-networks",
  up: `
    -- One configured server or workspace, not the vendor.
    create table records.connection (
      id smallint generated always as identity primary key,
      key text not null unique,
      network text not null,
      title text not null,
      supplies text[] not null default '{}',
      successor_id smallint references records.connection,
      state text not null default 'active' check (state in ('active', 'paused', 'ended')),
      -- A connection that is only ever fed by files is not waited for at night.
      fed_by text not null default 'network' check (fed_by in ('network', 'files')),
      begins_on date,
      ended_on date,
      covered_to timestamptz
    );
    create table intake.connection_setting (
      connection_id smallint not null references records.connection,
      name text not null,
      value bytea not null,
      primary key (connection_id, name)
    );
    comment on column intake.connection_setting.value is 'encrypted with a key kept outside the database';
    create table intake.connection_cursor (
      connection_id smallint primary key references records.connection,
      cursor text,
      window_from timestamptz,
      window_to timestamptz,
      committed_at timestamptz not null default now()
    );

    create table intake.account (
      id integer generated always as identity primary key,
      connection_id smallint not null references records.connection,
      external_id text not null,
      kind text not null default 'person' check (kind in ('person', 'bot', 'guest')),
      active boolean not null default true,
      email_key bytea,
      number_key bytea,
      unique (connection_id, external_id)
    );
    -- Every address an account was seen under: one that changes does not lose its past.
    create table intake.account_address (
      account_id integer not null references intake.account,
      email_key bytea not null,
      seen_at timestamptz not null default now(),
      primary key (account_id, email_key)
    );
    create index on intake.account_address (email_key);
    comment on table intake.account is 'id 0 stands for nobody in particular in the tables that refer to accounts';
    create table intake.account_link (
      account_id integer not null references intake.account,
      person_id integer not null references intake.person,
      matched_by text not null check (matched_by in ('email', 'number', 'hand'))
    );
    ${dated("intake.account_link", ["account_id"])}
    create index on intake.account_link (person_id);

    create table intake."group" (
      id integer generated always as identity primary key,
      connection_id smallint not null references records.connection,
      external_id text not null,
      created_at timestamptz,
      archived_at timestamptz,
      unique (connection_id, external_id)
    );
    create table intake.group_state (
      group_id integer not null references intake."group",
      privacy text not null check (privacy in ('open', 'closed', 'secret')),
      purpose text,
      name text check (name is null or privacy = 'open')
    );
    ${dated("intake.group_state", ["group_id"])}
    create table intake.membership (
      group_id integer not null references intake."group",
      account_id integer not null references intake.account,
      joined_at timestamptz,
      seen_from timestamptz not null,
      left_at timestamptz,
      primary key (group_id, account_id, seen_from)
    );
    create unique index on intake.membership (group_id, account_id) where left_at is null;

    create table intake.activity (
      occurred_at timestamptz not null,
      external_hash bigint not null,
      account_id integer not null,
      connection_id smallint not null,
      verb smallint not null,
      group_id integer not null,
      root_hash bigint,
      target_account_id integer not null default 0,
      is_question boolean not null default false,
      withdrawn_at timestamptz,
      -- Time first: rows arrive in order of time, and that order is worth a factor of three.
      unique (occurred_at, external_hash, account_id)
    ) partition by range (occurred_at);

    -- The months are added as they are needed, by a function, because the worker owns no table.
    create function intake.add_activity_months(first date, last date) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
    declare month date := date_trunc('month', first)::date;
    begin
      if last - first > 20000 then
        raise exception 'activity from % to % spans more than 50 years: check the dates', first, last;
      end if;
      while month <= last loop
        if to_regclass(format('intake.activity_%s', to_char(month, 'YYYY_MM'))) is null then
          perform pg_advisory_xact_lock(hashtext('intake.activity months'));
          execute format(
            'create table if not exists intake.activity_%s partition of intake.activity for values from (%L) to (%L)',
            to_char(month, 'YYYY_MM'),
            month::timestamp at time zone 'UTC',
            (month + interval '1 month')::timestamp at time zone 'UTC');
        end if;
        month := (month + interval '1 month')::date;
      end loop;
    end $$;

    -- Who started a conversation, so that a comment on an old post finds its author.
    create table intake.post (
      connection_id smallint not null,
      external_hash bigint not null,
      account_id integer not null,
      group_id integer not null,
      occurred_at timestamptz not null,
      primary key (connection_id, external_hash)
    );

    create table intake.activity_count (
      connection_id smallint not null,
      account_id integer not null default 0,
      group_id integer not null default 0,
      day date not null,
      grain text not null check (grain in ('day', 'week')),
      verb smallint not null,
      counts text not null check (counts in ('acts', 'people')),
      n numeric not null check (n >= 0),
      primary key (day, connection_id, account_id, group_id, grain, verb, counts)
    );
  `,
  down: `
    drop table intake.activity_count, intake.post, intake.activity cascade;
    drop function intake.add_activity_months(date, date);
    drop table intake.membership, intake.group_state, intake."group", intake.account_link,
      intake.account_address, intake.account, intake.connection_cursor, intake.connection_setting, records.connection;
  `,
};
