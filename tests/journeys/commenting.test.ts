import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { contextOf } from "#tests/support/context.ts";
import type { Handles } from "#tests/support/database.ts";
import {
  answer,
  closeAndSpend,
  openWaveWithComments,
  spendNight,
} from "#tests/support/make-comments.ts";
import { makeCompany } from "#tests/support/make-company.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";
import { axeFindings, password, sidewaysScroll, test } from "#tests/support/site.ts";

const company = [{ kind: "company", key: "company" }] as const;
const director = {
  email: "director@halles.example",
  password,
  roles: ["director"],
  scopes: company,
} as const;
const moderator = {
  email: "mod@halles.example",
  password,
  roles: ["moderator"],
  scopes: [],
} as const;

/** Lyon writes what can be shown, Nice what somebody has to read first. */
async function live({
  database,
  owner,
  worker,
  web,
}: Pick<Handles, "database" | "owner" | "worker" | "web">) {
  await makeCompany(owner, { lyon: { people: 40 }, nice: { people: 40 } });
  const invitations = await openWaveWithComments(
    contextOf(database, worker, "2026-03-02T08:00:00Z"),
  );
  for (const [index, { code }] of invitations.entries()) {
    const place = index < 40 ? index : index - 40;
    const text = `Plus de lumière sur le quai ${place}, appelez le 06 39 98 12 ${10 + place}${index >= 40 ? ", depuis ma maladie" : "\n=<script>alert(1)</script>"}`;
    await answer(web, code, place < 7 ? text : null);
  }
  await closeAndSpend(contextOf(database, worker, "2026-03-20T17:00:00Z"));
}

function decisions(owner: Db) {
  return owner
    .selectFrom("records.auditEntry")
    .where("action", "like", "comment %")
    .select(["actor", "action"])
    .execute();
}

test("without scripts, a director reads a list and looks for a word; nothing that was struck is in the page", async ({
  database,
  owner,
  worker,
  web,
  site,
}) => {
  await live({ database, owner, worker, web });
  await makeViewer(owner, director);
  const { page, signIn, complaints } = await site.open({ javaScriptEnabled: false });
  await signIn(director.email);
  await page.goto("/comments");
  expect(await page.textContent("h1")).toContain("Lyon");
  expect(await page.locator("#read li").count()).toBe(7);
  expect(await page.textContent("#read")).toContain("[téléphone retiré]");
  expect(await page.content()).not.toMatch(/06 39 98|<script>alert/);
  expect(await page.content()).not.toContain("Nice");
  await page.goto("/comments?word=lumiere");
  expect(await page.locator("#read li").count()).toBe(7);
  await page.goto("/comments?word=3");
  expect(await page.locator("#read li").count()).toBe(0);
  expect((await page.request.get("/comments?list=99")).status()).toBe(404);
  expect((await page.request.get("/moderation")).status()).toBe(404);
  expect(complaints).toEqual([]);
});

test("without scripts, a moderator decides, and the list comes out the next night", async ({
  database,
  owner,
  worker,
  web,
  site,
}) => {
  await live({ database, owner, worker, web });
  await makeViewer(owner, moderator);
  await makeViewer(owner, director);
  const { page, signIn } = await site.open({ javaScriptEnabled: false });
  await signIn(moderator.email);
  expect(new URL(page.url()).pathname).toBe("/moderation");
  expect(await page.content()).not.toMatch(/nice|lyon/i);
  const first = page.locator("#waiting li").first();
  await first.locator("textarea").fill("C’est la faute du chef");
  await first.locator("button[value=publish]").click();
  expect(await page.textContent("[role=alert]")).toContain("on peut en retirer, pas en ajouter");
  await page.goto("/moderation");
  for (let left = 7; left > 0; left -= 1) {
    expect(await page.locator("#waiting li").count()).toBe(left);
    const comment = page.locator("#waiting li").first();
    // All of the page that comes next: its first lines are there to be counted before the others.
    const answered = page.waitForEvent("load");
    if (left === 7) await comment.locator("button[value=withhold]").click();
    else {
      const kept = await comment.locator("textarea").inputValue();
      await comment.locator("textarea").fill(kept.replace(", depuis ma maladie", ""));
      await comment.locator("button[value=publish]").click();
    }
    await answered;
  }
  expect(await page.textContent("[role=status]")).toContain("C’est décidé");
  expect((await page.request.get("/comments")).status()).toBe(404);
  expect(await decisions(owner)).toHaveLength(7);
  await spendNight(contextOf(database, worker, "2026-03-21T01:00:00Z"));

  const reader = await site.open();
  await reader.signIn(director.email);
  await reader.page.goto("/comments");
  const options = await reader.page.locator("select[name=list] option").allTextContents();
  expect(options).toEqual(["Lyon", "Nice"]);
  await reader.page.goto("/comments?list=2");
  expect(await reader.page.locator("#read li").count()).toBe(6);
  expect(await reader.page.content()).not.toContain("maladie");
});

test("the pages of comments are for everybody: axe, dark, a phone, both languages", async ({
  database,
  owner,
  worker,
  web,
  site,
}) => {
  await live({ database, owner, worker, web });
  await makeViewer(owner, director);
  await makeViewer(owner, moderator);
  const looks = [
    { lang: "fr", colorScheme: "light", viewport: { width: 1280, height: 800 } },
    { lang: "en", colorScheme: "dark", viewport: { width: 360, height: 800 } },
  ] as const;
  for (const { lang, ...look } of looks) {
    for (const [email, addresses] of [
      [director.email, ["/comments", "/comments?word=lumiere", "/comments?word=rien", "/promise"]],
      [moderator.email, ["/moderation"]],
    ] as const) {
      const { page, signIn, complaints } = await site.open(look);
      await signIn(email);
      for (const address of addresses) {
        await page.goto(`${address}${address.includes("?") ? "&" : "?"}lang=${lang}`, {
          waitUntil: "networkidle",
        });
        expect([address, await axeFindings(page)]).toEqual([address, []]);
        expect([address, await sidewaysScroll(page)]).toEqual([address, 0]);
      }
      expect(complaints).toEqual([]);
    }
  }
});
