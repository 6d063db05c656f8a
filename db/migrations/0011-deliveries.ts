import type { Migration } from "./migration.ts";

/** What networks send by themselves, until the worker takes it; and what people said of it. */
export const deliveries: Migration = {
  name: "0011-deliveries",
  up: `
    create table intake.delivery (
      id bigint generated always as identity primary key,
      connection_id smallint not null references records.connection,
      message bytea not null,
      records bytea,
      attempts smallint not null default 0,
      received_at timestamptz not null,
      unique (connection_id, message)
    );
    comment on column intake.delivery.message is
      'hash of the message''s own id: it stays a while, so that a repetition is known';
    comment on column intake.delivery.records is
      'canonical records, encrypted like the directory; emptied once they are stored';
    create index on intake.delivery (connection_id, id) where records is not null;
    create index on intake.delivery (received_at);

    create table intake.inbound_answer (
      id bigint generated always as identity primary key,
      connection_id smallint not null references records.connection,
      answer bytea not null,
      value bytea,
      received_at timestamptz not null,
      unique (connection_id, answer)
    );
    comment on column intake.inbound_answer.value is
      'who answered what, encrypted with a key of its own; emptied by the channel that takes it';
    create index on intake.inbound_answer (connection_id, id) where value is not null;
    create index on intake.inbound_answer (received_at);

    -- By the network's own id: somebody may say STOP before anything else is known of them.
    create table intake.consent (
      connection_id smallint not null references records.connection,
      member text not null,
      given boolean not null,
      at timestamptz not null,
      primary key (connection_id, member)
    );

    -- Ids somebody had before, or has besides: what is told under them is theirs.
    create table intake.account_alias (
      connection_id smallint not null references records.connection,
      external_id text not null,
      account_id integer not null references intake.account on delete cascade,
      primary key (connection_id, external_id)
    );
    create index on intake.account_alias (account_id);

    grant select, insert, update, delete on intake.delivery, intake.inbound_answer, intake.consent,
      intake.account_alias to barometer_worker;
    grant usage on all sequences in schema intake to barometer_worker;
  `,
  down: "drop table intake.account_alias, intake.consent, intake.inbound_answer, intake.delivery;",
};
