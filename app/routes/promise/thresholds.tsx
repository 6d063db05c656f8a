import type { readPromise } from "#app/services/promise.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

type Policy = Awaited<ReturnType<typeof readPromise>>["policies"][number];

/** Every version of the thresholds: they only rise, and everybody can check that they did. */
export function Thresholds({ policies }: { readonly policies: readonly Policy[] }) {
  const { t, format, timeZone } = useReading();
  const first = policies.at(-1);
  const columns = Object.keys(first?.thresholds ?? {}) as (keyof Policy["thresholds"])[];
  const day = (at: Date) => format.date(at, timeZone);
  const stateOf = ({ firstUsedAt, withdrawnAt }: Policy) => {
    if (withdrawnAt !== null) return t("promise.thresholds.withdrawn", { day: day(withdrawnAt) });
    return firstUsedAt === null
      ? t("promise.thresholds.waiting")
      : t("promise.thresholds.used", { day: day(firstUsedAt) });
  };
  return (
    <Block
      topic={t("promise.thresholds")}
      sentence={
        first === undefined
          ? ""
          : t("promise.thresholds.sentence", {
              n: policies.length,
              day: day(first.announcedAt),
            })
      }
    >
      <Scroll label={t("promise.thresholds")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("promise.thresholds.version")}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`promise.thresholds.${column}`)}
                </th>
              ))}
              <th scope="col">{t("promise.thresholds.since")}</th>
              <th scope="col">{t("promise.thresholds.state")}</th>
            </tr>
          </thead>
          <tbody>
            {policies.map((policy) => (
              <tr key={policy.version}>
                <th scope="row">{policy.version}</th>
                {columns.map((column) => (
                  <td key={column}>{format.count(policy.thresholds[column])}</td>
                ))}
                <td>{day(policy.announcedAt)}</td>
                <td>
                  {stateOf(policy)}
                  {policy.byProduct && policy.version > 1 && (
                    <>
                      <br />
                      {t("promise.thresholds.byProduct")}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Block>
  );
}
