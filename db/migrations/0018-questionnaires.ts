import type { Migration } from "./migration.ts";

/** Whole questionnaires: sections, what can be chosen, who is asked, and what the words are worth. */
export const questionnaires: Migration = {
  name: "0018-questionnaires",
  up: `
    alter table records.barometer_version add column purpose jsonb, add column licence text;
    create table records.section (
      version_id integer not null references records.barometer_version,
      position smallint not null check (position > 0),
      key text not null,
      names jsonb not null,
      primary key (version_id, key),
      unique (version_id, position)
    );
    alter table records.question
      add column section text,
      add column scale jsonb check (jsonb_typeof(scale) = 'array'),
      add column options jsonb check (jsonb_typeof(options) = 'array'),
      add column shown_if jsonb check (jsonb_typeof(shown_if) = 'array'),
      add column comparable_to text,
      add constraint question_in_section foreign key (version_id, section) references records.section,
      -- A choice of several is stored as one exact number.
      add constraint options_fit_a_number check (options is null
        or jsonb_array_length(options) <= case kind when 'rank' then 10 else 30 end);
    comment on column records.question.options is
      '[{"value": 1, "words": {"fr": "…", "en": "…"}}]; a value never changes its meaning';
    comment on column records.question.shown_if is
      '[{"item": "…", "is": [1, 2]}]: asked only of those who answered earlier questions so';

    insert into records.indicator (key, names, position) values
      ('manager', '{"fr": "Responsable direct", "en": "Line manager"}', 4),
      ('belonging', '{"fr": "Appartenance", "en": "Belonging"}', 5),
      ('safety', '{"fr": "Sécurité psychologique", "en": "Psychological safety"}', 6),
      ('conditions', '{"fr": "Outils et conditions de travail", "en": "Tools and working conditions"}', 7),
      ('action', '{"fr": "Suites données", "en": "Action after the survey"}', 8);

    grant select, insert, update, delete on records.section to barometer_worker;
    grant select on records.section to barometer_web;
  `,
  down: `
    update records.item set indicator_key = null
      where indicator_key in ('manager', 'belonging', 'safety', 'conditions', 'action');
    delete from records.indicator
      where key in ('manager', 'belonging', 'safety', 'conditions', 'action');
    alter table records.question drop column section, drop column scale, drop column options,
      drop column shown_if, drop column comparable_to;
    drop table records.section;
    alter table records.barometer_version drop column purpose, drop column licence;
  `,
};
