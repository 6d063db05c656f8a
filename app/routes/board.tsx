import "#app/i18n/words-of-actions.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { readBoard } from "#app/services/actions.server.ts";
import { openVisit } from "#app/services/visit.server.ts";
import { Block } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openVisit(asked);
  return { title: titled(visit.language, "board.title"), actions: await readBoard(visit) };
}

export const meta = titled.meta;

/** For whoever answered: no account, no figure, no person. */
export default function Board() {
  const { actions } = useLoaderData<typeof loader>();
  const { t } = useReading();
  return (
    <>
      <h1>{t("board.title")}</h1>
      <p className="lead">
        {t("board.lead")} <span>{t("board.rest")}</span>
      </p>
      <Block topic={t("board.list")} sentence={actions.length === 0 ? t("board.empty") : ""}>
        {actions.length > 0 && (
          <ul className="action-list board full">
            {actions.map(({ id, populationName, heard, doing, when }) => (
              <li key={id}>
                <article>
                  <h3>{populationName}</h3>
                  <dl>
                    <div>
                      <dt>{t("actions.heard")}</dt>
                      <dd lang={heard.language}>{heard.text}</dd>
                    </div>
                    <div>
                      <dt>{t("actions.doing")}</dt>
                      <dd lang={doing.language}>{doing.text}</dd>
                    </div>
                  </dl>
                  <p className="label">{when}</p>
                </article>
              </li>
            ))}
          </ul>
        )}
      </Block>
    </>
  );
}
