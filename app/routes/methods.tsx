import "#app/i18n/words-of-methods.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { readMethods } from "#app/services/methods.server.ts";
import { readShownReferences } from "#app/services/references.server.ts";
import { openVisit } from "#app/services/visit.server.ts";
import { useReading } from "#app/ui/reading.ts";
import { Contents } from "./methods/contents.tsx";
import { MethodEntry } from "./methods/method.tsx";
import { References } from "./methods/references.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openVisit(asked);
  const title = titled(visit.language, "methods.title");
  return { title, ...(await readMethods(visit)), references: await readShownReferences(visit) };
}

export const meta = titled.meta;

export default function Methods() {
  const { families, references } = useLoaderData<typeof loader>();
  const { t } = useReading();
  return (
    <>
      <h1>{t("methods.title")}</h1>
      <p className="lead">
        {t("methods.lead")} <span>{t("methods.lead.rest")}</span>
      </p>
      <Contents families={families} />
      {families.map(({ name, methods }) => (
        <section className="block" key={name} id={name}>
          <header>
            <h2>{t(`methods.family.${name}`)}</h2>
            <p className="sentence">{t(`methods.family.${name}.sentence`)}</p>
          </header>
          {methods.map((method) => (
            <MethodEntry key={method.key} method={method} />
          ))}
        </section>
      ))}
      <References references={references} />
    </>
  );
}
