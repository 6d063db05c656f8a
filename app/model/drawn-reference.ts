/** What others published, on the axis of a trend: never a norm, and nothing is tested against it. */
export interface DrawnReference {
  readonly key: string;
  /** When it was asked; null where that is not known to a day: it then goes from side to side. */
  readonly at: Date | null;
  readonly value: number;
  /** As short as it stands in the drawing. */
  readonly label: string;
  /** Whose it is, for the table. */
  readonly name: string;
  /** As it is written, with its unit. */
  readonly said: string;
  /** What was asked, of whom. */
  readonly about: string;
  readonly source: string;
  readonly sentence: string;
}
