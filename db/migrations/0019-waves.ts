import type { Migration } from "./migration.ts";

/** What a wave needs to be planned, to reach people and to be looked after while it is open. */
export const waves: Migration = {
  name: "0019-waves",
  up: `
    alter table records.wave
      -- A pulse is one question, asked now.
      add column kind text not null default 'wave' check (kind in ('wave', 'pulse')),
      -- Which of several answers of the same person counts; fixed when the wave opens.
      add column answer_rule text not null default 'first' check (answer_rule in ('first', 'latest'));

    -- Apart from the wave, which the web reads. Gone when it closes: no code is then found again.
    create table intake.code_salt (
      wave_id integer primary key references records.wave,
      salt bytea not null
    );
    grant select, insert, update, delete on intake.code_salt to barometer_worker;
  `,
  down: `
    drop table intake.code_salt;
    alter table records.wave drop column answer_rule, drop column kind;
  `,
};
