import { Form } from "@remix-run/react";
import type { readThresholds } from "#app/services/settings.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

type Reading = Awaited<ReturnType<typeof readThresholds>>;

/** One form a threshold: a number that is not smaller, and a button. */
export function Raise({ thresholds, withdrawable }: Pick<Reading, "thresholds" | "withdrawable">) {
  const { t, format } = useReading();
  return (
    <Block topic={t("settings.raise")} sentence={t("settings.raise.sentence")} id="thresholds">
      <div className="full">
        <Scroll label={t("settings.raise")}>
          <table className="listing stacked">
            <thead>
              <tr>
                <th scope="col" className="start">
                  {t("settings.threshold")}
                </th>
                <th scope="col">{t("settings.inForce")}</th>
                <th scope="col" className="start">
                  {t("settings.new")}
                </th>
              </tr>
            </thead>
            <tbody>
              {thresholds.map(({ name, least }) => {
                const threshold = t(`promise.thresholds.${name}`);
                return (
                  <tr key={name}>
                    <th scope="row" className="start">
                      {threshold}
                    </th>
                    <td>{format.count(least)}</td>
                    <td className="start">
                      <Form method="post" reloadDocument className="in-line">
                        <input type="hidden" name="threshold" value={name} />
                        <input
                          name="to"
                          inputMode="numeric"
                          pattern="[0-9]{1,4}"
                          required
                          size={5}
                          autoComplete="off"
                          aria-label={t("settings.new.of", { threshold })}
                        />
                        <button
                          type="submit"
                          className="button second"
                          aria-label={t("settings.raise.of", { threshold })}
                        >
                          {t("settings.raise.button")}
                        </button>
                      </Form>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
        {withdrawable && (
          <Form method="post" reloadDocument className="prose">
            <p>{t("settings.withdraw.sentence")}</p>
            <button type="submit" name="withdraw" value="last" className="button second">
              {t("settings.withdraw")}
            </button>
          </Form>
        )}
      </div>
    </Block>
  );
}
