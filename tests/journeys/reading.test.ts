import { expect } from "vitest";
import { makeHalles } from "#tests/support/make-halles.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";
import { password, test } from "#tests/support/site.ts";

const director = {
  email: "director@halles.example",
  name: "Dominique Directeur",
  password,
  roles: ["director"],
  scopes: [{ kind: "company", key: "company" }],
} as const;

const manager = {
  email: "manager@halles.example",
  password,
  roles: ["manager"],
  scopes: [{ kind: "unit", key: "unit:south-day" }],
} as const;

test("a director signs in, reads the barometer, and reads on in English", async ({
  owner,
  site,
}) => {
  await makeHalles(owner);
  await makeViewer(owner, director);
  const { page, complaints } = await site.open();

  await page.goto("/?wave=2026-10");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  await page.fill("input[name=email]", director.email);
  await page.fill("input[name=password]", password);
  await page.click("main button[type=submit]");
  await page.waitForURL("**/?wave=2026-10");
  expect(await page.textContent(".lead")).toContain("La connexion du terrain monte à 56");
  expect(await page.getAttribute("html", "lang")).toBe("fr");

  await page.click(".rail >> text=English");
  await page.waitForURL("**/?wave=2026-10&lang=en");
  expect(await page.textContent(".lead")).toContain("Frontline connection rises to 56%");
  expect(await page.getAttribute("html", "lang")).toBe("en");

  await page.click(".rail >> text=Teams");
  await page.waitForURL("**/teams?lang=en");
  await page.waitForSelector("h1:text-is('Teams: Units of the company')");

  await page.goto("/account");
  await page.click("main >> text=Se déconnecter");
  await page.waitForURL("**/sign-in");
  await page.goto("/");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  expect(complaints).toEqual([]);
});

test("pointing at a trend reads it out, without moving the page", async ({ owner, site }) => {
  await makeHalles(owner);
  await makeViewer(owner, director);
  const { page, signIn, complaints } = await site.open();
  await signIn(director.email);
  const drawing = page.locator("#trend .plot-frame");
  await drawing.scrollIntoViewIfNeeded();
  const before = await drawing.boundingBox();
  await drawing.hover();
  await page.waitForSelector("#trend .recharts-surface");
  await page.mouse.move((before?.x ?? 0) + 60, (before?.y ?? 0) + 120);
  await page.waitForSelector("#trend .tip");
  expect(await page.textContent("#trend .tip")).toContain("Février 2026");
  expect(await drawing.boundingBox()).toEqual(before);
  expect(complaints).toEqual([]);
});

test("a manager sees their team among its neighbours, and no trace of the others", async ({
  owner,
  site,
}) => {
  await makeHalles(owner);
  await makeViewer(owner, manager);
  const { page, signIn } = await site.open();
  await signIn(manager.email);

  await page.goto("/teams");
  expect(await page.textContent("h1")).toBe(
    "Équipes\u00a0: Entités de «\u00a0Logistique Sud\u00a0»",
  );
  const labels = await page.locator("fieldset.checks label").allTextContents();
  expect(labels).toEqual(["Inventaire", "Préparation jour", "Préparation nuit"]);
  expect(await page.textContent("#ladder")).toContain("Logistique Sud\u00a0: 56");

  const body = async (address: string) => {
    const answer = await page.request.get(address);
    const text = await answer.text();
    // What differs from page to page: the address itself, and the pass of its scripts.
    return [answer.status(), text.replace(/nonce="[^"]*"/g, "").replaceAll(address, "")];
  };
  const nothing = await body("/nothing-there");
  expect(nothing[0]).toBe(404);
  const main = (answer: readonly (string | number)[]) =>
    String(answer[1]).match(/<h1.*<footer/s)?.[0];
  for (const address of [
    "/exports",
    "/networks",
    "/?population=site:lyon",
    "/?population=unit:north",
    "/teams?among=site",
  ]) {
    const answer = await body(address);
    expect([address, answer[0], main(answer)]).toEqual([address, 404, main(nothing)]);
  }
});

test("without scripts, everything is read and every choice can be made", async ({
  owner,
  site,
}) => {
  await makeHalles(owner);
  await makeViewer(owner, director);
  const { page, signIn } = await site.open({ javaScriptEnabled: false });
  await signIn(director.email);
  expect(await page.locator("#trend svg.trend polyline").count()).toBe(2);

  await page.selectOption("select[name=population]", "unit:south");
  await page.click(".filters button");
  await page.waitForURL(/population=unit%3Asouth/);
  expect(await page.textContent(".lead")).toContain("Logistique Sud");

  await page.click("#trend >> text=Confiance dans la direction");
  await page.waitForURL(/measure=trust/);
  expect(await page.textContent("#trend h2")).toContain("Confiance");

  await page.click(".rail >> text=English");
  await page.waitForURL(/lang=en/);
  expect(await page.textContent(".lead")).toContain("Logistique Sud: connection");
  await page.click(".filters button");
  await page.waitForURL(/lang=en/);
  expect(await page.getAttribute("html", "lang")).toBe("en");
});

test("a form from another site, or from nowhere, signs nobody in", async ({ owner, site }) => {
  await makeViewer(owner, director);
  const { page } = await site.open();
  for (const headers of [{ origin: "http://elsewhere.example" }, { origin: "null" }, {}]) {
    const answer = await page.request.post("/sign-in", {
      form: { email: director.email, password },
      headers,
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(403);
    expect(answer.headers()["set-cookie"]).toBeUndefined();
  }
});
