import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import { makeHalles } from "#tests/support/make-halles.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";
import { axeFindings, password, sidewaysScroll, test } from "#tests/support/site.ts";

/** Somebody who may read every page there is. */
const everything = {
  email: "everything@halles.example",
  name: "Camille Partout",
  password,
  roles: ["director", "administrator"],
  scopes: [{ kind: "company", key: "company" }],
} as const;

const pages = [
  "/",
  "/?population=unit:south",
  "/indicators/connection",
  "/indicators/trust?population=unit:south",
  "/teams",
  "/teams?among=unit:south",
  "/teams/unit:south-day",
  "/teams/unit:south-stock",
  "/teams/unit:south-day/guide",
  "/connection",
  "/adoption",
  "/adoption?population=unit:south-stock",
  "/waves",
  "/waves/2026-10",
  "/waves/2026-10?preview=en",
  "/actions",
  "/board",
  "/views",
  "/networks",
  "/exports",
  "/promise",
  "/methods",
  "/account",
  "/nothing-there",
];

test.for(["fr", "en"])(
  "axe finds nothing on any page in %s, light or dark",
  { timeout: 240_000 },
  async (language, { owner, site }) => {
    await makeHalles(owner);
    await makeViewer(owner, everything);
    const { page, signIn, complaints } = await site.open();
    await page.goto(`/sign-in?lang=${language}`);
    const findings = [["/sign-in", await axeFindings(page)]];
    await signIn(everything.email);
    // Colours are all that is other in the dark, and they speak no language.
    const schemes = language === "fr" ? (["light", "dark"] as const) : (["light"] as const);
    for (const address of pages) {
      await page.goto(`${address}${address.includes("?") ? "&" : "?"}lang=${language}`);
      expect(await page.getAttribute("html", "lang")).toBe(language);
      for (const scheme of schemes) {
        await page.emulateMedia({ colorScheme: scheme });
        const rules = scheme === "dark" ? ["color-contrast"] : [];
        findings.push([`${address} ${scheme}`, await axeFindings(page, rules)]);
      }
    }
    expect(findings.filter(([, found]) => found?.length !== 0)).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

test("no page is wider than a screen of 360 or 768 pixels, even with long names", {
  timeout: 120_000,
}, async ({ owner, site }) => {
  await makeHalles(owner, { longNames: true });
  await makeViewer(owner, everything);
  const { page, signIn } = await site.open();
  await signIn(everything.email);
  for (const address of pages) {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(address);
    for (const width of [360, 768]) {
      await page.setViewportSize({ width, height: 800 });
      expect([address, width, await sidewaysScroll(page)]).toEqual([address, width, 0]);
    }
  }
});

test("an empty barometer says on every page what is missing, and shows no zero", async ({
  owner,
  site,
}) => {
  await makeViewer(owner, everything);
  const { page, signIn } = await site.open();
  await signIn(everything.email);
  for (const address of ["/", "/teams", "/adoption", "/networks", "/exports"]) {
    await page.goto(address);
    expect(await page.textContent("main")).toMatch(/Aucun|Il n’y a|Rien n’est/);
    expect(await page.textContent("main")).not.toMatch(/\b0\s?%/);
  }
});

test("the keyboard reaches the content first, and everything on the page after it", async ({
  owner,
  site,
}) => {
  await makeHalles(owner);
  await makeViewer(owner, everything);
  const { page, signIn } = await site.open();
  await signIn(everything.email);
  await page.keyboard.press("Tab");
  expect(await page.textContent(":focus")).toBe("Aller au contenu");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/#content");
  await page.locator("#trend .plot-frame").focus();
  await page.waitForSelector("#trend .recharts-surface");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.waitForSelector("#trend .tip");
});

/** Presses a key again and again from the first byte of a page on, until its scripts have taken over. */
function pressEarly(): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    if ("__remixRouter" in window) return;
    const pressed = new KeyboardEvent("keydown", { key: "Shift", bubbles: true });
    document.querySelector("main")?.dispatchEvent(pressed);
    port2.postMessage(null);
  };
  port2.postMessage(null);
}

test("a page comes alive however early somebody presses a key", async ({ owner, site }) => {
  await makeHalles(owner);
  await makeViewer(owner, everything);
  const { page, signIn, complaints } = await site.open();
  await signIn(everything.email);
  await page.addInitScript(pressEarly);
  await page.goto("/");
  await page.locator("#trend .plot-frame").focus();
  await page.waitForSelector("#trend .recharts-surface");
  expect(complaints).toEqual([]);
});

test("a page is light until somebody points at a chart", async ({ owner, site }) => {
  await makeHalles(owner);
  await makeViewer(owner, everything);
  const { page, signIn } = await site.open();
  await signIn(everything.email);
  const scripts = new Set<string>();
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.add(request.url());
  });
  const weigh = async () => {
    const bodies = await Promise.all(
      [...scripts].map(async (url) => (await fetch(url)).arrayBuffer()),
    );
    return bodies.reduce((sum, body) => sum + gzipSync(Buffer.from(body)).length, 0);
  };
  await page.goto("/", { waitUntil: "networkidle" });
  const before = await weigh();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(115_000);
  await page.locator("#trend .plot-frame").hover();
  await page.waitForSelector("#trend .recharts-surface");
  expect(await weigh()).toBeGreaterThan(before);
});
