import type { Migration } from "./migration.ts";

/** Why two questions ask the same is read beside the trend, in the reader's language. */
export const reasons: Migration = {
  name: "0036-reasons",
  up: `
    alter table records.equivalence
      alter column reason type jsonb using jsonb_build_object('fr', reason, 'en', reason);
    comment on column records.equivalence.reason is '{"fr": "…", "en": "…"}';
  `,
  down: `
    alter table records.equivalence alter column reason type text using reason ->> 'fr';
  `,
};
