import { sql } from "kysely";
import type { Page, Route } from "playwright-core";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { closeWave } from "#jobs/waves.ts";
import { serveAnswering, test } from "#tests/support/answering-site.ts";
import { asked } from "#tests/support/ask-wave.ts";
import { contextOf } from "#tests/support/context.ts";

const tablet = { viewport: { width: 768, height: 1024 } };

async function begin(page: Page, code: string): Promise<void> {
  await page.fill("#code", (code.match(/.{4}/g) ?? []).join(" "));
  await page.getByRole("button", { name: "Commencer" }).click();
}

async function answer(page: Page, code: string, value: number): Promise<void> {
  await begin(page, code);
  await page.locator(`#asked label:has([name=q1][value="${value}"])`).click();
  await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
}

const kept = async (owner: Db) => {
  const { rows } = await sql<{ first: number }>`
    select answers[1] as first from intake.response order by 1`.execute(owner);
  return rows.map(({ first }) => first);
};

/** What the device itself holds: the questions, and answers only until they have been sent. */
const waiting = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("kiosk", 1);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("waiting").objectStore("waiting").count();
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );

/** The device thanks at once, and sends meanwhile: a line cut before that would leave it waiting. */
async function sent(owner: Db, page: Page): Promise<void> {
  await expect.poll(() => kept(owner)).toEqual([4]);
  await expect.poll(() => waiting(page)).toBe(0);
}

test("a kiosk that goes offline keeps answers over a reload and sends each once when it is back", async ({
  database,
  owner,
  worker,
  web,
  site,
}) => {
  const [first = "", second = "", third = ""] = await asked({ database, owner, worker });
  let line = await serveAnswering(web);
  const { port } = new URL(line.address);
  const page = await (await site.open({ ...tablet, baseURL: line.address })).newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto("/kiosk");
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await answer(page, first, 4);
  await page.getByRole("heading", { name: "Merci, c’est enregistré" }).waitFor();
  await sent(owner, page);
  await page.getByRole("button", { name: "Personne suivante" }).click();

  await line.close();
  await page.reload();
  await answer(page, second, 2);
  await page.getByRole("heading", { name: "Merci, c’est gardé" }).waitFor();
  await page.reload();
  await answer(page, third, 3);
  await page.getByRole("heading", { name: "Merci, c’est gardé" }).waitFor();
  expect(await waiting(page)).toBe(2);
  expect(await kept(owner)).toEqual([4]);

  line = await serveAnswering(web, Number(port));
  // Two windows of the same device find the same queue.
  const other = await page.context().newPage();
  await Promise.all([other.goto("/kiosk"), page.reload()]);
  await expect.poll(() => waiting(page), { timeout: 30_000 }).toBe(0);
  expect(await kept(owner)).toEqual([2, 3, 4]);

  // Sent again by whatever means, it is there once.
  const body = new URLSearchParams({ code: second, wave: "october", q1: "5" });
  const again = await fetch(`${line.address}/kiosk/answers`, { method: "POST", body });
  expect(await again.json()).toEqual({ state: "already" });
  expect(await kept(owner)).toEqual([2, 3, 4]);
  expect(complaints).toEqual([]);
  await line.close();
});

test("a kiosk shows nothing of the last person: not by “back”, not in a field, not after a minute alone", async ({
  database,
  owner,
  worker,
  site,
}) => {
  const [first = "", second = "", third = ""] = await asked({ database, owner, worker });
  const page = await (await site.open(tablet)).newPage();
  await page.clock.install();
  await page.goto("/kiosk");
  await answer(page, first, 4);
  await page.getByRole("heading", { name: "Merci" }).waitFor();
  await page.clock.runFor(11_000);
  expect(await page.locator("#enter").isVisible()).toBe(true);
  expect(await page.inputValue("#code")).toBe("");
  const holds = () => page.evaluate(() => document.documentElement.outerHTML);
  expect(await holds()).not.toContain(first);

  await begin(page, second);
  await page.locator("#asked label:has([name=q1][value='2'])").click();
  await page.clock.runFor(61_000);
  expect(await page.locator("#idle").isVisible()).toBe(true);
  await page.getByRole("button", { name: "Je continue" }).click();
  expect(await page.locator("[name=q1]:checked").getAttribute("value")).toBe("2");
  await page.clock.runFor(61_000);
  await page.clock.runFor(16_000);
  expect(await page.locator("#enter").isVisible()).toBe(true);
  expect(await page.locator("[name=q1]").count()).toBe(0);
  expect(await kept(owner)).toEqual([4]);

  await begin(page, third);
  await page.locator("#asked h1").waitFor();
  expect(await page.locator("#asked a").count()).toBe(0);
  await page.goBack();
  expect(await page.locator("[name=q1]:checked").count()).toBe(0);
});

