import { expect, onTestFinished } from "vitest";
import { serveTypeform } from "#fixtures/surveys/typeform-server.ts";
import type { SurveyWorld } from "#fixtures/surveys/world.ts";
import { settingsFor } from "#tests/support/command-settings.ts";
import { test } from "#tests/support/database.ts";
import { fileOf } from "#tests/support/files.ts";
import { barometer } from "#tests/support/processes.ts";

async function run(words: readonly string[], settings: Record<string, string>) {
  const command = barometer(words, settings);
  return { code: await command.ended, said: command.printed() };
}

test("a survey is declared with its secrets in files, read, listed and forgotten", async ({
  database,
}) => {
  const world: SurveyWorld = {
    survey: "u6nXL7",
    responses: Array.from({ length: 12 }, (_, nth) => ({
      id: `token${nth}`,
      finished: true,
      at: "2026-03-30T08:00:00Z",
      answers: { heard: (nth % 5) + 1 },
    })),
  };
  const server = await serveTypeform(world, { token: "typeform-token" });
  onTestFinished(() => server.close());
  const settings = settingsFor(database);
  const mapping = fileOf("climate.yaml", [
    "kind: survey",
    `from: { tool: typeform, url: "${server.url}", survey: u6nXL7 }`,
    "barometer: { key: climate, names: Climate }",
    "wave: { key: spring, names: Spring, date: 2026-03-31 }",
    "questions:",
    "  - { column: heard, item: heard, kind: agreement, wordings: I am heard }",
  ]);
  const token = fileOf("token", ["typeform-token"]);
  const add = ["sources", "add", "climate", "--mapping", mapping, "--token", `@${token}`];

  const added = await run(add, settings);
  expect(added.code, added.said).toBe(0);
  expect(added.said).toContain("“climate” is read from 2026-03-31 on, every night.");
  const read = await run(["sources", "read", "climate"], settings);
  expect(read.code, read.said).toBe(0);
  expect(read.said).toContain("climate: 12 answers in the wave “spring”.");
  expect(read.said).toContain("never read, because they say who answered or from where");
  expect((await run(["sources", "list"], settings)).said).toMatch(
    /^climate {2}typeform {2}read 20/m,
  );
  const listed = await run(["sources", "list", "--json"], settings);
  expect(listed.said).not.toContain("typeform-token");
  expect((await run(["sources", "remove", "climate"], settings)).said).toContain("is forgotten");
  const again = await run(["sources", "read", "climate"], settings);
  expect([again.code, again.said]).toEqual([
    1,
    "There is no source “climate”: see “barometer sources list”.\n",
  ]);
});

test("references that come with the product are kept, listed and exported to be changed", async ({
  database,
}) => {
  const settings = settingsFor(database);
  expect((await run(["references", "list"], settings)).said).toContain(
    "frontline-2021  (comes with the product)  14 figures",
  );
  const kept = await run(["references", "import"], settings);
  expect(kept.said).toContain("civil-service-2024: 132 figures kept, as an external reference.");
  const exported = await run(["references", "export", "frontline-2021"], settings);
  const file = fileOf("ours.yaml", exported.said.replace("55", "54").split("\n"));
  const changed = await run(["references", "import", file], settings);
  expect(changed.code, changed.said).toBe(0);
  const listed = await run(["references", "list", "--json"], settings);
  expect(listed.said).toContain('"value": 54');
  expect((await run(["references", "remove", "nobody"], settings)).code).toBe(1);
});
