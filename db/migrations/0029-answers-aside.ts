import type { Migration } from "./migration.ts";

/** An answer that cannot be taken is left aside, so that it cannot keep the others waiting. */
export const answersAside: Migration = {
  name: "0029-answers-aside",
  up: `
    alter table intake.inbound_answer add column attempts smallint not null default 0;
  `,
  down: "alter table intake.inbound_answer drop column attempts;",
};
