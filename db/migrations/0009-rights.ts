import type { Migration } from "./migration.ts";

/** Who may do what. Read back from the catalogue by a test, table by table, function by function. */
export const rights: Migration = {
  name: "0009-rights",
  up: `
    revoke all on all functions in schema intake, counts, figures, records from public;

    grant usage on schema intake, counts, figures, records to barometer_worker;
    grant select, insert, update, delete on all tables in schema intake, counts, records to barometer_worker;
    revoke update, delete on records.audit_entry from barometer_worker;
    revoke delete on records.policy from barometer_worker;
    grant select, insert on all tables in schema figures to barometer_worker;
    grant usage on all sequences in schema intake, counts, figures, records to barometer_worker;
    grant execute on function intake.add_activity_months(date, date), intake.invitation_hash(text),
      intake.answer_hash(text), intake.undo_import(text, integer), counts.refresh_statistics() to barometer_worker;

    grant usage on schema intake, figures, records to barometer_web;
    grant select on all tables in schema figures to barometer_web;
    grant select on records.setting, records.policy, records.connection, records.night,
      records.night_step, records.indicator, records.barometer, records.barometer_version,
      records.item, records.question, records.equivalence, records.wave, records.viewer_role,
      records.viewer_scope to barometer_web;
    grant select (id, email, name, language, demo, created_at, disabled_at)
      on records.viewer to barometer_web;
    grant select, insert, delete on records.session to barometer_web;
    grant select, insert on records.sign_in_attempt to barometer_web;
    grant insert on records.audit_entry to barometer_web;
    grant execute on function intake.submit(text, jsonb, boolean), intake.resume(text),
      records.password_of(text) to barometer_web;

    grant usage on schema intake, records to barometer_steward;
    grant select on records.connection, records.night, records.night_step, records.setting
      to barometer_steward;
    grant execute on function intake.undo_import(text, integer), intake.list_imports(text),
      intake.count_unmatched(text) to barometer_steward;

    grant usage on schema figures to barometer_reader;
    grant select on all tables in schema figures to barometer_reader;
  `,
  down: `
    revoke all on all tables in schema intake, counts, figures, records
      from barometer_worker, barometer_web, barometer_steward, barometer_reader;
    revoke all on all functions in schema intake, counts, figures, records
      from barometer_worker, barometer_web, barometer_steward, barometer_reader;
    revoke all on schema intake, counts, figures, records
      from barometer_worker, barometer_web, barometer_steward, barometer_reader;
  `,
};
