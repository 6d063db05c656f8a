import { ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useReading } from "#app/ui/reading.ts";
import { sayFigure, sayInterval } from "./figure-words.ts";
import type { TrendProps } from "./trend.tsx";
import { TrendDrawing } from "./trend-drawing.tsx";

/**
 * The same drawing, answering whoever points at it or walks it with the arrow keys. What is laid
 * over it is on the same axes and draws nothing of its own but the place pointed at.
 */
export function TrendPointing(props: TrendProps) {
  const { moments, lines, axis } = props;
  const points = moments.map(({ at }, index) => ({
    at: at.getTime(),
    index,
    ...Object.fromEntries(
      lines.map(({ figures }, line) => {
        const figure = figures[index];
        return [`line${line}`, figure && !figure.hidden ? figure.value.value : null];
      }),
    ),
  }));
  return (
    <div className="pointing">
      <TrendDrawing {...props} />
      <ResponsiveContainer
        className="pointed"
        width="100%"
        height={300}
        initialDimension={{ width: 640, height: 300 }}
      >
        <ComposedChart
          data={points}
          margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer
        >
          <XAxis dataKey="at" type="number" scale="time" domain={["dataMin", "dataMax"]} hide />
          <YAxis domain={[axis.from, axis.to]} allowDataOverflow hide />
          {lines.map(({ name }, line) => (
            <Line
              key={name}
              dataKey={`line${line}`}
              stroke="transparent"
              dot={false}
              activeDot={{ r: 8, fill: "none", stroke: "var(--focus)", strokeWidth: 2 }}
              connectNulls={false}
              isAnimationActive={false}
            />
          ))}
          <Tooltip
            cursor={{ stroke: "var(--edge)" }}
            content={({ active, payload }) => {
              const index: unknown = payload?.[0]?.payload?.index;
              return active && typeof index === "number" ? <Tip {...props} index={index} /> : null;
            }}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function Tip({ moments, lines, index }: TrendProps & { readonly index: number }) {
  const reading = useReading();
  return (
    <div className="tip">
      <b>{moments[index]?.name}</b>
      {lines.map(({ name, figures }) => {
        const figure = figures[index] ?? null;
        const margin = figure === null || figure.hidden ? "" : sayInterval(reading, figure.value);
        return (
          <p key={name}>
            {name} <b>{sayFigure(reading, figure)}</b> {margin}
          </p>
        );
      })}
    </div>
  );
}
