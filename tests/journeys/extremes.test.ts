import { expect } from "vitest";
import { makeVast, type Vast } from "#tests/support/make-vast.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";
import { password, sidewaysScroll, test } from "#tests/support/site.ts";

const everything = {
  email: "everything@halles.example",
  name: "Camille Partout",
  password,
  roles: ["director", "administrator", "analyst"],
  scopes: [{ kind: "company", key: "company" }],
} as const;

const pages = [
  "/",
  "/indicators/connection",
  "/connection",
  "/adoption",
  "/teams",
  "/comments",
  "/actions",
  "/board",
  "/views",
  "/waves",
  "/networks",
  "/accounts",
  "/settings",
  "/exports",
  "/account",
  "/promise",
  "/methods",
];

const hebrewAndLatin = (number: number) => (number % 2 ? `צוות ${number} Lyon` : `فريق ${number}`);

const companies: readonly { readonly what: string; readonly made: Vast | null }[] = [
  { what: "of which nothing is released", made: null },
  { what: "with one wave and one week", made: { waves: 1, weeks: 1 } },
  { what: "of which everything is hidden", made: { isHidden: true } },
  { what: "whose names run from right to left", made: { nameOf: hebrewAndLatin, weeks: 1 } },
];

test.for(companies)(
  "no page of a company $what leaves its reader empty-handed",
  async ({ made }, { owner, site }) => {
    if (made !== null) await makeVast(owner, made);
    await makeViewer(owner, everything);
    const { page, signIn, complaints } = await site.open({ javaScriptEnabled: false });
    await signIn(everything.email);
    const found: Record<string, string> = {};
    for (const address of pages) {
      const answer = await page.goto(address);
      const main = page.locator("main");
      const said = await main.locator(".lead, .notice, h2").first().textContent();
      const text = (await main.textContent()) ?? "";
      const faults = [
        ...(answer?.status() === 200 ? [] : [`answers ${answer?.status()}`]),
        ...((said ?? "").trim().length > 12 ? [] : ["says no sentence"]),
        ...(/undefined|NaN|Infinity|\[object/.test(text) ? ["shows what no reader can read"] : []),
        ...(made === null && /\b0\s?%/.test(text.replace(/10\s?%|50\s?%/g, "")) && address === "/"
          ? ["shows a zero"]
          : []),
        ...((await sidewaysScroll(page)) === 0 ? [] : ["is wider than the screen"]),
      ];
      if (faults.length > 0) found[address] = faults.join(", ");
    }
    expect(found).toEqual({});
    expect(complaints).toEqual([]);
  },
);

test("what is missing is said with what to do about it", async ({ owner, site }) => {
  await makeViewer(owner, everything);
  const { page, signIn } = await site.open({ javaScriptEnabled: false });
  await signIn(everything.email);
  for (const address of ["/", "/indicators/connection", "/connection", "/adoption", "/teams"]) {
    await page.goto(address);
    expect([address, await page.textContent("main .notice")]).toEqual([
      address,
      expect.stringMatching(/administrateur/i),
    ]);
  }
});
