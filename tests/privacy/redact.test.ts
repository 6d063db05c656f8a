import { expect, test } from "vitest";
import { directoryOf, piecesOf, redact } from "#app/privacy/redact.ts";
import { lastNames } from "#fixtures/company/names.ts";

/** People of a company in Nantes and Lille, some with names that are also words. */
const directory = directoryOf({
  names: [
    "Étienne Balbazin",
    "Pierre Petit",
    "Rose Delaunay",
    "Jean-Pierre Le Goff",
    "MARTIN Zélie",
    "Amina El Amrani",
    "Siobhán O’Neill",
    "Mark Young",
    "Hope Baker",
    "Lou Marchand",
    "Thi Vu",
    "Inès Lille",
    ...lastNames.slice(0, 400).map((last) => `Corentin ${last}`),
  ],
  places: ["Halle de Lille", "Atelier de Saint-Étienne", "Comptabilité"],
  countries: ["FR", "BE", "MA"],
  isHrNumber: (word) => ["HV10007", "48213", "X7-113"].includes(word.toUpperCase()),
});

const said = (text: string) => redact(text, directory).text;

test.each([
  // Names, whatever their accents, capitals and hyphens.
  ["C’est Étienne Balbazin qui décide.", "C’est ⟦name⟧ qui décide."],
  ["etienne balbazin ne dit jamais bonjour", "⟦name⟧ ne dit jamais bonjour"],
  ["ETIENNE ne répond jamais.", "⟦name⟧ ne répond jamais."],
  ["Balbazin Etienne, toujours lui", "⟦name⟧, toujours lui"],
  ["merci à jean pierre le goff", "merci à ⟦name⟧"],
  ["Jean-Pierre est parti", "⟦name⟧ est parti"],
  ["jeanpierre est parti", "⟦name⟧ est parti"],
  ["avec amina el-amrani et legoff", "avec ⟦name⟧ et ⟦name⟧"],
  ["Demandez à Siobhan O'Neill", "Demandez à ⟦name⟧"],
  ["d’Amina ou d'étienne", "d’⟦name⟧ ou d'⟦name⟧"],
  ["Zélie’s team is great, Zelie's too", "⟦name⟧’s team is great, ⟦name⟧'s too"],
  ["P. Balbazin et Amina E. ont raison", "⟦name⟧ et ⟦name⟧ ont raison"],
  ["#EtienneBalbazin, etienne.balbazin", "#⟦name⟧, ⟦name⟧"],
  ["É t i e n n e nous ment", "⟦name⟧ nous ment"],
  ["Éti\u200benne et Amina\u00ad El\u2060 Amrani", "⟦name⟧ et ⟦name⟧"],
  ["Ｅｔｉｅｎｎｅ", "⟦name⟧"],
  ["Monsieur Tartempion et Mme de La Fayette crient", "Monsieur ⟦name⟧ et Mme ⟦name⟧ crient"],
  ["Mr Smithers shouts, so does Mrs. Brown-Jones", "Mr ⟦name⟧ shouts, so does Mrs. ⟦name⟧"],
  // Words that are also names.
  ["Pierre décide seul, Petit se tait.", "⟦name⟧ décide seul, ⟦name⟧ se tait."],
  ["le mur de pierre et le petit chariot rose", "le mur de pierre et le petit chariot rose"],
  ["pierre petit a raison", "⟦name⟧ a raison"],
  ["un petit marchand sans espoir", "un petit marchand sans espoir"],
  ["J’ai vu Rose hier", "J’ai vu ⟦name⟧ hier"],
  ["we hope to mark the young ones", "we hope to mark the young ones"],
  ["Ask Hope or Mark about it", "Ask ⟦name⟧ or ⟦name⟧ about it"],
  ["mark young is never there", "⟦name⟧ is never there"],
  ["Vu avec l’équipe, c’est bon.", "Vu avec l’équipe, c’est bon."],
  ["Lou est là, on loue un lou", "⟦name⟧ est là, on loue un lou"],
  ["La halle de Lille et Saint-Étienne", "La halle de Lille et Saint-Étienne"],
  ["Inès Lille est à Lille", "⟦name⟧ est à Lille"],
  ["LE PETIT CHARIOT ROSE EST CASSÉ DEPUIS MARDI", "LE PETIT CHARIOT ROSE EST CASSÉ DEPUIS MARDI"],
  // Addresses and links.
  ["écrivez à jo.dupont+rh@valmiere.example !", "écrivez à ⟦email⟧ !"],
  ["jo.dupont (at) valmiere (dot) example", "⟦email⟧"],
  ["jo arobase valmiere point fr", "⟦email⟧"],
  ["voir https://exemple.fr/x?a=1 et linkedin.com/in/jo", "voir ⟦link⟧ et ⟦link⟧"],
  ["cc @jo_dupont, @équipe", "cc ⟦mention⟧, ⟦mention⟧"],
  ["J’habite 12 bis, rue des Tanneurs 44000 Nantes, loin.", "J’habite ⟦address⟧, loin."],
  ["au 3 place Jean Jaurès", "au ⟦address⟧"],
  ["I live at 221B Baker Street, far away", "I live at ⟦address⟧, far away"],
  ["postcode SW1A 1AA", "postcode ⟦address⟧"],
  ["3 cours de formation, 2 quais, 1 place libre", "3 cours de formation, 2 quais, 1 place libre"],
  ["12000 Euros de trop", "12000 Euros de trop"],
  // Numbers.
  ["appelez le 06 39 98 12 34", "appelez le ⟦telephone⟧"],
  ["au 06.39.98.12.34 ou 0639981234", "au ⟦telephone⟧ ou ⟦telephone⟧"],
  ["+33 (0)6 39 98 12 34 ou 0033 6 39 98 12 34", "⟦telephone⟧ ou ⟦telephone⟧"],
  ["0032 475 12 34 56 ; +212 661-234567", "⟦telephone⟧ ; ⟦telephone⟧"],
  ["call +44 20 7946 0958 please", "call ⟦telephone⟧ please"],
  ["FR76 3000 6000 0112 3456 7890 189 merci", "⟦account⟧ merci"],
  ["GB82WEST12345698765432", "⟦account⟧"],
  ["2 55 08 14 168 025 38 est mon numéro", "⟦social⟧ est mon numéro"],
  ["255081416802538", "⟦social⟧"],
  ["carte 4111 1111 1111 1111", "carte ⟦card⟧"],
  ["je suis HV10007, badge 48213", "je suis ⟦number⟧, badge ⟦number⟧"],
  ["matricule : 12", "matricule : ⟦number⟧"],
  ["my staff number is 77-A", "my staff number is ⟦number⟧"],
  [
    "le 12/05/2026 à 14 h 30, 1 250 colis, 2019-2021",
    "le 12/05/2026 à 14 h 30, 1 250 colis, 2019-2021",
  ],
  ["salaire de 1 800 à 2 000 euros depuis 2019", "salaire de 1 800 à 2 000 euros depuis 2019"],
])("%s", (text, expected) => {
  expect(said(text)).toBe(expected);
});

