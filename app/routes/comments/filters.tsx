import type { CommentsReading } from "#app/services/comments.server.ts";
import { Filters, Select } from "#app/ui/filters.tsx";
import { useReading } from "#app/ui/reading.ts";

type Filtered = Pick<
  CommentsReading,
  "waves" | "wave" | "questions" | "question" | "lists" | "list" | "word"
>;

/** Which wave, which question, whose comments, and one word in them. */
export function CommentFilters({ reading }: { readonly reading: Filtered }) {
  const { t } = useReading();
  const { waves, wave, questions, question, lists, list, word } = reading;
  const summary = t("comments.filters", {
    moment: wave?.name ?? "",
    name: list?.name ?? t("comments.list"),
  });
  return (
    <Filters summary={summary}>
      <Select name="wave" label={t("filters.wave")} value={wave?.key ?? ""} options={waves} />
      {questions.length > 1 && (
        <Select
          name="question"
          label={t("comments.question")}
          value={question ?? ""}
          options={questions}
        />
      )}
      {lists.length > 0 && (
        <Select name="list" label={t("comments.list")} value={list?.value ?? ""} options={lists} />
      )}
      {lists.length > 0 && (
        <label className="field">
          {t("comments.word")}
          <input name="word" defaultValue={word ?? ""} maxLength={40} autoComplete="off" />
        </label>
      )}
    </Filters>
  );
}
