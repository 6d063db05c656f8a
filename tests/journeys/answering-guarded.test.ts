import { sql } from "kysely";
import { beforeEach, expect, vi } from "vitest";
import { closeWave } from "#jobs/waves.ts";
import { test } from "#tests/support/answering-site.ts";
import { asked, telephone } from "#tests/support/ask-wave.ts";
import { contextOf } from "#tests/support/context.ts";
import { axeFindings, sidewaysScroll } from "#tests/support/site.ts";

const written = vi.fn();
beforeEach(() => {
  written.mockClear();
  for (const way of ["log", "warn", "error", "info"] as const) {
    vi.spyOn(console, way).mockImplementation(written);
  }
});

test("used, late, wrong and guessed codes are told kindly, and guessing is slowed down", async ({
  database,
  owner,
  worker,
  site,
}) => {
  const world = { database, owner, worker };
  const [code = "", late = "", right = ""] = await asked(world);
  const page = await (await site.open({ ...telephone, locale: "en-GB" })).newPage();
  const told = async (path: string) => {
    const answer = await page.goto(path);
    return [answer?.status(), await page.locator("h1").textContent()];
  };
  await page.goto("/a");
  await page.fill("[name=code]", "12 34");
  await page.getByRole("button", { name: "Begin" }).click();
  expect(await page.locator("#hint").textContent()).toContain("twenty characters");
  await page.fill("[name=code]", (code.toUpperCase().match(/.{4}/g) ?? []).join(" - "));
  await page.getByRole("button", { name: "Begin" }).click();
  expect(new URL(page.url()).pathname).toBe(`/a/${code}`);
  await sql`select intake.submit(${code}, '{"1": 4}')`.execute(owner);
  expect(await told(`/a/${code}`)).toEqual([200, "Your answer is in already"]);
  expect(await told("/a/not-a-code")).toEqual([404, "This code leads nowhere"]);
  const wrong = () =>
    `/a/${Array.from({ length: 20 }, () => "0123456789abcdef"[Math.floor(Math.random() * 16)]).join("")}`;
  const statuses: number[] = [];
  for (let index = 0; index < 30; index += 1) {
    statuses.push((await fetch(site.address + wrong())).status);
  }
  expect(statuses.filter((status) => status === 404)).toHaveLength(20);
  expect(statuses.slice(20).every((status) => status === 429)).toBe(true);
  // A code that was right lately passes; one that never came is like any other guess.
  expect(await told(`/a/${code}`)).toEqual([200, "Your answer is in already"]);
  expect(await told(`/a/${right}`)).toEqual([429, "A little patience"]);
  const sent = await fetch(`${site.address}/a/${right}`, {
    method: "POST",
    body: new URLSearchParams({ wave: "october", q1: "3" }),
  });
  expect(sent.status).toBe(429);
  await closeWave(contextOf(database, worker, "2026-03-20T17:00:00Z"), { wave: "october" });
  expect(await told(`/a/${code}`)).toEqual([410, "This is over"]);
  const { rows } =
    await sql`select intake.submit(${late}, '{"1": 4}') as said, late from records.wave`.execute(
      owner,
    );
  expect(rows).toMatchObject([{ said: "closed" }]);
  // Neither an error nor a line of a log holds a code.
  expect(JSON.stringify(written.mock.calls)).not.toMatch(new RegExp(`${code}|${late}|${right}`));
});

test("nobody is told where a respondent came from, nothing is kept on the way, other sites send nothing", async ({
  database,
  owner,
  worker,
  site,
}) => {
  const world = { database, owner, worker };
  const [code = ""] = await asked(world);
  const answer = await fetch(`${site.address}/a/${code}`);
  expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'self'");
  expect(await answer.text()).not.toContain(code);
  const body = new URLSearchParams({ wave: "october", q1: "3" });
  const from = (headers: Record<string, string>) =>
    fetch(`${site.address}/a/${code}`, { method: "POST", body, headers, redirect: "manual" });
  expect((await from({ origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await from({ "sec-fetch-site": "cross-site", origin: "null" })).status).toBe(403);
  for (const method of ["PUT", "DELETE", "OPTIONS", "PATCH"]) {
    expect((await fetch(`${site.address}/a/${code}`, { method })).status).toBe(405);
  }
  expect((await from({ origin: "null" })).status).toBe(303);
});

test("every page is found sound by axe and fits, on a telephone and a desk, in three languages, light and dark", async ({
  database,
  owner,
  worker,
  site,
}) => {
  const world = { database, owner, worker };
  const [code = "", used = ""] = await asked(world);
  await sql`select intake.submit(${used}, '{"1": 4}')`.execute(owner);
  const paths = [
    `/a/${code}`,
    `/a/${code}?part=1`,
    "/a/thanks?wave=october",
    `/a/${used}`,
    "/a",
    "/kiosk",
  ];
  const looks = [
    { lang: "fr", colorScheme: "light", viewport: { width: 360, height: 740 } },
    { lang: "en", colorScheme: "dark", viewport: { width: 1440, height: 900 } },
    { lang: "ar", colorScheme: "light", viewport: { width: 360, height: 740 } },
    { lang: "ar", colorScheme: "dark", viewport: { width: 768, height: 1024 } },
    // 1280 pixels at 400 %.
    { lang: "de", colorScheme: "light", viewport: { width: 320, height: 256 } },
  ] as const;
  for (const { lang, ...look } of looks) {
    const page = await (await site.open(look)).newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    for (const path of paths) {
      await page.goto(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
      expect([path, look, await axeFindings(page)]).toEqual([path, look, []]);
      expect([path, look, await sidewaysScroll(page)]).toEqual([path, look, 0]);
      expect(await page.locator("html").getAttribute("dir")).toBe(lang === "ar" ? "rtl" : "ltr");
      const small = await page
        .locator("a, button, label:has(input), select, summary")
        .evaluateAll((all) =>
          all
            .filter((one) => {
              const { width, height } = one.getBoundingClientRect();
              return width > 0 && (height < 43.5 || width < 43.5);
            })
            .map((one) => one.outerHTML.slice(0, 80)),
        );
      expect([path, look, small]).toEqual([path, look, []]);
    }
    expect(complaints).toEqual([]);
  }
});

test("behind a proxy, the wrong codes of one slow nobody else down, and nobody is somebody else by saying so", async ({
  database,
  owner,
  worker,
  site,
}) => {
  const [code = ""] = await asked({ database, owner, worker });
  const open = async (what: string, from: string) =>
    (await fetch(`${site.address}/a/${what}`, { headers: { "x-forwarded-for": from } })).status;
  const guess = (index: number) => String(index).padStart(20, "0");
  for (let index = 0; index < 20; index += 1) await open(guess(index), "203.0.113.7");
  // What a visitor says of themselves stands before what the proxy adds.
  expect(await open(guess(21), "198.51.100.1, 203.0.113.7")).toBe(429);
  expect(await open(code, "203.0.113.8")).toBe(200);
});
