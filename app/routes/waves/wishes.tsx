import type { readWaves } from "#app/services/waves.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

type Lines = Awaited<ReturnType<typeof readWaves>>["wishes"];

const rules = [
  "questions",
  "languages",
  "closing",
  "thresholds",
  "people",
  "opening",
  "state",
  "failed",
] as const;

/** What was asked of the worker, and what became of it. */
export function Wishes({ wishes }: { readonly wishes: Lines }) {
  const { t, format, timeZone } = useReading();
  const outcome = ({ outcome: word, said }: Lines[number]) => {
    if (word === null) return t("waves.outcome.waiting");
    if (word === "done") return t("waves.outcome.done");
    const why = said.map((one) => {
      const rule = rules.find((known) => known === one);
      return rule === undefined ? one : t(`wave.rule.${rule}`);
    });
    return t("waves.outcome.refused", { why: why.join(" ; ") });
  };
  return (
    <Block topic={t("waves.wishes")} sentence={t("waves.wishes.sentence")} id="wishes">
      <div className="full">
        <Scroll label={t("waves.wishes")}>
          <table className="listing stacked">
            <thead>
              <tr>
                {(["name", "wish", "wish.at", "wish.outcome"] as const).map((one) => (
                  <th key={one} scope="col" className="start">
                    {t(`waves.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {wishes.map((one) => (
                <tr key={`${one.wave} ${one.wish} ${one.askedAt.getTime()}`}>
                  <th scope="row" className="start">
                    {one.wave}
                  </th>
                  <td data-column={t("waves.wish")} className="start">
                    {t(`waves.wish.${one.wish}`)}
                  </td>
                  <td data-column={t("waves.wish.at")} className="start">
                    {format.dateTime(one.askedAt, timeZone)}
                  </td>
                  <td data-column={t("waves.wish.outcome")} className="start meaning">
                    {outcome(one)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </Block>
  );
}
