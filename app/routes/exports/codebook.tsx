import type { ExportsReading } from "#app/services/exports.server.ts";
import { Block, Scroll } from "#app/ui/block.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";

interface CodebookProps extends Pick<ExportsReading, "codebook" | "keys"> {
  readonly columns: readonly { readonly key: string; readonly meaning: string }[];
}

/** What each column and each measure of the file means. */
export function Codebook({ codebook, keys, columns }: CodebookProps) {
  const { t } = useReading();
  return (
    <Block
      topic={t("exports.codebook")}
      sentence={t("exports.codebook.sentence")}
      id="codebook"
      aside={
        <>
          <p>{t("exports.codebook.file")}</p>
          <p>{t("exports.weighted")}</p>
          <p>
            <Go to="/methods">{t("exports.methods")}</Go>
          </p>
        </>
      }
    >
      <div>
        <Listing
          label={t("exports.codebook")}
          head={[t("exports.codebook.column"), t("exports.codebook.meaning")]}
          lines={columns.map(({ key, meaning }) => [key, meaning])}
        />
        <h3 className="part">{t("exports.measures")}</h3>
        <Measures codebook={codebook} />
        {keys.length > 0 && (
          <>
            <h3 className="part">{t("exports.keys")}</h3>
            <Listing
              label={t("exports.keys")}
              head={[t("exports.measures.key"), t("exports.keys.asked")]}
              lines={keys.map(({ key, name }) => [key, name])}
            />
          </>
        )}
      </div>
    </Block>
  );
}

/** Every kind of measure: what it is, then in what, of whom, and how it is computed. */
function Measures({ codebook }: Pick<CodebookProps, "codebook">) {
  const { t } = useReading();
  return (
    <Scroll label={t("exports.measures")}>
      <table className="listing">
        <thead>
          <tr>
            <th scope="col">{t("exports.measures.key")}</th>
            <th scope="col" className="start">
              {t("exports.measures.name")}
            </th>
          </tr>
        </thead>
        <tbody>
          {codebook.map(({ key, label, what, ...more }) => (
            <tr key={key}>
              <th scope="row" translate="no">
                {key}
              </th>
              <td className="start meaning">
                <b>{label}</b> {what}
                {(["unit", "of", "how"] as const).map((one) => (
                  <small key={one} className="quiet">
                    {" "}
                    {t(`exports.measures.${one}`, { text: more[one] })}
                  </small>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

interface ListingProps {
  readonly label: string;
  readonly head: readonly [string, string];
  readonly lines: readonly (readonly [key: string, meaning: string])[];
}

function Listing({ label, head, lines }: ListingProps) {
  return (
    <Scroll label={label}>
      <table className="listing">
        <thead>
          <tr>
            <th scope="col">{head[0]}</th>
            <th scope="col" className="start">
              {head[1]}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([key, meaning]) => (
            <tr key={key}>
              <th scope="row" translate="no">
                {key}
              </th>
              <td className="start meaning">{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
