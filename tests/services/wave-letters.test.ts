import { expect, test } from "vitest";
import { previewLetters } from "#app/services/waves/letters.ts";
import { threeQuestions } from "#tests/support/chat-company.ts";

const around = { wanted: "fr", timeZone: "Europe/Paris" };
const until = new Date("2026-12-04T18:00:00Z");
const preview = (mode: "confidential" | "anonymous", wanted = "fr") =>
  previewLetters({ mode, closesAt: until }, threeQuestions, { ...around, wanted });

test("whoever plans a wave reads what people will be asked in each chat, button by button", () => {
  const { chats, mail } = preview("confidential");
  expect(chats.map(({ channel, questions }) => [channel, questions.length])).toEqual([
    ["whatsapp", 1],
    ["telegram", 1],
    ["slack", 3],
    ["teams", 3],
  ]);
  const [whatsapp, telegram, slack] = chats;
  expect(whatsapp?.lines).toEqual([]);
  expect(whatsapp?.buttons).toEqual(["Répondre ici", "Ma page"]);
  expect(telegram?.questions[0]?.words).toBe("Je me sens relié au siège.");
  expect(telegram?.questions[0]?.choices.map(({ label }) => label)).toContain("Sans réponse");
  // What only some are asked is not in the first message.
  expect(slack?.questions.map(({ words }) => words).join()).not.toContain("Le bus est à l’heure.");
  expect(mail.lines.join()).toContain("/promise");
  expect(telegram?.lines).toEqual(mail.lines.slice(0, -1));
});

test("in an anonymous wave a chat shows the link and asks nothing, in any language", () => {
  for (const { questions, buttons } of preview("anonymous", "en").chats) {
    expect([questions, buttons]).toEqual([[], ["My page"]]);
  }
});
