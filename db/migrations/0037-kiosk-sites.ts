import type { Migration } from "./migration.ts";

/** What a shared device says of where it stands: the name of a site, as it is written on its door. */
export const kioskSites: Migration = {
  name: "0037-kiosk-sites",
  up: `
    create view records.kiosk_site with (security_barrier) as
      select key, name, country from intake.site;
    grant select on records.kiosk_site to barometer_web;
  `,
  down: "drop view records.kiosk_site;",
};
