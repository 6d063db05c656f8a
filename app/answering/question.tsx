import type { ReactNode } from "react";
import { sayAsked } from "#app/i18n/asked/asked.ts";
import type { AskedWords } from "#app/i18n/asked/words.ts";
import { unpackChoices, unpackRank } from "#app/model/answer-forms.ts";
import type { Question, Words } from "#app/model/questionnaire.ts";
import { DECLINED } from "./given.ts";
import type { Draft, Placed } from "./parts.ts";

interface QuestionProps extends Placed {
  readonly words: AskedWords;
  readonly total: number;
  readonly draft: Draft;
}

/** One question: one tap answers it, wherever the kind allows. */
export function QuestionField({ position, question, words, total, draft }: QuestionProps) {
  const say = (text: string, slots = {}) => sayAsked(words, text, slots);
  const isAmiss = draft.amiss.includes(position);
  return (
    <fieldset id={`f${position}`} className={isAmiss ? "amiss" : undefined}>
      <legend id={`l${position}`}>
        <small>{say(words.question, { i: position, n: total })}</small>
        {inWords(question.wordings, words.code)}
        {hintOf(question, words) !== null && <small>{say(hintOf(question, words) ?? "")}</small>}
        {isAmiss && <small role="alert">{say(words.amiss)}</small>}
      </legend>
      <Choices position={position} question={question} words={words} draft={draft} />
      {question.kind !== "text" && question.kind !== "multiple" && question.kind !== "rank" && (
        <div className="box aside">
          <Tick
            name={`q${position}`}
            value={DECLINED}
            isTicked={draft.declined.includes(position)}
            label={say(words.decline)}
          />
        </div>
      )}
    </fieldset>
  );
}

function Choices({ position, question, words, draft }: Omit<QuestionProps, "total">) {
  const name = `q${position}`;
  const answer = draft.answers[position];
  const { kind, options = [], scale = [] } = question;
  if (kind === "text") return <Comment position={position} words={words} draft={draft} />;
  if (kind === "rank")
    return <Ranks name={name} question={question} words={words} answer={answer} />;
  if (kind === "single" || kind === "multiple") {
    const ticked = kind === "multiple" ? (unpackChoices(answer ?? 0, options.length) ?? []) : [];
    return (
      <div className="box">
        {options.map((option, place) => (
          <Tick
            key={option.value}
            name={name}
            type={kind === "multiple" ? "checkbox" : "radio"}
            value={kind === "multiple" ? place : option.value}
            isTicked={kind === "multiple" ? ticked.includes(place) : answer === option.value}
            label={inWords(option.words, words.code)}
          />
        ))}
      </div>
    );
  }
  if (kind === "number" && !isShortScale(question)) {
    return (
      <input
        type="text"
        inputMode="decimal"
        name={name}
        placeholder=" "
        defaultValue={answer}
        aria-label={inWords(question.wordings, words.code)}
      />
    );
  }
  const low = question.low ?? 1;
  const points = Array.from({ length: (question.high ?? 5) - low + 1 }, (_, index) => low + index);
  const named = namesOf(points, question, words);
  if (named !== null) {
    return (
      <div className="box">
        {named.toReversed().map(([point, label]) => (
          <Tick key={point} name={name} value={point} isTicked={answer === point} label={label} />
        ))}
      </div>
    );
  }
  const [lowest, highest] =
    scale.length >= 2
      ? [scale[0], scale.at(-1)].map((end) => inWords(end?.words ?? {}, words.code))
      : kind === "agreement"
        ? [words.agreement[4], words.agreement[0]]
        : kind === "likelihood"
          ? words.likelihood
          : [];
  return (
    <>
      <div className="box row">
        {points.map((point) => (
          <Tick key={point} name={name} value={point} isTicked={answer === point} label={point} />
        ))}
      </div>
      {lowest !== undefined && (
        <p className="ends">
          <span>
            {points[0]} · {sayAsked(words, lowest)}
          </span>
          <span>
            {points.at(-1)} · {sayAsked(words, highest ?? "")}
          </span>
        </p>
      )}
    </>
  );
}

/** The words of every point, low to high; null where only the ends have any. */
function namesOf(
  points: readonly number[],
  { scale = [], kind }: Question,
  words: AskedWords,
): readonly (readonly [number, string])[] | null {
  if (scale.length === points.length) {
    return scale.map((point) => [point.value, inWords(point.words, words.code)] as const);
  }
  if (kind !== "agreement" || points.length !== 5 || scale.length > 0) return null;
  return points.map((point, index) => [
    point,
    sayAsked(words, words.agreement[4 - index] ?? String(point)),
  ]);
}

function isShortScale({ low, high }: Question): boolean {
  return low !== null && high !== null && Number.isInteger(low) && high - low <= 10;
}

interface TickProps {
  readonly name: string;
  readonly value: string | number;
  readonly type?: "radio" | "checkbox";
  readonly isTicked: boolean;
  readonly label: ReactNode;
}

function Tick({ name, value, type = "radio", isTicked, label }: TickProps) {
  return (
    <label>
      <input type={type} name={name} value={value} defaultChecked={isTicked} />
      {label}
    </label>
  );
}

function Ranks({
  name,
  question,
  words,
  answer,
}: {
  readonly name: string;
  readonly question: Question;
  readonly words: AskedWords;
  readonly answer: number | undefined;
}) {
  const options = question.options ?? [];
  const order = answer === undefined ? [] : (unpackRank(answer, options.length) ?? []);
  return (
    <div className="ranks">
      {options.map((option, place) => (
        <label key={option.value}>
          {inWords(option.words, words.code)}
          <select
            name={`${name}.${place}`}
            defaultValue={order.includes(place) ? order.indexOf(place) + 1 : ""}
          >
            <option value="">–</option>
            {options.map(({ value }, rank) => (
              <option key={value} value={rank + 1}>
                {rank + 1}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}

function Comment({
  position,
  words,
  draft,
}: {
  readonly position: number;
  readonly words: AskedWords;
  readonly draft: Draft;
}) {
  return (
    <>
      <textarea
        name={`q${position}`}
        rows={4}
        maxLength={1000}
        placeholder=" "
        aria-labelledby={`l${position}`}
        aria-describedby={`c${position}`}
        defaultValue={draft.texts[position] ?? ""}
      />
      <p className="quiet" id={`c${position}`}>
        <small>
          {sayAsked(words, draft.comments.includes(position) ? words.commentKept : words.comment)}
        </small>
      </p>
    </>
  );
}

function hintOf({ kind }: Question, words: AskedWords): string | null {
  return kind === "multiple" ? words.several : kind === "rank" ? words.rank : null;
}

/** Words in a language, else in the first they exist in. */
export function inWords(words: Words, code: string): string {
  return words[code] ?? words.en ?? Object.values(words)[0] ?? "";
}
