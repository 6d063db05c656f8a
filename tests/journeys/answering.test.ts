import { sql } from "kysely";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { test } from "#tests/support/answering-site.ts";
import { asked, telephone } from "#tests/support/ask-wave.ts";

const kept = async (owner: Db) => {
  const { rows } = await sql<{ answers: (number | null)[]; states: number[]; complete: boolean }>`
    select answers, states, complete from intake.response`.execute(owner);
  return rows;
};

async function tick(page: Page, question: number, value: string | number): Promise<void> {
  await page.locator(`label:has([name=q${question}][value="${value}"])`).click();
}

test("without scripts, a section a page, kept as it goes, taken up again, and sent", async ({
  database,
  owner,
  worker,
  site,
}) => {
  const world = { database, owner, worker };
  const [code = ""] = await asked(world);
  await owner
    .updateTable("records.wave")
    .set({ closesAt: new Date("2099-03-20T17:00:00Z") })
    .execute();
  const context = await site.open({ ...telephone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/a/${code}`);
  expect(await page.locator("h1").textContent()).toContain("7 questions");
  await tick(page, 1, 4);
  await tick(page, 2, "no");
  await page.getByRole("button", { name: "Continuer" }).click();
  expect(await page.locator("h1").textContent()).toBe("Le chemin");
  expect(await kept(owner)).toEqual([
    {
      answers: [4, null, null, null, null, null, null],
      states: [1, 2, 3, 3, 3, 3, 3],
      complete: false,
    },
  ]);
  // The question about buses is asked of those who take one.
  expect(await page.locator("#f4").isVisible()).toBe(false);
  await tick(page, 3, 2);
  expect(await page.locator("#f4").isVisible()).toBe(true);
  await tick(page, 4, 5);
  await tick(page, 5, 0);
  await tick(page, 5, 2);
  await page.selectOption("[name='q6.2']", "1");
  await page.selectOption("[name='q6.0']", "2");
  await page.getByRole("button", { name: "finir plus tard" }).click();
  expect(await page.locator("h1").textContent()).toBe("C’est enregistré");

  // Another day, another telephone.
  const other = await (await site.open({ ...telephone, javaScriptEnabled: false })).newPage();
  await other.goto(`/a/${code}?part=1`);
  expect(await other.locator("[name=q3]:checked").getAttribute("value")).toBe("2");
  expect(await other.locator("[name=q5]:checked").count()).toBe(2);
  expect(await other.locator("[name='q6.2']").inputValue()).toBe("1");
  await tick(other, 3, 1);
  await other.fill("[name=q7]", "La cantine ferme trop tôt.");
  await other.getByRole("button", { name: "Envoyer" }).click();
  expect(new URL(other.url()).pathname).toBe("/a/thanks");
  expect(await other.locator("h1").textContent()).toBe("Merci, c’est enregistré");
  // The end of the wave, and the day its results come.
  expect(await other.locator(".next b").allTextContents()).toEqual(["20 mars", "21 mars", "Puis"]);
  // On foot: what was said of the bus is not kept.
  expect(await kept(owner)).toEqual([
    { answers: [4, null, 1, null, 5, 13, null], states: [1, 2, 1, 3, 1, 1, 3], complete: true },
  ]);
  await other.goBack();
  await other.reload();
  expect(await other.locator("h1").textContent()).toBe("Votre réponse est déjà là");
});

test("each tap is kept where there are scripts, and may be changed until the close where that is the rule", async ({
  database,
  owner,
  worker,
  site,
}) => {
  const world = { database, owner, worker };
  const [code = ""] = await asked(world, { answerRule: "latest" });
  const page = await (await site.open(telephone)).newPage();
  await page.goto(`/a/${code}`);
  await tick(page, 1, 2);
  await page.locator("#saved").waitFor();
  expect((await kept(owner))[0]?.answers[0]).toBe(2);
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.goto(`/a/${code}`);
  await tick(page, 1, 5);
  await page.locator("#saved").waitFor();
  // Sent once, it stays sent: whoever changes one tap and goes away is still counted.
  expect(await kept(owner)).toEqual([
    {
      answers: [5, null, null, null, null, null, null],
      states: [1, 3, 3, 3, 3, 3, 3],
      complete: true,
    },
  ]);
});

test("an anonymous answer is sent once, whole, and nothing of it is kept before", async ({
  database,
  owner,
  worker,
  site,
}) => {
  const world = { database, owner, worker };
  const [code = "", other = ""] = await asked(world, { mode: "anonymous" });
  const page = await (await site.open({ ...telephone, locale: "en-GB" })).newPage();
  await page.goto(`/a/${code}`);
  expect(await page.locator(".promise").textContent()).toContain("Your answer is anonymous.");
  await tick(page, 1, 4);
  await page.waitForTimeout(700);
  const box = async () =>
    (await sql<{ n: number }>`select count(*)::integer as n from intake.answer_box`.execute(owner))
      .rows[0]?.n;
  expect(await box()).toBe(0);
  await page.goto(`/a/${code}`);
  expect(await page.locator(":checked:not(option)").count()).toBe(0);
  await tick(page, 1, 3);
  await page.getByRole("button", { name: "Send my answers" }).click();
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  expect(await box()).toBe(1);
  const { rows } = await sql<{ code: string }>`select ${other} as code`.execute(owner);
  const empty = await fetch(`${site.address}/a/${rows[0]?.code}`, {
    method: "POST",
    body: new URLSearchParams({ wave: "october", part: "0", q1: "3", to: "save" }),
    redirect: "manual",
  });
  // There is no saving of anonymous answers: whatever asks for it sends.
  expect(empty.status).toBe(303);
  expect(await box()).toBe(2);
});

test("an answer that was not understood is asked for again, and nothing else is lost", async ({
  database,
  owner,
  worker,
  site,
}) => {
  const world = { database, owner, worker };
  const [code = ""] = await asked(world, { mode: "anonymous" });
  const page = await (await site.open({ ...telephone, javaScriptEnabled: false })).newPage();
  await page.goto(`/a/${code}`);
  await tick(page, 1, 4);
  await page.selectOption("[name='q6.0']", "1");
  await page.selectOption("[name='q6.1']", "1");
  await page.fill("[name=q7]", "Une chose.");
  await page.getByRole("button", { name: "Envoyer" }).click();
  expect(await page.locator("#f6 [role=alert]").textContent()).toContain("n’a pas été comprise");
  expect(await page.locator("[name=q1]:checked").getAttribute("value")).toBe("4");
  expect(await page.inputValue("[name=q7]")).toBe("Une chose.");
});
