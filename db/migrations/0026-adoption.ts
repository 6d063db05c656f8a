import type { Migration } from "./migration.ts";

/** How groups live and when people take part: counted with the week, released with it, for good. */
export const adoption: Migration = {
  name: "0026-adoption",
  up: `
    -- A group over the last four weeks and the four before; it goes with the week it was counted in.
    create table counts.week_group (
      week date not null,
      group_id integer not null references intake."group",
      population integer not null,
      connection_id smallint not null references records.connection,
      privacy text not null check (privacy in ('open', 'closed', 'secret')),
      purpose text,
      name text check (name is null or privacy = 'open'),
      members integer,
      now integer not null,
      gained integer not null,
      lost integer not null,
      is_new boolean not null,
      has_past boolean not null,
      primary key (week, group_id),
      foreign key (week, population) references counts.week_population on delete cascade
    );
    -- How many people of a shift did something in an hour of the week, over four weeks.
    create table counts.week_hour (
      week date not null,
      population integer not null,
      weekday smallint not null check (weekday between 1 and 7),
      hour smallint not null check (hour between 0 and 23),
      n integer not null,
      x integer not null,
      primary key (week, population, weekday, hour),
      foreign key (week, population) references counts.week_population on delete cascade
    );

    create table figures.open_group (
      release_id integer not null references figures.release,
      place integer not null,
      network text not null,
      name text not null,
      purpose text,
      size text,
      -- Null where too few people are in it for anything to be said.
      state text check (state in ('new', 'growing', 'steady', 'fading', 'silent')),
      primary key (release_id, place)
    );
    -- Neither named nor told apart by what happens in it.
    create table figures.closed_group (
      release_id integer not null references figures.release,
      place integer not null,
      purpose text,
      size text,
      primary key (release_id, place)
    );
    -- A state of null: all of them. Secret groups have no other row anywhere.
    create table figures.group_total (
      release_id integer not null references figures.release,
      privacy text not null check (privacy in ('open', 'closed', 'secret')),
      state text check (privacy <> 'secret' or state is null),
      least integer not null,
      most integer not null check (most >= least),
      unique nulls not distinct (release_id, privacy, state)
    );
    -- The steps of so many people in each hour of the week, from Monday midnight on; null when hidden.
    create table figures.rhythm (
      release_id integer not null,
      population integer not null,
      step double precision,
      levels smallint[] check (cardinality(levels) = 168),
      primary key (release_id, population),
      foreign key (release_id, population) references figures.population,
      check ((step is null) = (levels is null))
    );
    create trigger never_changes before update or delete or truncate on figures.open_group
      for each statement execute function figures.never_changes();
    create trigger never_changes before update or delete or truncate on figures.closed_group
      for each statement execute function figures.never_changes();
    create trigger never_changes before update or delete or truncate on figures.group_total
      for each statement execute function figures.never_changes();
    create trigger never_changes before update or delete or truncate on figures.rhythm
      for each statement execute function figures.never_changes();

    grant select, insert, update, delete on counts.week_group, counts.week_hour to barometer_worker;
    grant select, insert on figures.open_group, figures.closed_group, figures.group_total, figures.rhythm
      to barometer_worker;
    grant select on figures.open_group, figures.closed_group, figures.group_total, figures.rhythm
      to barometer_web;
  `,
  down: {
    irreversible: "released figures are promised never to change; going back would delete them",
  },
};
