import type { ReactNode } from "react";
import { sayAsked } from "#app/i18n/asked/asked.ts";
import type { AskedWords, Said } from "#app/i18n/asked/words.ts";
import { type AskedWave, dayIn } from "./asked-wave.ts";
import { BoardLink, PromiseLink } from "./promise.tsx";
import { pageOf, type Shell } from "./shell.tsx";

type Around = Pick<Shell, "words" | "languages">;

/** One kind sentence: what happened, and what to do now. It tells nobody anything they did not know. */
export function saidPage({ words, languages }: Around, { title, text }: Said, head?: ReactNode) {
  return pageOf({
    words,
    languages,
    title: sayAsked(words, title),
    head,
    children: (
      <>
        <h1>{sayAsked(words, title)}</h1>
        <p>{sayAsked(words, text)}</p>
        <p className="foot">
          <PromiseLink words={words} />
        </p>
      </>
    ),
  });
}

/** After the last question: thanks, and what happens next. */
export function thanksPage(
  { words, languages }: Around,
  wave: AskedWave | null,
  timeZone: string,
): string {
  return pageOf({
    words,
    languages,
    title: sayAsked(words, words.thanks.title),
    children: <Thanks words={words} wave={wave} timeZone={timeZone} />,
  });
}

export function Thanks({
  words,
  wave,
  timeZone,
}: {
  readonly words: AskedWords;
  readonly wave: AskedWave | null;
  readonly timeZone: string;
}) {
  const say = (text: string) => sayAsked(words, text, { n: wave?.least ?? 5 });
  // The night that follows the close releases the results.
  const morning = wave?.closesAt ? new Date(wave.closesAt.getTime() + 86_400_000) : null;
  const isLatest = wave?.mode === "confidential" && wave.answerRule === "latest";
  return (
    <>
      <svg className="tick" width="48" height="48" viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="24" fill="currentColor" />
        <path d="M13 25l8 8 15-17" fill="none" stroke="var(--ground)" strokeWidth="4" />
      </svg>
      <h1>{say(words.thanks.title)}</h1>
      <p>{say(words.thanks.text)}</p>
      <h2>{say(words.onward)}</h2>
      <ol className="next">
        {wave?.closesAt && (
          <li>
            <b>{dayIn(words, wave.closesAt, timeZone)}</b>
            <span>{say(isLatest ? words.closesLatest : words.closes)}</span>
          </li>
        )}
        {[words.results, words.afterwards].map(([when, what], index) => (
          <li key={when}>
            <b>{index === 0 && morning ? dayIn(words, morning, timeZone) : say(when)}</b>
            <span>{say(what)}</span>
          </li>
        ))}
      </ol>
      <p className="foot">
        <BoardLink words={words} />
      </p>
      <p className="foot">
        <PromiseLink words={words} />
      </p>
    </>
  );
}

/** Sends what it holds again by itself, where there are scripts. */
const retrying = `setTimeout(()=>document.forms[0].requestSubmit(),4000)`;

/** The database does not answer: what was sent stays in this page, which tries again. */
export function waitingPage({ words, languages }: Around, fields: URLSearchParams): string {
  const kept = [...fields].filter(([name]) => name !== "again");
  return pageOf({
    words,
    languages,
    title: sayAsked(words, words.waiting.title),
    script: retrying,
    children: (
      <>
        <h1>{sayAsked(words, words.waiting.title)}</h1>
        <p role="status">{sayAsked(words, words.waiting.text)}</p>
        <form method="post" action="" autoComplete="off">
          {[...kept, ["again", "1"] as const].map(([name, value], index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <div className="end">
            <button type="submit">{sayAsked(words, words.again)}</button>
          </div>
        </form>
      </>
    ),
  });
}

/** Where a code is typed from paper. */
export function enterPage({ words, languages }: Around, isWrong: boolean): string {
  return pageOf({
    words,
    languages,
    title: sayAsked(words, words.enter.title),
    children: (
      <>
        <h1>{sayAsked(words, words.enter.title)}</h1>
        <p>{sayAsked(words, words.enter.text)}</p>
        <form method="post" action="" autoComplete="off">
          <CodeField words={words} isWrong={isWrong} />
          <div className="end">
            <button type="submit">{sayAsked(words, words.enter.go)}</button>
          </div>
        </form>
        <p className="foot">
          <PromiseLink words={words} />
        </p>
      </>
    ),
  });
}

export function CodeField({
  words,
  isWrong,
}: {
  readonly words: AskedWords;
  readonly isWrong: boolean;
}) {
  return (
    <fieldset>
      <label htmlFor="code">{sayAsked(words, words.enter.label)}</label>
      <input
        type="text"
        id="code"
        name="code"
        dir="ltr"
        required
        maxLength={40}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        placeholder="0a1b 2c3d 4e5f 6g7h 8j9k"
        aria-describedby="hint"
        aria-invalid={isWrong || undefined}
      />
      <p className="quiet" id="hint" role={isWrong ? "alert" : undefined}>
        <small>{sayAsked(words, isWrong ? words.enter.wrong : words.enter.hint)}</small>
      </p>
    </fieldset>
  );
}
