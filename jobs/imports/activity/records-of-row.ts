import { hash } from "node:crypto";
import type { CanonicalRecord, Privacy, Purpose, Verb } from "#app/model/canonical.ts";
import type { Findings } from "../findings.ts";
import type { ActivityMapping } from "../mapping/activity-mapping.ts";
import { Columns } from "../mapping/columns.ts";
import type { Row } from "../rows/open-rows.ts";
import type { Moments } from "./moments.ts";

/** Members and groups are introduced again after so many: the memory used stays the same. */
const REMEMBERED = 300_000;
const YES = /^(1|y|yes|o|oui|true|vrai|x)$/i;

/** Reads rows of an activity file as a mapping says. */
export class ActivityReader {
  readonly columns = new Columns();
  readonly #introduced = new Set<string>();
  readonly #at;

  constructor(
    private readonly mapping: ActivityMapping,
    private readonly moments: Moments,
    private readonly refusals: Findings,
  ) {
    const { columns } = this;
    const { recipients, verb, group, id, counts = [], only } = mapping;
    this.#at = {
      only: columns.maybe(only?.column),
      member: columns.maybe(mapping.member),
      at: columns.at(mapping.at),
      recipients: columns.maybe(recipients?.column),
      verb: columns.maybe(typeof verb === "object" ? verb.column : undefined),
      group: columns.maybe(group?.id),
      groupName: columns.maybe(group?.name),
      purpose: columns.maybe(typeof group?.purpose === "object" ? group.purpose.column : undefined),
      privacy: columns.maybe(typeof group?.privacy === "object" ? group.privacy.column : undefined),
      id: columns.maybe(id === "line" ? undefined : id.column),
      root: columns.maybe(mapping.root),
      isQuestion: columns.maybe(mapping.isQuestion),
      withdrawnAt: columns.maybe(mapping.withdrawnAt),
      counts: counts.map(({ column }) => columns.at(column)),
    };
  }

  /** Whether the mapping asks for a row at all. */
  wants({ fields }: Row): boolean {
    const { only } = this.#at;
    return only === null || (this.mapping.only?.equals.includes(fields[only] ?? "") ?? true);
  }

  /** Columns without which no row can be read. */
  get needed(): readonly (string | undefined)[] {
    const { member, at, verb, group, counts = [] } = this.mapping;
    const [count, ...others] = counts.map(({ column }) => column);
    return [
      // Totals may be of a person or of a group, from line to line.
      counts.length > 0 && group !== undefined ? undefined : member,
      at,
      typeof verb === "object" ? verb.column : undefined,
      ...(others.length === 0 ? [count] : []),
    ];
  }

  /** The records of a row, members and groups before what they did; none when it was refused. */
  *read(row: Row): Generator<CanonicalRecord> {
    const { fields, line } = row;
    const { mapping, refusals } = this;
    const field = (place: number | null) => {
      const text = place === null ? "" : (fields[place] ?? "");
      return mapping.none.includes(text) ? "" : text;
    };
    const member = this.#name(field(this.#at.member));
    const isOfGroup = mapping.counts !== undefined && mapping.group !== undefined;
    if (member === "" && mapping.member !== undefined && !isOfGroup) {
      refusals.add(line, mapping.member, "Nobody is named. The line was left out.");
      return;
    }
    if (mapping.counts !== undefined) {
      yield* this.#totals(row, member || null, field);
      return;
    }
    const at = this.moments.instant(field(this.#at.at));
    if (at === null) return this.#refuseDate(line, field(this.#at.at));
    const verb = this.#verb(field(this.#at.verb), line);
    if (verb === null) return;
    const group = field(this.#at.group) || null;
    const privacy = group === null ? null : this.#privacy(field(this.#at.privacy), line);
    if (group !== null && privacy === null) return;
    const withdrawn = field(this.#at.withdrawnAt);
    const recipients = this.#recipients(field(this.#at.recipients));
    const id = field(this.#at.id) || hash("md5", row.whole, "base64");

    yield* this.#introduce(member);
    if (group !== null && privacy !== null) {
      yield* this.#introduceGroup(
        group,
        privacy,
        field(this.#at.groupName),
        field(this.#at.purpose),
      );
    }
    for (const [index, target] of recipients.entries()) {
      if (target !== null) yield* this.#introduce(target);
      yield {
        type: "activity",
        id: index === 0 ? id : `${id}/${index}`,
        verb,
        member,
        group,
        root: field(this.#at.root) || null,
        target,
        isQuestion: YES.test(field(this.#at.isQuestion)),
        at,
        withdrawnAt: withdrawn === "" ? null : this.moments.instant(withdrawn),
      };
    }
  }

  /** Totals of a member, or of whoever a group's (a terminal's) are. */
  *#totals(
    { line }: Row,
    member: string | null,
    field: (place: number | null) => string,
  ): Generator<CanonicalRecord> {
    const { mapping } = this;
    const text = field(this.#at.at);
    const day = this.moments.day(text, mapping.grain);
    if (day === null) return this.#refuseDate(line, text);
    const group = field(this.#at.group) || null;
    const privacy = group === null ? null : this.#privacy(field(this.#at.privacy), line);
    if (group !== null && privacy === null) return;
    if (member === null && group === null) {
      this.refusals.add(
        line,
        mapping.group?.id ?? null,
        "Neither a person nor a group is named. The line was left out.",
      );
      return;
    }
    if (member !== null) yield* this.#introduce(member);
    if (group !== null && privacy !== null) {
      yield* this.#introduceGroup(
        group,
        privacy,
        field(this.#at.groupName),
        field(this.#at.purpose),
      );
    }
    for (const [index, { column, verb, counts }] of (mapping.counts ?? []).entries()) {
      const written = field(this.#at.counts[index] ?? null);
      // An empty field is not known; it is not zero.
      if (written === "") continue;
      const n = Number(written.replace(",", "."));
      if (!Number.isFinite(n) || n < 0) {
        this.refusals.add(line, column, "This is not a count. The field was left out.");
        continue;
      }
      yield { type: "count", member, group, day, grain: mapping.grain, verb, n, counts };
    }
  }

  *#introduce(member: string): Generator<CanonicalRecord> {
    if (this.#isKnown(`member ${member}`)) return;
    const { members } = this.mapping;
    yield {
      type: "member",
      id: member,
      email: members === "email" ? member : null,
      employeeNumber: members === "number" ? member : null,
      kind: "person",
      active: true,
    };
  }

  *#introduceGroup(
    group: string,
    privacy: Privacy,
    name: string,
    purposeText: string,
  ): Generator<CanonicalRecord> {
    if (this.#isKnown(`group ${group}`)) return;
    yield {
      type: "group",
      id: group,
      privacy,
      purpose: this.#purpose(purposeText),
      name: privacy === "open" ? name || group : null,
      createdAt: null,
      archivedAt: null,
    };
  }

  #isKnown(key: string): boolean {
    if (this.#introduced.has(key)) return true;
    if (this.#introduced.size >= REMEMBERED) this.#introduced.clear();
    this.#introduced.add(key);
    return false;
  }

  /** Letter case is not part of an address. */
  #name(text: string): string {
    return this.mapping.members === "email" ? text.toLowerCase() : text;
  }

  #recipients(text: string): readonly (string | null)[] {
    const { separator = null } = this.mapping.recipients ?? {};
    const names = (separator === null ? [text] : text.split(separator))
      .map((name) => this.#name(name.trim()))
      .filter((name) => name !== "");
    return names.length === 0 ? [null] : names;
  }

  #verb(text: string, line: number): Verb | null {
    const { verb } = this.mapping;
    if (typeof verb !== "object") return verb ?? null;
    const found = verb.values[text];
    if (found !== undefined) return found;
    this.#refuseValue(line, verb.column, text, "verb.values");
    return null;
  }

  #privacy(text: string, line: number): Privacy | null {
    const { privacy = "closed" } = this.mapping.group ?? {};
    if (typeof privacy !== "object") return privacy;
    const found = privacy.values[text];
    if (found !== undefined) return found;
    this.#refuseValue(line, privacy.column, text, "group.privacy.values");
    return null;
  }

  #purpose(text: string): Purpose | null {
    const { purpose = null } = this.mapping.group ?? {};
    if (typeof purpose !== "object" || purpose === null) return purpose;
    return purpose.values[text] ?? purpose.others ?? null;
  }

  #refuseValue(line: number, column: string, text: string, where: string): void {
    this.refusals.add(
      line,
      column,
      `The mapping does not say what this value is. The line was left out: add it to ${where}.`,
      `“${text.slice(0, 30)}”`,
    );
  }

  #refuseDate(line: number, text: string): void {
    const { dates, at } = this.mapping;
    this.refusals.add(
      line,
      at,
      `The time is not written as ${dates === "iso" ? "YYYY-MM-DD hh:mm:ss" : dates}, or is before 1990 or in the future. ` +
        "The line was left out: correct it, or say `dates:` in the mapping.",
      `“${text.slice(0, 30)}”`,
    );
  }
}
