import type { Migration } from "./migration.ts";

/** Why a network could not be read, as a word: the page says it in the reader's language. */
export const troubles: Migration = {
  name: "0014-troubles",
  up: `
    alter table records.night_step add column trouble text, add column trouble_status smallint;
    comment on column records.night_step.trouble is 'a word of jobs/connectors/http/network-error.ts';
  `,
  down: "alter table records.night_step drop column trouble, drop column trouble_status;",
};
