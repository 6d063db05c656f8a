/**
 * What every source is translated into. No record has a field for text, so nothing that people
 * wrote can be stored by mistake.
 */

/** What somebody did. A `post` starts a conversation in a group, a `comment` continues one. */
export const verbs = [
  "post",
  "comment",
  "react",
  "view",
  "message",
  "join",
  "leave",
  "vote",
  "recognise",
  "meet",
] as const;
export type Verb = (typeof verbs)[number];

/** The verbs that make somebody count as having taken part in a group. */
export const takingPart: readonly Verb[] = ["post", "comment", "react", "vote"];

export type Privacy = "open" | "closed" | "secret";

export const purposes = ["announcements", "teamwork", "feedback", "social", "other"] as const;
export type Purpose = (typeof purposes)[number];

/** A person, a bot or a guest as one network knows them. Comes before what they did. */
export interface MemberRecord {
  readonly type: "member";
  readonly id: string;
  readonly email: string | null;
  /** The HR number, where the network carries it. */
  readonly employeeNumber?: string | null;
  /** International form (E.164), where the network knows people by it. */
  readonly telephone?: string | null;
  readonly kind: "person" | "bot" | "guest";
  readonly active: boolean;
  /** Since when it is not active: ISO 8601 with offset; null or absent where the network does not say. */
  readonly endedAt?: string | null;
}

/**
 * What a source of people says of one person of the company, as of when it is read. Names,
 * addresses and telephones go into the encrypted directory and nowhere else.
 */
export interface PersonRecord {
  readonly type: "person";
  /** The source's own id. */
  readonly id: string;
  /** The HR number; without one, nobody knows who this is. */
  readonly employeeNumber: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly active: boolean;
  /** First and last day, `YYYY-MM-DD`; null where the source does not say. */
  readonly hiredOn: string | null;
  readonly leftOn: string | null;
  /** Names of units, from the top. */
  readonly unit: readonly string[];
  /** The source's own id of whom they report to. */
  readonly manager: string | null;
  readonly site: string | null;
  /** ISO 3166 or a name, as the source writes it. */
  readonly country: string | null;
  /** ISO 639, two letters. */
  readonly language: string | null;
  /** Null where the source does not say. */
  readonly frontline: boolean | null;
}

/** Everybody the source knows has been told: whoever was not is not there any more. */
export interface EverybodyRecord {
  readonly type: "everybody";
}

/** A group. Only an open group carries its name: the others are never named. */
export interface GroupRecord {
  readonly type: "group";
  readonly id: string;
  readonly privacy: Privacy;
  readonly purpose: Purpose | null;
  readonly name: string | null;
  /** ISO 8601 with offset. */
  readonly createdAt: string | null;
  readonly archivedAt: string | null;
}

/** Who is in a group now. `joinedAt` is null where the network does not say. */
export interface MembershipRecord {
  readonly type: "membership";
  readonly group: string;
  readonly member: string;
  readonly joinedAt: string | null;
}

/** One thing one member did. */
export interface ActivityRecord {
  readonly type: "activity";
  /** The network's own id, unique within the connection. */
  readonly id: string;
  readonly verb: Verb;
  readonly member: string;
  readonly group: string | null;
  /** The post that started the conversation; null for that post itself. */
  readonly root: string | null;
  /** The member it was addressed to, where there is one. */
  readonly target: string | null;
  /** Set by the parser from the text, before the text is dropped. */
  readonly isQuestion: boolean;
  /** Creation time, immutable: ISO 8601 with offset. */
  readonly at: string;
  /** When it was withdrawn by its author or a moderator; null while it stands. */
  readonly withdrawnAt: string | null;
}

/** A total, from a source that reports nothing finer. */
export interface CountRecord {
  readonly type: "count";
  readonly member: string | null;
  readonly group: string | null;
  /** First day of the period, `YYYY-MM-DD`, in the company's time zone. */
  readonly day: string;
  readonly grain: "day" | "week";
  readonly verb: Verb;
  readonly n: number;
  readonly counts: "acts" | "people";
}

/** What somebody chose in a question that was put to them inside the network. Free text is dropped. */
export interface AnswerRecord {
  readonly type: "answer";
  readonly id: string;
  readonly member: string;
  /** Our own reference of what was asked, as it went out with the question. */
  readonly asked: string;
  /** The options chosen, by their own ids; empty when an answer is taken back. */
  readonly options: readonly string[];
  readonly at: string;
  /** Where the network lets this one answer be answered for a while: for the channel that asked. */
  readonly handle?: string;
}

/** A message of ours that a network took, and could not bring to whoever it was for. */
export interface UndeliveredRecord {
  readonly type: "undelivered";
  readonly id: string;
  /** The network's own id of our message, as it gave it when it took it. */
  readonly message: string;
  /** The network's code for the reason; never its words. */
  readonly why: string;
}

/** Somebody accepted to be written to, or said STOP. */
export interface ConsentRecord {
  readonly type: "consent";
  readonly id: string;
  readonly member: string;
  readonly given: boolean;
  readonly at: string;
}

/**
 * The network gave somebody another id. Whatever was, or still is, told under the former one is
 * theirs.
 */
export interface AliasRecord {
  readonly type: "alias";
  readonly formerly: string;
  readonly member: string;
}

/** Everything yielded before this is complete: it is committed together with the cursor. */
export interface CursorRecord {
  readonly type: "cursor";
  readonly value: string;
  /** The network forgets what it told once it is asked for more: committed before anything else. */
  readonly isDurable?: true;
}

/** Something that could not be understood. The rest goes on; the night's page says what and where. */
export interface RefusalRecord {
  readonly type: "refusal";
  /** For people: "line 12, column EventDate", "channel 3", never a content. */
  readonly where: string;
  readonly reason: string;
  /**
   * The groups of which something may be missing, by their ids; none where no act is. When this is
   * absent, anything may be.
   */
  readonly groups?: readonly string[];
}

/** How far the source is: for an honest bar. `total` is null while it is not known. */
export interface ProgressRecord {
  readonly type: "progress";
  readonly done: number;
  readonly total: number | null;
}

export type CanonicalRecord =
  | MemberRecord
  | PersonRecord
  | EverybodyRecord
  | GroupRecord
  | MembershipRecord
  | ActivityRecord
  | CountRecord
  | AnswerRecord
  | ConsentRecord
  | UndeliveredRecord
  | AliasRecord
  | CursorRecord
  | RefusalRecord
  | ProgressRecord;
