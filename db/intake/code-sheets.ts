import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** A wave whose codes can be printed. */
export interface PrintableWave {
  readonly id: number;
  readonly key: string;
  readonly mode: string;
  readonly closesAt: Date | null;
  readonly names: Readonly<Record<string, string>>;
  readonly barometer: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly versionId: number;
}

/** The open waves, the youngest first. */
export async function openWaves(db: Db): Promise<readonly PrintableWave[]> {
  const { rows } = await sql<PrintableWave>`
    select w.id, w.key, w.mode, w.closes_at, w.names, b.names as barometer, v.languages, w.version_id
    from records.wave w
    join records.barometer_version v on v.id = w.version_id
    join records.barometer b on b.id = v.barometer_id
    where w.state = 'open' order by w.opened_at desc, w.id desc`.execute(db);
  return rows;
}

/** A site by its key or its name. Null when there is no such site. */
export async function findSite(
  db: Db,
  named: string,
): Promise<{ readonly id: number; readonly key: string; readonly name: string } | null> {
  const found = await db
    .selectFrom("intake.site")
    .where((eb) => eb.or([eb("key", "=", named), eb("name", "=", named)]))
    .orderBy("id")
    .select(["id", "key", "name"])
    .executeTakeFirst();
  return found ?? null;
}

export async function listSites(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom("intake.site").select("key").orderBy("key").execute();
  return rows.map(({ key }) => key);
}

/** Somebody a slip is printed for, and the unit whose slips it lies among. */
export interface SlipReader {
  readonly personId: number;
  readonly unit: string | null;
}

/**
 * The invited people of a site on a day: those nothing else reaches, or everybody. Whether they have
 * answered makes no difference: a sheet printed again is the same sheet.
 */
export async function slipReaders(
  db: Db,
  {
    waveId,
    siteId,
    day,
    language,
    everybody,
  }: {
    readonly waveId: number;
    readonly siteId: number;
    readonly day: string;
    readonly language: string;
    readonly everybody: boolean;
  },
): Promise<readonly SlipReader[]> {
  const { rows } = await sql<SlipReader>`
    select i.person_id, coalesce(u.names ->> ${language}, u.names ->> 'fr') as unit
    from intake.invitation i
    join intake.person_site s on s.person_id = i.person_id and s.site_id = ${siteId}
      and s.retired_by is null and s.valid @> ${day}::date
    left join intake.person_unit p on p.person_id = i.person_id and p.retired_by is null
      and p.valid @> ${day}::date
    left join intake.frame_unit u on u.wave_id = i.wave_id and u.unit_id = p.unit_id
    where i.wave_id = ${waveId} and i.state <> 'left' and (${everybody} or i.channel = 'code')
    order by i.invitation_hash`.execute(db);
  return rows;
}

/** The invitations of these people are on paper now. */
export async function markPrinted(
  db: Db,
  {
    waveId,
    personIds,
    now,
  }: { readonly waveId: number; readonly personIds: readonly number[]; readonly now: Date },
): Promise<void> {
  await db
    .updateTable("intake.dispatch")
    .set({ state: "sent", sentAt: now })
    .where("waveId", "=", waveId)
    .where("purpose", "=", "invite")
    .where("channel", "=", "code")
    .where("state", "=", "waiting")
    .where("personId", "in", [...personIds])
    .execute();
}
