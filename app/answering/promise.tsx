import { sayAsked } from "#app/i18n/asked/asked.ts";
import type { AskedWords } from "#app/i18n/asked/words.ts";
import type { AskedWave } from "./asked-wave.ts";

/** What is promised, before the first question: two sentences, the rest a tap away. */
export function PromiseNote({
  words,
  wave,
}: {
  readonly words: AskedWords;
  readonly wave: AskedWave;
}) {
  const { promise } = words;
  const say = (text: string) => sayAsked(words, text, { n: wave.least });
  const isAnonymous = wave.mode === "anonymous";
  const facts = [
    [promise.kept[0], isAnonymous ? promise.keptAnonymous : promise.kept[1]],
    [promise.where[0], isAnonymous ? promise.whereAnonymous : promise.where[1]],
    promise.readers,
    promise.threshold,
  ] as const;
  return (
    <section className="promise">
      <p>
        <b>{say(isAnonymous ? promise.anonymous : promise.confidential)}</b> {say(promise.rule)}
      </p>
      <details>
        <summary>{say(promise.more)}</summary>
        <ul>
          {facts.map(([name, text]) => (
            <li key={name}>
              <b>{say(name)}</b> {say(text)}
            </li>
          ))}
          <li>
            <PromiseLink words={words} />
          </li>
        </ul>
      </details>
    </section>
  );
}

/** What was done about what people said, in the two languages it is written in. */
export function BoardLink({ words }: { readonly words: AskedWords }) {
  const code = words.code === "fr" ? "fr" : "en";
  return (
    <a className="far" href={`/board?lang=${code}`} hrefLang={code} rel="noreferrer">
      {sayAsked(words, words.changed)}
    </a>
  );
}

/** The page of the promise exists in two languages. */
export function PromiseLink({ words }: { readonly words: AskedWords }) {
  const code = words.code === "fr" ? "fr" : "en";
  return (
    <a className="far" href={`/promise?lang=${code}`} hrefLang={code} rel="noreferrer">
      {sayAsked(words, words.promise.whole)}
    </a>
  );
}
