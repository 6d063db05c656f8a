import { type Axis, upAlong } from "#app/charts/axis.ts";
import type { SlopeLine } from "#app/charts/slope.tsx";
import { spread } from "#app/charts/spread.ts";
import { sayBare } from "#app/i18n/say-value.ts";
import type { Value } from "#app/model/measure.ts";
import { rangeOf } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import type { Words } from "#app/services/around.ts";
import { markAt, toneOf } from "./marks.ts";
import { type Picture, type Shape, WIDE } from "./picture.ts";

interface DrawnSlope {
  readonly moments: readonly [before: string, now: string];
  readonly lines: readonly SlopeLine[];
  readonly axis: Axis;
}

const SMALL = 13;
const TOP = 12;
const TALL = 300;
const LEFT = 96;
const RIGHT = 400;
/** Names closer than this are moved apart, in percent of the height. */
const LINE_HEIGHT = 6.5;

/** Two moments and what lies between; no line leaves a range, for nothing says how steep it would be. */
export function drawSlope({ moments, lines, axis }: DrawnSlope, words: Words): Picture {
  const { format } = words;
  const up = (value: number) => TOP + (upAlong(axis, value) / 100) * TALL;
  const drawn = lines.map((line) => ({
    line,
    from: shownIn(line.before),
    to: shownIn(line.now),
    ...toneOf(line.difference?.verdict),
  }));
  const places = spread(
    drawn.map(({ to }) => (to === null ? null : upAlong(axis, to.value))),
    LINE_HEIGHT,
  );
  const grid = { ink: "line", wide: 1 } as const;
  const shapes: Shape[] = [
    ...axis.ticks.flatMap((tick): readonly Shape[] => [
      { kind: "line", from: [LEFT, up(tick)], to: [RIGHT, up(tick)], stroke: grid },
      {
        kind: "text",
        at: [40, up(tick) + 4],
        text: format.percentPoints(tick),
        size: SMALL,
        ink: "ink-2",
        anchor: "end",
      },
    ]),
    ...[LEFT, RIGHT].flatMap((x, side): readonly Shape[] => [
      { kind: "line", from: [x, TOP], to: [x, TOP + TALL], stroke: { ink: "edge", wide: 1 } },
      {
        kind: "text",
        at: [x, TOP + TALL + 22],
        text: moments[side] ?? "",
        size: SMALL,
        ink: "ink",
        bold: true,
        anchor: "middle",
      },
    ]),
  ];
  for (const [place, { line, from, to, tone, sign }] of drawn.entries()) {
    if (isPoint(from) && isPoint(to)) {
      const stroke = { ink: tone ?? "ink-2", wide: tone === undefined ? 1.75 : 3 } as const;
      shapes.push({
        kind: "line",
        from: [LEFT, up(from.value)],
        to: [RIGHT, up(to.value)],
        stroke,
      });
    }
    for (const [side, value] of [from, to].entries()) {
      if (value === null) continue;
      // Strokes stand beside each other, not over each other.
      const aside = (side === 0 ? -1 : 1) * (place % 6) * 6;
      const x = side === 0 ? LEFT : RIGHT;
      const range = rangeOf(value);
      shapes.push(
        range === null
          ? markAt([x, up(value.value)], "disc", tone, 5)
          : {
              kind: "line",
              from: [x + aside, up(range[0])],
              to: [x + aside, up(range[1])],
              stroke: { ink: "ink", wide: 4 },
            },
      );
    }
    const y = places[place];
    if (to === null || y === null || y === undefined) continue;
    const anyRange = drawn.some((one) => one.to !== null && !isPoint(one.to));
    shapes.push({
      kind: "text",
      at: [RIGHT + (anyRange ? 42 : 12), TOP + (y / 100) * TALL + 5],
      text: `${sign}${line.name} ${sayBare(words, to)}`,
      size: 14,
      ink: tone ?? "ink",
      bold: true,
    });
  }
  return { width: WIDE, height: TOP + TALL + 32, shapes };
}

function shownIn(figure: Disclosed | null): Value | null {
  return figure === null || figure.hidden ? null : figure.value;
}

function isPoint(value: Value | null): value is Value {
  return value !== null && rangeOf(value) === null;
}
