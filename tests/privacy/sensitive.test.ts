import { expect, test } from "vitest";
import { sensitiveIn } from "#app/privacy/sensitive.ts";

test.each([
  ["Depuis mon cancer, on me laisse tranquille.", ["health"]],
  ["I came back from sick leave to nothing.", ["health"]],
  ["Elle est enceinte et personne ne l’aide", ["health"]],
  ["Depuis que je suis syndiqué à la CGT, plus de prime", ["union"]],
  ["Since I joined the union my shifts changed", ["union"]],
  ["On ne me laisse pas prier pendant le ramadan", ["religion"]],
  ["They mock my hijab", ["religion"]],
  ["on se moque de lui parce qu’il est gay", ["orientation"]],
  ["Des remarques racistes tous les jours", ["origin"]],
  ["J’ai envie de mourir", ["threat"]],
  ["I want to kill myself", ["threat"]],
  ["Il va payer, je vais mettre le feu", ["threat"]],
  ["Le magasinier vole dans la caisse", ["accusation"]],
  ["He is bullying the new ones", ["accusation"]],
  ["Harcèlement permanent", ["accusation"]],
  ["la seule comptable de Lille", ["indirect"]],
  ["Je suis la seule femme de l’équipe", ["indirect"]],
  ["I am the only accountant in Lille", ["indirect"]],
  ["As the only woman on the dock I know", ["indirect"]],
  ["Mon chef ne dit jamais bonjour", ["indirect"]],
  ["After 31 years here nobody thanks you", ["indirect"]],
])("%s", (text, reasons) => {
  expect(sensitiveIn(text)).toEqual(expect.arrayContaining(reasons));
});

test("accents, capitals and typographic apostrophes change nothing", () => {
  expect(sensitiveIn("HARCÈLEMENT")).toEqual(["accusation"]);
  expect(sensitiveIn("J’EN PEUX PLUS")).toEqual(["threat"]);
});

test("what most people write about is left alone", () => {
  const ordinary = [
    "Les chariots sont vieux, il en faudrait de nouveaux.",
    "Plus d’informations sur les projets du siège, s’il vous plaît.",
    "The canteen is too far from the loading bay.",
    "On apprend les décisions par le journal.",
    "More flexible hours on Saturdays would help.",
    "Bravo pour le nouvel outil de planning.",
    "Le parking est plein à 8 h.",
  ];
  expect(ordinary.flatMap(sensitiveIn)).toEqual([]);
});
