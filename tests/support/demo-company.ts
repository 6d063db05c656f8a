import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
import { inject } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { inventCompany } from "#fixtures/company/company.ts";
import { loadCompany, loadingUrl } from "#fixtures/company/load-company.ts";

/** The demo company, loaded once for a whole file of tests, and read as its owner reads it. */
export interface DemoCompany {
  readonly db: Db;
  /** What was released when people were first told that they can sign in. */
  readonly atFirst: readonly string[];
  /** One figure of one release. */
  read(measure: string, population: string, release: string): Promise<ReadFigure>;
  /** A measure over a whole kind of population in one release. */
  all(measure: string, kind: string, release: string): Promise<readonly ReadFigure[]>;
  drop(): Promise<void>;
}

export interface ReadFigure {
  readonly key: string;
  readonly depth: number;
  readonly hidden: boolean;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Takes as long as the first start of the product does: call it in `beforeAll`. */
export async function loadDemoCompany(now: Date): Promise<DemoCompany> {
  const { server, template, broken, passwords } = inject("cluster");
  if (broken !== null) throw new Error(broken);
  const name = `barometer_demo_${randomBytes(6).toString("hex")}`;
  const administrator = new pg.Client({ connectionString: address(server, "postgres") });
  await administrator.connect();
  await administrator.query(`create database ${name} template ${template}`);
  const owner = new URL(address(server, name));
  const url = (login: "worker" | "web") => {
    const other = new URL(owner);
    other.username = `barometer_${login}`;
    other.password = passwords[login];
    return loadingUrl(other.href);
  };
  const [worker, web, db] = [url("worker"), url("web"), owner.href].map((one) => openDatabase(one));
  if (!worker || !web || !db) throw new Error("three databases were opened");
  const atFirst: string[] = [];
  await loadCompany({
    context: {
      db: worker,
      url: url("worker"),
      keys: {
        pseudonym: Buffer.alloc(32, 1),
        directory: Buffer.alloc(32, 2),
        secrets: Buffer.alloc(32, 3),
      },
      timeZone: "Europe/Paris",
      now,
      log() {},
      progress() {},
    },
    web,
    async onFigures() {
      const released = await db.selectFrom("records.wave").select(["key", "state"]).execute();
      atFirst.push(...released.map(({ key, state }) => `${key} ${state}`));
    },
    company: inventCompany(now),
  });
  await Promise.all([worker.destroy(), web.destroy()]);

  const all: DemoCompany["all"] = async (measure, kind, release) => {
    const { rows } = await sql<ReadFigure>`
      select p.key, cardinality(p.path) - 1 as depth, f.hidden, f.value, f.low, f.high
      from figures.figure f
      join figures.population p using (release_id, population)
      join figures.release r on r.id = f.release_id
      left join records.wave w on w.id = r.wave_id
      where f.measure = ${measure} and p.kind = ${kind} and coalesce(w.key, r.week::text) = ${release}
        and r.as_of is null
        and not exists (select from figures.release later where later.supersedes = r.id)
      order by p.population`.execute(db);
    return rows;
  };
  return {
    db,
    atFirst,
    all,
    async read(measure, population, release) {
      const kind = population.split(":")[0] ?? "";
      const found = (await all(measure, kind, release)).find(({ key }) => key === population);
      if (found === undefined) throw new Error(`${release} has no ${measure} of ${population}`);
      return found;
    },
    async drop() {
      await db.destroy();
      await administrator.query(`drop database ${name} with (force)`);
      await administrator.end();
    },
  };
}

function address(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
