import type { Migration } from "./migration.ts";

/** The messages to be sent, each once; and who said that they want none. */
export const sending: Migration = {
  name: "0020-sending",
  up: `
    create table intake.dispatch (
      -- Goes out with the message, where a bounce brings it back; it says nothing of anybody.
      token uuid primary key default gen_random_uuid(),
      wave_id integer not null references records.wave,
      person_id integer references intake.person,
      viewer_id integer references records.viewer,
      purpose text not null check (purpose in ('invite', 'remind', 'thank', 'test', 'results')),
      number smallint not null default 1 check (number >= 1),
      -- The language a test is in; everybody else is written to in their own.
      language text,
      -- Null until it is known which one reaches them.
      channel text,
      -- Ways that turned out not to reach them.
      tried text[] not null default '{}',
      due_at timestamptz not null,
      state text not null default 'waiting'
        check (state in ('waiting', 'sending', 'sent', 'unreachable', 'unsure')),
      attempts smallint not null default 0,
      claimed_at timestamptz,
      sent_at timestamptz,
      vendor_id text,
      why text,
      check ((person_id is null) <> (viewer_id is null)),
      unique (wave_id, person_id, purpose, number),
      unique (wave_id, viewer_id, purpose, number)
    );
    comment on column intake.dispatch.state is
      'unsure: whoever was sending it ended before it was known to be sent; it is not sent again';
    create index on intake.dispatch (channel, due_at) where state = 'waiting';
    create index on intake.dispatch (claimed_at) where state = 'sending';
    create index on intake.dispatch (vendor_id) where vendor_id is not null;
    create index on intake.dispatch (person_id);

    -- Of the channels that are no network: a network tells of those it hears STOP from.
    create table intake.stop (
      person_id integer not null references intake.person,
      channel text not null,
      at timestamptz not null,
      primary key (person_id, channel)
    );
    grant select, insert, update, delete on intake.dispatch, intake.stop to barometer_worker;
  `,
  down: "drop table intake.stop, intake.dispatch;",
};
