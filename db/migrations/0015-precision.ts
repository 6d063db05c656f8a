import type { Migration } from "./migration.ts";

/**
 * Weeks are counted by cells (people who are in the same populations), as waves are, so that what
 * can be worked out of a release can be tried; and a figure may be a range instead of a value.
 */
export const precision: Migration = {
  name: "0015-precision",
  up: `
    create table counts.week_cell (
      week date not null,
      cell integer not null,
      populations integer[] not null,
      primary key (week, cell)
    );
    -- n is who could have, x who did, acts how often they did it, of_acts out of how many acts.
    create table counts.week_cell_count (
      week date not null,
      measure text not null,
      cell integer not null,
      n integer not null,
      x integer not null,
      acts double precision,
      of_acts double precision,
      primary key (week, measure, cell),
      foreign key (week, cell) references counts.week_cell on delete cascade
    );
    drop table counts.week_overlap;

    -- Where a value is only known to lie between two, value is their middle.
    alter table figures.figure add column least double precision, add column most double precision;
    alter table figures.figure add check ((least is null) = (most is null)
      and (least is null or (least < most and value between least and most)));
    alter table figures.figure add check (not hidden or least is null);

    grant select, insert, update, delete on counts.week_cell, counts.week_cell_count to barometer_worker;
  `,
  down: {
    irreversible: "released figures may be ranges, which the tables before this cannot hold",
  },
};
