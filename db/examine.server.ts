import pg from "pg";

/** What a database is and allows, as its owner sees it. */
export interface Examination {
  readonly version: string;
  /** As PostgreSQL counts it: 150004 is 15.4. */
  readonly versionNumber: number;
  readonly encoding: string;
  readonly mayCreateLogins: boolean;
  readonly mayCreateSchemas: boolean;
  readonly missingLogins: readonly string[];
  readonly missingExtensions: readonly string[];
  readonly knowsTimeZone: boolean;
}

const LOGINS = ["barometer_worker", "barometer_web", "barometer_steward", "barometer_reader"];
const EXTENSIONS = ["btree_gist"];

/** Looks, and changes nothing. */
export async function examine(ownerUrl: string, timeZone: string): Promise<Examination> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "barometer doctor",
    connectionTimeoutMillis: 5000,
  });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select
         current_setting('server_version') as version,
         current_setting('server_version_num')::int as version_number,
         current_setting('server_encoding') as encoding,
         rolsuper or rolcreaterole as may_create_logins,
         has_database_privilege(current_database(), 'create') as may_create_schemas,
         array(select name from unnest($1::text[]) as wanted (name)
               where name not in (select rolname from pg_roles)) as missing_logins,
         array(select name from unnest($2::text[]) as wanted (name)
               where name not in (select name from pg_available_extensions)) as missing_extensions,
         exists (select from pg_timezone_names where name = $3) as knows_time_zone
       from pg_roles where rolname = current_user`,
      [LOGINS, EXTENSIONS, timeZone],
    );
    const [row] = rows;
    return {
      version: row.version,
      versionNumber: row.version_number,
      encoding: row.encoding,
      mayCreateLogins: row.may_create_logins,
      mayCreateSchemas: row.may_create_schemas,
      missingLogins: row.missing_logins,
      missingExtensions: row.missing_extensions,
      knowsTimeZone: row.knows_time_zone,
    };
  } finally {
    await client.end();
  }
}
