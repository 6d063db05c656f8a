import { hash } from "node:crypto";
import { addDays } from "#app/model/period.ts";
import { pseudonym } from "#app/privacy/pseudonym.server.ts";
import type { StagedPerson } from "#db/intake/people/plan.ts";
import type { Keys } from "#jobs/context.ts";
import type { Findings } from "../findings.ts";
import { Columns, slug } from "../mapping/columns.ts";
import type { PeopleMapping } from "../mapping/people-mapping.ts";
import type { Row } from "../rows/open-rows.ts";
import { Days } from "./days.ts";
import { directoryOf } from "./directory-of.ts";
import { Segment, Sites } from "./places.ts";
import { countryOf, internationalNumber } from "./telephone.ts";
import { Units } from "./units.ts";

/** Reads rows of an HR file as a mapping says; names and addresses leave it encrypted only. */
export class PersonReader {
  readonly columns = new Columns();
  readonly units: Units;
  readonly sites: Sites;
  readonly segments: readonly Segment[];
  readonly days: Days;
  /** Fields that were left out of rows that were kept. */
  refusedFields = 0;
  /** Columns of the mapping that this file does not have. */
  absent: ReadonlySet<string> = new Set();
  readonly #only: { at: number; equals: readonly string[] } | null;

  constructor(
    private readonly mapping: PeopleMapping,
    private readonly keys: Keys,
    source: string,
    private readonly refusals: Findings,
  ) {
    this.units = new Units(source);
    this.sites = new Sites(source);
    this.segments = Object.entries(mapping.segments).map(
      ([key, segment]) => new Segment(key, segment, source),
    );
    this.days = new Days(mapping, refusals);
    this.#only = mapping.only
      ? { at: this.columns.at(mapping.only.column), equals: mapping.only.equals }
      : null;
    const { unit, site, name, segments, history } = mapping;
    const named = [
      mapping.number,
      ...[name ?? []].flat(),
      ...[mapping.email, mapping.telephone, mapping.country, mapping.manager],
      ...[mapping.hired, mapping.left],
      ...(unit === undefined || "from" in unit ? [] : unitColumns(unit)),
      ...(site === undefined ? [] : Object.values(site)),
      ...Object.values(segments).map(({ column }) => column),
      history?.date,
    ];
    for (const one of named) if (one !== undefined) this.columns.at(one);
  }

  /** Null when the row is not asked for; `undefined` when it was refused. */
  read({ fields, line }: Row): StagedPerson | null | undefined {
    const { mapping, refusals } = this;
    const field = (name: string | undefined) =>
      name === undefined ? "" : told(fields[this.columns.at(name)] ?? "");
    const told = (text: string) => (mapping.none.includes(text) ? "" : text);
    if (this.#only !== null && !this.#only.equals.includes(fields[this.#only.at] ?? "")) {
      return null;
    }

    const number = field(mapping.number);
    if (number === "") {
      refusals.add(
        line,
        mapping.number,
        "There is no number, so nobody knows who this is. The line was left out.",
      );
      return undefined;
    }
    const day = this.days.ofHistory(field(mapping.history?.date), line);
    if (day === undefined) return undefined;
    const hired = this.days.read(mapping.hired, field(mapping.hired), line);
    const last = this.days.read(mapping.left, field(mapping.left), line);
    if (hired === undefined || last === undefined) return undefined;
    const gone = last === null ? null : addDays(last, 1);
    if (hired !== null && gone !== null && gone <= hired) {
      refusals.add(
        line,
        mapping.left ?? null,
        "The employment ends before it begins. The line was left out: correct one of the dates.",
      );
      return undefined;
    }
    const manager = field(mapping.manager);
    const pseudonymOf = (text: string) => pseudonym(this.keys.pseudonym, "number", text);
    const email = this.#email(field(mapping.email), line);
    return {
      line,
      number: pseudonymOf(number),
      day,
      email: email === "" ? null : pseudonym(this.keys.pseudonym, "email", email),
      manager: manager === "" ? null : pseudonymOf(manager),
      unit: this.#unit(field, manager, line),
      team: mapping.unit && "from" in mapping.unit ? teamKey(number) : null,
      site: this.#site(field, line),
      hired,
      gone,
      options: this.#options(field, line),
      directory: directoryOf(this.keys, {
        name: [mapping.name ?? []].flat().map(field).filter(Boolean).join(" "),
        email,
        telephone: this.#telephone(field, line),
      }),
      same: hash("sha1", fields.join("\u001f"), "buffer"),
    };
  }

