import type { Migration } from "./migration.ts";

/** A released wave told once more by the units of a later day: a further cut of the same people. */
export const reorganised: Migration = {
  name: "0030-reorganised",
  up: `
    alter table figures.release add column as_of date,
      add constraint release_as_of_check check (as_of is null or kind = 'wave');
    comment on column figures.release.as_of is
      'the organisation its units are those of; null: as it was when the wave was opened';
    drop index figures.release_wave_id_idx;
    create unique index release_wave_id_idx on figures.release (wave_id, as_of) nulls not distinct
      where kind = 'wave' and supersedes is null;

    -- Which cells of the wave's frame its populations are made of: whatever comes later is judged
    -- together with them.
    create table counts.reorganised_population (
      release_id integer not null,
      population integer not null,
      cells integer[] not null,
      primary key (release_id, population),
      foreign key (release_id, population) references figures.population
    );
    grant select, insert on counts.reorganised_population to barometer_worker;
  `,
  down: {
    irreversible: "released figures are promised never to change; going back would delete them",
  },
};
