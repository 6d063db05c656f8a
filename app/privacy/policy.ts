/** The smallest numbers of people a figure may speak of. They only rise. */
export interface Thresholds {
  /** Answers behind a share. */
  readonly answers: number;
  /** Answers behind a mean, an eNPS or a distribution. */
  readonly means: number;
  /** Answers behind any figure of a sensitive question, which is never split by a segment. */
  readonly sensitive: number;
  /** People who answered, in a population whose comments are shown. */
  readonly comments: number;
  /** People who left a comment there. */
  readonly commenters: number;
  /** People who share the attributes of any line in an export of records. */
  readonly records: number;
  /** People invited, in a population whose participation is shown. */
  readonly invited: number;
  /** People in a population whose activity is counted. */
  readonly members: number;
  /** People who did something, behind an activity figure. */
  readonly contributors: number;
  /** From here on n is exact; below, it is a band and the value is in tenths. */
  readonly exact: number;
}

/** What no setting can go under. */
export const floors: Thresholds = {
  answers: 5,
  means: 10,
  sensitive: 10,
  comments: 10,
  commenters: 5,
  records: 10,
  invited: 10,
  members: 5,
  contributors: 5,
  exact: 20,
};

/** Every threshold, in the order in which people read them. */
export const thresholdNames = Object.keys(floors) as readonly (keyof Thresholds)[];

/** Thresholds as they were frozen: by a version of this product that may have known fewer of them. */
export type FrozenThresholds = Readonly<Partial<Thresholds>>;

/** What was frozen, with the floor for each threshold that was not known then. */
export function completeThresholds(frozen: FrozenThresholds): Thresholds {
  return { ...floors, ...frozen };
}
