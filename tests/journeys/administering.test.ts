import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { writeLetterAddress } from "#db/records/letter-address.ts";
import { makeHalles } from "#tests/support/make-halles.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";
import { axeFindings, password, sidewaysScroll, test } from "#tests/support/site.ts";

const administrator = {
  email: "admin@halles.example",
  password,
  roles: ["administrator"],
  scopes: [],
} as const;

test("without scripts, an administrator says whose an account is, and sees that it was noted", async ({
  owner,
  worker,
  site,
}) => {
  await makeHalles(owner);
  await makeViewer(owner, administrator);
  await accounts(owner, ["ada", "bruno"]);
  await writeLetterAddress(worker, Buffer.alloc(32, 9));
  const { page, signIn, complaints } = await site.open({ javaScriptEnabled: false });
  await signIn(administrator.email);
  await page.goto("/accounts");
  const line = page.locator("#unmatched tr", { hasText: "ada" });
  await line.locator("input[name=number]").fill("4711");
  await line.locator("button").click();

  expect(await page.textContent("[role=status]")).toContain("C’est noté");
  expect(await line.textContent()).toContain("notée, faite au prochain passage");
  expect(await page.content()).not.toContain("4711");
  expect(complaints).toEqual([]);
});

test("a director has no page of accounts, nor its file", async ({ owner, site }) => {
  await makeHalles(owner);
  await makeViewer(owner, {
    email: "director@halles.example",
    password,
    roles: ["director"],
    scopes: [{ kind: "company", key: "company" }],
  });
  const { page, signIn } = await site.open();
  await signIn("director@halles.example");
  for (const address of ["/accounts", "/accounts.csv", "/networks"]) {
    expect((await page.request.get(address)).status()).toBe(404);
  }
});

test("the pages of networks and accounts are for everybody: axe, dark, a phone, both languages", async ({
  owner,
  worker,
  site,
}) => {
  await makeHalles(owner);
  await makeViewer(owner, administrator);
  await accounts(owner, ["ada", `a-very-long-identifier-${"x".repeat(60)}`]);
  await writeLetterAddress(worker, Buffer.alloc(32, 9));
  const looks = [
    { lang: "fr", colorScheme: "light", viewport: { width: 1280, height: 800 } },
    { lang: "en", colorScheme: "dark", viewport: { width: 360, height: 800 } },
  ] as const;
  for (const { lang, ...look } of looks) {
    const { page, signIn, complaints } = await site.open(look);
    await signIn(administrator.email);
    for (const address of [`/networks?lang=${lang}`, `/accounts?lang=${lang}`]) {
      await page.goto(address, { waitUntil: "networkidle" });
      expect([address, await axeFindings(page)]).toEqual([address, []]);
      expect([address, await sidewaysScroll(page)]).toEqual([address, 0]);
    }
    expect(complaints).toEqual([]);
  }
});

/** Accounts of one chat server that nobody in the HR file has. */
async function accounts(owner: Db, names: readonly string[]): Promise<void> {
  const declaration = {
    live: { each: ["members", "post"], totals: ["message"], historyDays: 90, delayHours: 48 },
    files: { each: ["members"], formats: ["zip"], historyDays: null, delayHours: 0 },
    webhook: true,
    sent: null,
    people: false,
  };
  await sql`insert into records.network (network, title, position, declaration)
    values ('chat', 'Chat', 99, ${JSON.stringify(declaration)}::jsonb)`.execute(owner);
  await sql`insert into records.connection (key, network, title) values ('chat', 'chat', 'Chat')`.execute(
    owner,
  );
  for (const name of names) {
    await sql`insert into intake.account (connection_id, external_id)
      select id, ${name} from records.connection where key = 'chat'`.execute(owner);
  }
}
