import type { readPromise } from "#app/services/promise.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { Heads } from "#app/ui/heads.tsx";
import { useReading } from "#app/ui/reading.ts";

type Policy = Awaited<ReturnType<typeof readPromise>>["policies"][number];

/** Every version of the thresholds: they only rise, and everybody can check that they did. */
export function Thresholds({ policies }: { readonly policies: readonly Policy[] }) {
  const { t, format, timeZone } = useReading();
  const first = policies.at(-1);
  const day = (at: Date) => format.date(at, timeZone);
  const stateOf = ({ version, firstUsedAt, withdrawnAt }: Policy) => {
    if (withdrawnAt !== null) return t("promise.thresholds.withdrawn", { day: day(withdrawnAt) });
    if (firstUsedAt !== null) return t("promise.thresholds.used", { day: day(firstUsedAt) });
    const later = policies.findLast((one) => one.version > version && one.withdrawnAt === null);
    return later === undefined
      ? t("promise.thresholds.waiting")
      : t("promise.thresholds.replaced", { version: later.version });
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
        <table className="listing stacked">
          <Heads
            names={[
              t("promise.thresholds.version"),
              t("promise.thresholds.says"),
              t("promise.thresholds.since"),
              t("promise.thresholds.state"),
            ]}
          />
          <tbody>
            {policies.map((policy, index) => (
              <tr key={policy.version}>
                <th scope="row" className="start">
                  {policy.version}
                </th>
                <td className="start meaning">
                  <ul className="said">
                    {newIn(policy, policies[index + 1]).map((name) => (
                      <li key={name}>
                        {t("promise.thresholds.one", {
                          threshold: t(`promise.thresholds.${name}`),
                          n: policy.thresholds[name],
                        })}
                      </li>
                    ))}
                  </ul>
                </td>
                <td className="start">{day(policy.announcedAt)}</td>
                <td className="start">
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

/** What a version says that the one before it did not. */
function newIn(policy: Policy, before: Policy | undefined) {
  const names = Object.keys(policy.thresholds) as (keyof Policy["thresholds"])[];
  return names.filter(
    (name) => policy.stated[name] !== undefined && policy.stated[name] !== before?.stated[name],
  );
}
