import { answering } from "./0005-answering.ts";
import { resumeWithComments, submitWithComments } from "./0016-comments/answering.ts";
import { moderating } from "./0016-comments/moderating.ts";
import type { Migration } from "./migration.ts";

/** The two doors as 0005 made them. */
const answersOnly = answering.up
  .slice(answering.up.indexOf("create function intake.submit"))
  .replaceAll("create function", "create or replace function");

/** What people write: sealed on its way in, redacted before anybody may read it, listed in groups. */
export const comments: Migration = {
  name: "0016-comments",
  up: `
    -- While a wave is open, beside the answers; a confidential respondent may still replace it.
    comment on column intake.comment.value is
      'sealed for the worker; gone, with whose it was, when the answers are put away';
    create unique index on intake.comment (wave_id, member, question_id) where member is not null;

    -- Once a wave is closed: nothing says whose it is, only in which unit it was written.
    create table intake.raw_comment (
      id uuid primary key default gen_random_uuid(),
      wave_id integer not null references records.wave,
      question_id integer not null references records.question,
      unit_id integer,
      value bytea not null
    );
    comment on column intake.raw_comment.value is 'sealed for the worker; gone once it is redacted';

    -- The one grouping under which the comments of a question are listed.
    create table intake.comment_group (
      wave_id integer not null references records.wave,
      question_id integer not null references records.question,
      number integer not null,
      release_id integer not null references figures.release,
      key text not null,
      parent_key text,
      names jsonb not null,
      path text[] not null,
      is_rest boolean not null,
      least_comments integer not null,
      grouped_at timestamptz not null,
      settled boolean not null default false,
      primary key (wave_id, question_id, number)
    );
    -- Redacted, until its group is settled: then it is released, or nobody ever sees it.
    create table intake.read_comment (
      id uuid primary key default gen_random_uuid(),
      wave_id integer not null references records.wave,
      question_id integer not null references records.question,
      unit_id integer,
      number integer,
      text text,
      reasons text[] not null default '{}',
      state text not null default 'read' check (state in ('read', 'waiting', 'clear', 'withheld')),
      foreign key (wave_id, question_id, number) references intake.comment_group,
      check ((text is null) = (state = 'withheld'))
    );
    create index on intake.read_comment (wave_id, question_id, number);

    create table figures.comment_group (
      release_id integer not null references figures.release,
      question_id integer not null references records.question,
      number integer not null,
      key text not null,
      parent_key text,
      names jsonb not null,
      path text[] not null,
      is_rest boolean not null,
      primary key (release_id, question_id, number)
    );
    -- The position was drawn by lot: nothing says who, when, or in which language.
    create table figures.comment (
      release_id integer not null,
      question_id integer not null,
      number integer not null,
      position integer not null,
      text text not null,
      primary key (release_id, question_id, number, position),
      foreign key (release_id, question_id, number) references figures.comment_group
    );
    create function figures.comments_only_expire() returns trigger
    language plpgsql set search_path = pg_catalog as $$
    begin
      if tg_op = 'DELETE' and current_setting('barometer.expiring', true) = 'on' then return null; end if;
      raise exception 'a list of comments is released once, and never changes';
    end $$;
    create trigger only_expire before update or delete or truncate on figures.comment_group
      for each statement execute function figures.comments_only_expire();
    create trigger only_expire before update or delete or truncate on figures.comment
      for each statement execute function figures.comments_only_expire();
    -- Never those of the last twelve months, whatever is asked.
    create function figures.forget_comments(before timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog set barometer.expiring = 'on' as $$
    declare gone integer;
    begin
      delete from figures.comment c using figures.release r
        where r.id = c.release_id and r.released_at < least(before, now() - interval '365 days');
      get diagnostics gone = row_count;
      delete from figures.comment_group g using figures.release r
        where r.id = g.release_id and r.released_at < least(before, now() - interval '365 days');
      return gone;
    end $$;

    -- Whoever reads what waits reads no result, and is nobody's manager.
    alter table records.viewer_role drop constraint viewer_role_role_check,
      add constraint viewer_role_role_check check (role in
        ('director', 'manager', 'analyst', 'administrator', 'auditor', 'moderator'));

    ${submitWithComments}
    ${resumeWithComments}
    ${moderating}

    revoke all on function figures.comments_only_expire(), figures.forget_comments(timestamptz) from public;
    grant execute on function figures.forget_comments(timestamptz) to barometer_worker;
    grant select, insert, update, delete on intake.raw_comment, intake.comment_group,
      intake.read_comment to barometer_worker;
    grant select, insert on figures.comment_group, figures.comment to barometer_worker;
    -- Not for the tools of analysis: what is read there has no page around it.
    grant select on figures.comment_group, figures.comment to barometer_web;
  `,
  // Going back deletes what people wrote: released lists too, which are kept for a year at most.
  down: `
    ${answersOnly}
    drop function intake.check_comment(records.question, jsonb), intake.decide_comment(text, uuid, text, text),
      intake.list_waiting_comments(text, integer), figures.forget_comments(timestamptz);
    drop table figures.comment, figures.comment_group, intake.read_comment, intake.comment_group,
      intake.raw_comment;
    drop function figures.comments_only_expire();
    drop index intake.comment_wave_id_member_question_id_idx;
    delete from records.viewer_role where role = 'moderator';
    alter table records.viewer_role drop constraint viewer_role_role_check,
      add constraint viewer_role_role_check check (role in
        ('director', 'manager', 'analyst', 'administrator', 'auditor'));
  `,
};
