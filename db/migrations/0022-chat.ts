import type { Migration } from "./migration.ts";

/** What was asked of whom inside a network, so that an answer is known by what comes back with it. */
export const chat: Migration = {
  name: "0022-chat",
  up: `
    create table intake.chat_ask (
      token_hash bytea primary key,
      wave_id integer not null references records.wave,
      -- Gone when the wave closes: what comes later is only known to be late.
      person_id integer references intake.person on delete cascade,
      position smallint not null check (position >= 1),
      unique (wave_id, person_id, position)
    );
    comment on table intake.chat_ask is
      'of confidential waves only; no account, no time: whose chat it was is not in it';
    create index on intake.chat_ask (person_id);
    grant select, insert, update, delete on intake.chat_ask to barometer_worker;
  `,
  down: "drop table intake.chat_ask;",
};
