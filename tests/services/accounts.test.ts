import { expect } from "vitest";
import type { Viewer } from "#app/model/viewer.ts";
import { linkAccount } from "#app/services/accounts.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import type { Db } from "#db/client.server.ts";
import { writeLetterAddress } from "#db/records/letter-address.ts";
import { test } from "#tests/support/database.ts";

const administrator: Viewer = {
  id: 1,
  name: "Ada",
  email: "admin@halles.example",
  language: "fr",
  roles: ["administrator"],
  scopes: [],
};

function visitOn(db: Db): ViewerVisit {
  const around = { timeZone: "Europe/Paris", language: "fr", addressLanguage: null } as const;
  return { db, now: new Date(0), today: "2026-11-09", ...around, viewer: administrator };
}

test("what is no account, or no HR number, is said and nothing is noted", async ({
  web,
  worker,
  steward,
  owner,
}) => {
  const visit = visitOn(web);
  const link = (account: string, number: string | null) =>
    linkAccount(visit, steward, { account, number });
  expect(await link("1", "4711")).toBe("not-ready");
  await writeLetterAddress(worker, Buffer.alloc(32, 9));
  for (const account of ["", "0", "-1", "1.5", "ada", "99999999999"]) {
    expect([account, await link(account, "4711")]).toEqual([account, "account"]);
  }
  expect(await link("1", "  ")).toBe("number");
  expect(await link("1", "7".repeat(101))).toBe("number");
  const noted = await owner.selectFrom("intake.linkRequest").select("id").execute();
  expect(noted).toEqual([]);
});
