import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { readMethods } from "#app/services/methods.server.ts";
import { openVisit } from "#app/services/visit.server.ts";
import { Block } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openVisit(asked);
  return { title: titled(visit.language, "methods.title"), numbers: await readMethods(visit) };
}

export const meta = titled.meta;

const figures = [
  "favourable",
  "indicator",
  "interval",
  "mean",
  "participation",
  "difference",
  "adoption",
  "active",
  "small",
  "hidden",
] as const;

export default function Methods() {
  const { numbers } = useLoaderData<typeof loader>();
  const { t } = useReading();
  return (
    <>
      <h1>{t("methods.title")}</h1>
      <p className="lead">
        {t("methods.lead")} <span>{t("methods.lead.rest")}</span>
      </p>
      {figures.map((figure) => (
        <Block
          key={figure}
          id={figure}
          topic={t(`methods.${figure}`)}
          sentence={t(`methods.${figure}.sentence`, numbers)}
        >
          <div className="prose">
            <p>{t(`methods.${figure}.plain`, numbers)}</p>
            <details className="depth">
              <summary>{t("methods.depth")}</summary>
              <p className="formula">{t(`methods.${figure}.formula`, numbers)}</p>
              <p className="label">
                {t("methods.source", { source: t(`methods.${figure}.source`) })}
              </p>
            </details>
          </div>
        </Block>
      ))}
    </>
  );
}
