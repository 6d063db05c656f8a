import { groupNames } from "#app/i18n/group-names.ts";
import { groupStates } from "#app/model/group-life.ts";
import type { AdoptionReading } from "#app/services/adoption.server.ts";
import { Scroll } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

type Groups = NonNullable<AdoptionReading["groups"]>;

/** The open groups, by name, those that move first. */
export function OpenGroups({ groups }: { readonly groups: Groups["open"] }) {
  const { t, format } = useReading();
  const { purposeName, sizeName } = groupNames(t);
  const order = ["growing", "fading", "new", "silent", "steady"];
  const rank = (state: string | null) => (state === null ? order.length : order.indexOf(state));
  // Two groups may look the same: each keeps the place it came in.
  const sorted = groups
    .map((group, place) => ({ ...group, place }))
    .toSorted((a, b) => rank(a.state) - rank(b.state) || format.byName(a.name, b.name));
  return (
    <details className="table">
      <summary>{t("adoption.life.list")}</summary>
      <Scroll label={t("adoption.life.list")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("adoption.life.name")}</th>
              <th scope="col" className="start">
                {t("adoption.life.network")}
              </th>
              <th scope="col" className="start">
                {t("adoption.life.purpose")}
              </th>
              <th scope="col" className="start">
                {t("adoption.life.size")}
              </th>
              <th scope="col" className="start">
                {t("adoption.life.state")}
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ name, network, purpose, size, state, place }) => (
              <tr key={place}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td className="start">{network}</td>
                <td className="start">{purposeName(purpose)}</td>
                <td className="start">{sizeName(size)}</td>
                <td className="start">
                  {t(state === null ? "adoption.life.tooFew" : `adoption.state.${state}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

interface ClosedGroupsProps {
  readonly kinds: NonNullable<Groups["closed"]>;
  readonly states: Groups["closedStates"];
  readonly caption: string;
}

/** The closed groups: how many there are of each purpose and size, and in each state. */
export function ClosedGroups({ kinds, states, caption }: ClosedGroupsProps) {
  const { t, format } = useReading();
  const { purposeName, sizeName } = groupNames(t);
  const groupsIn = (state: string) => states.find((one) => one.state === state)?.groups ?? "";
  return (
    <details className="table">
      <summary>{t("adoption.life.closed")}</summary>
      <p>{caption}</p>
      <Scroll label={t("adoption.life.closed")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("adoption.life.purpose")}</th>
              <th scope="col" className="start">
                {t("adoption.life.size")}
              </th>
              <th scope="col">{t("adoption.life.groups")}</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ purpose, size, groups }) => (
              <tr key={`${purpose} ${size}`}>
                <th scope="row">{purposeName(purpose)}</th>
                <td className="start">{sizeName(size)}</td>
                <td>{format.count(groups)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table>
          <caption>{t("adoption.life.closed.states")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("adoption.life.state")}</th>
              <th scope="col">{t("adoption.life.groups")}</th>
            </tr>
          </thead>
          <tbody>
            {groupStates.map((state) => (
              <tr key={state}>
                <th scope="row">{t(`adoption.state.${state}`)}</th>
                <td>{groupsIn(state)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
