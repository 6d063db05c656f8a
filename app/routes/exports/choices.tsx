import { separators } from "#app/services/exports/asked.ts";
import type { ExportsReading } from "#app/services/exports.server.ts";
import { Filters, type Option, Select } from "#app/ui/filters.tsx";
import { useReading } from "#app/ui/reading.ts";

const flat = (value: string, label: string): Option => ({ value, label, depth: 0 });

/** What the file holds, as a form whose address is the file. */
export function Choices({ reading }: { readonly reading: ExportsReading }) {
  const { t, format } = useReading();
  const { asked, waves, weeks, cuts, measures } = reading;
  const contents = [
    flat("all", t("exports.content.all")),
    flat("waves", t("exports.content.waves")),
    flat("weeks", t("exports.content.weeks")),
  ];
  const single = waves.map(({ key, name }) => flat(`wave:${key}`, name));
  const named = (key: string | null, among: typeof cuts, any: string) =>
    key === null ? any : (among.find((one) => one.key === key)?.name ?? key);
  const days = weeks.map((week) => flat(week, format.day(week)));
  return (
    <Filters
      summary={t("exports.filters", {
        content:
          [...contents, ...single].find(({ value }) => value === asked.content)?.label ??
          asked.content,
        cut: named(asked.cut, cuts, t("exports.cut.any")),
        measure: named(asked.measure, measures, t("exports.measure.any")),
      })}
    >
      <Select
        name="content"
        label={t("exports.content")}
        value={asked.content}
        options={contents}
        groups={single.length > 0 ? [{ label: t("exports.content.wave"), choices: single }] : []}
      />
      {days.length > 0 && (
        <>
          <Select
            name="from"
            label={t("exports.from")}
            value={asked.from ?? ""}
            options={[flat("", t("exports.from.any")), ...days]}
          />
          <Select
            name="to"
            label={t("exports.to")}
            value={asked.to ?? ""}
            options={[flat("", t("exports.to.any")), ...days]}
          />
        </>
      )}
      <Select
        name="cut"
        label={t("exports.cut")}
        value={asked.cut ?? ""}
        options={[flat("", t("exports.cut.any")), ...cuts.map(({ key, name }) => flat(key, name))]}
      />
      <Select
        name="measure"
        label={t("exports.measure")}
        value={asked.measure ?? ""}
        options={[
          flat("", t("exports.measure.any")),
          ...measures.map(({ key, name }) => flat(key, name)),
        ]}
      />
      <Select
        name="separators"
        label={t("exports.separators")}
        value={asked.separators}
        options={separators.map((one) => flat(one, t(`exports.separators.${one}`)))}
      />
    </Filters>
  );
}
