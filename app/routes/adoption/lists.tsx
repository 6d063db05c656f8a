import { Form, useLocation } from "@remix-run/react";
import { groupNames } from "#app/i18n/group-names.ts";
import { groupStates } from "#app/model/group-life.ts";
import type { AdoptionReading } from "#app/services/adoption.server.ts";
import { Scroll } from "#app/ui/block.tsx";
import { Select } from "#app/ui/filters.tsx";
import { Parts } from "#app/ui/parts.tsx";
import { useReading } from "#app/ui/reading.ts";

type Groups = NonNullable<AdoptionReading["groups"]>;

/** The open groups, those that move first, and a form to find some of them. */
export function OpenGroups({ groups }: { readonly groups: Groups["open"] }) {
  const { t } = useReading();
  const { purposeName, sizeName } = groupNames(t);
  // Two groups may look the same: each keeps the place it came in.
  const placed = groups.rows.map((group, place) => ({ ...group, place }));
  return (
    <details className="table" id="groups" open={groups.isAsked}>
      <summary>{t("adoption.life.list")}</summary>
      <Finding groups={groups} />
      <p className="label">{groups.said}</p>
      {placed.length > 0 && (
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
              {placed.map(({ name, network, purpose, size, state, place }) => (
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
      )}
      <Parts part={groups.part} at="groups" name="listed" />
    </details>
  );
}

/** By name, purpose and state; what else the address says is kept. */
function Finding({ groups }: { readonly groups: Groups["open"] }) {
  const { t } = useReading();
  const { search } = useLocation();
  const others = [...new URLSearchParams(search)].filter(
    ([name]) => !["group", "purpose", "state", "listed"].includes(name),
  );
  return (
    <Form method="get" action="#groups" className="finding" key={search} preventScrollReset>
      {others.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="field">
        {t("adoption.life.name")}
        <input type="search" name="group" maxLength={60} defaultValue={groups.group} />
      </label>
      <Select
        name="purpose"
        label={t("adoption.life.purpose")}
        value={groups.purpose}
        options={groups.purposes}
      />
      <Select
        name="state"
        label={t("adoption.life.state")}
        value={groups.state}
        options={groups.states}
      />
      <button type="submit" className="button">
        {t("filters.show")}
      </button>
    </Form>
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
