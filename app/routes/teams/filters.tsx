import type { TeamsReading } from "#app/services/teams.server.ts";
import { Filters, Select } from "#app/ui/filters.tsx";
import { Parts } from "#app/ui/parts.tsx";
import { useReading } from "#app/ui/reading.ts";

interface TeamFiltersProps {
  readonly reading: Pick<
    TeamsReading,
    | "wave"
    | "waves"
    | "compared"
    | "groups"
    | "among"
    | "measures"
    | "blocks"
    | "members"
    | "chosen"
    | "part"
  >;
  readonly summary: string;
}

/** What stands side by side, and on what. */
export function TeamFilters({ reading, summary }: TeamFiltersProps) {
  const { t } = useReading();
  const { wave, waves, compared, groups, among, measures, blocks, members, chosen } = reading;
  return (
    <Filters summary={summary}>
      {wave !== null && (
        <Select name="wave" label={t("filters.wave")} value={wave.key} options={waves} />
      )}
      {wave !== null && waves.length > 1 && (
        <Select
          name="compare"
          label={t("teams.compare")}
          value={compared?.key ?? "none"}
          options={[
            ...waves.filter(({ value }) => value !== wave.key),
            { value: "none", label: t("teams.compare.none"), depth: 0 },
          ]}
        />
      )}
      <Select name="among" label={t("teams.among")} value={among ?? ""} groups={groups} />
      {(["first", "second"] as const).map((name, index) => {
        const measure = blocks[index]?.measure;
        return (
          measure !== undefined && (
            <Select
              key={name}
              name={name}
              label={t(`teams.${name}`)}
              value={measure}
              options={measures}
            />
          )
        );
      })}
      <fieldset className="checks" id="side-by-side">
        <legend className="label">{t("teams.choose")}</legend>
        {members.map(({ key, name }) => (
          <label className="check" key={key}>
            <input type="checkbox" name="team" value={key} defaultChecked={chosen.includes(key)} />
            {name}
          </label>
        ))}
        <Parts part={reading.part} at="side-by-side" />
      </fieldset>
    </Filters>
  );
}
