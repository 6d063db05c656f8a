import { expect } from "vitest";
import { runMinute } from "#jobs/minute.ts";
import { settingsFor } from "#tests/support/command-settings.ts";
import { contextOf } from "#tests/support/context.ts";
import { fileOf } from "#tests/support/files.ts";
import { makeWave } from "#tests/support/make-company.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";
import { barometer } from "#tests/support/processes.ts";
import { password, test } from "#tests/support/site.ts";

const administrator = {
  email: "admin@halles.example",
  password,
  roles: ["administrator"],
  scopes: [],
} as const;

/** Forty people, and two lines that name the same one. */
const staff = [
  "id,boss",
  ...Array.from({ length: 40 }, (_, place) => `${place + 1},${place === 0 ? "" : "1"}`),
  "7,2",
];

test("an administrator connects a network, reads what is wrong with a file of people, and opens a wave", async ({
  database,
  owner,
  worker,
  site,
}) => {
  await makeViewer(owner, administrator);
  await makeWave(owner, { key: "earlier" });
  const settings = settingsFor(database);
  const run = async (...words: string[]) => {
    const command = barometer(words, settings);
    await command.ended;
    return command.printed();
  };
  const mapping = fileOf("staff.yaml", ["kind: people", "number: id", "manager: boss"]);
  const taken = await run("import", "people", "--mapping", mapping, fileOf("staff.csv", staff));
  expect(taken).toMatch(/refused: line 8, column “id”: Lines with one number .*also line 42/);
  await run(
    ...["networks", "add", "mattermost", "--set", "url=http://127.0.0.1:9"],
    ...["--set", "token=x", "--since", "2026-10-01"],
  );

  const { page, signIn, complaints } = await site.open();
  await signIn(administrator.email);
  await page.goto("/networks");
  expect(await page.textContent("main")).toContain("Mattermost");

  await page.goto("/waves");
  const form = page.locator("#plan-a-wave form");
  const typed = { key: "2027-1", fr: "Hiver 2027", en: "Winter 2027", closes: "2099-01-15" };
  for (const [name, value] of Object.entries(typed)) {
    await form.locator(`input[name=${name}]`).fill(value);
  }
  await form.locator("input[name=closes]").press("Enter");
  await page.waitForURL(/asked/);
  const minute = async () => {
    const lines: string[] = [];
    const context = contextOf(database, worker, new Date().toISOString());
    await runMinute({ ...context, log: (line) => lines.push(line) }, { ways: [] });
    expect(lines.filter((line) => line.includes("failed"))).toEqual([]);
  };
  await minute();

  await page.goto("/waves/2027-1");
  expect(await page.textContent("h1")).toBe("Hiver 2027");
  await page.locator("#rules button[value=open]").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/asked/);
  await minute();
  await page.goto("/waves/2027-1");
  expect(await page.textContent(".lead")).toMatch(/[Oo]uverte/);
  expect(await page.locator("#rules button[value=close]").count()).toBe(1);
  expect(complaints).toEqual([]);
});
