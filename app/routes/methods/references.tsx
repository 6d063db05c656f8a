import type { ShownItem, ShownReference } from "#app/services/references.server.ts";
import { Block, Facts, TableBehind } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

/** Published results of others: where they come from, and what makes them comparable or not. */
export function References({ references }: { readonly references: readonly ShownReference[] }) {
  const { t } = useReading();
  if (references.length === 0) return null;
  return (
    <Block topic={t("references.title")} sentence={t("references.sentence")} id="references">
      {references.map((reference) => (
        <article className="method" key={reference.key} id={`reference-${reference.key}`}>
          <h3>{reference.name}</h3>
          <div className="prose">
            <p className="label">{t("references.label")}</p>
            <p>
              <b>{t("references.comparable")}</b> {reference.comparability}
            </p>
            <Origin reference={reference} />
            <TableBehind>
              <Figures reference={reference} />
            </TableBehind>
          </div>
        </article>
      ))}
    </Block>
  );
}

function Origin({ reference }: { readonly reference: ShownReference }) {
  const { t } = useReading();
  const { publisher, url, asked, sample, licence } = reference;
  const source = url === null ? publisher : <a href={url}>{publisher}</a>;
  return (
    <Facts
      facts={[
        { name: t("references.source"), text: source },
        { name: t("references.asked"), text: asked },
        { name: t("references.sample"), text: sample },
        { name: t("references.licence"), text: licence },
      ]}
    />
  );
}

function Figures({ reference }: { readonly reference: ShownReference }) {
  const { t } = useReading();
  return (
    <table>
      <caption>{t("references.table", { name: reference.name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("references.question")}</th>
          <th scope="col">{t("references.figure")}</th>
          <th scope="col">{t("references.spread")}</th>
          <th scope="col">{t("references.before")}</th>
        </tr>
      </thead>
      <tbody>
        {reference.items.map((item) => (
          <Figure key={`${item.code} ${item.population}`} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Figure({ item }: { readonly item: ShownItem }) {
  const { t, format } = useReading();
  const { code, population, wording, period, value, spread, before, note, isPercent } = item;
  const said = (one: number) =>
    isPercent ? t("references.percent", { value: format.mean(one) }) : format.mean(one);
  return (
    <tr>
      <th scope="row">
        {wording} ({[code, population, note].filter(Boolean).join(" · ")})
      </th>
      <td>
        {said(value)} ({period})
      </td>
      <td>
        {spread !== null &&
          t("references.between", { low: said(spread[0]), high: said(spread[1]) })}
      </td>
      <td>{before.map((one) => `${said(one.value)} (${one.period})`).join(" · ")}</td>
    </tr>
  );
}
