import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { makeHalles } from "#tests/support/make-halles.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";
import { password, test } from "#tests/support/site.ts";

const company = [{ kind: "company", key: "company" }] as const;
const director = {
  email: "director@halles.example",
  password,
  roles: ["director"],
  scopes: company,
} as const;
const analyst = {
  email: "analyst@halles.example",
  password,
  roles: ["analyst"],
  scopes: company,
} as const;
const manager = {
  email: "manager@halles.example",
  password,
  roles: ["manager"],
  scopes: [{ kind: "unit", key: "unit:south" }],
} as const;

/** Presses Enter on what is found by its name, and returns the file that comes. */
async function take(page: Page, name: RegExp): Promise<{ name: string; text: string }> {
  await page.getByRole("link", { name }).first().focus();
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const path = await file.path();
  return { name: file.suggestedFilename(), text: readFileSync(path, "utf8") };
}

test.for([
  { language: "fr", report: /PDF/, dials: /CSV/, adopted: /50\s%/ },
  { language: "en", report: /PDF/, dials: /CSV/, adopted: /50%/ },
] as const)(
  "by keyboard, a director reads the barometer and takes it away with the figures of the screen, in $language",
  async ({ language, report, dials }, { owner, site }) => {
    await makeHalles(owner);
    await makeViewer(owner, director);
    const { page, signIn, complaints } = await site.open();
    await signIn(director.email);
    await page.goto(`/?lang=${language}`);

    const shown = /\d+/.exec((await page.textContent(".figures .figure >> nth=0")) ?? "")?.[0];
    expect(shown).toBe("56");
    const chart = await take(page, dials);
    expect(chart.name).toMatch(/\.csv$/);
    expect(chart.text).toContain(shown ?? "");

    const paper = await take(page, report);
    expect(paper.name).toMatch(/\.pdf$/);
    expect(paper.text.slice(0, 5)).toBe("%PDF-");

    await page.locator("select[name=population]").focus();
    await page.keyboard.type("Logistique S");
    await page.keyboard.press("Tab");
    await page.locator(".filters button[type=submit]").press("Enter");
    await page.waitForURL(/population=unit%3Asouth/);
    expect(new URL(page.url()).searchParams.get("lang")).toBe(language);
    await page.waitForSelector(".lead:has-text('Logistique Sud')");
    expect(complaints).toEqual([]);
  },
);

test.for(["fr", "en"] as const)(
  "an analyst takes away the figures that the pages show, hidden ones as such, in %s",
  async (language, { owner, site }) => {
    await makeHalles(owner);
    await makeViewer(owner, analyst);
    const { page, signIn } = await site.open();
    await signIn(analyst.email);
    await page.goto(`/exports?lang=${language}`);
    const file = await take(page, /CSV/);
    const [head = "", ...lines] = file.text.trim().split(/\r?\n/);
    const separator = head.includes(";") ? ";" : ",";
    const columns = head.replace("\ufeff", "").split(separator);
    const row = (population: string) =>
      lines
        .map((line) => line.split(separator))
        .find(
          (cells) =>
            cells[columns.indexOf("release_key")] === "2026-10" &&
            cells[columns.indexOf("population_key")] === population &&
            cells[columns.indexOf("measure")] === "connection",
        );
    const cell = (population: string, column: string) => row(population)?.[columns.indexOf(column)];
    expect(cell("company", "value")).toBe("56");
    expect(cell("company", "n")).toBe("600");
    expect(cell("unit:south-stock", "value")).toBe("");
    expect(cell("unit:south-stock", "hidden")).not.toBe("");
  },
);

test("a manager whose team is too small is led to what can be shown, and to words to talk with", async ({
  owner,
  site,
}) => {
  await makeHalles(owner);
  await makeViewer(owner, manager);
  const { page, signIn, complaints } = await site.open({ viewport: { width: 360, height: 740 } });
  await signIn(manager.email);
  await page.goto("/teams/unit:south-stock");
  expect(await page.textContent("h1")).toContain("Inventaire");
  expect(await page.textContent(".lead")).toContain("ne peuvent pas être montrées seules");
  expect(await page.locator("main .hidden").count()).toBeGreaterThan(0);
  expect(await page.textContent("#ladder")).toContain("Logistique Sud");
  // Nothing on the page says a number of the team.
  expect(await page.textContent("main h1 + .lead, main .lead")).not.toMatch(/\d+\s?%/);

  await page
    .getByRole("link", { name: /guide de discussion/i })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/guide/);
  await page.waitForSelector("h1:has-text('Guide de discussion')");
  expect(await page.textContent("main")).not.toMatch(/\d+\s?%/);
  expect(complaints).toEqual([]);
});
