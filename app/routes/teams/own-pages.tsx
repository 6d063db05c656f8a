import { Block } from "#app/ui/block.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";
import { teamAddress } from "./addresses.ts";

/** The teams of which this reader may open a page of its own. */
export function OwnPages({
  teams,
}: {
  readonly teams: readonly { readonly key: string; readonly name: string }[];
}) {
  const { t } = useReading();
  return (
    <Block topic={t("teams.own")} sentence={t("teams.own.text")}>
      <ul className="contents">
        {teams.map(({ key, name }) => (
          <li key={key}>
            <Go to={teamAddress(key)}>{name}</Go>
          </li>
        ))}
      </ul>
    </Block>
  );
}