test("a kiosk back after the close is refused kindly, and what it held is counted as late", async ({
  database,
  owner,
  worker,
  web,
  site,
}) => {
  const [first = "", second = ""] = await asked({ database, owner, worker });
  let line = await serveAnswering(web);
  const { port } = new URL(line.address);
  const page = await (await site.open({ ...tablet, baseURL: line.address })).newPage();
  await page.goto("/kiosk");
  await begin(page, first);
  await page.locator("#asked h1").waitFor();
  await line.close();
  await page.locator("#asked label:has([name=q1][value='4'])").click();
  await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
  await page.getByRole("heading", { name: "Merci, c’est gardé" }).waitFor();
  await closeWave(contextOf(database, worker, "2026-03-20T17:00:00Z"), { wave: "october" });
  line = await serveAnswering(web, Number(port));
  await page.goto("/kiosk");
  await expect.poll(() => waiting(page), { timeout: 30_000 }).toBe(0);
  const { rows } = await sql`select late from records.wave`.execute(owner);
  expect(rows).toEqual([{ late: 1 }]);
  expect(await kept(owner)).toEqual([]);
  await begin(page, second);
  await page.getByRole("heading", { name: "C’est terminé" }).waitFor();
  await line.close();
});

test("what a kiosk holds waits while its address is slowed down for the wrong codes of others", async ({
  database,
  owner,
  worker,
  web,
  site,
}) => {
  const [first = "", second = ""] = await asked({ database, owner, worker });
  let line = await serveAnswering(web);
  const { port } = new URL(line.address);
  const page = await (await site.open({ ...tablet, baseURL: line.address })).newPage();
  await page.goto("/kiosk");
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await answer(page, first, 4);
  await page.getByRole("heading", { name: "Merci, c’est enregistré" }).waitFor();
  await sent(owner, page);
  await line.close();
  await page.reload();
  await answer(page, second, 2);
  await page.getByRole("heading", { name: "Merci, c’est gardé" }).waitFor();
  await page.goto("about:blank");

  line = await serveAnswering(web, Number(port));
  const guess = (index: number) => fetch(`${line.address}/a/${String(index).padStart(20, "0")}`);
  for (let index = 0; index < 21; index += 1) await guess(index);
  const slowed = page.waitForResponse(/kiosk\/answers/);
  await page.goto(`${line.address}/kiosk`);
  expect((await slowed).status()).toBe(429);
  expect(await waiting(page)).toBe(1);
  await expect.poll(() => waiting(page), { timeout: 40_000 }).toBe(0);
  expect(await kept(owner)).toEqual([2, 4]);
  await line.close();
});

test("that the last person's answers could not be sent does not interrupt the next", async ({
  database,
  owner,
  worker,
  site,
}) => {
  const [first = "", second = ""] = await asked({ database, owner, worker });
  const page = await (await site.open(tablet)).newPage();
  await page.goto("/kiosk");
  const sending = new Promise<Route>((resolve) => page.route("**/kiosk/answers*", resolve));
  await answer(page, first, 4);
  const stuck = await sending;
  await page.getByRole("button", { name: "Personne suivante" }).click();
  await begin(page, second);
  await page.locator("#asked label:has([name=q1][value='2'])").click();
  const failed = page.waitForEvent("requestfailed");
  await stuck.abort();
  await failed;
  await page.waitForFunction(() => !document.getElementById("queued")?.hidden);
  expect(await page.locator("[name=q1]:checked").getAttribute("value")).toBe("2");
});

test("where the latest counts, what waited on a kiosk does not replace what was sent since", async ({
  database,
  owner,
  worker,
  site,
}) => {
  const [code = ""] = await asked({ database, owner, worker }, { answerRule: "latest" });
  const send = async (fields: Record<string, string>) => {
    const body = new URLSearchParams({ code, wave: "october", ...fields });
    return (await fetch(`${site.address}/kiosk/answers`, { method: "POST", body })).json();
  };
  await sql`select intake.submit(${code}, '{"1": 4}')`.execute(owner);
  expect(await send({ q1: "2", waited: "1" })).toEqual({ state: "already" });
  expect(await kept(owner)).toEqual([4]);
  expect(await send({ q1: "3" })).toEqual({ state: "accepted" });
  expect(await kept(owner)).toEqual([3]);
});

test("a device says at which site it stands, in the language spoken there, and answers know nothing of it", async ({
  owner,
  site,
}) => {
  await sql`insert into intake.site (key, name, country) values ('lyon', 'Halle de Lyon', 'FR'),
    ('tanger', 'Plateforme <b>Tanger</b>', 'MA'), ('basel', 'Basel', 'CH')`.execute(owner);
  const read = async (path: string, spoken = "de") => {
    const answer = await fetch(`${site.address}${path}`, {
      headers: { "accept-language": spoken },
    });
    return { status: answer.status, html: await answer.text() };
  };
  const lyon = await read("/kiosk/lyon");
  expect(lyon.html).toMatch(/^<!doctype html><html lang="fr"/);
  expect(lyon.html).toContain("<bdi>Halle de Lyon</bdi>");
  expect((await read("/kiosk/lyon?lang=en")).html).toMatch(/<html lang="en"/);
  const tangier = await read("/kiosk/tanger");
  expect(tangier.html).toMatch(/<html lang="ar" dir="rtl"/);
  expect(tangier.html).toContain("&lt;b&gt;Tanger&lt;/b&gt;");
  // Several languages are spoken there: that of the browser.
  expect((await read("/kiosk/basel")).html).toMatch(/<html lang="de"/);
  expect((await read("/kiosk")).html).not.toContain("<bdi>");
  expect((await read("/kiosk/nowhere")).status).toBe(404);
  const columns = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'intake' and table_name in ('response', 'answer_box', 'answer_mark')
      and column_name like '%site%'`.execute(owner);
  expect(columns.rows).toEqual([]);
});
