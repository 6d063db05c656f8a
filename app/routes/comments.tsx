import "#app/i18n/words-of-comments.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/i18n/titled.ts";
import { readComments } from "#app/services/comments.server.ts";
import { openPage, refused } from "#app/services/visit.server.ts";
import { Block } from "#app/ui/block.tsx";
import { useReading } from "#app/ui/reading.ts";
import { Comment } from "./comments/comment.tsx";
import { CommentFilters } from "./comments/filters.tsx";
import { SharedWords } from "./comments/shared-words.tsx";

export async function loader(asked: LoaderFunctionArgs) {
  const visit = await openPage(asked, "comments");
  const address = new URL(asked.request.url).searchParams;
  const of = (name: string) => address.get(name) || null;
  const reading = await readComments(visit, {
    wave: of("wave"),
    question: of("question"),
    list: of("list"),
    word: of("word"),
  });
  if (reading === null) throw refused(asked, visit.viewer);
  return { title: titled(visit.language, "comments.title"), ...reading };
}

export const meta = titled.meta;

export default function Comments() {
  const reading = useLoaderData<typeof loader>();
  const { t } = useReading();
  const { wave, list, word, comments, shared, rules } = reading;
  const n = comments.length;
  return (
    <>
      <header className="page-head">
        <h1>{list === null ? t("comments.title") : t("comments.titled", { name: list.name })}</h1>
      </header>
      {wave !== null && <CommentFilters reading={reading} />}
      {list === null ? (
        <p className="notice">{t(wave === null ? "comments.noWave" : "comments.none")}</p>
      ) : word !== null && n === 0 ? (
        <p className="lead">{t("comments.found.none", { word })}</p>
      ) : (
        <p className="lead">
          {word === null ? t("comments.lead", { n }) : t("comments.found", { n, word })}{" "}
          <span>{t("comments.lead.rest")}</span>
        </p>
      )}
      {list !== null && (
        <SharedWords reading={{ wave, list, question: reading.question, word, shared }} />
      )}
      {n > 0 && (
        <Block
          topic={t("comments.read")}
          sentence={reading.questions.find(({ value }) => value === reading.question)?.label ?? ""}
          id="read"
        >
          <ul className="said">
            {comments.map((pieces, place) => (
              <li key={`${list?.value} ${place}`}>
                <Comment pieces={pieces} />
              </li>
            ))}
          </ul>
        </Block>
      )}
      <Block topic={t("comments.how")} sentence="" id="how">
        <div className="prose">
          <p>{t("comments.how.groups", rules)}</p>
          <p>{t("comments.how.struck")}</p>
          <p>{t("comments.how.frozen")}</p>
        </div>
      </Block>
    </>
  );
}
