/** The smallest numbers of people a figure may speak of. They only rise. */
export interface Thresholds {
  /** Answers behind a share. */
  readonly answers: number;
  /** Answers behind a mean, an eNPS or a distribution. */
  readonly means: number;
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
  members: 5,
  contributors: 5,
  exact: 20,
};
