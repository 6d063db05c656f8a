import { expect } from "vitest";
import type { SendingSettings } from "#app/settings.server.ts";
import { wishWave } from "#db/records/wave-wishes.ts";
import { spendMinute } from "#jobs/spend-minute.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeReachable } from "#tests/support/letter-company.ts";
import { makeWave } from "#tests/support/make-company.ts";
import { serveMail } from "#tests/support/smtp-server.ts";

const publicAddress = "https://barometre.halles.example";
const mailBy = (port: number): SendingSettings => ({
  publicAddress,
  mail: {
    ...{ host: "127.0.0.1", port, tls: "none", user: null, passwordFile: null, caFiles: [] },
    ...{ from: "barometre@halles.example", replyTo: null, bounces: null, perSecond: 50 },
  },
  smsFile: null,
});

test("a wave that was planned opens in its minute, and its letters leave in the same one, once", async ({
  database,
  owner,
  worker,
  steward,
}) => {
  const mail = await serveMail();
  const at = (now: string) => contextOf(database, worker, `2026-03-03T${now}:00Z`);
  await makeReachable(owner, at("08:00").keys, [
    { email: "ada@halles.example", language: "fr" },
    { email: "bob@halles.example", language: "en" },
    ...Array.from({ length: 10 }, () => ({})),
  ]);
  await makeWave(owner, { key: "other" });
  const wish = (what: "plan" | "schedule", details: object) =>
    wishWave(steward, "vera@halles.example", {
      ...{ wave: "spring", wish: what, details, at: new Date("2026-03-03T08:00:00Z") },
    });
  const spend = (now: string) =>
    spendMinute(at(now), mailBy(mail.port), () => new Date(`2026-03-03T${now}:00Z`));
  await wish("plan", {
    ...{ key: "spring", barometer: "pulse", version: null, mode: "confidential", kind: "wave" },
    ...{ names: { fr: "Printemps", en: "Spring" }, answerRule: "latest", sample: null },
    ...{ opensAt: "2026-03-03T09:00:00Z", closesAt: "2026-03-20T17:00:00Z", consultationOn: null },
    ...{ reminders: [3], hours: { from: "08:00", to: "19:00" } },
  });
  await spend("08:01");
  await wish("schedule", {});
  await spend("08:02");
  expect(mail.taken).toEqual([]);
  for (const now of ["09:00", "09:01", "09:02"]) await spend(now);
  expect(mail.taken.map(({ to }) => to).toSorted()).toEqual([
    "ada@halles.example",
    "bob@halles.example",
  ]);
  await mail.close();
});

test("a mistake in how people are written to keeps no wave from closing", async ({
  database,
  owner,
  worker,
}) => {
  const lines: string[] = [];
  const context = {
    ...contextOf(database, worker, "2026-03-21T09:00:00Z"),
    log: (line: string) => lines.push(line),
  };
  await makeReachable(owner, context.keys, [{}]);
  await makeWave(owner, { key: "spring" });
  await owner
    .updateTable("records.wave")
    .set({ state: "open", closesAt: new Date("2026-03-20T17:00:00Z") })
    .where("key", "=", "spring")
    .execute();
  const settings = { publicAddress, mail: null, smsFile: "/nowhere/sms.yaml" };
  await spendMinute(context, settings, () => new Date());
  const wave = await owner
    .selectFrom("records.wave")
    .where("key", "=", "spring")
    .select("state")
    .executeTakeFirst();
  expect(wave?.state).toBe("closed");
  expect(lines).toContainEqual(expect.stringContaining("Nobody can be written to: "));
});
