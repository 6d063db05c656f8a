import { spawn } from "node:child_process";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, onTestFinished, test as plainly, vi } from "vitest";
import { projectRoot } from "#app/settings.server.ts";
import { findConnection, readSettingsOf } from "#db/intake/connection.ts";
import { createSecretInput } from "#jobs/commands/networks/secret-input.ts";
import { takeSettings } from "#jobs/commands/networks/settings.ts";
import { connectorOf } from "#jobs/connectors/index.ts";
import { exitCodes } from "#jobs/exit-codes.ts";
import { readKeys } from "#jobs/keys.server.ts";
import { settingsFor } from "#tests/support/command-settings.ts";
import { test } from "#tests/support/database.ts";
import { fileOf } from "#tests/support/files.ts";
import { barometer } from "#tests/support/processes.ts";

describe("a secret", () => {
  const whatsapp = known("whatsapp");

  plainly("is a line of the standard input, in the order of the command, or a file", async () => {
    const warned = warnings();
    const file = fileOf("token.txt", ["from-a-file"]);
    const set = { appSecret: "-", phoneNumberId: "1", verifyToken: "-", token: `@${file}` };
    expect(await takeSettings(whatsapp, set, piped("first\r\nsecond\n"))).toEqual({
      ...{ appSecret: "first", phoneNumberId: "1", verifyToken: "second", token: "from-a-file" },
    });
    expect(warned).not.toHaveBeenCalled();
  });

  plainly("on the command line is taken, with a warning that does not repeat it", async () => {
    const warned = warnings();
    await takeSettings(whatsapp, { appSecret: "typed-4711" }, piped(""));
    expect(warned.mock.lastCall?.join()).toMatch(/appSecret was on the command line.*@file/);
    expect(warned.mock.lastCall?.join()).not.toContain("typed-4711");
  });

  plainly("that is not there is wrong use, and says where it was looked for", async () => {
    await expect(takeSettings(whatsapp, { token: "-" }, piped(""))).rejects.toMatchObject({
      ...{ message: "Nothing was given for token.", exitCode: exitCodes.wrongUse },
    });
    await expect(takeSettings(whatsapp, { token: "@/nowhere/token" }, piped(""))).rejects.toThrow(
      "The file /nowhere/token cannot be read (ENOENT).",
    );
  });

  plainly("is nothing else: an account of Matrix begins with an @ of its own", async () => {
    const set = { bots: "@bot:example.org" };
    expect(await takeSettings(known("matrix"), set, piped(""))).toEqual(set);
  });
});

describe("networks add", () => {
  test("takes a token from a pipe, and neither prints nor stores it in clear", async ({
    database,
    worker,
  }) => {
    const settings = settingsFor(database);
    const said = await runWith("piped-token-77\n", [...add, "--set", "token=-"], settings);
    expect(said).toContain("Mattermost is connected as “mattermost”.");
    expect(said).not.toContain("piped-token-77");
    const keys = readKeys(settings.BAROMETER_HOME ?? "");
    const { id = 0 } = (await findConnection(worker, "mattermost")) ?? {};
    expect(await readSettingsOf(worker, keys.secrets, id)).toMatchObject({
      token: "piped-token-77",
    });
    const rows = await worker.selectFrom("intake.connectionSetting").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain("piped-token-77");
  });

  test("said again keeps the title, takes optional settings away, and no others", async ({
    database,
    worker,
  }) => {
    const settings = settingsFor(database);
    const purposes = ["--set", "token=x", "--set", "purposes=news = announcements"];
    await run([...add, ...purposes, "--title", "Tribune"], settings);
    const empty = await run(["networks", "add", "mattermost", "--set", "token="], settings);
    expect(empty.code).toBe(exitCodes.wrongUse);
    expect(empty.said).toContain("Mattermost also needs --set token=…");
    await run(["networks", "add", "mattermost", "--set", "purposes="], settings);
    const connection = await findConnection(worker, "mattermost");
    expect(connection).toMatchObject({ title: "Tribune" });
    const stored = await worker.selectFrom("intake.connectionSetting").select("name").execute();
    expect(stored.map(({ name }) => name).toSorted()).toEqual(["token", "url"]);
  });

  test("gives a second connection a title of its own", async ({ database, worker }) => {
    const settings = settingsFor(database);
    await run([...add, "--set", "token=x", "--key", "mattermost-lille"], settings);
    expect(await findConnection(worker, "mattermost-lille")).toMatchObject({
      title: "Mattermost (mattermost-lille)",
    });
  });

  const wrong: [option: string, text: string, reason: string][] = [
    ["--key", "Sla ck/2", "Letters, digits, dots and hyphens only"],
    ["--since", "yesterday", "Give a day, such as"],
    ["--since", "2026-06-31", "Give a day, such as"],
  ];
  test.for(wrong)(
    "refuses %s “%s” before anything is touched",
    async ([option, text, reason], { database }) => {
      const words = [...add, "--set", "token=x", option, text];
      const { code, said } = await run(words, settingsFor(database));
      expect(code).toBe(exitCodes.wrongUse);
      expect(said).toContain(reason);
    },
  );
});

const add = ["networks", "add", "mattermost", "--set", "url=http://127.0.0.1:9"];

function known(network: string) {
  const connector = connectorOf(network);
  if (connector === null) throw new Error(`there is no ${network}`);
  return connector;
}

function piped(text: string) {
  return createSecretInput(Readable.from([text]) as NodeJS.ReadStream);
}

function warnings() {
  const spy = vi.spyOn(console, "error").mockImplementation(() => undefined);
  onTestFinished(() => spy.mockRestore());
  return spy;
}

async function run(words: readonly string[], settings: Record<string, string>) {
  const command = barometer(words, settings);
  return { code: await command.ended, said: command.printed() };
}

/** Runs a command that is given something on its standard input; what it printed. */
async function runWith(text: string, words: readonly string[], settings: Record<string, string>) {
  const command = join(projectRoot, "build", "command", "cli.js");
  const child = spawn(process.execPath, [command, ...words], {
    env: { ...process.env, NODE_ENV: "production", VITEST: "", ...settings },
  });
  child.stdin.end(text);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said += part));
  await new Promise((resolve) => child.once("close", resolve));
  return said;
}
