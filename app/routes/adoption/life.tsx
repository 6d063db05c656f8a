import type { Axis } from "#app/charts/axis.ts";
import { type Fill, StackedWeeks } from "#app/charts/stacked-weeks.tsx";
import { type GroupState, groupStates } from "#app/model/group-life.ts";
import type { AdoptionReading } from "#app/services/adoption.server.ts";
import { Block, Definition, TableBehind } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { useReading } from "#app/ui/reading.ts";
import { ClosedGroups, OpenGroups } from "./lists.tsx";

interface LifeBlockProps {
  readonly groups: NonNullable<AdoptionReading["groups"]>;
  readonly axis: Axis;
}

const fills: Readonly<Record<GroupState, Fill>> = {
  new: "frame",
  growing: "fav",
  steady: "light",
  fading: "unf",
  silent: "dark",
};

/** How groups live: their states over time, the open ones by name, the closed ones by kind. */
export function LifeBlock({ groups, axis }: LifeBlockProps) {
  const { t, format } = useReading();
  const layers = groupStates.map((state) => ({
    key: state,
    name: t(`adoption.state.${state}`),
    fill: fills[state],
  }));
  return (
    <Block
      topic={t("adoption.life")}
      sentence={`${groups.sentence} ${groups.other}`}
      aside={<Definition term={t("adoption.life.definition")}>{groups.definition}</Definition>}
    >
      <figure className="chart">
        <StackedWeeks weeks={groups.weeks} layers={layers} axis={axis} label={groups.sentence} />
        <figcaption>{groups.caption}</figcaption>
        <TableBehind>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("adoption.week")}</th>
                {layers.map(({ key, name }) => (
                  <th key={key} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.weeks.map(({ week, counts }) => (
                <tr key={week}>
                  <th scope="row">{format.day(week)}</th>
                  {groupStates.map((state, place) => (
                    <td key={state}>{format.count(counts[place] ?? 0)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBehind>
        <ChartFiles chart="adoption-life" name={t("adoption.life")} />
      </figure>
      <OpenGroups groups={groups.open} />
      {groups.closed !== null && (
        <ClosedGroups
          kinds={groups.closed}
          states={groups.closedStates}
          caption={groups.closedCaption}
        />
      )}
    </Block>
  );
}
