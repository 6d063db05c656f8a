import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "#app/settings.server.ts";
import { exitCodes } from "#jobs/exit-codes.ts";
import { barometer } from "#tests/support/processes.ts";

const verbs = readdirSync(join(projectRoot, "jobs", "commands"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replace(/\.ts$/, ""));

test("the help names every verb", async () => {
  const help = barometer(["--help"], {});
  expect(await help.ended).toBe(exitCodes.done);
  for (const verb of verbs) expect(help.printed()).toMatch(new RegExp(`^ {2}${verb}\\b`, "m"));
});

test.each(verbs)("%s explains itself with an example, or names verbs that do", async (verb) => {
  const help = barometer([verb, "--help"], {});
  expect(await help.ended).toBe(exitCodes.done);
  expect(help.printed()).toContain(`Usage: barometer ${verb}`);
  expect(help.printed()).toMatch(/Example:\n\s+\$ .*barometer |Commands:/);
});

test("a mailbox that is not there is told from a failure, with what to give instead", async () => {
  const command = barometer(["letters", "returned", "/nowhere/new"], {});
  expect(await command.ended).toBe(exitCodes.wrongUse);
  expect(command.printed()).toContain("There is no file and no folder /nowhere/new. To do:");
  expect(command.printed()).not.toContain("ENOENT");
});

test.each([
  ["a verb that does not exist", ["conquer"]],
  ["an option that does not exist", ["migrate", "--fast"]],
  ["no verb at all", []],
])("%s is wrong use, and the help is shown", async (_, words) => {
  const command = barometer(words, {});
  expect(await command.ended).toBe(exitCodes.wrongUse);
  expect(command.printed()).toContain("Usage: barometer");
});
