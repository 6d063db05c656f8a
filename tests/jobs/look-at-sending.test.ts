import { expect, onTestFinished, test } from "vitest";
import { readSettings } from "#app/settings.server.ts";
import { lookAtSending } from "#jobs/look-at-sending.ts";
import { serveMail } from "#tests/support/smtp-server.ts";

const look = async (variables: Record<string, string>) =>
  (await lookAtSending(readSettings(variables).sending)).map(({ name, state }) => [name, state]);

test("where nothing is set, the doctor says that no letter leaves, and how people answer meanwhile", async () => {
  const [letters, ...rest] = await lookAtSending(readSettings({}).sending);
  expect(letters).toMatchObject({
    state: "warning",
    found: expect.stringContaining("none can leave"),
  });
  expect(letters?.advice).toContain("codes on paper");
  expect(rest.map(({ state }) => state)).toEqual(["warning", "well"]);
});

test("the mail server is spoken to, and one that is away or refuses us is a problem", async () => {
  const server = await serveMail({ onAuth: (_auth, _session, done) => done(new Error("no")) });
  onTestFinished(() => server.close());
  const set = {
    BAROMETER_ADDRESS: "https://barometer.example.org",
    MAIL_FROM: "barometer@example.org",
  };
  expect(await look({ ...set, SMTP_URL: `smtp://127.0.0.1:${server.port}?tls=none` })).toEqual([
    ["Letters", "well"],
    ["Mail", "well"],
    ["Text messages", "well"],
  ]);
  expect(server.taken).toEqual([]);
  const away = await look({ ...set, SMTP_URL: "smtp://127.0.0.1:1?tls=none" });
  expect(away[1]).toEqual(["Mail", "problem"]);
});

test("codes that travel in the open are warned of", async () => {
  expect((await look({ BAROMETER_ADDRESS: "http://barometer.example.org" }))[0]).toEqual([
    "Letters",
    "warning",
  ]);
  expect((await look({ BAROMETER_ADDRESS: "http://127.0.0.1:3000" }))[0]).toEqual([
    "Letters",
    "well",
  ]);
});
