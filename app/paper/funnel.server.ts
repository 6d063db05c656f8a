import { type Axis, along, upAlong } from "#app/charts/axis.ts";
import type { FunnelMark, FunnelProps } from "#app/charts/funnel.tsx";
import { spread } from "#app/charts/spread.ts";
import type { Words } from "#app/services/around.ts";
import { widthOf } from "./letters.server.ts";
import { markAt, toneOf } from "./marks.ts";
import { type Picture, type Place, type Shape, WIDE } from "./picture.ts";

type DrawnFunnel = Pick<FunnelProps, "counted" | "mu" | "limits" | "marks" | "people" | "axis">;

const SMALL = 13;
const LEFT = 44;
const TOP = 12;
const TALL = 340;
const across = WIDE - LEFT - 16;
/** Names closer than this are moved apart, in percent of the height. */
const LINE_HEIGHT = 5;

/** Teams by size and share within what chance alone explains, as the page draws them. */
export function drawFunnel(
  { counted, mu, limits, marks, people, axis }: DrawnFunnel,
  { format }: Words,
): Picture {
  const x = (n: number) => LEFT + (along(people, Math.log10(n)) / 100) * across;
  const y = (share: number) => TOP + (upAlong(axis, share) / 100) * TALL;
  const curve = (read: (one: DrawnFunnel["limits"][number]) => number) =>
    limits.map((one): Place => [x(one.n), y(read(one))]);
  const zone = [
    ...curve((one) => one.limits95[1]),
    ...curve((one) => one.limits95[0]).toReversed(),
  ];
  const text = { kind: "text", size: SMALL, ink: "ink-2" } as const;
  const thin = { ink: "edge", wide: 1.25 } as const;
  const bottom = TOP + TALL;
  const shapes: Shape[] = [
    { kind: "area", places: zone, fill: "band" },
    ...([0, 1] as const).flatMap((end): readonly Shape[] => [
      { kind: "path", places: curve((one) => one.limits95[end]), stroke: thin },
      {
        kind: "path",
        places: curve((one) => one.limits998[end]),
        stroke: { ...thin, dashes: [5, 4] },
      },
    ]),
    ...axis.ticks.map((tick): Shape => {
      const at = [LEFT - 8, y(tick) + 4] as const;
      return { ...text, at, text: format.percentPoints(tick), anchor: "end" };
    }),
    ...[...new Set(mu)].map((share): Shape => {
      const stroke = { ink: "ink-2", wide: 1, dashes: [7, 4] } as const;
      return { kind: "line", from: [LEFT, y(share)], to: [LEFT + across, y(share)], stroke };
    }),
    { kind: "line", from: [LEFT, bottom], to: [LEFT + across, bottom], stroke: thin },
    ...sizesOf(people, text, bottom, format),
    { ...text, at: [LEFT + across / 2, bottom + 40], text: counted, anchor: "middle" },
    ...marks.map((mark) => teamOf(mark, { x, y })),
    ...namesOf(marks, { x, y }),
  ];
  return { width: WIDE, height: bottom + 48, shapes };
}

function sizesOf(
  people: Axis,
  text: { readonly kind: "text"; readonly size: number; readonly ink: "ink-2" },
  bottom: number,
  format: Words["format"],
): readonly Shape[] {
  return people.ticks.flatMap((tick): readonly Shape[] => {
    const x = LEFT + (along(people, tick) / 100) * across;
    const stroke = { ink: "edge", wide: 1 } as const;
    return [
      { kind: "line", from: [x, bottom], to: [x, bottom + 5], stroke },
      {
        ...text,
        at: [x, bottom + 20],
        text: format.count(Math.round(10 ** tick)),
        anchor: "middle",
      },
    ];
  });
}

interface Placing {
  readonly x: (n: number) => number;
  readonly y: (share: number) => number;
}

/** A point where a team is one number, else all the room it may be in. */
function teamOf({ n, share, verdict, named }: FunnelMark, { x, y }: Placing): Shape {
  const [left, right, top, bottom] = [x(n[0]), x(n[1]), y(share[1]), y(share[0])];
  const stroke = { ink: named ? "ink" : "ink-2", wide: 1.5 } as const;
  if (left === right && top === bottom) {
    const { tone } = toneOf(verdict ?? undefined);
    if (tone !== undefined) return markAt([left, top], "disc", tone, 5.5);
    return { kind: "disc", at: [left, top], r: 5, fill: "ground", stroke };
  }
  if (left === right) {
    return { kind: "line", from: [left, top], to: [left, bottom], stroke: { ...stroke, wide: 4 } };
  }
  return {
    kind: "box",
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    round: 6,
    stroke,
  };
}

function namesOf(marks: readonly FunnelMark[], { x, y }: Placing): readonly Shape[] {
  const named = marks.filter((mark) => mark.named);
  const places = spread(
    named.map(({ share }) => ((y((share[0] + share[1]) / 2) - TOP) / TALL) * 100),
    LINE_HEIGHT,
  );
  return named.map(({ name, n, verdict }, index): Shape => {
    const { sign, tone } = toneOf(verdict ?? undefined);
    const text = `${sign}${name}`;
    const wide = widthOf(text, { size: 14, bold: true });
    const toLeft = x(n[1]) + 12 + wide > WIDE;
    const at: Place = [
      toLeft ? x(n[0]) - 10 : x(n[1]) + 10,
      TOP + ((places[index] ?? 0) / 100) * TALL + 5,
    ];
    const look = { size: 14, ink: tone ?? "ink", bold: true } as const;
    return { kind: "text", at, text, ...look, anchor: toLeft ? "end" : "start" };
  });
}
