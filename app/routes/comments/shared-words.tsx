import type { CommentsReading } from "#app/services/comments.server.ts";
import { Block } from "#app/ui/block.tsx";
import { Go } from "#app/ui/go.tsx";
import { useReading } from "#app/ui/reading.ts";

type Shared = Pick<CommentsReading, "wave" | "list" | "question" | "word" | "shared">;

/** Words that several people used, each leading to their comments; and the way back. */
export function SharedWords({ reading }: { readonly reading: Shared }) {
  const { t } = useReading();
  const { wave, list, question, word, shared } = reading;
  const to = (sought: string) =>
    `/comments?${new URLSearchParams({
      wave: wave?.key ?? "",
      question: question ?? "",
      list: list?.value ?? "",
      ...(sought === "" ? {} : { word: sought }),
    })}`;
  if (word !== null) {
    return (
      <p className="noted">
        <Go to={to("")}>{t("comments.all")}</Go>
      </p>
    );
  }
  if (shared.length === 0) return null;
  return (
    <Block topic={t("comments.words")} sentence={t("comments.words.sentence")} id="words">
      <ul className="key">
        {shared.map((one) => (
          <li key={one.word}>
            <Go to={to(one.word)}>{t("comments.words.of", { word: one.word, n: one.comments })}</Go>
          </li>
        ))}
      </ul>
    </Block>
  );
}
