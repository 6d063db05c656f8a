import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { ask, told } from "./asking.ts";
import type { BuiltSite } from "./built-site.ts";
import { doors, written } from "./doors.ts";
import type { TwinCompany } from "./twin-company.ts";

/** What everybody can look at, and with which cookie. */
export interface Looked {
  readonly site: BuiltSite;
  readonly company: TwinCompany;
  readonly cookies: ReadonlyMap<string, string | null>;
}

/** Every table the login of the pages may read, with a print of its rows in an order of their own. */
export async function readable(db: Db): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and n.nspname in ('intake', 'counts', 'figures', 'records', 'public')
      and has_any_column_privilege('barometer_web', c.oid, 'SELECT') order by 1`.execute(db);
  const prints = new Map<string, string>();
  for (const { name } of tables) {
    const drawn = name.startsWith("figures.") ? sql`'{release_id,id,supersedes}'` : sql`'{}'`;
    const { rows } = await sql<{ print: string | null }>`
      select md5(string_agg(line, E'\n' order by line)) as print
      from (select (to_jsonb(t) - ${drawn}::text[])::text as line from ${sql.raw(name)} t) as lines`.execute(
      db,
    );
    prints.set(name, rows[0]?.print ?? "");
  }
  return prints;
}

/**
 * Every address for everybody, and with what can be asked in it for who sees all and who sees a
 * part: a page holds all that its scripts are sent, so the second way is not asked for twice.
 */
export async function everyPage({
  site,
  cookies,
  company,
}: Looked): Promise<ReadonlyMap<string, string>> {
  const keys = ["company", ...Object.keys(company.teams).map((key) => `unit:${key}`)];
  const chosen = [...keys.slice(0, 5), "unit:docks", "site:mills-site", "segment:work:frontline"];
  const searches: Readonly<Record<string, readonly string[]>> = {
    "/": [
      ...chosen.map((key) => `?population=${key}`),
      "?by=site&measure=trust&compare=none",
      "?lang=fr",
    ],
    "/adoption": chosen.map((key) => `?population=${key}&weeks=all`),
    "/teams": ["?among=unit:mills", "?among=site&first=trust&second=question:stay"],
    "/exports.csv": ["?content=waves&separators=comma", "?content=weeks", "?cut=site"],
  };
  const prints = new Map<string, string>();
  const look = async (who: string, place: string) => {
    const answer = await ask(site.address + place, { cookie: cookies.get(who) ?? null });
    prints.set(`${who} ${place}`, createHash("sha256").update(told(answer)).digest("hex"));
  };
  for (const { address, path } of doors) {
    // A report takes seconds to write and is made of the pages: whoever sees all, and who sees least.
    const readers = path === "/report.pdf" ? ["director", "smallManager"] : cookies.keys();
    for (const who of readers) await look(who, address);
    if (path !== "/report.pdf") await look("director", written(address, "scripts"));
    for (const search of searches[path] ?? []) {
      await look("director", written(address, "document", search));
      await look("manager", written(address, "scripts", search));
    }
  }
  return prints;
}

/** What is other in the one than in the other: the names of tables, or who asked for what. */
export function differences(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (key) => one.get(key) !== other.get(key),
  );
}
