import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import type { TestDatabase } from "./database.ts";

/**
 * Settings with which a command works on a test's database. Every command sets the passwords of
 * the logins, which all tests share: so the home is given those of the test's server.
 */
export function settingsFor(database: TestDatabase): Record<string, string> {
  const home = mkdtempSync(join(tmpdir(), "barometer-home-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const passwords = { owner: "unused", ...inject("cluster").passwords };
  writeFileSync(join(home, "credentials.json"), JSON.stringify(passwords), { mode: 0o600 });
  return { BAROMETER_HOME: home, DATABASE_URL: database.url("owner") };
}
