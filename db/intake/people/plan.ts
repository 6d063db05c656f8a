/** What a file of people speaks of; what it does not mention stays as it is. */
export interface PeoplePlan {
  readonly importId: number;
  /** The day the file is true on; of a history, its last day. */
  readonly effectiveOn: string;
  /** The first day it speaks of: of a history, earlier. */
  readonly firstOn: string;
  readonly today: string;
  /** Several rows a person, each with a day. */
  readonly isHistory: boolean;
  /** Whoever is not in the file has left. */
  readonly isComplete: boolean;
  /** Let go of more than half the company when the file says so. */
  readonly mayEmpty: boolean;
  readonly speaksOf: {
    readonly email: boolean;
    readonly manager: boolean;
    readonly site: boolean;
    /** A tree in the file, units declared elsewhere, or the managers' own. */
    readonly unit: "tree" | "known" | "managers" | null;
    readonly segments: readonly string[];
    /** Kinds of directory entry: `name`, `email`, `telephone`. */
    readonly directory: readonly string[];
  };
}

/** One row of an HR file, pseudonyms only. */
export interface StagedPerson {
  readonly line: number;
  readonly number: Buffer;
  readonly day: string | null;
  readonly email: Buffer | null;
  readonly manager: Buffer | null;
  readonly unit: string | null;
  /** Key of the unit of those this person manages. */
  readonly team: string | null;
  readonly site: string | null;
  readonly hired: string | null;
  /** The first day without employment. */
  readonly gone: string | null;
  /** Option keys by segment key. */
  readonly options: Readonly<Record<string, string>>;
  readonly directory: readonly DirectoryEntry[];
  /** Two rows that say the same have the same. */
  readonly same: Buffer;
}

export interface DirectoryEntry {
  readonly kind: string;
  /** Encrypted. */
  readonly value: Buffer;
  /** For finding it again without decrypting. */
  readonly match: Buffer;
}

export interface StagedUnit {
  readonly line: number | null;
  readonly key: string;
  readonly parent: string | null;
  readonly fr: string;
  readonly en: string;
  /** Keys of the units whose people and work it took over. */
  readonly replaces?: readonly string[];
}

export interface StagedSite {
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
  readonly timeZone: string | null;
  readonly headOffice: boolean;
  readonly legalEntity: string | null;
}

export interface StagedSegment {
  readonly key: string;
  readonly names: { readonly fr: string; readonly en: string } | null;
  readonly sensitive: boolean;
  readonly shown: boolean;
  readonly options: ReadonlyMap<string, { readonly fr: string; readonly en: string }>;
}

/** Something found while the rows were laid against each other. */
export interface PeopleFinding {
  readonly what:
    | "repeated"
    | "conflicting"
    | "own-manager"
    | "unknown-manager"
    | "shared-address"
    | "unknown-unit"
    | "unknown-predecessor"
    | "living-predecessor";
  readonly occurrences: number;
  readonly line: number | null;
  /** Other lines of the first case. */
  readonly others: readonly number[];
}

/** A file that cannot be taken as a whole; nothing of it is kept. */
export class RefusedPeople extends Error {
  override readonly name = "RefusedPeople";

  constructor(
    readonly what: "manager-circle" | "unit-circle" | "too-many-leave",
    /** Lines of the circle; or how many leave, of how many. */
    readonly detail: readonly (number | string)[],
  ) {
    super(what);
  }
}
