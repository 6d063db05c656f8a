import { expect, test } from "vitest";
import { isQuestion } from "#jobs/connectors/question.ts";

test.each([
  "Quand commence l'équipe de nuit ?",
  "Quand commence l'équipe de nuit\u202f?",
  "When does it start?",
  "« Qui vient ? » a demandé le chef.",
  "(Anyone?) I am at dock 4.",
  "Vraiment ?! Oui.",
  "**Who is on call?**",
  "Alors ?🙂",
  "Premier point.\nEt le second ?\nMerci.",
  "¿Quién viene?",
  "誰が来ますか？",
])("%j asks something", (text) => {
  expect(isQuestion(text)).toBe(true);
});

test.each([
  "",
  "Bonjour à tous.",
  "https://example.org/stock?page=2",
  "Voir www.example.org/stock?page=2 pour le détail.",
  "Lien : https://example.org/aide?",
  "`a ? b : c`",
  "```\nconst x = a ? b : c;\nWhy?\n```",
  "> Quand commence l'équipe ?\nÀ 22 h.",
  "Le fichier a?b.txt est vide.",
])("%j asks nothing", (text) => {
  expect(isQuestion(text)).toBe(false);
});

test("a message of a hundred thousand characters takes no time", () => {
  const start = performance.now();
  for (const part of ["> ", "```", "`", "?a", "http://", " \n\t"])
    isQuestion(part.repeat(100_000 / part.length));
  expect(performance.now() - start).toBeLessThan(1000);
});
