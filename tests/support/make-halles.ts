import type { Viewer } from "#app/model/viewer.ts";
import type { Db } from "#db/client.server.ts";
import { type MadeFigure, makeRelease, makeWave, population } from "./make-figures.ts";

const company = population("company", "Halles Valmière");
const north = population("unit:north", "Logistique Nord", { under: company });
const south = population("unit:south", "Logistique Sud", { under: company });
const day = population("unit:south-day", "Préparation jour", { under: south });
const night = population("unit:south-night", "Préparation nuit", { under: south });
const stock = population("unit:south-stock", "Inventaire", { under: south });
const lyon = population("site:lyon", "Lyon", { under: company });
const frontline = population("segment:work:frontline", "Terrain", { under: company });
const desk = population("segment:work:desk", "Bureau", { under: company });
const everybody = [company, north, south, day, night, stock, lyon, frontline, desk];

const heads: Readonly<Record<string, number>> = {
  company: 1000,
  "unit:north": 600,
  "unit:south": 400,
  "unit:south-day": 200,
  "unit:south-night": 193,
  "unit:south-stock": 7,
  "site:lyon": 300,
  "segment:work:frontline": 700,
  "segment:work:desk": 300,
};

/** Three waves: connection rises on the frontline in the last; stock is hidden, once with its neighbour. */
const waves = [
  { key: "2026-02", name: "Février 2026", closedAt: "2026-02-13T18:00:00Z", frontline: 0.44 },
  { key: "2026-06", name: "Juin 2026", closedAt: "2026-06-19T18:00:00Z", frontline: 0.45 },
  { key: "2026-10", name: "Octobre 2026", closedAt: "2026-10-16T18:00:00Z", frontline: 0.56 },
];

/** Mondays of the weeks that are released, oldest first. */
export const weeks = ["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"];

/**
 * Halles Valmière as it was released: a thousand people in two units, one with three teams of
 * which one is too small to show; three waves and five weeks.
 */
export async function makeHalles(owner: Db, { longNames = false } = {}): Promise<void> {
  const populations = longNames ? everybody.map(lengthened) : everybody;
  for (const wave of waves) {
    await makeWave(owner, { ...wave, questions: { informed: "Je suis informé" } });
    const released = new Date(Date.parse(wave.closedAt) + 4 * 86_400_000).toISOString();
    await makeRelease(owner, {
      wave: wave.key,
      releasedAt: released,
      populations,
      figures: populations.flatMap(({ key }) => waveFiguresOf(key, wave.frontline, wave.key)),
    });
  }
  for (const week of weeks) {
    await makeRelease(owner, {
      week,
      releasedAt: `${week}T09:00:00Z`,
      populations,
      figures: populations.flatMap(({ key }) => weekFiguresOf(key)),
    });
  }
}

/** Names as long as organisations really give them. */
function lengthened(one: (typeof everybody)[number]): (typeof everybody)[number] {
  const name = `${one.names.fr}, plateforme régionale de préparation et d’expédition`;
  return one.key === "company" ? one : { ...one, names: { fr: name, en: name } };
}

function waveFiguresOf(key: string, level: number, wave: string): readonly MadeFigure[] {
  const invited = heads[key] ?? 0;
  const n = Math.round(invited * 0.6);
  const measures = ["connection", "trust", "question:informed"];
  // In June the night shift is hidden with the stock, so that neither follows from the other.
  const isHidden = key === stock.key || (key === night.key && wave === "2026-06");
  if (isHidden) {
    return [...measures, "participation"].map((measure) => ({ population: key, measure }));
  }
  const shift = { [desk.key]: 0.2, [day.key]: 0.15, [night.key]: -0.2 }[key] ?? 0;
  return [
    ...measures.map((measure) => ({
      population: key,
      measure,
      value: Math.round((measure === "trust" ? 0.5 + shift : level + shift) * n) / n,
      n,
    })),
    { population: key, measure: "participation", value: n / invited, n: invited },
  ];
}

function weekFiguresOf(key: string): readonly MadeFigure[] {
  const n = heads[key] ?? 0;
  if (n < 20) {
    return ["adoption", "active"].map((measure) => ({ population: key, measure }));
  }
  const adoption = { [desk.key]: 0.7, [frontline.key]: 0.4 }[key] ?? 0.5;
  return [
    { population: key, measure: "adoption", value: adoption, n },
    { population: key, measure: "active", value: 0.3, n },
    { population: key, measure: "messages", form: "count", value: 3 * n, n },
    { population: key, measure: "messages-across", value: 0.2, n },
  ];
}

/** Somebody who looks, without an account: for services that are given a viewer. */
export function viewerOf(made: Partial<Viewer> = {}): Viewer {
  return {
    id: 1,
    name: "Directrice",
    email: "director@halles.example",
    language: "fr",
    roles: ["director"],
    scopes: [{ kind: "company", key: "company", path: ["company"] }],
    ...made,
  };
}

/** A manager of Logistique Sud, and nothing else. */
export const southManager = viewerOf({
  roles: ["manager"],
  scopes: [{ kind: "unit", key: south.key, path: south.path }],
});

/** A manager of one team within it. */
export const dayManager = viewerOf({
  roles: ["manager"],
  scopes: [{ kind: "unit", key: day.key, path: day.path }],
});
