import type { Migration } from "./migration.ts";

/** Which published figures may be laid beside a line of one's own; the others are only listed. */
export const drawnReferences: Migration = {
  name: "0033-drawn-references",
  up: `
    alter table records.reference_figure add column drawn boolean not null default false;
    update records.reference_figure set drawn = true
      where (reference, code) in (('frontline-2021', 'connected'), ('civil-service-2024', 'B41'),
        ('civil-service-2024', 'B44'), ('civil-service-2024', 'B48'));
  `,
  down: "alter table records.reference_figure drop column drawn;",
};
