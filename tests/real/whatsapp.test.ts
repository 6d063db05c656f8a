import { describe, expect, test } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { whatsapp } from "#jobs/connectors/whatsapp.ts";
import { delivered, recordedPseudonym } from "#tests/support/describe-webhook.ts";
import { samplesOf } from "#tests/support/real-samples.ts";
import { signAsMeta } from "#tests/support/whatsapp-shop.ts";

const samples = samplesOf("whatsapp");
const numberId = "106540352242922";
const secret = "the-secret-of-the-app";

function read(name: string, phoneNumberId = numberId) {
  const body = samples.text(`webhook.${name}.json`);
  const delivery = delivered(body, secret, signAsMeta, new Date("2026-11-03T08:00:00Z"));
  expect(whatsapp.webhook?.isSigned(delivery, secret)).toBe(true);
  const reading = { settings: { phoneNumberId }, pseudonymOf: recordedPseudonym };
  return whatsapp.webhook?.read(delivery, reading);
}

const standIn = (number: string) => `telephone:${recordedPseudonym(number)}`;
const person = (telephone: string): CanonicalRecord => ({
  type: "member",
  id: standIn(telephone),
  email: null,
  telephone,
  kind: "person",
  active: true,
});
const sheena = "+16505551234";
const act = (id: string, particulars: object): CanonicalRecord => ({
  type: "activity",
  id,
  verb: "message",
  member: standIn(sheena),
  group: null,
  root: null,
  target: null,
  isQuestion: false,
  at: "",
  withdrawnAt: null,
  ...particulars,
});
const written = "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=";
const broadcast = `broadcast:${numberId}`;

const cases: readonly [string, string, readonly CanonicalRecord[]][] = [
  ["text_message", written, [person(sheena), act(written, { at: "2025-06-08T20:59:43.000Z" })]],
  [
    "unsupported_message",
    "wamid.HBgLMTQyMDU1NTA3NDkVAgASGBI5N0MwRjg0RTVBNUI1RDA2OTkA",
    [
      person(sheena),
      act("wamid.HBgLMTQyMDU1NTA3NDkVAgASGBI5N0MwRjg0RTVBNUI1RDA2OTkA", {
        at: "2025-06-16T16:18:22.000Z",
      }),
    ],
  ],
  [
    "reaction_message",
    written,
    [
      person(sheena),
      {
        type: "group",
        id: broadcast,
        privacy: "closed",
        purpose: "announcements",
        name: null,
        createdAt: null,
        archivedAt: null,
      },
      act(written, {
        verb: "react",
        group: broadcast,
        root: "wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI0RTJEOTc2ODVERUY5RDlGNkYA",
        at: "2025-06-08T21:52:24.000Z",
      }),
    ],
  ],
  [
    "button_message",
    "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQUU0M0MxQzQzMUJCMTMwNUZFOQA=",
    [
      person(sheena),
      {
        // The button of a template that ends it, whatever it was put under.
        type: "consent",
        id: "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQUU0M0MxQzQzMUJCMTMwNUZFOQA=",
        member: standIn(sheena),
        given: false,
        at: "2025-06-16T16:24:05.000Z",
      },
    ],
  ],
  [
    "interactive_button_reply_message",
    "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTZBQzg0MzQ4QjRCM0NGNkVGOAA=",
    [
      person(sheena),
      {
        type: "answer",
        id: "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTZBQzg0MzQ4QjRCM0NGNkVGOAA=",
        member: standIn(sheena),
        asked: "wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI3MEM2RUJFNkI0RENGQTVDRjUA",
        options: ["cancel-button"],
        at: "2025-06-15T22:05:36.000Z",
      },
    ],
  ],
  [
    "interactive_list_reply_message",
    "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQUJDQ0NDM0FEODY4ODkzOTc5RgA=",
    [
      person(sheena),
      {
        type: "answer",
        id: "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQUJDQ0NDM0FEODY4ODkzOTc5RgA=",
        member: standIn(sheena),
        asked: "wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJGMzEyNzhENTZDMzNGODlDRDgA",
        options: ["priority_express"],
        at: "2025-06-13T22:42:55.000Z",
      },
    ],
  ],
  [
    "system_message",
    "wamid.HBgLMTk4MzU1NTE5NzQVAgASGAoxMTgyMDg2MjY3AA==",
    [
      { type: "alias", formerly: standIn(sheena), member: standIn("+12195555358") },
      person("+12195555358"),
    ],
  ],
];

describe.skipIf(samples.isAbsent)("the deliveries of Meta's own specification", () => {
  test.each(cases)("%s is told without a word of it", (name, id, records) => {
    expect(read(name)).toEqual([{ id, records }]);
    expect(JSON.stringify(records)).not.toMatch(/Sheena|another color|Cancel|Priority/);
  });

  test.each(cases)("%s to another number of the company is not ours", (name) => {
    expect(read(name, "2000000")).toEqual([]);
  });
});
