import { expect } from "vitest";
import { axeFindings, sidewaysScroll, test } from "#tests/support/site.ts";

test("whoever has no script and no account opens a calculation, and links lead to it", async ({
  site,
}) => {
  const { page } = await site.open({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 800 },
  });
  await page.goto("/methods?lang=fr");
  const depth = page.locator("#interval details");
  expect(await depth.locator(".facets").isVisible()).toBe(false);
  await depth.locator("summary").click();
  expect(await depth.locator(".facets").isVisible()).toBe(true);
  expect(await depth.locator("math").count()).toBeGreaterThan(0);
  const anchors = await page
    .locator(".contents a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(anchors.length).toBeGreaterThan(40);
  for (const anchor of anchors)
    expect([anchor, await page.locator(anchor).count()]).toEqual([anchor, 1]);
});

test("on paper every calculation is open", async ({ site }) => {
  const { page } = await site.open();
  await page.goto("/methods?lang=en");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("#many .facets").isVisible()).toBe(true);
  expect(await page.locator("#many summary").isVisible()).toBe(false);
});

test("opened, the formulas are readable to all and no wider than a telephone", async ({ site }) => {
  const { page } = await site.open({ viewport: { width: 360, height: 800 } });
  await page.goto("/methods?lang=fr");
  await page
    .locator("details.depth")
    .evaluateAll((all) => all.map((one) => one.setAttribute("open", "")));
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
});
