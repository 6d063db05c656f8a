import { expect } from "vitest";
import { makeHalles } from "#tests/support/make-halles.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";
import { password, test } from "#tests/support/site.ts";

test("a director goes from a dial to its indicator and to a team of it, with and without scripts", async ({
  owner,
  site,
}) => {
  await makeHalles(owner);
  await owner.updateTable("records.item").set({ indicatorKey: "connection" }).execute();
  await makeViewer(owner, {
    email: "director@halles.example",
    name: "Odile",
    password,
    roles: ["director"],
    scopes: [{ kind: "company", key: "company" }],
  });
  for (const javaScriptEnabled of [true, false]) {
    const { page, signIn, complaints } = await site.open({ javaScriptEnabled });
    await signIn("director@halles.example");
    await page.goto("/?lang=en&population=unit:south");
    await page.click("article.figure h2 a");
    await page.locator("h1", { hasText: "Connection" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/indicators/connection");
    expect(new URL(page.url()).searchParams.get("population")).toBe("unit:south");
    expect(await page.textContent("#questions")).toContain("Je suis informé");
    expect(await page.textContent("#segments")).toMatch(/Inventaire.*hidden/);
    await page.click("nav[aria-label='The indicators'] a[aria-current='page']");
    expect(new URL(page.url()).searchParams.get("population")).toBe("unit:south");
    expect(complaints).toEqual([]);
  }
});
