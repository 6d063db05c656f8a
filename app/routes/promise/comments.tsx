import { Block } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";

interface CommentsProps {
  readonly thresholds: { readonly comments: number; readonly commenters: number };
}

/** What becomes of what people write. */
export function Comments({ thresholds }: CommentsProps) {
  const { t } = useReading();
  const { comments: respondents, commenters } = thresholds;
  return (
    <Block topic={t("promise.comments")} sentence={t("promise.comments.sentence")} id="comments">
      <ul className="said">
        <li>{t("promise.comments.1")}</li>
        <li>{t("promise.comments.2")}</li>
        <li>{t("promise.comments.3")}</li>
        <li>{t("promise.comments.4", { respondents, commenters })}</li>
        <li>{t("promise.comments.5")}</li>
      </ul>
    </Block>
  );
}
