import type { Migration } from "./migration.ts";

/** Owners of actions choose whether they are reminded, like anybody who is written to. */
export const reminding: Migration = {
  name: "0031-reminding",
  up: "alter table records.viewer_mail_choice add column actions boolean not null default true;",
  down: "alter table records.viewer_mail_choice drop column actions;",
};
