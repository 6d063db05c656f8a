import { sayAsked } from "#app/i18n/asked/asked.ts";
import type { AskedWords } from "#app/i18n/asked/words.ts";
import { type AskedWave, dayIn } from "./asked-wave.ts";
import { type Draft, isAskedAfter, type Part, partsOf } from "./parts.ts";
import { PromiseNote } from "./promise.tsx";
import { inWords, QuestionField } from "./question.tsx";
import { pageOf, type Shell } from "./shell.tsx";
import { MOST_MARKS, rulesFor } from "./style.ts";

/** Seconds a question takes, for saying how long it all takes. */
const SECONDS = { tap: 9, text: 30 } as const;

export interface QuestionsPage extends Pick<Shell, "languages" | "words"> {
  readonly wave: AskedWave;
  readonly draft: Draft;
  /** Which part of the questionnaire, from 0. */
  readonly part: number;
  /** Everything on one page, also where answers could be kept section by section. */
  readonly isWhole?: boolean;
  readonly timeZone: string;
}

/** Keeps each tap as it is made, where there are scripts; nothing depends on it. */
const keeping = `(()=>{const f=document.forms[0],s=document.getElementById("saved");let t;
f.addEventListener("change",()=>{clearTimeout(t);t=setTimeout(async()=>{const b=new URLSearchParams(new FormData(f));b.set("to","save");
try{s.hidden=!(await fetch(location.href,{method:"POST",body:b})).ok}catch{s.hidden=true}},400)})})()`;

/** The questions of a wave, or of one section of them. */
export function questionsPage(page: QuestionsPage): string {
  const { wave, words, languages } = page;
  const savesAsItGoes = wave.mode === "confidential";
  return pageOf({
    words,
    languages,
    title: inWords(wave.names, words.code),
    rules: rulesFor(askedIn(page).placed),
    ...(savesAsItGoes && { script: keeping }),
    children: <Questions {...page} />,
  });
}

/** The form alone, as a kiosk puts it into its own page. */
export function Questions(page: Omit<QuestionsPage, "languages">) {
  const { wave, words, draft, part, timeZone } = page;
  const say = (text: string, slots = {}) => sayAsked(words, text, slots);
  const parts = partsIn(page);
  const { name, placed } = askedIn(page);
  const total = wave.questionnaire.questions.length;
  const isLast = part >= parts.length - 1;
  const isAlone = parts.length === 1;
  return (
    <>
      {part === 0 ? (
        <>
          <h1>{titleOf(wave, words)}</h1>
          <p>
            {say(words.optional)}
            {wave.closesAt !== null &&
              ` ${say(words.before, { date: dayIn(words, wave.closesAt, timeZone) })}`}
          </p>
          <PromiseNote words={words} wave={wave} />
          {name !== null && <h2>{inWords(name, words.code)}</h2>}
        </>
      ) : (
        <h1>{name === null ? inWords(wave.names, words.code) : inWords(name, words.code)}</h1>
      )}
      <form method="post" action="" autoComplete="off">
        <input type="hidden" name="wave" value={wave.key} />
        <input type="hidden" name="part" value={part} />
        {placed.map((one) => (
          <QuestionField key={one.position} {...one} words={words} total={total} draft={draft} />
        ))}
        <div className="end">
          <button type="submit" name="to" value={isLast ? "send" : "next"}>
            {say(isLast ? words.send : words.next)}
          </button>
          {part > 0 && (
            <button type="submit" name="to" value="back" className="second">
              {say(words.back)}
            </button>
          )}
          {!isAlone && (
            <button type="submit" name="to" value="pause" className="second">
              {say(words.pause)}
            </button>
          )}
          {isLast && <p className="quiet">{say(finality(wave, words))}</p>}
        </div>
        <div className="progress">
          <div aria-hidden="true">
            {placed.length <= MOST_MARKS && placed.map(({ position }) => <i key={position} />)}
          </div>
          <span>
            <span id="saved" role="status" hidden>
              {say(words.saved)} ·{" "}
            </span>
            <span className="count" /> {say(words.of)} {placed.length}
          </span>
        </div>
      </form>
    </>
  );
}

/** The pages it is asked on. */
export function partsIn({ wave, isWhole = false }: Pick<QuestionsPage, "wave" | "isWhole">) {
  return partsOf(wave.questionnaire, wave.mode === "confidential" && !isWhole);
}

/** The questions of a part that are asked after what was answered before it. */
export function askedIn(page: Pick<QuestionsPage, "wave" | "draft" | "part" | "isWhole">): Part {
  const { wave, draft, part } = page;
  const parts = partsIn(page);
  const chosen = parts[part] ?? parts[0] ?? { name: null, placed: [] };
  const placed = chosen.placed.filter((one) =>
    isAskedAfter(wave.questionnaire, one, chosen, draft.answers),
  );
  return { ...chosen, placed };
}

function titleOf({ questionnaire }: AskedWave, words: AskedWords): string {
  const { questions } = questionnaire;
  const seconds = questions.reduce(
    (sum, { kind }) => sum + (kind === "text" ? SECONDS.text : SECONDS.tap),
    0,
  );
  const { one, underMinute, minutes } = words.title;
  const text = questions.length === 1 ? one : seconds < 60 ? underMinute : minutes;
  return sayAsked(words, text, {
    n: questions.length,
    m: Math.max(2, Math.ceil(seconds / 60)),
  });
}

function finality({ mode, answerRule }: AskedWave, words: AskedWords): string {
  if (mode === "anonymous") return words.final;
  return answerRule === "latest" ? words.latest : words.once;
}
