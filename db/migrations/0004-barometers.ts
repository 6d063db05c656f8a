import type { Migration } from "./migration.ts";

/** Barometers, waves and answers. What people answered is reached through two functions only. */
export const barometers: Migration = {
  name: "0004-barometers",
  up: `
    create table records.indicator (
      key text primary key,
      names jsonb not null,
      position smallint not null
    );
    insert into records.indicator (key, names, position) values
      ('connection', '{"fr": "Connexion du terrain", "en": "Frontline connection"}', 1),
      ('trust', '{"fr": "Confiance dans la direction", "en": "Trust in leadership"}', 2),
      ('engagement', '{"fr": "Engagement", "en": "Engagement"}', 3);

    create table records.barometer (
      id integer generated always as identity primary key,
      key text not null unique,
      names jsonb not null
    );
    create table records.barometer_version (
      id integer generated always as identity primary key,
      barometer_id integer not null references records.barometer,
      version smallint not null,
      languages text[] not null,
      unique (barometer_id, version)
    );
    -- The thing that is asked, whatever the words it is asked in.
    create table records.item (
      id integer generated always as identity primary key,
      key text not null unique,
      indicator_key text references records.indicator
    );
    create table records.question (
      id integer generated always as identity primary key,
      version_id integer not null references records.barometer_version,
      item_id integer not null references records.item,
      position smallint not null check (position > 0),
      kind text not null
        check (kind in ('agreement', 'likelihood', 'single', 'multiple', 'rank', 'text', 'number')),
      low double precision,
      high double precision,
      reversed boolean not null default false,
      sensitive boolean not null default false,
      wordings jsonb not null,
      unique (version_id, position)
    );
    create table records.equivalence (
      from_question_id integer not null references records.question,
      to_question_id integer not null references records.question,
      reason text not null,
      declared_on date not null,
      primary key (from_question_id, to_question_id)
    );

    create table records.wave (
      id integer generated always as identity primary key,
      key text not null unique,
      version_id integer not null references records.barometer_version,
      names jsonb not null,
      mode text not null check (mode in ('confidential', 'anonymous')),
      state text not null default 'draft'
        check (state in ('draft', 'scheduled', 'open', 'closed', 'released')),
      origin text not null default 'asked' check (origin in ('asked', 'imported')),
      opens_at timestamptz,
      closes_at timestamptz,
      opened_at timestamptz,
      closed_at timestamptz,
      thresholds jsonb,
      consultation_on date,
      late integer not null default 0
    );

    -- The frame: who was invited, frozen at opening with their attributes and the organisation.
    create table intake.frame_unit (
      wave_id integer not null references records.wave,
      unit_id integer not null,
      parent_id integer,
      key text not null,
      names jsonb not null,
      first integer not null,
      last integer not null,
      depth smallint not null,
      primary key (wave_id, unit_id)
    );
    -- A cell is one combination of unit, site and segment options; counting never goes finer.
    create table intake.frame_cell (
      wave_id integer not null references records.wave,
      cell integer not null,
      unit_id integer,
      site_id smallint,
      options integer[] not null default '{}',
      invited integer,
      primary key (wave_id, cell)
    );
    -- Nothing here says who: a member is a pseudonym under a key kept outside the database, and
    -- the hash of the code is not the one the invitation holds. Anonymous waves hold no member.
    create table intake.frame_code (
      answer_hash bytea primary key,
      wave_id integer not null references records.wave,
      cell integer not null,
      member bytea,
      foreign key (wave_id, cell) references intake.frame_cell
    );
    create unique index on intake.frame_code (wave_id, member);
    create table intake.invitation (
      invitation_hash bytea primary key,
      wave_id integer not null references records.wave,
      person_id integer not null references intake.person,
      channel text not null,
      state text not null default 'invited'
        check (state in ('invited', 'sent', 'bounced', 'answered', 'left')),
      unique (wave_id, person_id)
    );

    create table intake.response (
      id uuid primary key default gen_random_uuid(),
      wave_id integer not null references records.wave,
      cell integer not null,
      member bytea,
      -- Only a confidential answer, because it replaces itself, needs to know it is not finished.
      complete boolean not null default true,
      dropped boolean not null default false,
      -- One place a question, in the order of the questionnaire.
      answers double precision[] not null,
      states smallint[] not null,
      import_id integer references intake.import,
      external_hash bigint,
      unique (wave_id, member),
      unique (wave_id, external_hash),
      foreign key (wave_id, cell) references intake.frame_cell
    );
    comment on column intake.response.states is '1 answered, 2 declined, 3 not shown';
    create table intake.comment (
      wave_id integer not null references records.wave,
      question_id integer not null references records.question,
      cell integer not null,
      member bytea,
      value bytea not null
    );
    comment on column intake.comment.value is 'encrypted with a key kept outside the database';

    -- Anonymous answers wait here and move in shuffled batches; who has answered moves apart.
    create table intake.answer_box (
      wave_id integer not null references records.wave,
      cell integer not null,
      answers double precision[] not null,
      states smallint[] not null
    );
    create table intake.answer_mark (
      invitation_hash bytea primary key references intake.invitation
    );
  `,
  down: `
    drop table intake.answer_mark, intake.answer_box, intake.comment, intake.response,
      intake.invitation, intake.frame_code, intake.frame_cell, intake.frame_unit, records.wave,
      records.equivalence, records.question, records.item, records.barometer_version,
      records.barometer, records.indicator;
  `,
};
