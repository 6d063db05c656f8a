import { sayAsked } from "#app/i18n/asked/asked.ts";
import type { AskedWords } from "#app/i18n/asked/words.ts";
import type { AskedWave } from "../asked-wave.ts";
import { emptyDraft } from "../parts.ts";
import { askedIn, Questions } from "../questions-page.tsx";
import { CodeField, Thanks } from "../said-pages.tsx";
import { fragmentOf, pageOf, type Shell } from "../shell.tsx";
import { rulesFor } from "../style.ts";

const rules = `
body.kiosk{max-inline-size:42rem}.kiosk button{min-block-size:64px}.kiosk .box label{min-block-size:56px}
dialog{border:1px solid var(--edge);border-radius:8px;background:var(--ground);color:var(--ink);max-inline-size:30rem}
dialog::backdrop{background:rgb(0 0 0/.5)}dialog p{margin-block-end:1rem}`;

/** A device many people answer on: one page that never leaves, so that nothing lies behind “back”. */
export function kioskPage({
  words,
  languages,
  site = null,
}: Pick<Shell, "words" | "languages"> & {
  /** What the place it stands at is called; null where nobody said. */
  readonly site?: string | null;
}): string {
  const say = (text: string) => sayAsked(words, text);
  return pageOf({
    words,
    languages,
    title: say(words.enter.title),
    rules,
    bodyClass: "kiosk",
    scriptFile: "/kiosk.js",
    children: (
      <>
        <section id="enter">
          {site !== null && (
            <p className="quiet">
              <bdi>{site}</bdi>
            </p>
          )}
          <h1>{say(words.enter.title)}</h1>
          <p>{say(words.enter.text)}</p>
          <form method="post" action="/a" autoComplete="off">
            <CodeField words={words} isWrong={false} />
            <div className="end">
              <button type="submit">{say(words.enter.go)}</button>
            </div>
          </form>
          <p id="offline" role="status" hidden>
            {say(words.kiosk.offline)}
          </p>
          <p
            id="queued"
            className="quiet"
            role="status"
            data-text={say(words.kiosk.queued)}
            hidden
          />
        </section>
        <section id="asked" hidden />
        <section id="said" tabIndex={-1} hidden>
          <div id="told" />
          <div className="end">
            <button type="button" id="over">
              {say(words.kiosk.over)}
            </button>
          </div>
        </section>
        <dialog id="idle" aria-labelledby="idle-said">
          <p id="idle-said">{say(words.kiosk.idle)}</p>
          <button type="button" id="stay">
            {say(words.kiosk.stay)}
          </button>
        </dialog>
        {(["wrong", "unprepared", "kept"] as const).map((name) => (
          <template key={name} id={`say-${name}`}>
            {name === "kept" ? (
              <>
                <h1>{say(words.kiosk.kept.title)}</h1>
                <p>{say(words.kiosk.kept.text)}</p>
              </>
            ) : (
              <p>{say(name === "wrong" ? words.enter.wrong : words.kiosk.unprepared)}</p>
            )}
          </template>
        ))}
      </>
    ),
  });
}

/** The questions of a wave in one language, as a kiosk keeps them for when there is no connection. */
export interface KioskQuestions {
  readonly wave: string;
  readonly html: string;
  readonly rules: string;
  readonly thanks: string;
}

export function kioskQuestions(
  wave: AskedWave,
  words: AskedWords,
  timeZone: string,
): KioskQuestions {
  const page = { wave, words, draft: emptyDraft, part: 0, isWhole: true, timeZone } as const;
  return {
    wave: wave.key,
    html: fragmentOf(
      <>
        <Questions {...page} />
        <button type="button" className="second" data-leave="">
          {sayAsked(words, words.kiosk.leave)}
        </button>
      </>,
    ),
    rules: rulesFor(askedIn(page).placed),
    thanks: fragmentOf(<Thanks words={words} wave={wave} timeZone={timeZone} />),
  };
}
