import { expect } from "vitest";
import { readPolicies } from "#db/records/policies.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";
import { axeFindings, password, sidewaysScroll, test } from "#tests/support/site.ts";

const email = "admin@halles.example";

test("without scripts, an administrator raises a threshold, reads it on the promise, and is refused less", async ({
  owner,
  site,
}) => {
  await makeViewer(owner, { email: email, password, roles: ["administrator"], scopes: [] });
  const { page, signIn, complaints } = await site.open({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
  });
  await signIn(email);
  await page.goto("/settings");
  const line = page.locator("#thresholds tbody tr").first();
  await line.locator("input[name=to]").fill("8");
  await line.locator("button").click();
  expect(await page.textContent("[role=status]")).toContain("C’est fait");
  expect(await page.textContent("[name=withdraw]")).toContain("Retirer");
  await line.locator("input[name=to]").fill("5");
  await line.locator("button").click();
  expect(await page.textContent("[role=alert]")).toContain("ne descend jamais");
  await page.goto("/promise?lang=en");
  expect(await page.textContent("main")).toContain("fewer than 8 answers");
  for (const address of ["/settings", "/promise"]) {
    await page.goto(address);
    expect([address, await sidewaysScroll(page)]).toEqual([address, 0]);
  }
  expect(complaints).toEqual([]);
  const { page: seen, signIn: enter } = await site.open({ colorScheme: "dark" });
  await enter(email);
  await seen.goto("/settings?lang=en", { waitUntil: "networkidle" });
  expect(await axeFindings(seen)).toEqual([]);
  const elsewhere = await seen.request.post("/settings", {
    headers: { origin: "https://elsewhere.example" },
    form: { threshold: "answers", to: "9" },
  });
  expect(elsewhere.status()).toBe(403);
  expect(await readPolicies(owner)).toHaveLength(3);
});
