import type { LoaderFunctionArgs } from "@remix-run/node";
import { titled } from "#app/i18n/titled.ts";
import { openVisit } from "#app/services/visit.server.ts";
import { Block } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

export async function loader(asked: LoaderFunctionArgs) {
  const { language } = await openVisit(asked);
  return { title: titled(language, "methods.title") };
}

export const meta = titled.meta;

export default function Methods() {
  const { t } = useReading();
  return (
    <>
      <h1>{t("methods.title")}</h1>
      <p className="lead">{t("methods.lead")}</p>
      <Block id="share" topic={t("methods.share")} sentence={t("methods.share.sentence")}>
        <Said lines={([1, 2, 3, 4] as const).map((line) => t(`methods.share.${line}`))} />
      </Block>
      <Block id="interval" topic={t("methods.interval")} sentence={t("methods.interval.sentence")}>
        <Said lines={([1, 2, 3, 4, 5] as const).map((line) => t(`methods.interval.${line}`))} />
      </Block>
      <Block
        id="difference"
        topic={t("methods.difference")}
        sentence={t("methods.difference.sentence")}
      >
        <Said lines={([1, 2, 3, 4, 5] as const).map((line) => t(`methods.difference.${line}`))} />
      </Block>
      <Block id="adoption" topic={t("methods.adoption")} sentence={t("methods.adoption.sentence")}>
        <Said lines={([1, 2, 3, 4] as const).map((line) => t(`methods.adoption.${line}`))} />
      </Block>
      <Block id="hidden" topic={t("methods.hidden")} sentence={t("methods.hidden.sentence")}>
        <Said lines={([1, 2, 3] as const).map((line) => t(`methods.hidden.${line}`))} />
      </Block>
    </>
  );
}

function Said({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="said">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
