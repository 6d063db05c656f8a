/** One step in the life of the database: written once, frozen, only ever followed by others. */
export interface Migration {
  readonly name: string;
  /** Plain SQL, run in one transaction. */
  readonly up: string;
  /** How to go back; or why nobody can. */
  readonly down: string | { readonly irreversible: string };
}

/**
 * The columns of a dated row: true over `valid`, known since `recorded_at`, brought by one import.
 * A row is never changed: an import that knows better retires it, so that undoing the import
 * brings it back. Rows that are not retired never overlap for the same `keys`.
 */
export function dated(table: string, keys: readonly string[]): string {
  const constraint = table.replace(".", "_").replaceAll('"', "");
  return `
    alter table ${table}
      add column valid daterange not null check (not isempty(valid)),
      add column recorded_at timestamptz not null default now(),
      add column import_id integer not null references intake.import,
      add column retired_by integer references intake.import,
      add constraint ${constraint}_never_overlaps exclude using gist
        (${keys.map((key) => `${key} with =`).join(", ")}, valid with &&) where (retired_by is null);
    create index on ${table} (import_id);
    create index on ${table} (retired_by) where retired_by is not null;
  `;
}
