import { Form } from "@remix-run/react";
import type { ModerationReading } from "#app/services/moderation.server.ts";
import { useReading } from "#app/ui/reading.ts";
import { Comment } from "../comments/comment.tsx";

const reasons = [
  "health",
  "union",
  "religion",
  "orientation",
  "origin",
  "threat",
  "accusation",
  "indirect",
  "name",
  "small",
] as const;

/** Each comment that waits, with its own small form: show it, shorter if need be, or withhold it. */
export function Waiting({ comments }: { readonly comments: ModerationReading["waiting"] }) {
  const { t, format } = useReading();
  return (
    <ol className="said">
      {comments.map(({ comment, wave, question, text, pieces, reasons: why }, index) => {
        const n = index + 1;
        const named = reasons
          .filter((one) => why.includes(one))
          .map((one) => t(`moderation.reason.${one}`));
        return (
          <li key={comment}>
            <h3>{t("moderation.comment", { n })}</h3>
            <p className="label">
              {wave} · {question}
            </p>
            <p>
              <Comment pieces={pieces} />
            </p>
            <p className="label">{t("moderation.reasons", { reasons: format.list(named) })}</p>
            <Form method="post" className="fields" reloadDocument>
              <input type="hidden" name="comment" value={comment} />
              <label className="field">
                {t("moderation.text")}
                <textarea
                  name="text"
                  rows={4}
                  maxLength={2000}
                  defaultValue={text}
                  aria-describedby={`how-${n}`}
                />
              </label>
              <p className="label" id={`how-${n}`}>
                {t("moderation.text.how")}
              </p>
              <div className="in-line">
                <button
                  type="submit"
                  className="button"
                  name="decision"
                  value="publish"
                  aria-label={t("moderation.publish.of", { n })}
                >
                  {t("moderation.publish")}
                </button>
                <button
                  type="submit"
                  className="button second"
                  name="decision"
                  value="withhold"
                  aria-label={t("moderation.withhold.of", { n })}
                >
                  {t("moderation.withhold")}
                </button>
              </div>
            </Form>
          </li>
        );
      })}
    </ol>
  );
}
