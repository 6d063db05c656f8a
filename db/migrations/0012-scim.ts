import type { Migration } from "./migration.ts";

/** People and groups an identity provider pushes, until the night takes them into `intake.person`. */
export const scim: Migration = {
  name: "0012-scim",
  up: `
    create table intake.scim_token (
      id smallint generated always as identity primary key,
      label text not null,
      hash bytea not null unique,
      number text not null check (number in ('employeeNumber', 'externalId', 'userName')),
      unit text[] not null,
      groups text not null check (groups in ('none', 'units')),
      created_at timestamptz not null,
      used_on date,
      revoked_at timestamptz
    );
    comment on column intake.scim_token.number is 'where whoever pushes writes the HR number';

    create table intake.scim_user (
      id uuid primary key,
      position bigint generated always as identity unique,
      token_id smallint not null references intake.scim_token,
      user_name_key bytea unique,
      external_key bytea,
      email_keys bytea[] not null default '{}',
      number_key bytea,
      resource bytea not null,
      active boolean not null,
      left_on date,
      told text[] not null default '{}',
      version integer not null default 1,
      taken_version integer not null default 0,
      created_at timestamptz not null,
      modified_at timestamptz not null
    );
    comment on column intake.scim_user.user_name_key is 'null for one that was deleted and is still to be taken';
    comment on column intake.scim_user.resource is 'what is kept of it, encrypted like the directory';
    comment on column intake.scim_user.told is 'what was ever said of them: what is empty now was emptied';
    create index on intake.scim_user (external_key) where external_key is not null;
    create index on intake.scim_user (number_key) where number_key is not null;
    create index on intake.scim_user using gin (email_keys);
    create index on intake.scim_user (position) where version <> taken_version;

    create table intake.scim_group (
      id uuid primary key,
      position bigint generated always as identity unique,
      name_key bytea not null,
      external_key bytea,
      resource bytea not null,
      version integer not null default 1,
      created_at timestamptz not null,
      modified_at timestamptz not null
    );
    create index on intake.scim_group (name_key);
    create index on intake.scim_group (external_key) where external_key is not null;
    create table intake.scim_group_member (
      group_id uuid not null references intake.scim_group on delete cascade,
      member_id uuid not null,
      is_group boolean not null,
      primary key (group_id, member_id)
    );
    create index on intake.scim_group_member (member_id);

    grant select, insert, update, delete on intake.scim_token, intake.scim_user, intake.scim_group,
      intake.scim_group_member to barometer_worker;
    grant usage on all sequences in schema intake to barometer_worker;
  `,
  down: "drop table intake.scim_group_member, intake.scim_group, intake.scim_user, intake.scim_token;",
};
