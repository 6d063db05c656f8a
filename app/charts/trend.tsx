import { type ComponentType, startTransition, useEffect, useRef, useState } from "react";
import type { DrawnReference } from "#app/model/drawn-reference.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { reachable, TableBehind } from "#app/ui/block.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";
import type { Axis } from "./axis.ts";
import { sayFigure, sayInterval } from "./figure-words.ts";
import type { Shape } from "./marks.tsx";
import { TrendDrawing } from "./trend-drawing.tsx";

/** One line over time; a missing or hidden figure is a hole in it. */
export interface TrendLine {
  readonly name: string;
  readonly shape: Shape;
  readonly figures: readonly (Disclosed | null)[];
}

export interface TrendMoment {
  readonly key: string;
  readonly name: string;
  readonly at: Date;
}

/** A day on which what is counted changed its source. The line goes on; it is not joined silently. */
export interface TrendMark {
  readonly at: Date;
  /** The day alone, for beside the line. */
  readonly name: string;
  readonly sentence: string;
  /** What follows is another series, and not joined to what was before. */
  readonly breaks?: boolean;
}

export interface TrendProps {
  readonly caption: string;
  /** What the first column of the table holds. */
  readonly momentTitle: string;
  readonly moments: readonly TrendMoment[];
  readonly lines: readonly TrendLine[];
  readonly marks?: readonly TrendMark[];
  readonly references?: readonly DrawnReference[];
  readonly axis: Axis;
  /** Weeks are drawn without a mark each: there are too many. */
  readonly dense?: boolean;
}

/**
 * Lines over time with their intervals, broken over what is hidden. The drawing comes from the
 * server; once somebody points at it or reaches it by keyboard, one that answers takes its place.
 */
export function Trend(props: TrendProps) {
  const { caption, momentTitle, moments, lines, marks = [], references = [] } = props;
  const reading = useReading();
  const [Pointing, setPointing] = useState<ComponentType<TrendProps> | null>(null);
  const answer = () => load(setPointing);
  const frame = useRef<HTMLElement>(null);
  // Who was quicker than the scripts has come already, and will not come again.
  useEffect(() => {
    if (frame.current?.matches(":hover, :focus-within")) load(setPointing);
  }, []);
  const summary = [
    ...lines.map((line) => describe(reading, line, moments)),
    ...[...marks, ...references].map(({ sentence }) => sentence),
  ].join(" ");
  return (
    <figure className="chart">
      {isAllHidden(lines) ? (
        // An empty frame with an axis would look like values yet to come.
        <p className="hidden plot-hidden">
          <span>{reading.t("figure.hidden")}</span>
        </p>
      ) : (
        <section
          className="plot-frame"
          {...reachable}
          aria-label={summary}
          ref={frame}
          onPointerEnter={answer}
          onFocus={answer}
        >
          {Pointing === null ? <TrendDrawing {...props} /> : <Pointing {...props} />}
        </section>
      )}
      <figcaption>
        {caption}
        {marks.map(({ sentence }) => (
          <strong key={sentence} className="mark">
            {sentence}
          </strong>
        ))}
        {references.map(({ key, sentence }) => (
          <span key={key} className="mark">
            {sentence}
          </span>
        ))}
      </figcaption>
      <TableBehind>
        <table>
          <thead>
            <tr>
              <th scope="col">{momentTitle}</th>
              {lines.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moments.map(({ key, name }, index) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {lines.map((line) => (
                  <TrendCell key={line.name} figure={line.figures[index] ?? null} />
                ))}
              </tr>
            ))}
          </tbody>
          {references.length > 0 && (
            <tbody>
              {references.map(({ key, name, said, about, source }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td colSpan={lines.length}>
                    {said}{" "}
                    <small className="quiet">
                      {about} ({source})
                    </small>
                  </td>
                </tr>
              ))}
            </tbody>
          )}
        </table>
      </TableBehind>
    </figure>
  );
}

function isAllHidden(lines: readonly TrendLine[]): boolean {
  const figures = lines.flatMap((line) => line.figures).filter((figure) => figure !== null);
  return figures.length > 0 && figures.every(({ hidden }) => hidden);
}

function TrendCell({ figure }: { readonly figure: Disclosed | null }) {
  const reading = useReading();
  if (figure?.hidden) return <HiddenCell />;
  const interval = figure === null ? "" : sayInterval(reading, figure.value);
  return (
    <td>
      {sayFigure(reading, figure)}
      {interval !== "" && <small className="quiet"> ({interval})</small>}
    </td>
  );
}

/** The drawing for who does not see it: each line from its first value to its last. */
function describe(
  reading: ReturnType<typeof useReading>,
  { name, figures }: TrendLine,
  moments: readonly TrendMoment[],
): string {
  const said = [0, figures.length - 1].map(
    (index) => `${moments[index]?.name ?? ""} ${sayFigure(reading, figures[index] ?? null)}`,
  );
  return `${name} : ${said.join(" → ")}.`;
}

/** Brings the drawing that answers to pointing. */
function load(show: (drawing: () => ComponentType<TrendProps>) => void): void {
  import("./trend-pointing.tsx").then(
    // A transition waits for the page to be hydrated; an urgent update can break in on that.
    ({ TrendPointing }) => startTransition(() => show(() => TrendPointing)),
    () => {}, // The drawing is there already, and says the same.
  );
}
