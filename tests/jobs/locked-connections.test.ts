import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { ensureConnection } from "#db/intake/connection.ts";
import { readAlerts } from "#db/records/alerts.ts";
import { openChats } from "#jobs/chat/open-chats.ts";
import { runNight } from "#jobs/nightly.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";

test("a chat whose settings were encrypted with another key is left aside, the others write on, and the night says it", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, "2026-10-05T02:00:00Z");
  const connect = (key: string, secrets: Buffer) =>
    ensureConnection(worker, secrets, {
      ...{ key, network: "whatsapp", title: key, supplies: [] },
      settings: { token: "t", phoneNumberId: "1", template: "hello" },
    });
  await connect("halls", context.keys.secrets);
  await connect("plants", randomBytes(32));
  expect((await openChats(context)).map(({ key }) => key)).toEqual(["halls"]);
  const night = await runNight(context, { clock: () => context.now });
  const failed = night?.steps.filter(({ ok }) => !ok) ?? [];
  expect(failed.map(({ name }) => name)).toEqual(["open plants"]);
  expect(failed[0]?.message).toMatch(/^plants is left aside: .*keys\.json.*networks add/);
  const alerts = await readAlerts(worker, { raisedFrom: "2026-10-05" });
  expect(alerts.map(({ subject }) => subject)).toEqual(["open plants"]);
});
