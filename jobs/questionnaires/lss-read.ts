import type { Words } from "#app/model/questionnaire.ts";
import { asksWho, type Choice, Draft, type DraftQuestion, isScale, optionsOf } from "./draft.ts";
import type { ReadQuestionnaire } from "./format.ts";
import { numberIn } from "./loose.ts";
import { fixedScale, isKnown, yesAndNo } from "./lss-kinds.ts";
import { inOrder, type LssTables, type Row, readLssTables } from "./lss-tables.ts";
import { LssWords } from "./lss-words.ts";
import { type Known, readVisibleIf } from "./surveyjs-condition.ts";

/** Settings of a question that change what is asked, and that a questionnaire of ours cannot say. */
const UNSAID = [
  "array_filter",
  "array_filter_exclude",
  "em_validation_q",
  "em_validation_sq",
  "exclude_all_others",
  "max_answers",
  "min_answers",
  "prefix",
  "suffix",
];

/** Reads a LimeSurvey structure file, of today or of the versions before 4. */
export function readLss(text: string): ReadQuestionnaire {
  return new Reader(readLssTables(text)).read();
}

class Reader {
  readonly #draft = new Draft();
  readonly #known = new Map<string, Known>();
  readonly #tables: LssTables;
  readonly #words: LssWords;

  constructor(tables: LssTables) {
    this.#tables = tables;
    this.#words = new LssWords(tables);
  }

