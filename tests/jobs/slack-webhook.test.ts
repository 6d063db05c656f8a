import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { readRecording } from "#fixtures/recording.ts";
import { bytesOf, readWebhookRecording } from "#fixtures/webhook-recording.ts";
import { slack } from "#jobs/connectors/slack.ts";
import type { Delivery } from "#jobs/connectors/webhook.ts";
import { describeWebhook, type Sign } from "#tests/support/describe-webhook.ts";

const sign: Sign = (body, secret, at) => {
  const sentAt = String(Math.floor(at.getTime() / 1000));
  const made = createHmac("sha256", secret).update(`v0:${sentAt}:`).update(body).digest("hex");
  return { "x-slack-request-timestamp": sentAt, "x-slack-signature": `v0=${made}` };
};

describeWebhook(slack, sign);

test("a signature computed elsewhere is believed, over the bytes as they came", () => {
  const body =
    "token=xyzz0WbapA4vBCDEFsx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
  const delivery: Delivery = {
    method: "POST",
    headers: {
      "x-slack-request-timestamp": "1531420618",
      "x-slack-signature": "v0=ce6e60d410a73ffee14f9eaba16a1d8b7f3dee5846611fd32327a904f2ce6b05",
    },
    query: new URLSearchParams(),
    body: bytesOf(body),
  };
  const secret = "8f742231b10e8888abcd99yyyzzz85a5";
  expect(slack.webhook?.isSigned(delivery, secret)).toBe(true);
  expect(slack.webhook?.sentAt?.(delivery)).toEqual(new Date("2018-07-12T18:36:58Z"));
  const replayed = { ...delivery.headers, "x-slack-request-timestamp": "1531420619" };
  expect(slack.webhook?.isSigned({ ...delivery, headers: replayed }, secret)).toBe(false);
});

test("what the night reads and what Slack sends are the same records", async () => {
  const { expected } = await readRecording("slack");
  const { deliveries } = await readWebhookRecording("slack");
  const nightly = new Map(
    expected.flatMap((record) => (record.type === "activity" ? [[record.id, record]] : [])),
  );
  const sent = deliveries.flatMap((one) => one.expected.flatMap(({ records }) => records));
  const both = sent.flatMap((record) =>
    record.type === "activity" && nightly.has(record.id) && record.withdrawnAt === null
      ? [record]
      : [],
  );
  expect(new Set(both.map(({ verb }) => verb))).toEqual(
    new Set(["post", "comment", "react", "leave"]),
  );
  for (const record of both) {
    // A question is seen in the text, and the two recordings need not have the same.
    const { isQuestion, ...same } = record;
    expect(nightly.get(record.id)).toMatchObject(same);
  }
});
