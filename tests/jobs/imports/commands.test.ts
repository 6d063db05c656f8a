import { describe, expect } from "vitest";
import { ensureConnection, findConnection } from "#db/intake/connection.ts";
import { exitCodes } from "#jobs/exit-codes.ts";
import { settingsFor } from "#tests/support/command-settings.ts";
import { test } from "#tests/support/database.ts";
import { fileOf } from "#tests/support/files.ts";
import { barometer } from "#tests/support/processes.ts";

const mapping = () => fileOf("staff.yaml", ["kind: people", "number: id", "manager: boss"]);

/** Runs a command to its end. */
async function run(words: readonly string[], settings: Record<string, string>) {
  const command = barometer(words, settings);
  return { code: await command.ended, said: command.printed() };
}

describe("an HR file", () => {
  test("without trouble ends with 0, can be listed, undone, and is told in JSON", async ({
    database,
    worker,
  }) => {
    const settings = settingsFor(database);
    const words = [
      "import",
      "people",
      "--mapping",
      mapping(),
      "--effective-on",
      "2026-01-01",
      "--json",
    ];
    const taken = await run([...words, fileOf("staff.csv", ["id,boss", "1,", "2,1"])], settings);
    expect(taken.code, taken.said).toBe(exitCodes.done);
    expect(taken.said).toContain(
      '"summary": "2 people as of 2026-01-01: 2 new, 0 left, 3 dated facts changed."',
    );

    const listed = await run(["import", "list"], settings);
    expect(listed.said).toContain(
      "1  kept  people  staff.csv as of 2026-01-01  2 read, 2 kept, 0 refused",
    );

    const undone = await run(["import", "undo", "1"], settings);
    expect(undone.code, undone.said).toBe(exitCodes.done);
    const rows = await worker.selectFrom("intake.employment").selectAll().execute();
    expect(rows).toEqual([]);
    const twice = await run(["import", "undo", "1"], settings);
    expect(twice).toMatchObject({ code: exitCodes.failed });
    expect(twice.said).toContain("there is no import 1 to undo");
  });

  test("with refused lines ends with 3, and says line, column and what to do", async ({
    database,
  }) => {
    const lines = ["id,boss", "1,", "2,1", "2,", ",1"];
    const words = ["import", "people", "--mapping", mapping(), fileOf("staff.csv", lines)];
    const { code, said } = await run(words, settingsFor(database));
    expect(code, said).toBe(exitCodes.refusals);
    expect(said).toMatch(
      /refused: line 3, column “id”: Lines with one number .*also line 4.* \[2 times, first here\]/,
    );
    expect(said).toMatch(/refused: line 5, column “id”: There is no number/);
  });

  test("that cannot be taken ends with 1 and one message", async ({ database }) => {
    const path = fileOf("staff.csv", ["id,boss", "1,2", "2,1"]);
    const { code, said } = await run(
      ["import", "people", "--mapping", mapping(), path],
      settingsFor(database),
    );
    expect(code).toBe(exitCodes.failed);
    expect(said.trim().split("\n").at(-1)).toBe(
      "staff.csv: people report to each other in a circle: line 2 → line 3 → line 2. Nothing was kept. Correct one of the managers.",
    );
  });

  test("that is not there is said so", async ({ database }) => {
    const words = ["import", "people", "--mapping", mapping(), "/nowhere/staff.csv"];
    const { code, said } = await run(words, settingsFor(database));
    expect(code).toBe(exitCodes.failed);
    expect(said).toContain("staff.csv cannot be read (ENOENT)");
  });
});

describe("networks", () => {
  test("are added with the settings they ask for, and listed", async ({ database, worker }) => {
    const settings = settingsFor(database);
    const half = await run(
      ["networks", "add", "mattermost", "--set", "url=http://127.0.0.1:9"],
      settings,
    );
    expect(half.code).toBe(exitCodes.wrongUse);
    expect(half.said).toContain("Mattermost also needs --set token=…");
    const stranger = await run(["networks", "add", "mattermost", "--set", "tokn=x"], settings);
    expect(stranger.said).toContain("Mattermost has no setting “tokn”. It has url, token");

    const words = ["--set", "url=http://127.0.0.1:9", "--set", "token=x", "--since", "2026-10-01"];
    const added = await run(["networks", "add", "mattermost", ...words], settings);
    expect(added.code, added.said).toBe(exitCodes.done);
    expect(await findConnection(worker, "mattermost")).toMatchObject({ beginsOn: "2026-10-01" });
    const listed = await run(["networks", "list"], settings);
    expect(listed.said).toContain("mattermost: Mattermost (mattermost), active, never read");
  });

  test("that do not answer are checked with 1 and what to do", async ({ database, worker }) => {
    const settings = settingsFor(database);
    await run(
      ["networks", "add", "mattermost", "--set", "url=http://127.0.0.1:9", "--set", "token=x"],
      settings,
    );
    const { code, said } = await run(["networks", "check"], settings);
    expect(code).toBe(exitCodes.failed);
    expect(said).toMatch(/✗ mattermost: .*To do: check the server address/);
    await ensureConnection(worker, Buffer.alloc(32), {
      key: "files",
      network: "file",
      title: "Files",
      supplies: [],
      fedBy: "files",
    });
    expect((await run(["networks", "check", "files"], settings)).code).toBe(exitCodes.wrongUse);
  });
});

test("a mapping is named, taken over under a name of one's own, and listed", async ({
  database,
}) => {
  const settings = settingsFor(database);
  const file = fileOf("staff.csv", ["Employee number;Site", "1;Lille"]);
  const taking = ["import", "people", "--mapping", "generic", "--save-as", "ours", file];
  const taken = await run(taking, settings);
  expect(taken.code, taken.said).toBe(exitCodes.done);
  expect(taken.said).toContain("note: The file has no column “Prénom”");
  const listed = await run(["import", "mappings"], settings);
  expect(listed.said).toMatch(/^ours {2}\(people, yours\) {2}Any HR system/m);
  expect(listed.said).toMatch(/^kelio {2}\(people\)/m);
  const unknown = await run(["import", "people", "--mapping", "sage", file], settings);
  expect(unknown.code).toBe(exitCodes.failed);
  expect(unknown.said).toContain("There is no mapping “sage”");
});

test("an export of a network that has none is told with those that have", async ({ database }) => {
  const { code, said } = await run(
    ["ingest", "archive", "myspace", "x.zip"],
    settingsFor(database),
  );
  expect(code).toBe(exitCodes.wrongUse);
  expect(said).toMatch(
    /There are no files of “myspace” to be read\. This version reads those of .*telegram/,
  );
});
