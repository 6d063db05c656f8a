import {
  type ActivityRecord,
  type CountRecord,
  type GroupRecord,
  type MembershipRecord,
  type Verb,
  verbs,
} from "#app/model/canonical.ts";
import { copyLine } from "../copy.ts";

/** A member with pseudonyms in the place of the addresses and the numbers. */
export interface StagedMember {
  readonly id: string;
  readonly kind: "person" | "bot" | "guest";
  readonly active: boolean;
  /** Since when it is not, as the network says. */
  readonly endedAt: string | null;
  readonly emailKey: Buffer | null;
  /** The same address in the other ways the company takes to mean the same person. */
  readonly otherKeys: readonly Buffer[];
  readonly numberKey: Buffer | null;
  readonly telephoneKey: Buffer | null;
  /** What an administrator would recognise it by, encrypted. */
  readonly label: Buffer | null;
}

const numbers = new Map<Verb, number>(verbs.map((verb, index) => [verb, index + 1]));

/** The number a verb is stored under: its place in the list of the model, from 1. */
export function verbNumber(verb: Verb): number {
  return numbers.get(verb) ?? 0;
}

/** Records on their way into the database, already in the form COPY takes. */
export class Batch {
  readonly members = new Map<string, string>();
  readonly addresses: string[] = [];
  readonly groups = new Map<string, string>();
  readonly memberships: string[] = [];
  readonly acts: string[] = [];
  readonly counts: string[] = [];

  addMember(member: StagedMember): void {
    const { id, kind, active, endedAt, emailKey, numberKey, telephoneKey, label } = member;
    const line = [id, kind, active, endedAt, emailKey, numberKey, telephoneKey, label];
    this.members.set(id, copyLine(line));
    for (const other of member.otherKeys) this.addresses.push(copyLine([id, emailKey, other]));
  }

  addGroup({ id, privacy, purpose, name, createdAt, archivedAt }: GroupRecord): void {
    this.groups.set(id, copyLine([id, privacy, purpose, name, createdAt, archivedAt]));
  }

  addMembership({ group, member, joinedAt }: MembershipRecord): void {
    this.memberships.push(copyLine([group, member, joinedAt]));
  }

  addAct(act: ActivityRecord): void {
    this.acts.push(
      copyLine([
        this.acts.length,
        act.id,
        verbNumber(act.verb),
        act.member,
        act.group,
        act.root,
        act.target,
        act.isQuestion,
        act.at,
        act.withdrawnAt,
      ]),
    );
  }

  addCount({ member, group, day, grain, verb, n, counts }: CountRecord): void {
    const line = [this.counts.length, member, group, day, grain, verbNumber(verb), n, counts];
    this.counts.push(copyLine(line));
  }

  /** How much is waiting. */
  get size(): number {
    return (
      this.members.size +
      this.groups.size +
      this.memberships.length +
      this.acts.length +
      this.counts.length
    );
  }
}
