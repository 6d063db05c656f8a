import type { Migration } from "./migration.ts";

/** What moves together with an indicator, as it was released: of a hundred people at least. */
export const drivers: Migration = {
  name: "0028-drivers",
  up: `
    -- The part of each question in what they explain together, in twentieths. Where it may not be told
    -- there is no row: nothing of it is anybody's answer.
    create table figures.driver (
      release_id integer not null,
      population integer not null,
      outcome text not null,
      item text not null,
      place smallint not null,
      n integer not null check (n >= 100),
      explained double precision not null check (explained between 0 and 1),
      part double precision not null check (part between 0 and 1),
      low double precision not null,
      high double precision not null check (low <= part and part <= high),
      -- Whether the order of the parts may be read.
      ordered boolean not null,
      primary key (release_id, population, outcome, item),
      foreign key (release_id, population) references figures.population
    );
    create trigger never_changes before update or delete or truncate on figures.driver
      for each statement execute function figures.never_changes();
    grant select, insert on figures.driver to barometer_worker;
    grant select on figures.driver to barometer_web, barometer_reader;
  `,
  down: {
    irreversible: "released figures are promised never to change; going back would delete them",
  },
};
