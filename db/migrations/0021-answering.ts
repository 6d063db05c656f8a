import { answering as firstDoors } from "./0005-answering.ts";
import { resumeWithComments, submitWithComments } from "./0016-comments/answering.ts";
import { checkingChoices, resumeWhole, submitMerging } from "./0021-answering/answering.ts";
import type { Migration } from "./migration.ts";

/** The check of an answer as 0005 made it, and the doors as 0016 did. */
const before =
  firstDoors.up
    .slice(
      firstDoors.up.indexOf("create function intake.check_answer"),
      firstDoors.up.indexOf("-- answers:"),
    )
    .replace("create function", "create or replace function") +
  submitWithComments.slice(submitWithComments.indexOf("create or replace function intake.submit")) +
  resumeWithComments;

/** Answers that come a few at a time, choices and orders, questions not put to everybody. */
export const answeringInParts: Migration = {
  name: "0021-answering",
  up: `
    ${checkingChoices}
    ${submitMerging}
    ${resumeWhole}

    -- The cell says which wave, and the wave's row is spared a lock for every answer.
    alter table intake.response drop constraint response_wave_id_fkey;

    -- Nothing of an anonymous answer stays in the pages of the box once it has moved on: deleted rows
    -- lie there until they are swept up, beside the mark that came with them.
    create function intake.wipe_answer_box() returns boolean
    language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s' as $$
    begin
      lock table intake.answer_box, intake.answer_mark in access exclusive mode;
      if exists (select from intake.answer_box) or exists (select from intake.answer_mark) then
        return false;
      end if;
      truncate intake.answer_box, intake.answer_mark;
      return true;
    exception when lock_not_available then return false;
    end $$;
    revoke all on function intake.wipe_answer_box() from public;
    -- An answer that came by a network is handed in by the worker.
    grant execute on function intake.wipe_answer_box(), intake.submit(text, jsonb, boolean),
      intake.resume(text) to barometer_worker;
  `,
  down: `
    revoke execute on function intake.submit(text, jsonb, boolean), intake.resume(text)
      from barometer_worker;
    drop function intake.wipe_answer_box();
    ${before}
    alter table intake.response add constraint response_wave_id_fkey
      foreign key (wave_id) references records.wave;
    drop function intake.is_not_asked(records.question, double precision[]),
      intake.fits_options(records.question, double precision);
  `,
};
