import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded.server.ts";
import { type Login, logins, migrate } from "#db/migrate.ts";

/** What a test needs to make its own copy of the one migrated database. */
export interface TestCluster {
  /** The owner's address, without a database name. */
  readonly server: string;
  readonly template: string;
  /** How the template is copied: file by file is the faster where nothing has to reach a disk. */
  readonly strategy: "file_copy" | "wal_log";
  readonly passwords: Readonly<Record<Login, string>>;
  /** Why there is no template; tests without a database run all the same. */
  readonly broken: string | null;
}

declare module "vitest" {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** One PostgreSQL for the whole run: ours in a temporary folder, or that of DATABASE_URL_TEST. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL_TEST;
  const { ownerUrl, stop } = await openServer(given);
  const template = `barometer_template_${randomBytes(4).toString("hex")}`;
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`create database ${template}`);

  const passwords = Object.fromEntries(
    logins.map((login) => [login, randomBytes(12).toString("hex")]),
  ) as Record<Login, string>;
  const url = new URL(ownerUrl);
  url.pathname = `/${template}`;
  const broken = await migrate(url.href, { passwords }).then(
    () => null,
    (error) => `The template database could not be migrated: ${error.message}`,
  );

  url.pathname = "";
  const strategy = given ? "wal_log" : "file_copy";
  project.provide("cluster", { server: url.href, template, strategy, passwords, broken });
  return async () => {
    await owner.query(`drop database ${template} with (force)`);
    await owner.end();
    await stop();
  };
}

async function openServer(
  given: string | undefined,
): Promise<{ ownerUrl: string; stop(): Promise<void> }> {
  if (given) return { ownerUrl: given, stop: async () => {} };
  const home = mkdtempSync(join(fastFolder(), "barometer-test-"));
  // As root, PostgreSQL runs under an account of its own, which has to pass through here.
  chmodSync(home, 0o711);
  const options = {
    fsync: "off",
    synchronous_commit: "off",
    // Every test signs in anew, several times: its passwords are worth no work.
    scram_iterations: "1",
    max_connections: "300",
    max_wal_size: "256MB",
  };
  const server = await startEmbedded(home, () => {}, options);
  return {
    ownerUrl: server.ownerUrl,
    async stop() {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** In memory where there is room: a fresh database then takes 30 ms instead of a second. */
function fastFolder(): string {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 * 2 ** 30 ? memory : tmpdir();
}
