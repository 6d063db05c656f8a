import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCookieKey, readKeys } from "#jobs/keys.server.ts";
import { temporaryHome } from "#tests/support/processes.ts";

test("keys are made once, and the same ever after", () => {
  const home = temporaryHome();
  const keys = readKeys(home);
  expect(readKeys(home)).toEqual(keys);
  for (const key of Object.values(keys)) expect(key).toHaveLength(32);
  expect(new Set(Object.values(keys).map(String)).size).toBe(3);
  expect(readKeys(temporaryHome())).not.toEqual(keys);
});

test("the web's key is in a file of its own, which holds no other", () => {
  const home = temporaryHome();
  readCookieKey(home);
  expect(readdirSync(home)).toEqual(["cookie.json"]);
  expect(Object.keys(JSON.parse(readFileSync(join(home, "cookie.json"), "utf8")))).toEqual([
    "cookie",
  ]);
});

test("nobody but their owner reads them", () => {
  const home = temporaryHome();
  readKeys(home);
  readCookieKey(home);
  for (const file of readdirSync(home)) expect(statSync(join(home, file)).mode & 0o777).toBe(0o600);
});

test.each([
  ["cut short", '{"pseudonym": "AAAA'],
  ["with a key too short", '{"pseudonym": "AAAA", "directory": "AAAA", "secrets": "AAAA"}'],
  ["empty", ""],
])("a file that is %s is never replaced: what it protected would be lost", (_, text) => {
  const home = temporaryHome();
  const file = join(home, "keys.json");
  writeFileSync(file, text);
  expect(() => readKeys(home)).toThrow(`${file} is damaged`);
  expect(readFileSync(file, "utf8")).toBe(text);
});
