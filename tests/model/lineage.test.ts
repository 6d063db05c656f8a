import { expect, test } from "vitest";
import { type AskedQuestion, continuityOf } from "#app/model/lineage.ts";

let ids = 0;
const corrected = { fr: "Une faute corrigée", en: "A misprint corrected" };

function asked(
  versionId: number,
  item: string,
  words: string,
  more: Partial<AskedQuestion> = {},
): AskedQuestion {
  ids += 1;
  return {
    id: ids,
    versionId,
    item,
    indicator: "trust",
    kind: "agreement",
    low: 1,
    high: 5,
    reversed: false,
    wordings: { fr: words },
    ...more,
  };
}

test("the same questions in another version go on, an added language and a space not counting", () => {
  const questions = [
    asked(1, "plain", "La direction dit les choses."),
    asked(2, "plain", "La  direction dit les choses.", {
      wordings: { fr: "La  direction dit les choses.", en: "Leaders say it." },
    }),
  ];
  const lineage = { questions, equivalences: [] };
  expect(continuityOf("trust", 1, 2, lineage)).toEqual({ goesOn: true, reasons: [] });
  expect(continuityOf("question:plain", 1, 2, lineage)).toEqual({ goesOn: true, reasons: [] });
});

test("a reworded question ends its series and its indicator's, and no other", () => {
  const questions = [
    asked(1, "plain", "La direction dit les choses."),
    asked(1, "close", "Je me sens proche.", { indicator: "connection" }),
    asked(2, "plain", "La direction est franche."),
    asked(2, "close", "Je me sens proche.", { indicator: "connection" }),
  ];
  const lineage = { questions, equivalences: [] };
  expect(continuityOf("trust", 1, 2, lineage)).toEqual({ goesOn: false, because: "wording" });
  expect(continuityOf("question:plain", 1, 2, lineage).goesOn).toBe(false);
  expect(continuityOf("connection", 1, 2, lineage).goesOn).toBe(true);
  expect(continuityOf("participation", 1, 2, lineage).goesOn).toBe(true);
});

test("declared equivalent it goes on, with the reason, over a version in between too", () => {
  const [first, second] = [asked(1, "plain", "Avant."), asked(2, "plain", "Après.")];
  const third = asked(3, "plain", "Après.");
  const lineage = {
    questions: [first, second, third],
    equivalences: [{ from: first.id, to: second.id, reason: corrected }],
  };
  expect(continuityOf("trust", 1, 3, lineage)).toEqual({
    goesOn: true,
    reasons: [corrected],
  });
});

test("an item that changed its key goes on where it was declared", () => {
  const [first, second] = [asked(1, "plain", "Avant."), asked(2, "frank", "Après.")];
  const lineage = { questions: [first, second], equivalences: [] };
  expect(continuityOf("trust", 1, 2, lineage)).toEqual({ goesOn: false, because: "questions" });
  const declared = { from: first.id, to: second.id, reason: corrected };
  expect(continuityOf("trust", 1, 2, { ...lineage, equivalences: [declared] }).goesOn).toBe(true);
});

test("another scale, a question more or one less is another series", () => {
  const plain = asked(1, "plain", "Avant.");
  const wider = asked(2, "plain", "Avant.", { high: 7 });
  expect(continuityOf("trust", 1, 2, { questions: [plain, wider], equivalences: [] })).toEqual({
    goesOn: false,
    because: "scale",
  });
  const same = asked(3, "plain", "Avant.");
  const added = asked(3, "seen", "On les voit.");
  const lineage = { questions: [plain, same, added], equivalences: [] };
  expect(continuityOf("trust", 1, 3, lineage)).toEqual({ goesOn: false, because: "questions" });
  expect(continuityOf("trust", 3, 1, lineage)).toEqual({ goesOn: false, because: "questions" });
});
