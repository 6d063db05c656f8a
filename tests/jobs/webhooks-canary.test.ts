import { createHmac } from "node:crypto";
import { expect, onTestFinished } from "vitest";
import { decrypt } from "#app/privacy/pseudonym.server.ts";
import { ensureConnection } from "#db/intake/connection.ts";
import { canary } from "#fixtures/recording.ts";
import { bytesOf, readWebhookRecording } from "#fixtures/webhook-recording.ts";
import { connectors } from "#jobs/connectors/index.ts";
import { hearAll } from "#jobs/keep-hearing.ts";
import { secrets, startTeams } from "#tests/support/chat-vendors.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import type { Sign } from "#tests/support/describe-webhook.ts";
import { everyRow } from "#tests/support/every-row.ts";
import { startReceiving } from "#tests/support/receiving.ts";
import { signAsMeta } from "#tests/support/whatsapp-shop.ts";

const NOW = new Date("2026-11-09T02:10:00Z");

const signs: Readonly<Record<string, Sign>> = {
  whatsapp: signAsMeta,
  slack: (body, secret, at) => {
    const seconds = String(Math.floor(at.getTime() / 1000));
    const made = createHmac("sha256", secret).update(`v0:${seconds}:`).update(body).digest("hex");
    return { "x-slack-signature": `v0=${made}`, "x-slack-request-timestamp": seconds };
  },
  telegram: (_body, secret) => ({ "x-telegram-bot-api-secret-token": secret }),
};

const serviceurl = "https://smba.trafficmanager.net/emea/";
const surroundings = { webhook: () => "http://127.0.0.1:1/", now: () => NOW, page: "" };

for (const { network, title, webhook, settings: asked } of connectors) {
  if (webhook === undefined) continue;
  test(`nothing that ${title} sends as text is in the database, queued or stored, or in a line`, async ({
    database,
    worker,
    web,
    owner,
  }) => {
    const lines: string[] = [];
    const context = {
      ...contextOf(database, worker, NOW.toISOString()),
      log: (line: string) => void lines.push(line),
    };
    const recording = await readWebhookRecording(network);
    const vouching = webhook.vouching === undefined ? null : await startTeams(surroundings);
    onTestFinished(async () => vouching?.close());
    const settings: Record<string, string> = {
      ...{ [webhook.secret]: "a-secret-of-this-test-alone", ...recording.settings },
      ...(vouching === null ? {} : { botKeys: vouching.keys, botId: secrets.teams.botId }),
    };
    await ensureConnection(worker, context.keys.secrets, {
      ...{ key: network, network, title, supplies: [], settings },
    });
    const receiving = await startReceiving(context, web, () => NOW);
    const secret = settings[webhook.secret] ?? "";
    // What is vouched for says in which service's name: what says nothing is not believed.
    const unreadable = vouching === null ? [canary, `{"${canary}":`] : [];
    const bodies = [...recording.deliveries.map(({ body }) => body), ...unreadable];
    for (const body of bodies) {
      const bytes = bytesOf(body);
      const answer = await fetch(`${receiving.address}/webhooks/${network}`, {
        method: "POST",
        body: Buffer.from(bytes),
        headers: {
          "content-type": "application/json",
          ...signs[network]?.(bytes, secret, NOW),
          ...(vouching === null ? {} : { authorization: vouching.bearer({ serviceurl }) }),
        },
      });
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain(canary);
    }
    const queued = await worker.selectFrom("intake.delivery").select("records").execute();
    expect(queued.length).toBeGreaterThan(0);
    const opened = queued.map(({ records }) =>
      records === null ? "" : decrypt(context.keys.directory, records),
    );
    expect(opened.join()).not.toContain(canary);
    expect(await everyRow(owner)).not.toContain(canary);

    await hearAll(context);
    const rows = await everyRow(owner);
    expect(rows).not.toContain(canary);
    for (const [name, text] of Object.entries(settings)) {
      if (asked[name]?.secret) expect(rows).not.toContain(text);
    }
    const told = [...lines, ...receiving.lines, receiving.tally.tell() ?? ""].join("\n");
    expect(told).toContain(network);
    expect(told).not.toContain(canary);
    expect(told).not.toContain(secret);
    // Telephone numbers are in nothing that can be read without a key.
    expect(`${rows}\n${told}`).not.toMatch(/336\d{8}/);
  });
}
