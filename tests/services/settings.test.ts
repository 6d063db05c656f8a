import { expect } from "vitest";
import { may, type Role, type Viewer } from "#app/model/viewer.ts";
import { raise, readThresholds, withdraw } from "#app/services/settings.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import type { Db } from "#db/client.server.ts";
import { test } from "#tests/support/database.ts";

const viewer: Viewer = {
  id: 1,
  name: "Ada",
  email: "admin@halles.example",
  language: "fr",
  roles: ["administrator"],
  scopes: [],
};

function visitOn(db: Db): ViewerVisit {
  const around = { timeZone: "Europe/Paris", language: "fr", addressLanguage: null } as const;
  return { db, now: new Date("2026-11-20T10:00:00Z"), today: "2026-11-20", ...around, viewer };
}

test("an administrator raises a threshold and takes it back, and is told why not otherwise", async ({
  web,
  steward,
}) => {
  const visit = visitOn(web);
  const ask = (threshold: string, to: string) => raise(visit, steward, { threshold, to });
  expect(await ask("answers", "8")).toBeNull();
  const { thresholds, withdrawable, policies } = await readThresholds(visit);
  expect(thresholds.find(({ name }) => name === "answers")?.least).toBe(8);
  expect(thresholds.map(({ name }) => name)).not.toContain("exact");
  expect([withdrawable, policies[0]?.byProduct]).toEqual([true, false]);
  expect(await ask("answers", "5")).toBe("lower");
  expect(await ask("answers", "8")).toBe("same");
  expect(await ask("exact", "30")).toBe("fixed");
  for (const number of ["", "8.5", "-9", "1e3", "many"]) {
    expect([number, await ask("answers", number)]).toEqual([number, "number"]);
  }
  expect(await withdraw(visit, steward)).toBeNull();
  expect(await withdraw(visit, steward)).toBe("none");
  expect((await readThresholds(visit)).withdrawable).toBe(false);
});

test("the settings are an administrator's page and nobody else's", () => {
  const readers = (["director", "manager", "analyst", "administrator", "auditor"] as Role[]).filter(
    (role) => may({ ...viewer, roles: [role] }, { do: "read-page", page: "settings" }),
  );
  expect(readers).toEqual(["administrator"]);
});
