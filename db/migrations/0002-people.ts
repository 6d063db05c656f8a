import { dated, type Migration } from "./migration.ts";

/** People and the organisation, dated, so that a past week is read with that week's attributes. */
export const people: Migration = {
  name: "0002-people",
  up: `
    create table intake.site (
      id smallint generated always as identity primary key,
      key text not null unique,
      name text not null,
      country text,
      time_zone text,
      head_office boolean not null default false,
      legal_entity text,
      import_id integer references intake.import
    );

    -- A unit keeps its id whatever it is called and wherever it hangs.
    create table intake.unit (
      id integer generated always as identity primary key,
      key text not null unique
    );
    create table intake.unit_name (
      unit_id integer not null references intake.unit,
      language text not null,
      name text not null
    );
    ${dated("intake.unit_name", ["unit_id", "language"])}
    create table intake.unit_parent (
      unit_id integer not null references intake.unit,
      parent_id integer references intake.unit,
      check (parent_id is distinct from unit_id)
    );
    ${dated("intake.unit_parent", ["unit_id"])}
    create table intake.unit_succession (
      id integer generated always as identity primary key,
      from_unit_id integer not null references intake.unit,
      to_unit_id integer not null references intake.unit,
      kind text not null check (kind in ('renamed', 'merged', 'split')),
      happened_on date not null,
      import_id integer references intake.import,
      unique (from_unit_id, to_unit_id, happened_on)
    );
    -- Preorder numbers of the tree on a date: a subtree is the range first..last.
    create table intake.unit_order (
      as_of date not null,
      unit_id integer not null references intake.unit,
      parent_id integer,
      first integer not null,
      last integer not null check (last >= first),
      depth smallint not null,
      primary key (as_of, unit_id)
    );

    -- The id is dense and never reused: it is the person's position in the bit strings.
    create table intake.person (
      id integer generated always as identity primary key,
      key bytea not null unique,
      import_id integer references intake.import
    );
    comment on column intake.person.key is 'HMAC of the HR number under a key kept outside the database';

    create table intake.person_email (
      email_key bytea not null,
      person_id integer not null references intake.person
    );
    ${dated("intake.person_email", ["email_key"])}
    create index on intake.person_email (person_id);
    create table intake.employment (person_id integer not null references intake.person);
    ${dated("intake.employment", ["person_id"])}
    create table intake.person_unit (
      person_id integer not null references intake.person,
      unit_id integer not null references intake.unit
    );
    ${dated("intake.person_unit", ["person_id"])}
    create table intake.person_manager (
      person_id integer not null references intake.person,
      manager_id integer not null references intake.person,
      check (person_id <> manager_id)
    );
    ${dated("intake.person_manager", ["person_id"])}
    create table intake.person_site (
      person_id integer not null references intake.person,
      site_id smallint not null references intake.site
    );
    ${dated("intake.person_site", ["person_id"])}

    -- Segments are declared, not columns: a company adds its own.
    create table intake.segment (
      id smallint generated always as identity primary key,
      key text not null unique,
      names jsonb not null,
      sensitive boolean not null default false,
      shown boolean not null default true
    );
    create table intake.segment_option (
      id integer generated always as identity primary key,
      segment_id smallint not null references intake.segment,
      key text not null,
      names jsonb not null,
      unique (segment_id, key)
    );
    create table intake.person_segment (
      person_id integer not null references intake.person,
      segment_id smallint not null references intake.segment,
      option_id integer not null references intake.segment_option
    );
    ${dated("intake.person_segment", ["person_id", "segment_id"])}
    insert into intake.segment (key, names, shown) values
      ('work', '{"fr": "Terrain et bureau", "en": "Frontline and desk"}', true),
      ('place', '{"fr": "Lieu de travail", "en": "Place of work"}', true),
      ('shift', '{"fr": "Équipe horaire", "en": "Shift"}', true),
      ('contract', '{"fr": "Contrat", "en": "Contract"}', true),
      ('job-family', '{"fr": "Métier", "en": "Job family"}', true),
      ('country', '{"fr": "Pays", "en": "Country"}', true),
      ('language', '{"fr": "Langue", "en": "Language"}', false),
      ('time-zone', '{"fr": "Fuseau horaire", "en": "Time zone"}', false),
      ('leader', '{"fr": "Encadrement", "en": "Leadership"}', false);
    insert into intake.segment_option (segment_id, key, names)
      select id, option.key, option.names from intake.segment, (values
        ('work', 'frontline', '{"fr": "Terrain", "en": "Frontline"}'::jsonb),
        ('work', 'desk', '{"fr": "Bureau", "en": "Desk"}'),
        ('place', 'on-site', '{"fr": "Sur site", "en": "On site"}'),
        ('place', 'hybrid', '{"fr": "Hybride", "en": "Hybrid"}'),
        ('place', 'remote', '{"fr": "À distance", "en": "Remote"}'),
        ('leader', 'leader', '{"fr": "Encadrant", "en": "Leader"}'),
        ('leader', 'none', '{"fr": "Sans équipe", "en": "No team"}')
      ) as option (segment, key, names) where option.segment = segment.key;

    -- Encrypted with a key kept outside the database; erased on leaving; never joined to a figure.
    create table intake.directory (
      person_id integer not null references intake.person,
      kind text not null,
      value bytea not null,
      match_key bytea,
      recorded_at timestamptz not null default now(),
      primary key (person_id, kind)
    );
    create index on intake.directory (kind, match_key);
    -- An objector is not collected and leaves both sides of every activity figure.
    create table intake.objection (
      person_id integer not null references intake.person,
      since date not null,
      withdrawn_on date check (withdrawn_on >= since),
      primary key (person_id, since)
    );
  `,
  down: `
    drop table intake.objection, intake.directory, intake.person_segment, intake.segment_option,
      intake.segment, intake.person_site, intake.person_manager, intake.person_unit,
      intake.employment, intake.person_email, intake.person, intake.unit_order,
      intake.unit_succession, intake.unit_parent, intake.unit_name, intake.unit, intake.site;
  `,
};
