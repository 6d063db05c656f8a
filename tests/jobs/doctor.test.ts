import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSettings, strayNames } from "#app/settings.server.ts";
import type { Examination } from "#db/examine.server.ts";
import {
  type Finding,
  lookAtDatabase,
  lookAtHome,
  lookAtNode,
  lookAtSettings,
} from "#jobs/doctor.ts";
import { exitCodes } from "#jobs/exit-codes.ts";
import { barometer, temporaryHome } from "#tests/support/processes.ts";

const healthy: Examination = {
  version: "15.4",
  versionNumber: 150004,
  encoding: "UTF8",
  mayCreateLogins: false,
  mayCreateSchemas: true,
  missingLogins: [],
  missingExtensions: [],
  knowsTimeZone: true,
};

function problems(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ state }) => state === "problem").map(({ name }) => name);
}

test("a database with everything raises nothing", () => {
  expect(problems(lookAtDatabase(healthy, "Europe/Paris"))).toEqual([]);
});

test.each<[string, Partial<Examination>]>([
  ["PostgreSQL", { version: "14.9", versionNumber: 140009 }],
  ["Encoding", { encoding: "SQL_ASCII" }],
  ["Extensions", { missingExtensions: ["btree_gist"] }],
  ["Rights", { mayCreateSchemas: false }],
  ["Logins", { missingLogins: ["barometer_web"] }],
  ["Time zone", { knowsTimeZone: false }],
])("a database that lacks its due under %s is told what to do", (name, change) => {
  const findings = lookAtDatabase({ ...healthy, ...change }, "Europe/Paris");
  expect(problems(findings)).toEqual([name]);
  expect(findings.find((finding) => finding.name === name)?.advice).toBeTruthy();
});

test("logins that are missing are no problem to an owner who may create them", () => {
  const examination = { ...healthy, missingLogins: ["barometer_web"], mayCreateLogins: true };
  expect(problems(lookAtDatabase(examination, "Europe/Paris"))).toEqual([]);
});

test("an old Node is a problem, 20.19 and later are not", () => {
  expect(lookAtNode("18.20.0").state).toBe("problem");
  expect(lookAtNode("20.18.9").state).toBe("problem");
  expect(lookAtNode("20.19.0").state).toBe("well");
  expect(lookAtNode("24.1.0").state).toBe("well");
});

test("keys that others can read are a problem", () => {
  const home = temporaryHome();
  const keys = join(home, "keys.json");
  writeFileSync(keys, "{}");
  chmodSync(keys, 0o644);
  expect(problems(lookAtHome({ home }))).toContain("Secrets");
  chmodSync(keys, 0o600);
  expect(problems(lookAtHome({ home }))).not.toContain("Secrets");
});

test("a variable with a slip in its name is pointed out", () => {
  const strays = strayNames({ BAROMETER_NIHGT: "03:00", BAROMETER_NIGHT: "03:00", PATH: "/bin" });
  expect(strays).toEqual(["BAROMETER_NIHGT"]);
  const findings = lookAtSettings(readSettings({}), strays);
  expect(findings.some(({ found }) => found.includes("BAROMETER_NIHGT"))).toBe(true);
});

test("the command starts our database for the look, and speaks JSON", async () => {
  const home = temporaryHome();
  const doctor = barometer(["doctor", "--json"], { BAROMETER_HOME: home, DATABASE_URL: "" });
  expect(await doctor.ended).toBe(exitCodes.done);
  const text = doctor.printed();
  const findings: Finding[] = JSON.parse(text.slice(text.indexOf("[")));
  expect(problems(findings)).toEqual([]);
  expect(findings.map(({ name }) => name)).toContain("PostgreSQL");
});

test("a database that does not answer is a finding, not a crash, and its password stays untold", async () => {
  const doctor = barometer(["doctor"], {
    BAROMETER_HOME: temporaryHome(),
    DATABASE_URL: "postgresql://owner:hunter2@127.0.0.1:1/barometer",
  });
  expect(await doctor.ended).toBe(exitCodes.failed);
  expect(doctor.printed()).toMatch(/PostgreSQL.*does not answer/);
  expect(doctor.printed()).not.toContain("hunter2");
});
