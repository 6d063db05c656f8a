import { expect, test } from "vitest";
import { consentIn } from "#jobs/connectors/whatsapp/words.ts";
import { whatsapp } from "#jobs/connectors/whatsapp.ts";
import { describeWebhook } from "#tests/support/describe-webhook.ts";
import { checkNothing, checkWithoutToken, metaAnswers } from "#tests/support/whatsapp-check.ts";
import { signAsMeta } from "#tests/support/whatsapp-shop.ts";

describeWebhook(whatsapp, signAsMeta);

test.each([
  ["STOP", false],
  ["stop.", false],
  ["  Arrêt !", false],
  ["ARRET", false],
  ["«Désabonnement»", false],
  ["Désabonnement", false],
  ["🛑 stop", false],
  ["unsubscribe", false],
  ["oui", true],
  ["OUI!", true],
  ["non", null],
  ["stop it", null],
  ["arrêt de bus", null],
  ["?", null],
  ["", null],
  [`stop${" ".repeat(5000)}`, null],
])("“%s” alone is %s", (text, given) => {
  expect(consentIn(text, "OUI, START")).toBe(given);
});

test("nobody opts in by a word the administrator did not choose", () => {
  expect(consentIn("oui", undefined)).toBeNull();
  expect(consentIn("start", " ")).toBeNull();
  expect(consentIn("STOP", undefined)).toBe(false);
});

test("its check tells which right the token lacks, and proves the secret without telling it", async () => {
  const { found, urls } = await metaAnswers(["whatsapp_business_messaging"]);
  expect(found).toEqual([
    { right: "whatsapp_business_messaging", held: true },
    { right: "whatsapp_business_management", held: false },
  ]);
  expect(urls.every((url) => url.searchParams.get("appsecret_proof")?.length === 64)).toBe(true);
  expect(urls.join(" ")).not.toContain("a-secret-of-the-app");
});

test("without a token nothing is asked, and nothing is claimed", async () => {
  const found = await checkWithoutToken();
  expect(found.map(({ held }) => held)).toEqual([null, null]);
  expect(found[0]?.note).toMatch(/no token was given/);
});

test("a token that is refused is said to be, without being told", async () => {
  const error = await checkNothing();
  expect(error).toMatchObject({ name: "NetworkError", trouble: "unauthorised" });
  expect(String(error)).not.toMatch(/EAAG|a-secret/);
});