  read(): ReadQuestionnaire {
    const words = this.#words;
    for (const group of inOrder(words.once("groups", "gid"), "group_order")) {
      const { gid = "", grelevance = "" } = group;
      const names = words.group(gid);
      this.#draft.section(Object.values(names)[0] ?? null, names);
      const own = words
        .once("questions", "qid")
        .filter((row) => row.gid === gid && (row.parent_qid || "0") === "0");
      for (const row of inOrder(own, "question_order")) this.#question(row, grelevance);
    }
    for (const column of ["surveyls_welcometext", "surveyls_endtext", "surveyls_description"]) {
      if (this.#tables.rows("surveys_languagesettings").some((row) => row[column])) {
        this.#draft.lose("the survey", column.replace("surveyls_", ""));
      }
    }
    const title = words.title();
    return this.#draft.done(
      Object.keys(title).length > 0
        ? title
        : Object.fromEntries(words.languages.map((one) => [one, "LimeSurvey"])),
      words.languages,
    );
  }

  #question(row: Row, grelevance: string): void {
    const { qid = "", title = "", type = "" } = row;
    const words = this.#words;
    if (!isKnown(type)) {
      this.#draft.lose(title, `a question of the type “${type}”`);
      return;
    }
    if (row.mandatory === "Y" || row.mandatory === "S") this.#draft.lose(title, "mandatory");
    if (row.other === "Y") this.#draft.lose(title, "“other”, in own words");
    if (Object.keys(words.help(qid)).length > 0) this.#draft.lose(title, "its help text");
    for (const name of UNSAID) {
      if (words.attribute(qid, name) !== "") this.#draft.lose(title, name);
    }
    const conditions = [grelevance, row.relevance ?? ""].filter((one) => !/^\s*1?\s*$/.test(one));
    this.#kind(row, words.question(qid), conditions);
  }

  #kind({ qid = "", title = "", type = "" }: Row, wordings: Words, conditions: readonly string[]) {
    const words = this.#words;
    const add = (code: string, draft: DraftQuestion, value: Known["value"] = numberIn) =>
      this.#add(title, code, draft, value, conditions);
    const choose = (kind: "single" | "multiple" | "rank", choices: readonly Choice[]) => {
      const { options, value } = this.#options(title, choices);
      const isTen = options.length === 11 && options.every((one, place) => one.value === place);
      if (kind === "single" && isTen) {
        add("", { kind: "likelihood", low: 0, high: 10, scale: worded(options), wordings }, value);
      } else add("", { kind, options, wordings }, value);
    };
    const each = (draft: (row: Words) => DraftQuestion, value?: Known["value"]) => {
      for (const { code, words: row } of words.subquestions(qid)) add(code, draft(row), value);
    };
    const fixed = fixedScale(type, words.languages);
    switch (type) {
      case "5":
        return add("", { kind: "agreement", low: 1, high: 5, wordings });
      case "L":
      case "!":
      case "O":
        if (type === "O") this.#draft.lose(title, "a comment beside its options");
        return choose("single", words.answers(qid));
      case "Y": {
        const value = (code: string) => (code === "Y" ? 1 : code === "N" ? 0 : null);
        return add("", { kind: "single", options: yesAndNo(words.languages), wordings }, value);
      }
      case "M":
      case "P":
        if (type === "P") this.#draft.lose(title, "a comment beside each of its options");
        return choose("multiple", words.subquestions(qid));
      case "R":
        return choose("rank", words.answers(qid));
      case "N":
      case "K":
      case "S":
      case "T":
      case "U":
      case "Q": {
        const kind = type === "N" || type === "K" ? "number" : "text";
        if (asksWho(title, null)) {
          return this.#draft.lose(title, "asks who answers, which nobody is asked here");
        }
        const ends = {
          low: kind === "number" ? numberIn(words.attribute(qid, "min_num_value_n")) : null,
          high: kind === "number" ? numberIn(words.attribute(qid, "max_num_value_n")) : null,
        };
        if (type !== "K" && type !== "Q") return add("", { kind, wordings, ...ends });
        return each((row) => ({ kind, wordings: beside(wordings, row), ...ends }));
      }
      default: {
        const choices = fixed ?? words.answers(qid);
        const { options, value, renumbered } = this.#options(title, choices, fixed !== null);
        if (["A", "B", "F", "H"].includes(type) && isScale(options) && !renumbered) {
          this.#draft.loseAround(title, wordings, options);
          return each(
            (row) => ({
              kind: "agreement",
              low: 1,
              high: options.length,
              scale: worded(options),
              wordings: row,
            }),
            value,
          );
        }
        return each((row) => ({ kind: "single", options, wordings: beside(wordings, row) }), value);
      }
    }
  }

  #options(title: string, choices: readonly Choice[], isOurs = false) {
    // What we wrote ourselves: SQ003 is the option whose value is 3.
    const numbered = choices.every(({ code }) => /^(SQ)?\d+$/.test(code));
    const bare = (code: string) => (numbered ? String(Number(code.replace("SQ", ""))) : code);
    const made = optionsOf(choices.map(({ code, words }) => ({ code: bare(code), words })));
    if (made.renumbered && !isOurs) {
      const codes = choices.map(({ code }, place) => `${code} → ${place + 1}`).join(", ");
      this.#draft.lose(title, `the codes of its options: ${codes}`);
      this.#draft.lose(title, "whether its options are a scale, and which end is the better one");
    }
    return { ...made, value: (code: string) => made.value(bare(code)) };
  }

  #add(
    title: string,
    code: string,
    draft: DraftQuestion,
    value: Known["value"],
    conditions: readonly string[],
  ): void {
    const isName = code !== "" && !/^[A-Z]{0,2}\d+$/.test(code);
    const name = isName ? code : [title, code].filter(Boolean).join(" ");
    const item = this.#draft.add(name.replace(/([a-z])(?=[A-Z])/g, "$1-"), draft);
    for (const condition of conditions) {
      const read = readVisibleIf(asVisibleIf(condition), (other) => this.#known.get(other) ?? null);
      if (read === null) this.#draft.lose(title, `that it is asked only if ${condition}`);
      else this.#draft.showIf(item, read);
    }
    const question = this.#draft.find(item);
    if (question === null) return;
    this.#known.set(code === "" ? title : `${title}_${code}`, { question, value });
    // A box that is ticked has a name of its own: Q_SQ003 is “Y”.
    for (const option of draft.kind === "multiple" ? (draft.options ?? []) : []) {
      const ticked = (answer: string) => (answer === "Y" ? option.value : null);
      const padded = `SQ${String(option.value).padStart(3, "0")}`;
      for (const sub of [padded, String(option.value)]) {
        this.#known.set(`${title}_${sub}`, { question, value: ticked });
      }
    }
  }
}

function worded(options: NonNullable<DraftQuestion["options"]>) {
  return options.filter(({ value, words }) =>
    Object.values(words).some((one) => one !== String(value)),
  );
}

function beside(wordings: Words, row: Words): Words {
  const languages = [...new Set([...Object.keys(wordings), ...Object.keys(row)])];
  return Object.fromEntries(
    languages.map((one) => [one, [wordings[one], row[one]].filter(Boolean).join(" – ")]),
  );
}

/** LimeSurvey's expressions in the words of the other tool's that are read already. */
function asVisibleIf(expression: string): string {
  const words: Record<string, string> = {
    eq: "==",
    ne: "!=",
    lt: "<",
    le: "<=",
    gt: ">",
    ge: ">=",
  };
  return expression
    .replace(
      /\b([A-Za-z]\w*)(?:\.(?:NAOK|value|code))?(?=\s*(?:==|!=|<=|>=|<|>|\b(?:eq|ne|lt|le|gt|ge)\b))/g,
      "{$1}",
    )
    .replace(/\}\s*(eq|ne|lt|le|gt|ge)\b/g, (_, word: string) => `} ${words[word] ?? word}`);
}
