import type { PersonRecord } from "#app/model/canonical.ts";
import { addDays, dayIn } from "#app/model/period.ts";
import { pseudonym } from "#app/privacy/pseudonym.server.ts";
import { readPersonKeys } from "#db/intake/person-keys.ts";
import type { Context } from "#jobs/context.ts";
import type { Findings } from "./findings.ts";
import { importPeopleRows, type PersonRow } from "./people-rows.ts";
import type { ImportReport } from "./report.ts";

export interface PeopleTold {
  /** How it is called in the list of imports. */
  readonly source: string;
  readonly people: readonly PersonRecord[];
  /** Everybody was told: whoever was not has left. */
  readonly isWhole: boolean;
  /** HR numbers of people who are referred to and not told, by the source's ids. */
  readonly numbers?: ReadonlyMap<string, string>;
  /** What is spoken of although nobody of these has it: it was emptied. */
  readonly told?: ReadonlySet<string>;
  readonly refusals: Findings;
}

type Field = Exclude<keyof PersonRow, "number" | "hired" | "left" | "segments"> | Segment;
type Segment = "work" | "language";

const tells: Readonly<Record<Field, (person: PersonRecord) => unknown>> = {
  email: ({ email }) => email,
  name: ({ name }) => name,
  telephone: ({ telephone }) => telephone,
  country: ({ country }) => country,
  manager: ({ manager }) => manager,
  unit: ({ unit }) => unit[0],
  site: ({ site }) => site,
  work: ({ frontline }) => frontline,
  language: ({ language }) => language,
};

/** What people are cut by that a directory may know. */
const segments = {
  work: { values: { frontline: "frontline", desk: "desk" } },
  language: {},
  country: {},
};

/** Of what some people tell something: of the rest, what is known from elsewhere stays. */
export function toldOf(people: readonly PersonRecord[]): readonly string[] {
  return Object.entries(tells)
    .filter(([, value]) => people.some((person) => (value(person) ?? null) !== null))
    .map(([field]) => field);
}

/**
 * Takes people told one by one as an HR file is taken. Managers are found by the source's ids; whoever
 * is not active left when they say, else today; whoever left before anybody here knew them is not
 * brought in. Null when there is nobody to take.
 */
export async function importPersonRecords(
  context: Context,
  { source, people, isWhole, numbers = new Map(), told = new Set(), refusals }: PeopleTold,
): Promise<ImportReport | null> {
  const today = dayIn(context.timeZone, context.now);
  const byId = new Map(numbers);
  for (const { id, employeeNumber } of people) if (employeeNumber) byId.set(id, employeeNumber);
  const spoken = new Set([...told, ...toldOf(people)]);
  const known = await readPersonKeys(context.db);
  const active = new Set(people.filter(isActive).map(({ employeeNumber }) => same(employeeNumber)));
  const rows: PersonRow[] = [];
  for (const person of people) {
    const { employeeNumber: number } = person;
    if (number === null) {
      refusals.add(
        null,
        source,
        "There is no HR number, so nobody knows who this is. The person was left out.",
      );
      continue;
    }
    if (!isActive(person)) {
      const key = pseudonym(context.keys.pseudonym, "number", number).toString("hex");
      // Of two accounts of one person, the one in use speaks.
      if (active.has(same(number)) || !known.has(key)) continue;
      // In a whole list they are missing instead: too many at once are then not believed.
      if (isWhole && person.leftOn === null) continue;
    }
    rows.push(rowOf(person, { number, today, spoken, byId }));
  }
  if (rows.length === 0) return null;
  return importPeopleRows(context, {
    source,
    rows: each(rows),
    effectiveOn: today,
    isWhole,
    // What is not spoken of keeps what an HR file said of it.
    segments: Object.fromEntries(Object.entries(segments).filter(([key]) => spoken.has(key))),
  });
}

interface Circumstances {
  readonly number: string;
  readonly today: string;
  readonly spoken: ReadonlySet<string>;
  readonly byId: ReadonlyMap<string, string>;
}

function rowOf(person: PersonRecord, { number, today, spoken, byId }: Circumstances): PersonRow {
  const { hiredOn, leftOn, manager, site, country, language, frontline } = person;
  const said = <Value>(field: Field, value: Value) => (spoken.has(field) ? value : undefined);
  const left = leftOn ?? (person.active ? null : addDays(today, -1));
  // Whoever left without a day: when they came says nothing of until when they stayed.
  const hired = leftOn === null && !person.active ? null : hiredOn;
  const cut = {
    ...(frontline === null ? {} : { work: frontline ? "frontline" : "desk" }),
    ...(language === null ? {} : { language }),
    ...(country === null ? {} : { country }),
  };
  return {
    number,
    hired: hired !== null && left !== null && left < hired ? null : hired,
    left,
    email: said("email", person.email),
    name: said("name", person.name),
    telephone: said("telephone", person.telephone),
    country: said("country", country),
    manager: said("manager", manager === null ? null : (byId.get(manager) ?? null)),
    unit: said("unit", person.unit.length === 0 ? null : person.unit),
    site: said("site", site === null ? null : { name: site, country }),
    ...(Object.keys(segments).some((key) => spoken.has(key)) ? { segments: cut } : {}),
  };
}

function isActive({ active }: PersonRecord): boolean {
  return active;
}

function same(number: string | null): string {
  return (number ?? "").trim().toLowerCase();
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
