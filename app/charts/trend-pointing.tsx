import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { useReading } from "#app/ui/reading.ts";
import { sayFigure, sayInterval } from "./figure-words.ts";
import type { TrendProps } from "./trend.tsx";

/** The same lines, answering whoever points at them or walks them with the arrow keys. */
export function TrendPointing({ moments, lines, axis, dense = false }: TrendProps) {
  const reading = useReading();
  const { format, language } = reading;
  const points = moments.map((moment, index) => ({
    at: moment.at.getTime(),
    index,
    ...Object.fromEntries(
      lines.flatMap(({ figures }, line) => {
        const figure = figures[index];
        if (!figure || figure.hidden) return [];
        const { value, low, high } = figure.value;
        return [
          [`value${line}`, value],
          [`range${line}`, [low ?? value, high ?? value]],
        ];
      }),
    ),
  }));
  return (
    <ResponsiveContainer width="100%" height={300} initialDimension={{ width: 640, height: 300 }}>
      <ComposedChart
        data={points}
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        accessibilityLayer
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          type="number"
          scale="time"
          domain={["dataMin", "dataMax"]}
          ticks={moments.map(({ at }) => at.getTime())}
          tickFormatter={(at: number) =>
            dense
              ? format.shortDay(new Date(at).toISOString().slice(0, 10))
              : `${format.month(new Date(at))} ${format.year(new Date(at))}`
          }
          axisLine={false}
          tickLine={false}
          height={1}
          interval="preserveStartEnd"
          minTickGap={24}
          overflow="visible"
        />
        <YAxis
          domain={[axis.from, axis.to]}
          ticks={[...axis.ticks]}
          tickFormatter={(value: number) => format.percentPoints(value)}
          axisLine={false}
          tickLine={false}
          width={1}
        />
        {lines.map((line, index) => (
          <Area
            key={`band ${line.name}`}
            dataKey={`range${index}`}
            className="band"
            fill="var(--band)"
            stroke="none"
            isAnimationActive={false}
            activeDot={false}
            tooltipType="none"
          />
        ))}
        {lines.map((line, index) => (
          <Line
            key={line.name}
            dataKey={`value${index}`}
            name={line.name}
            stroke={line.shape === "disc" ? "var(--ink)" : "var(--ink-2)"}
            strokeWidth={line.shape === "disc" ? 2.5 : 1.5}
            dot={!dense}
            connectNulls={false}
            isAnimationActive={false}
          />
        ))}
        <Tooltip
          content={({ active, payload }) => {
            const index: unknown = payload?.[0]?.payload?.index;
            if (!active || typeof index !== "number") return null;
            return (
              <div className="tip" lang={language}>
                <b>{moments[index]?.name}</b>
                {lines.map(({ name, figures }) => {
                  const figure = figures[index] ?? null;
                  const margin =
                    figure === null || figure.hidden ? "" : sayInterval(reading, figure.value);
                  return (
                    <p key={name}>
                      {name} <b>{sayFigure(reading, figure)}</b> {margin}
                    </p>
                  );
                })}
              </div>
            );
          }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
