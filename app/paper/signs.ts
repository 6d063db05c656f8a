import type { Place } from "./picture.ts";

/**
 * A sign the typeface does not hold, drawn: its contours in thousandths of the type size, y upwards
 * from the base line. Inner contours turn the other way round.
 */
export interface Sign {
  readonly advance: number;
  readonly contours: readonly (readonly Place[])[];
}

const bar = (x: number, y: number, width: number): readonly Place[] => [
  [x, y],
  [x + width, y],
  [x + width, y + 60],
  [x, y + 60],
];

const wave = (y: number): readonly Place[] => {
  const steps = Array.from({ length: 21 }, (_, step) => step / 20);
  const rise = (step: number) => y + Math.sin(step * 2 * Math.PI) * 42;
  return [
    ...steps.map((step): Place => [50 + step * 396, rise(step) + 30]),
    ...steps.toReversed().map((step): Place => [50 + step * 396, rise(step) - 30]),
  ];
};

const more: readonly Place[] = [
  [60, 120],
  [60, 190],
  [360, 335],
  [60, 480],
  [60, 550],
  [440, 365],
  [440, 305],
];

const mirrored = (places: readonly Place[]): readonly Place[] =>
  places.map(([x, y]): Place => [500 - x, y]).toReversed();

const round = (r: number, turn: 1 | -1): readonly Place[] =>
  Array.from({ length: 48 }, (_, step): Place => {
    const angle = (turn * step * Math.PI) / 24;
    return [340 + r * Math.cos(angle), 320 + r * Math.sin(angle)];
  });

const square = (half: number): readonly Place[] => [
  [340 - half, 320 - half],
  [340 + half, 320 - half],
  [340 + half, 320 + half],
  [340 - half, 320 + half],
];

/** What our own words use beyond letters, digits and punctuation. */
export const signs: Readonly<Record<string, Sign>> = {
  "≈": { advance: 497, contours: [wave(225), wave(400)] },
  "≥": { advance: 497, contours: [more, bar(60, 0, 380)] },
  "≤": { advance: 497, contours: [mirrored(more), bar(60, 0, 380)] },
  "→": {
    advance: 800,
    contours: [
      bar(60, 290, 520),
      [
        [540, 160],
        [760, 320],
        [540, 480],
      ],
    ],
  },
  "▲": {
    advance: 680,
    contours: [
      [
        [60, 40],
        [620, 40],
        [340, 600],
      ],
    ],
  },
  "▼": {
    advance: 680,
    contours: [
      [
        [60, 600],
        [340, 40],
        [620, 600],
      ],
    ],
  },
  "●": { advance: 680, contours: [round(260, 1)] },
  "○": { advance: 680, contours: [round(260, 1), round(195, -1)] },
  "□": { advance: 680, contours: [square(250), square(190).toReversed()] },
};