test("numbers that only look like ours are let be: wrong IBAN, wrong key, wrong sum", () => {
  expect(said("FR76 3000 6000 0112 3456 7890 188")).not.toContain("⟦account⟧");
  expect(said("2 55 08 14 168 025 39")).not.toContain("⟦social⟧");
  expect(said("4111 1111 1111 1112")).not.toContain("⟦card⟧");
});

test("ordinary sentences of both languages come out as they went in", () => {
  const ordinary = [
    "Les chariots de la réserve sont vieux, et le petit rayon rose est loin de la sortie.",
    "On nous demande de porter la pierre à la main ; un homme seul ne peut pas, même fort.",
    "Il faudrait un bon chef de rang, le vert du mur est triste, la fin du mois est dure.",
    "The baker shop opens late, a young buyer may hope for more; mark the white boxes in May.",
    "Le service du soir manque de bras en mars et en août.",
    "Merci pour la cuisine, le jardin et la place de parking.",
    "Plus de respect et de bonjour le matin, ce serait bien.",
  ];
  expect(ordinary.map(said)).toEqual(ordinary);
});

test("a name with a small letter where a name would stand makes a person look", () => {
  expect(redact("j’en ai parlé avec pierre", directory).doubtful).toBe(true);
  expect(redact("thanks to mark and by hope", directory).doubtful).toBe(true);
  expect(redact("PIERRE EST UN MAUVAIS CHEF DEPUIS TOUJOURS", directory).doubtful).toBe(true);
  expect(redact("mon numéro : zéro six trois neuf neuf huit", directory).doubtful).toBe(true);
  expect(redact("\u0415tiennе est là", directory).doubtful).toBe(true);
  expect(redact("le mur de pierre est tombé", directory).doubtful).toBe(false);
});

test("nobody writes our marks by hand, and what was struck can be told apart again", () => {
  expect(said("⟦name⟧ \ue000 bonjour")).toBe("name bonjour");
  expect(piecesOf("vu avec ⟦name⟧, ⟦email⟧")).toEqual([
    "vu avec ",
    { struck: "name" },
    ", ",
    { struck: "email" },
  ]);
});

test("a name twice over changes nothing more", () => {
  const once = said("Étienne Balbazin, 06 39 98 12 34, à Lille");
  expect(said(once.replaceAll(/[⟦⟧]/g, "")).replaceAll(/[⟦⟧]/g, "")).toBe(
    once.replaceAll(/[⟦⟧]/g, ""),
  );
});
