import type { Population } from "#app/model/population.ts";
import type { Db } from "#db/client.server.ts";
import { type MadeFigure, makeRelease, makeWave, population } from "./make-figures.ts";

/** What may be extreme about a company. */
export interface Vast {
  /** How many units at each level, in each unit above: `[10, 20, 40]` is 8,000 teams. */
  readonly fan?: readonly number[];
  readonly sites?: number;
  readonly waves?: number;
  readonly weeks?: number;
  /** Nothing may be shown of anybody. */
  readonly isHidden?: boolean;
  /** What the unit of this number is called. */
  readonly nameOf?: (number: number) => string;
}

/**
 * A company as large, as old or as reticent as asked: units below units, one wave a month, one
 * release a week, each with every headline of every population.
 */
export async function makeVast(
  owner: Db,
  {
    fan = [3, 3],
    sites = 3,
    waves = 2,
    weeks = 2,
    isHidden = false,
    nameOf = (number) => `Équipe ${number}`,
  }: Vast,
): Promise<void> {
  const company = population("company", "Halles Valmière");
  const populations = [company];
  let above = [company];
  let number = 0;
  for (const units of fan) {
    const below: Population[] = [];
    for (const under of above) {
      for (let unit = 0; unit < units; unit++) {
        number += 1;
        below.push(population(`unit:u${number}`, nameOf(number), { under }));
      }
    }
    populations.push(...below);
    above = below;
  }
  for (let site = 1; site <= sites; site++) {
    populations.push(population(`site:s${site}`, nameOf(1000 + site), { under: company }));
  }
  for (const [key, name] of Object.entries({ frontline: "Terrain", desk: "Bureau" })) {
    populations.push(population(`segment:work:${key}`, name, { under: company }));
  }
  const heads = (one: Population) =>
    one.kind === "unit" ? 30 * fan.slice(one.path.length - 1).reduce((a, b) => a * b, 1) : 2400;
  const figuresOf = (measures: readonly string[], moment: number): MadeFigure[] =>
    populations.flatMap((one, place) =>
      measures.map((measure, index) =>
        isHidden
          ? { population: one.key, measure }
          : {
              population: one.key,
              measure,
              value: 0.3 + ((place * 7 + index * 13 + moment * 3) % 50) / 100,
              n: heads(one),
            },
      ),
    );
  for (let wave = 0; wave < waves; wave++) {
    const month = new Date(Date.UTC(2026, 9 - waves + wave, 16)).toISOString().slice(0, 7);
    const name = `Vague de ${month}`;
    const closedAt = `${month}-16T18:00:00Z`;
    await makeWave(owner, {
      key: month,
      name,
      closedAt,
      questions: { informed: "Je suis informé" },
    });
    await makeRelease(owner, {
      wave: month,
      releasedAt: `${month}-20T18:00:00Z`,
      populations,
      figures: figuresOf(["connection", "trust", "question:informed", "participation"], wave),
    });
  }
  for (let week = 0; week < weeks; week++) {
    const monday = new Date(Date.UTC(2026, 10, 16 - 7 * (weeks - 1 - week)))
      .toISOString()
      .slice(0, 10);
    await makeRelease(owner, {
      week: monday,
      releasedAt: `${monday}T09:00:00Z`,
      populations,
      figures: figuresOf(["adoption", "active", "across-sites", "across-units"], week),
    });
  }
}
