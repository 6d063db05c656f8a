import { sql } from "kysely";
import { verbs } from "#app/model/canonical.ts";
import type { Db } from "#db/client.server.ts";
import { defineBarometer, defineWave } from "#db/records/define-barometer.ts";
import { makeCompany, type Team } from "./make-company.ts";

/** How a team answered a wave: the first so many did, and the first so many of those agreed. */
type Answered = readonly [answered: number, favourable: number];

interface HostileTeam extends Team {
  readonly site: string;
  readonly waves: readonly [Answered, Answered];
  /** How many post each week: the same people, every week. */
  readonly post: number;
}

const none: Answered = [0, 0];
const unit = (site: string): HostileTeam => ({ people: 0, site, waves: [none, none], post: 0 });

/**
 * Everything a gate can trip over, in a company of few units: a team of one and teams of three and
 * four; two hidden sisters at one site; teams of one mind, for and against, and with one dissenter;
 * a site that is exactly a unit, and a segment that is exactly a team; a team nobody answered in
 * beside one with a single answer; a team of six in which one person posts.
 */
export const teams: Readonly<Record<string, HostileTeam>> = {
  north: unit("lille"),
  "north-a": team("north", "lille", 26, [24, 13], [23, 15], 12),
  "north-b": team("north", "lille", 3, [3, 2], [3, 1], 2),
  "north-c": team("north", "lille", 7, [7, 7], [7, 6], 7),
  "north-d": team("north", "lille", 24, [23, 9], [22, 9], 10),
  south: unit("marseille"),
  "south-a": team("south", "marseille", 25, [22, 11], [21, 12], 11),
  "south-b": team("south", "marseille", 4, [4, 3], [4, 2], 2),
  "south-c": team("south", "marseille", 4, [3, 1], [4, 4], 1),
  east: unit("nancy"),
  "east-a": team("east", "nancy", 1, [1, 1], [1, 0], 1),
  "east-b": team("east", "nancy", 22, [20, 8], [20, 9], 9),
  "east-c": team("east", "nancy", 6, [6, 1], [6, 0], 1),
  office: { ...team("", "paris", 14, [12, 6], [13, 7], 6), work: "desk" },
  empty: team("", "paris", 5, none, none, 0),
  quiet: team("", "paris", 5, [1, 1], [1, 0], 1),
};

function team(
  within: string,
  site: string,
  people: number,
  first: Answered,
  second: Answered,
  post: number,
): HostileTeam {
  return { people, site, waves: [first, second], post, ...(within === "" ? {} : { within }) };
}

/** Somebody of the company, with everything an attacker could know of them from a list of staff. */
export interface Person {
  readonly id: number;
  readonly team: string;
  /** Place in the team, from 1. */
  readonly place: number;
  /** Keys of every population they are in. */
  readonly populations: readonly string[];
}

export const people: readonly Person[] = Object.entries(teams)
  .flatMap(([key, one]) =>
    Array.from({ length: one.people }, (_, index) => ({
      team: key,
      place: index + 1,
      populations: [
        ...["company", "unit:top", `unit:${key}`, ...(one.within ? [`unit:${one.within}`] : [])],
        `site:${one.site}`,
        `segment:work:${one.work ?? "frontline"}`,
      ],
    })),
  )
  .map((person, index) => ({ ...person, id: index + 1 }));

export const populationKeys = [...new Set(people.flatMap(({ populations }) => populations))];

export const waveKeys = ["2026-03", "2026-06"] as const;
export type WaveKey = (typeof waveKeys)[number];

/** Mondays of the weeks with activity. */
export const weekKeys = ["18", "25"]
  .map((day) => `2026-05-${day}`)
  .concat(["01", "08", "15", "22"].map((day) => `2026-06-${day}`));

/** The questions in their order. */
export const questions = [
  { item: "transparent", indicator: "trust", kind: "agreement", low: 1, high: 5 },
  { item: "informed", indicator: "connection", kind: "agreement", low: 1, high: 5 },
  { item: "heard", indicator: "connection", kind: "agreement", low: 1, high: 5 },
  { item: "harassed", indicator: null, kind: "agreement", low: 1, high: 5, sensitive: true },
  { item: "stay", indicator: null, kind: "number", low: 0, high: 10 },
] as const;

/** What a person answered in a wave, question by question; null when they did not answer. */
export function answersOf(person: Person, wave: WaveKey): readonly number[] | null {
  const told = teams[person.team]?.waves[waveKeys.indexOf(wave)] ?? none;
  const [answered, favourable] = told;
  if (person.place > answered) return null;
  const agrees = person.place <= favourable;
  const [yes, no] = [person.place % 3 === 0 ? 4 : 5, person.place % 2 === 0 ? 2 : 3];
  const isHeard = (person.place + person.id) % 3 !== 0;
  const stays = (person.place * 7 + (agrees ? 3 : 0)) % 11;
  return [agrees ? yes : no, agrees ? 4 : 1, isHeard ? yes : no, agrees ? 1 : 5, stays];
}

/** Whether a person posted (in every week alike). */
export function posts({ team: key, place }: Person): boolean {
  return place <= (teams[key]?.post ?? 0);
}

/** Puts the company, its questionnaire, its network and what was posted on it into a database. */
export async function makeHostileCompany(owner: Db): Promise<void> {
  await makeAskedCompany(owner, teams);
  await makePosts(
    owner,
    people.filter(posts).map(({ id }) => id),
  );
}

/** A company with two waves to be asked and a network on which nobody has done anything yet. */
export async function makeAskedCompany(
  owner: Db,
  made: Readonly<Record<string, Team>>,
): Promise<void> {
  await makeCompany(owner, { ...made });
  await defineBarometer(owner, {
    key: "pulse",
    names: { fr: "Pouls", en: "Pulse" },
    questions: questions.map((one) => ({
      ...one,
      wordings: { fr: `Question ${one.item}`, en: `Question ${one.item}` },
    })),
  });
  for (const key of waveKeys) {
    const names = { fr: `Vague ${key}`, en: `Wave ${key}` };
    await defineWave(owner, { key, barometer: "pulse", names, mode: "confidential" });
  }
  await sql`
    insert into records.connection (key, network, title, supplies, covered_to)
    values ('chat', 'mattermost', 'Chat', '{post,comment,react}', '2026-06-30T00:00:00+02')`.execute(
    owner,
  );
  await sql`
    insert into intake.account (connection_id, external_id)
    select 1, id::text from intake.person order by id`.execute(owner);
  await sql`
    insert into intake.account_link (account_id, person_id, matched_by, valid, import_id)
    select id, id, 'number', daterange('2025-01-01', null), 1 from intake.account`.execute(owner);
  await sql`select intake.add_activity_months('2026-05-01', '2026-07-01')`.execute(owner);
}

/** One post a week by each of these, in a group. */
export async function makePosts(
  owner: Db,
  ids: readonly number[],
  weeks: readonly string[] = weekKeys,
): Promise<void> {
  await sql`
    insert into intake.activity
      (occurred_at, external_hash, account_id, connection_id, verb, group_id, target_account_id)
    select (week || ' 09:00Z')::timestamptz + interval '1 day', hashtextextended(week, person), person, 1,
      ${verbs.indexOf("post") + 1}, 1, 0
    from unnest(${ids}::integer[]) person, unnest(${weeks}::text[]) week`.execute(owner);
}
