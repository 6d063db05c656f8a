import type { Migration } from "./migration.ts";

/** What networks declare, and what makes an account recognisable to whoever has to match it. */
export const moreNetworks: Migration = {
  name: "0010-more-networks",
  up: `
    -- What this version can read, as its connectors declare it; written by migrate.
    create table records.network (
      network text primary key,
      title text not null,
      position smallint not null,
      declaration jsonb not null
    );
    comment on column records.network.declaration is
      'the ways of reading it (live, files, webhook), each with what it supplies, how far back and how late';

    alter table intake.account
      add column deactivated_at timestamptz,
      add column telephone_key bytea,
      add column label bytea;
    comment on column intake.account.deactivated_at is 'since when, as the network says or as a night saw it first';
    comment on column intake.account.label is
      'the address it was seen under, encrypted like the directory; emptied once it belongs to somebody';
    create index on intake.account (telephone_key) where telephone_key is not null;

    -- A telephone is evidence like an address; its own kind, so that it can be told apart.
    alter table intake.account_link drop constraint account_link_matched_by_check,
      add constraint account_link_matched_by_check
        check (matched_by in ('email', 'number', 'telephone', 'hand'));

    grant select, insert, update, delete on records.network to barometer_worker;
    grant select on records.network to barometer_web, barometer_steward;
  `,
  down: `
    delete from intake.account_link where matched_by = 'telephone';
    alter table intake.account_link drop constraint account_link_matched_by_check,
      add constraint account_link_matched_by_check check (matched_by in ('email', 'number', 'hand'));
    alter table intake.account drop column deactivated_at, drop column telephone_key, drop column label;
    drop table records.network;
  `,
};
