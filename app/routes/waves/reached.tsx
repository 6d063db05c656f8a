import type { Reach } from "#app/model/wave.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

interface ReachedProps {
  /** Who would be reached, or who was. */
  readonly kind: "reach" | "reached";
  readonly reach: Reach;
  readonly madeAt: Date;
}

const channels = ["email", "sms", "whatsapp", "telegram", "slack", "teams", "code"] as const;

/** People by channel and language, what it costs, and how many nothing reaches. */
export function Reached({ kind, reach, madeAt }: ReachedProps) {
  const { t, language, format, timeZone } = useReading();
  const { people, rows, byNone } = reach;
  const left =
    typeof byNone === "number"
      ? t(`wave.${kind}.byNone.many`, { n: format.count(byNone) })
      : t(`wave.${kind}.byNone.${byNone}`);
  const channelName = (name: string | null) => {
    const known = channels.find((one) => one === name);
    return known === undefined ? (name ?? t("wave.channel.others")) : t(`wave.channel.${known}`);
  };
  const languages = new Intl.DisplayNames([language], { type: "language" });
  const languageName = (code: string | null) => {
    if (code === null) return t("wave.language.unknown");
    return /^[a-z]{2,3}$/.test(code) ? (languages.of(code) ?? code) : code;
  };
  const hasCost = rows.some(({ cost }) => cost !== null);
  return (
    <Block
      topic={t(`wave.${kind}`)}
      sentence={`${t(`wave.${kind}.sentence`, { people: format.count(people) })} ${left}`}
      id={kind}
    >
      <div className="full">
        {rows.length > 0 && (
          <Scroll label={t(`wave.${kind}`)}>
            <table className="listing">
              <thead>
                <tr>
                  <th scope="col" className="start">
                    {t("wave.channel")}
                  </th>
                  <th scope="col" className="start">
                    {t("wave.language")}
                  </th>
                  <th scope="col">{t("wave.people")}</th>
                  {hasCost && <th scope="col">{t("wave.cost")}</th>}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.channel} ${row.language}`}>
                    <th scope="row" className="start meaning">
                      {channelName(row.channel)}
                    </th>
                    <td className="start">{row.channel && languageName(row.language)}</td>
                    <td>{format.count(row.people)}</td>
                    {hasCost && <td>{row.cost === null ? "–" : money(row.cost, language)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
        <p className="quiet">{t(`wave.${kind}.at`, { at: format.dateTime(madeAt, timeZone) })}</p>
      </div>
    </Block>
  );
}

function money(
  { thousandths, currency }: { readonly thousandths: number; readonly currency: string },
  language: string,
): string {
  return new Intl.NumberFormat(language, { style: "currency", currency }).format(
    thousandths / 1000,
  );
}
