import { submitAnswers } from "#db/records/submit-answers.ts";
import { release } from "#jobs/steps/release.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { closeWave, openWave } from "#jobs/waves.ts";
import { signInAt } from "./asking.ts";
import { type BuiltSite, serveBuilt } from "./built-site.ts";
import { contextOf } from "./context.ts";
import {
  answersOf,
  makeHostileCompany,
  people,
  type WaveKey,
  waveKeys,
} from "./hostile-company.ts";
import { type MadeViewer, makeViewer, password } from "./make-viewer.ts";
import { type OwnDatabase, openOwnDatabase } from "./own-database.ts";

const company = { kind: "company", key: "company" } as const;
const north = { kind: "unit", key: "unit:north" } as const;

/** Everybody who looks: each role, and each scope that can be next to, above or beside another. */
export const viewers = {
  director: { roles: ["director"], scopes: [company] },
  siteDirector: { roles: ["director"], scopes: [{ kind: "site", key: "site:nancy" }] },
  manager: { roles: ["manager"], scopes: [north] },
  southManager: { roles: ["manager"], scopes: [{ kind: "unit", key: "unit:south" }] },
  smallManager: { roles: ["manager"], scopes: [{ kind: "unit", key: "unit:south-b" }] },
  analyst: { roles: ["analyst"], scopes: [company] },
  northAnalyst: { roles: ["analyst"], scopes: [north] },
  unscopedAnalyst: { roles: ["analyst"], scopes: [] },
  administrator: { roles: ["administrator"], scopes: [company] },
  auditor: { roles: ["auditor"], scopes: [company] },
  moderator: { roles: ["moderator"], scopes: [company] },
} as const satisfies Record<string, Pick<MadeViewer, "roles" | "scopes">>;

export type Who = keyof typeof viewers | "nobody";
export const everybody: readonly Who[] = [...(Object.keys(viewers) as Who[]), "nobody"];

/** The hostile company behind the built product, released, with everybody signed in. */
export interface HostileWorld extends OwnDatabase {
  readonly site: BuiltSite;
  /** The cookie of somebody; null for nobody. */
  cookie(who: Who): string | null;
}

/** Takes a few seconds: call it in `beforeAll`, and `drop` it in `afterAll`. */
export async function openHostileWorld(): Promise<HostileWorld> {
  const database = await openOwnDatabase();
  await makeHostileCompany(database.owner);
  for (const wave of waveKeys) await hold(database, wave);
  const night = contextOf(database.database, database.worker, "2026-07-01T02:00:00Z");
  await rollUp.run(night);
  await release.run(night);
  return serveWorld(database);
}

/** Puts the built product in front of a database, and signs everybody in. */
export async function serveWorld(database: OwnDatabase): Promise<HostileWorld> {
  const names = Object.keys(viewers) as (keyof typeof viewers)[];
  for (const who of names) {
    const email = `${who.toLowerCase()}@hostile.example`;
    await makeViewer(database.owner, { email, password, language: "en", ...viewers[who] });
  }
  const site = await serveBuilt(database);
  const cookies = new Map<Who, string>();
  for (const who of names) {
    cookies.set(who, await signInAt(site.address, `${who.toLowerCase()}@hostile.example`));
  }
  return {
    ...database,
    site,
    cookie: (who) => cookies.get(who) ?? null,
    async drop() {
      await site.close();
      await database.drop();
    },
  };
}

/** One wave from its opening to its close. */
async function hold({ database, worker, web }: OwnDatabase, wave: WaveKey): Promise<void> {
  const opening = contextOf(database, worker, `${wave}-02T08:00:00Z`);
  const invitations = await openWave(opening, { wave });
  const byId = new Map(people.map((person) => [person.id, person]));
  const handedIn = invitations.flatMap(({ personId, code }) => {
    const person = byId.get(personId);
    const answers = person === undefined ? null : answersOf(person, wave);
    if (answers === null) return [];
    return [{ code, answers: Object.fromEntries(answers.map((one, at) => [at + 1, one])) }];
  });
  const outcomes = await submitAnswers(web, handedIn);
  if (outcomes.get("accepted") !== handedIn.length) throw new Error("an answer was refused");
  await closeWave(contextOf(database, worker, `${wave}-20T17:00:00Z`), { wave });
}
