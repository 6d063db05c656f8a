import { type Login, readCredentials } from "./credentials.server.ts";
import { DATABASE, OWNER, readPlace } from "./embedded/place.server.ts";

/** The part of the settings that says where the database is. */
export interface DatabaseSettings {
  readonly home: string;
  readonly databaseUrl: string | null;
}

/**
 * The address at which a login reaches the database: the one in DATABASE_URL under that login's own
 * name and password, or the PostgreSQL in the home folder on the port it was last started on.
 */
export function loginUrl(login: Login, { home, databaseUrl }: DatabaseSettings): string {
  if (databaseUrl !== null) {
    if (login === "owner") return databaseUrl;
    const url = new URL(databaseUrl);
    url.username = `barometer_${login}`;
    url.password = readCredentials(home)[login];
    return url.href;
  }
  const place = readPlace(home);
  if (place === null) throw new Error(`No database in ${home} yet: run “npm start” first.`);
  const user = login === "owner" ? OWNER : `barometer_${login}`;
  return addressOf(user, readCredentials(home)[login], place.port);
}

function addressOf(user: string, password: string, port: number): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${DATABASE}`;
}
