import type { Migration } from "./migration.ts";

/** Who exchanged with whom, and whom posts reached, week by week; and the posts whose reach is said. */
export const connection: Migration = {
  name: "0025-connection",
  up: `
    -- \`with:unit:<key>\`: exchanged with somebody of that unit, being of another.
    alter table counts.week_bits drop constraint week_bits_family_check,
      add constraint week_bits_family_check
        check (family in ('took-part', 'active', 'employed', 'adopted', 'across-sites',
          'across-units', 'reached') or family like 'with:unit:%');

    -- The announcements whose four weeks end with a week. No title, no text, no author.
    create table counts.week_announcement (
      week date not null,
      number smallint not null check (number > 0),
      posted_on date not null,
      network text not null,
      group_name text,
      primary key (week, number)
    );
    create table figures.announcement (
      release_id integer not null references figures.release,
      number smallint not null check (number > 0),
      posted_on date not null,
      network text not null,
      group_name text,
      primary key (release_id, number)
    );
    create trigger never_changes before update or delete or truncate on figures.announcement
      for each statement execute function figures.never_changes();
    grant select, insert, update, delete on counts.week_announcement to barometer_worker;
    grant select, insert on figures.announcement to barometer_worker;
    grant select on figures.announcement to barometer_web;
  `,
  down: `
    drop table figures.announcement, counts.week_announcement;
    delete from counts.week_bits
      where family in ('across-sites', 'across-units', 'reached') or family like 'with:unit:%';
    alter table counts.week_bits drop constraint week_bits_family_check,
      add constraint week_bits_family_check
        check (family in ('took-part', 'active', 'employed', 'adopted'));
  `,
};
