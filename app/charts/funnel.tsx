import { isolated } from "#app/i18n/isolated.ts";
import { rangeOf } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import type { Verdict } from "#app/statistics/change.ts";
import { TableBehind } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";
import { type Axis, along, percent, upAlong } from "./axis.ts";
import { sayBase, sayFigure } from "./figure-words.ts";
import { shortened } from "./shortened.ts";
import { spread } from "./spread.ts";

type Ends = readonly [least: number, most: number];

export interface FunnelMark {
  readonly key: string;
  readonly name: string;
  readonly figure: Disclosed;
  /** How many people: the same number twice where it is one. */
  readonly n: Ends;
  readonly share: Ends;
  readonly verdict: Verdict | null;
  readonly place: "within" | "outside95" | "outside998" | null;
  /** Whether its name is written beside it; the table has them all. */
  readonly named: boolean;
}

export interface FunnelProps {
  readonly caption: string;
  /** What is counted along the bottom. */
  readonly counted: string;
  /** What the first column of the table holds. */
  readonly title: string;
  /** Where the whole stands: the same number twice where it is one. */
  readonly mu: Ends;
  readonly limits: readonly {
    readonly n: number;
    readonly limits95: Ends;
    readonly limits998: Ends;
  }[];
  readonly marks: readonly FunnelMark[];
  /** People from left to right, as powers of ten. */
  readonly people: Axis;
  readonly axis: Axis;
}

/** Names closer than this are moved apart, in percent of the height. */
const LINE_HEIGHT = 6;

/** Teams by size and share, within what chance alone explains; a range is the room it may be in. */
export function Funnel(props: FunnelProps) {
  const { caption, counted, mu, limits, marks, people, axis } = props;
  const { format } = useReading();
  const x = (n: number) => along(people, Math.log10(n));
  const y = (share: number) => upAlong(axis, share);
  const curve = (read: (one: FunnelProps["limits"][number]) => number) =>
    limits.map((one) => `${round(x(one.n))},${round(y(read(one)))}`);
  const zone = [
    ...curve((one) => one.limits95[1]),
    ...curve((one) => one.limits95[0]).toReversed(),
  ];
  return (
    <figure className="chart">
      <figcaption>{caption}</figcaption>
      <div className="plot-frame">
        <svg className="plot funnel" height="340" aria-hidden="true">
          {axis.ticks.map((tick) => (
            <text key={tick} x="-8" y={percent(y(tick))} dy=".35em" textAnchor="end">
              {format.percentPoints(tick)}
            </text>
          ))}
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            width="100%"
            height="100%"
            role="presentation"
          >
            <path className="band" d={`M${zone.join(" L")}Z`} />
            {([0, 1] as const).map((end) => (
              <g key={end}>
                <polyline className="limit" points={curve((one) => one.limits95[end]).join(" ")} />
                <polyline
                  className="limit outer"
                  points={curve((one) => one.limits998[end]).join(" ")}
                />
              </g>
            ))}
          </svg>
          {[...new Set(mu)].map((share) => (
            <line
              key={share}
              className="ref"
              x1="0"
              x2="100%"
              y1={percent(y(share))}
              y2={percent(y(share))}
            />
          ))}
          <line className="axis" x1="0" x2="100%" y1="100%" y2="100%" />
          {people.ticks.map((tick) => (
            <g key={tick}>
              <line
                className="axis"
                x1={percent(along(people, tick))}
                x2={percent(along(people, tick))}
                y1="100%"
                y2="100%"
                transform="translate(0 5)"
              />
              <text x={percent(along(people, tick))} y="100%" dy="1.5em" textAnchor="middle">
                {format.count(Math.round(10 ** tick))}
              </text>
            </g>
          ))}
          <text x="50%" y="100%" dy="3em" textAnchor="middle">
            {counted}
          </text>
          {marks.map((mark) => (
            <TeamMark key={mark.key} mark={mark} x={x} y={y} />
          ))}
          <Names marks={marks} x={x} y={y} />
        </svg>
      </div>
      <FunnelTable {...props} />
    </figure>
  );
}

interface Placing {
  readonly x: (n: number) => number;
  readonly y: (share: number) => number;
}

function TeamMark({ mark, x, y }: Placing & { readonly mark: FunnelMark }) {
  const { n, share, verdict, named } = mark;
  const [left, right] = [x(n[0]), x(n[1])];
  const [top, bottom] = [y(share[1]), y(share[0])];
  const tone = verdict === "above" ? "fav" : verdict === "below" ? "unf" : "";
  if (left === right && top === bottom) {
    const name = tone === "" ? (named ? "hollow" : "pale") : `disc ${tone}`;
    return <circle className={name} cx={percent(left)} cy={percent(top)} r="5.5" />;
  }
  if (left === right) {
    return (
      <line
        className={named ? "span own" : "span"}
        x1={percent(left)}
        x2={percent(left)}
        y1={percent(top)}
        y2={percent(bottom)}
      />
    );
  }
  return (
    <rect
      className={named ? "range own see-through" : "range see-through"}
      x={percent(left)}
      width={percent(right - left)}
      y={percent(top)}
      height={percent(bottom - top)}
      rx="6"
    />
  );
}

function Names({ marks, x, y }: Placing & { readonly marks: readonly FunnelMark[] }) {
  const named = marks.filter((mark) => mark.named);
  const places = spread(
    named.map(({ share }) => y((share[0] + share[1]) / 2)),
    LINE_HEIGHT,
  );
  return named.map(({ key, name, n, verdict }, index) => {
    const sign = verdict === "above" ? "▲ " : verdict === "below" ? "▼ " : "";
    const at = x(n[1]);
    const toLeft = at > 62;
    return (
      <text
        key={key}
        className="strong halo"
        x={percent(toLeft ? x(n[0]) : at)}
        dx={toLeft ? -10 : 10}
        y={percent(places[index] ?? 0)}
        dy=".35em"
        textAnchor={toLeft ? "end" : "start"}
      >
        {sign}
        {isolated(shortened(name, 24))}
      </text>
    );
  });
}

function FunnelTable({ title, marks }: FunnelProps) {
  const reading = useReading();
  const { t } = reading;
  return (
    <TableBehind>
      <table>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t("teams.funnel.people")}</th>
            <th scope="col">{t("teams.funnel.share")}</th>
            <th scope="col">{t("teams.funnel.place")}</th>
          </tr>
        </thead>
        <tbody>
          {marks.map(({ key, name, figure, place }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{figure.hidden ? "" : sayBase(reading, figure.measure, figure.value.base)}</td>
              <td>{sayFigure(reading, figure)}</td>
              <td>{t(place === null ? placeUntold(figure) : `teams.funnel.${place}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBehind>
  );
}

function placeUntold(figure: Disclosed) {
  return !figure.hidden && rangeOf(figure.value) === null
    ? ("teams.funnel.band" as const)
    : ("teams.funnel.range" as const);
}

function round(place: number): number {
  return Math.round(place * 100) / 100;
}
