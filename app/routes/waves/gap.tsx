import { sayValue } from "#app/i18n/say-value.ts";
import type { readWave } from "#app/services/waves.server.ts";
import { Block, Definition, Scroll } from "#app/ui/block.tsx";
import { ChartFiles } from "#app/ui/chart-files.tsx";
import { HiddenCell } from "#app/ui/hidden.tsx";
import { useReading } from "#app/ui/reading.ts";

type Lines = Awaited<ReturnType<typeof readWave>>["gap"];

/** What leaders believed beside what people answered. */
export function Gap({ lines, wave }: { readonly lines: Lines; readonly wave: string }) {
  const { t, format } = useReading();
  const apart = lines.filter(({ verdict }) => verdict !== null);
  const sentence =
    apart.length === 0
      ? t("wave.gap.same")
      : apart.map(({ verdict, name }) => t(`wave.gap.${verdict ?? "more"}`, { name })).join(" ");
  return (
    <Block
      topic={t("wave.gap")}
      sentence={sentence}
      id="gap"
      aside={<Definition term={t("wave.gap.guess")}>{t("wave.guess.aside")}</Definition>}
    >
      <Scroll label={t("wave.gap")}>
        <table className="listing">
          <thead>
            <tr>
              <th scope="col" className="start">
                {t("wave.gap.indicator")}
              </th>
              <th scope="col">{t("wave.gap.guess")}</th>
              <th scope="col">{t("wave.gap.answer")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ indicator, name, guess, answer }) => (
              <tr key={indicator}>
                <th scope="row" className="start meaning">
                  {name}
                </th>
                <td>{sayValue({ t, format }, guess)}</td>
                {answer === null ? <HiddenCell /> : <td>{sayValue({ t, format }, answer)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <ChartFiles chart="wave-gap" name={t("wave.gap")} also={{ wave }} />
    </Block>
  );
}
