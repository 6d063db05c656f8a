import { sharedWords, withWord } from "#app/privacy/comment-words.ts";
import type { DisclosedComments } from "#app/privacy/comments.ts";
import { completeThresholds } from "#app/privacy/policy.ts";
import { piecesOf, type StruckKind } from "#app/privacy/redact.ts";
import { releasedComments } from "#db/figures/released-comments.ts";
import { readPolicies } from "#db/records/policies.ts";
import { readQuestions } from "#db/records/questions.ts";
import { readReleasedWaves } from "#db/records/releases.ts";
import { nameIn, type Words, wordsFor } from "./around.ts";
import type { ViewerVisit } from "./visit.server.ts";

/** What the address asks for; null where it leaves the choice to us. */
export interface AskedComments {
  readonly wave: string | null;
  readonly question: string | null;
  readonly list: string | null;
  readonly word: string | null;
}

/** A comment as a page writes it: what was said, and what was taken out. */
export type Pieces = readonly (string | { readonly struck: StruckKind })[];

export type CommentsReading = NonNullable<Awaited<ReturnType<typeof readComments>>>;

/** A word of the address is no longer than this. */
const LONGEST_WORD = 40;

/**
 * One list of comments of one question of one wave, whole or with one word; null when the address
 * leads to nothing. What too few people wrote looks like what nobody did.
 */
export async function readComments({ db, viewer, language }: ViewerVisit, asked: AskedComments) {
  const words = wordsFor(language);
  const [waves, policies] = await Promise.all([readReleasedWaves(db), readPolicies(db)]);
  const { comments, commenters } = completeThresholds(
    policies.find(({ withdrawnAt }) => withdrawnAt === null)?.thresholds ?? {},
  );
  const rules = { respondents: comments, commenters };
  const wave = asked.wave === null ? waves[0] : waves.find(({ key }) => key === asked.wave);
  if (wave === undefined) return asked.wave === null ? { ...nothing(waves, words), rules } : null;

  const questions = (await readQuestions(db, wave.key)).filter(({ kind }) => kind === "text");
  const question =
    asked.question === null ? questions[0] : questions.find(({ item }) => item === asked.question);
  if (question === undefined && asked.question !== null) return null;
  const choice = { wave: wave.key, item: question?.item ?? "" };
  const lists = (await releasedComments(db, { ...choice, list: null })).disclose(viewer);
  const list =
    asked.list === null ? lists[0] : lists.find(({ number }) => String(number) === asked.list);
  if (list === undefined && asked.list !== null) return null;
  const [read] =
    list === undefined
      ? []
      : (await releasedComments(db, { ...choice, list: list.number }))
          .disclose(viewer)
          .filter(({ number }) => number === list.number);
  const texts = read?.texts ?? [];
  const word = asked.word?.trim().slice(0, LONGEST_WORD) || null;
  const found = word === null ? texts : (withWord(texts, word, commenters) ?? []);
  return {
    ...nothing(waves, words),
    rules,
    wave: { key: wave.key, name: nameIn(words, wave) },
    questions: questions.map(({ item, wordings }) => ({
      value: item,
      label: wordings[language] ?? Object.values(wordings)[0] ?? item,
      depth: 0,
    })),
    question: question?.item ?? null,
    lists: lists.map((one) => ({
      value: String(one.number),
      label: nameOfList(one, words),
      depth: 0,
    })),
    list: list === undefined ? null : { value: String(list.number), name: nameOfList(list, words) },
    word,
    comments: found.map(piecesOf),
    shared: word === null ? sharedWords(texts, commenters) : [],
  };
}

function nothing(waves: Awaited<ReturnType<typeof readReleasedWaves>>, words: Words) {
  return {
    waves: waves.map((one) => ({ value: one.key, label: nameIn(words, one), depth: 0 })),
    wave: null as { key: string; name: string } | null,
    questions: [] as { value: string; label: string; depth: number }[],
    question: null as string | null,
    lists: [] as { value: string; label: string; depth: number }[],
    list: null as { value: string; name: string } | null,
    word: null as string | null,
    comments: [] as readonly Pieces[],
    shared: [] as ReturnType<typeof sharedWords>,
  };
}

function nameOfList({ population, isRest }: DisclosedComments, words: Words): string {
  const name =
    population.key === "company" ? words.t("population.company") : nameIn(words, population);
  return isRest ? words.t("comments.rest", { name }) : name;
}
