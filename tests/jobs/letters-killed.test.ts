import { sql } from "kysely";
import { expect, onTestFinished } from "vitest";
import { countLetters } from "#db/intake/dispatch/tally.ts";
import { queueLetters } from "#db/intake/dispatch.ts";
import { readKeys } from "#jobs/keys.server.ts";
import { openWave } from "#jobs/waves.ts";
import { settingsFor } from "#tests/support/command-settings.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeReachable } from "#tests/support/letter-company.ts";
import { makeWave } from "#tests/support/make-company.ts";
import { barometer } from "#tests/support/processes.ts";
import { serveMail } from "#tests/support/smtp-server.ts";

const PEOPLE = 400;

test("a sender killed with -9 in the middle: everybody has one letter at most, and whoever has none is known", async ({
  database,
  owner,
  worker,
}) => {
  const settings = settingsFor(database);
  const now = new Date();
  const context = {
    ...contextOf(database, worker, now.toISOString()),
    keys: readKeys(settings.BAROMETER_HOME ?? ""),
  };
  const people = Array.from({ length: PEOPLE }, (_, n) => ({ email: `p${n}@company.example` }));
  await makeReachable(owner, context.keys, people);
  await makeWave(owner, { key: "spring" });
  await openWave(context, { wave: "spring" });
  await queueLetters(worker, { waveId: 1, purpose: "invite", dueAt: now, personIds: null });
  const server = await serveMail();
  onTestFinished(() => server.close());
  const sending = {
    ...settings,
    BAROMETER_ADDRESS: "https://barometer.example.org",
    SMTP_URL: `smtp://127.0.0.1:${server.port}?tls=none`,
    MAIL_FROM: "barometer@company.example",
    MAIL_PER_SECOND: "200",
  };

  const first = barometer(["letters", "send"], sending);
  while (server.taken.length < 60) {
    await Promise.race([first.ended, new Promise((over) => setTimeout(over, 5))]);
  }
  first.signal("SIGKILL");
  expect(await first.ended).toBeNull();
  const caught = server.taken.length;
  expect(caught).toBeLessThan(PEOPLE);

  const second = barometer(["letters", "send"], sending);
  expect(await second.ended, second.printed()).toBe(0);
  const took = server.taken.map(({ to }) => to);
  expect(new Set(took).size).toBe(took.length);
  // What was on its way is as many letters as were being sent at once, and no more.
  expect(took.length).toBeGreaterThanOrEqual(PEOPLE - 4);

  // After a while nobody can still be sending them: they are said to be unsure, and not sent again.
  await sql`update intake.dispatch set claimed_at = claimed_at - interval '20 minutes'`.execute(
    owner,
  );
  const third = barometer(["letters", "send"], sending);
  expect(await third.ended, third.printed()).toBe(0);
  expect(server.taken.length).toBe(took.length);
  const states = await countLetters(worker, "spring");
  const lettersIn = (state: string) => states.find((one) => one.state === state)?.letters ?? 0;
  expect(lettersIn("sent") + lettersIn("unsure")).toBe(PEOPLE);
  expect(lettersIn("unsure")).toBeGreaterThanOrEqual(PEOPLE - took.length);
  expect(lettersIn("unsure")).toBeLessThanOrEqual(4);
  expect(`${second.printed()}${third.printed()}`).not.toMatch(/p\d+@company|\/a\//);
});