  #email(text: string, line: number): string {
    if (text === "" || /^[^\s@]+@[^\s@]+$/.test(text)) return text;
    this.refusedFields += 1;
    this.refusals.add(
      line,
      this.mapping.email ?? null,
      "This is not an e-mail address. The person was kept without one.",
    );
    return "";
  }

  #telephone(field: Field, line: number): string {
    const { telephone, country, site, homeCountry } = this.mapping;
    const text = field(telephone);
    if (text === "") return "";
    const named = field(country) || field((site as SiteColumns | undefined)?.country);
    const number = internationalNumber(text, countryOf(named || homeCountry));
    if (number !== null) return number;
    this.refusedFields += 1;
    this.refusals.add(
      line,
      telephone ?? null,
      "This is not a telephone number of that country. The person was kept without one: write +33 … (or say `homeCountry:`).",
    );
    return "";
  }

  #unit(field: Field, manager: string, line: number): string | null {
    const { unit } = this.mapping;
    if (unit === undefined) return null;
    if ("from" in unit) return manager === "" ? null : teamKey(manager);
    if ("path" in unit) {
      const path = unit.path.filter((column) => !this.absent.has(column));
      return this.units.addPath(path.map(field), line);
    }
    const key = field(unit.key);
    if (key === "" || !declares(unit)) return key || null;
    const [fr, en] = [field(unit.name?.fr) || key, field(unit.name?.en) || key];
    return this.units.add({ line, key, parent: field(unit.parent) || null, fr, en });
  }

  #site(field: Field, line: number): string | null {
    const { site } = this.mapping;
    const value = field(site?.key);
    const key = slug(value);
    if (site === undefined || key === "") return null;
    const told = site as SiteColumns;
    this.sites.add(
      {
        key,
        name: field(told.name) || value,
        country: field(told.country) || null,
        timeZone: field(told.timeZone) || null,
        headOffice: /^(1|y|yes|o|oui|true|vrai|x)$/i.test(field(told.headOffice)),
        legalEntity: field(told.legalEntity) || null,
      },
      line,
    );
    return key;
  }

  #options(field: Field, line: number): Record<string, string> {
    const options: Record<string, string> = {};
    for (const segment of this.segments) {
      const { column } = this.mapping.segments[segment.key] ?? { column: "" };
      const value = field(column);
      if (value === "") continue;
      const option = segment.option(value, line);
      if (option !== null) options[segment.key] = option;
      else {
        this.refusedFields += 1;
        this.refusals.add(
          line,
          column,
          `The mapping does not say what this value is in the segment “${segment.key}”. The person was kept without it: add it to segments.${segment.key}.values.`,
          `“${value.slice(0, 30)}”`,
        );
      }
    }
    return options;
  }
}

type Field = (name: string | undefined) => string;
type SiteColumns = Partial<
  Record<"name" | "country" | "timeZone" | "headOffice" | "legalEntity", string | undefined>
>;
type KeyedUnit = Extract<NonNullable<PeopleMapping["unit"]>, { key: string } | { path: string[] }>;

function unitColumns(unit: KeyedUnit): readonly (string | undefined)[] {
  if ("path" in unit) return unit.path;
  return [unit.key, unit.parent, unit.name?.fr, unit.name?.en];
}

/** Whether the file says more of units than which one people are in. */
export function declares(unit: NonNullable<PeopleMapping["unit"]>): boolean {
  if ("from" in unit) return false;
  return "path" in unit || unit.parent !== undefined || unit.name !== undefined;
}

function teamKey(number: string): string {
  return `team-${slug(number)}`;
}
