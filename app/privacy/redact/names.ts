import { ambiguousWords, functionWords, particles } from "./common-words.ts";
import { markOf } from "./marker.ts";
import { LONGEST_RUN, type NameIndex, saint } from "./name-index.ts";
import { folded } from "./plain-text.ts";

interface Word {
  readonly text: string;
  readonly plain: string;
  readonly from: number;
  readonly to: number;
  /** What stands before it: nothing but one separator, or more. */
  readonly beside: boolean;
  readonly capital: boolean;
}

export interface NamesStruck {
  readonly text: string;
  /** A person should look: a word that is also a name stands where a name would. */
  readonly doubtful: boolean;
}

/**
 * Strikes the names of the directory, whatever their accents, capitals and hyphens. A word that is
 * also an ordinary word (Pierre, Petit, Rose) counts as a name with a capital, or beside a name;
 * with a small letter it is the word. At the beginning of a sentence the capital says nothing, and
 * the name is assumed: a word too many is struck rather than a name too few.
 */
export function strikeNames(text: string, index: NameIndex): NamesStruck {
  const source = spelled(text, index);
  const words = wordsOf(source);
  const shouted = isShouted(words);
  const sure = words.map(() => false);
  strikeRuns(words, index, shouted, sure);
  words.forEach((word, at) => {
    if (!sure[at] && isSureAlone(word, words[at - 1], index, shouted)) sure[at] = true;
  });
  strikeAfterTitles(words, source, sure);
  const struck = besideNames(words, source, index, shouted, sure);
  return {
    text: withStruck(source, words, struck),
    doubtful: words.some(
      (word, at) => !struck[at] && isDoubtful(word, words[at - 1], index, shouted),
    ),
  };
}

function wordsOf(text: string): readonly Word[] {
  let end = -1;
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].map((found) => {
    const [word] = found;
    const from = found.index;
    const between = end < 0 ? null : text.slice(end, from);
    end = from + word.length;
    return {
      text: word,
      plain: folded(word),
      from,
      to: end,
      beside: between !== null && /^[ .\-_'’]$/.test(between),
      capital: /^\p{Lu}/u.test(word),
    };
  });
}

/** `P i e r r e` and `d.u.p.o.n.t` are put together again where that makes a name. */
function spelled(text: string, index: NameIndex): string {
  return text.replace(/(?<!\p{L})(?:\p{L}[ .·_*-]){2,}\p{L}(?!\p{L})/gu, (found) => {
    const together = found.replace(/[^\p{L}]/gu, "");
    const plain = folded(together);
    return index.words.has(plain) || index.runs.has(plain) ? together : found;
  });
}

/** Whoever writes everything in capitals does not say with them what is a name. */
function isShouted(words: readonly Word[]): boolean {
  const long = words.filter(({ text }) => text.length > 3);
  const shouting = long.filter(({ text }) => text === text.toUpperCase()).length;
  return long.length >= 3 && shouting > long.length / 2;
}

function strikeRuns(
  words: readonly Word[],
  index: NameIndex,
  shouted: boolean,
  sure: boolean[],
): void {
  for (let from = 0; from < words.length; from += 1) {
    for (let length = LONGEST_RUN; length >= 1; length -= 1) {
      const run = words.slice(from, from + length);
      if (run.length < length || run.slice(1).some(({ beside }) => !beside)) continue;
      if (!index.runs.has(run.map(({ plain }) => plain).join(""))) continue;
      const telling = run.filter(({ plain }) => !particles.has(plain));
      const ordinary = telling.length < 2 && telling.every(({ plain }) => isOrdinary(plain, index));
      if (ordinary && (shouted || !telling.every(({ capital }) => capital))) continue;
      run.forEach((_, offset) => {
        sure[from + offset] = true;
      });
      break;
    }
  }
}

function isOrdinary(plain: string, { places }: NameIndex): boolean {
  return functionWords.has(plain) || ambiguousWords.has(plain) || places.has(plain);
}

function isSureAlone(
  { plain, capital, beside }: Word,
  before: Word | undefined,
  index: NameIndex,
  shouted: boolean,
): boolean {
  if (!index.words.has(plain) || plain.length < 3) return false;
  if (functionWords.has(plain) || index.places.has(plain)) return false;
  // Saint-Étienne is a town.
  if (beside && before && saint.test(before.plain)) return false;
  const needsCapital = ambiguousWords.has(plain) || plain.length === 3;
  return !needsCapital || (capital && !shouted);
}

const title =
  /^(m|mm|mme|mmes|mlle|mr|mrs|ms|miss|mister|dr|pr|me|monsieur|madame|mademoiselle|maitre|docteur|doctor)$/;

/** Whoever is called Monsieur is somebody, known here or not: those who left, and customers too. */
function strikeAfterTitles(words: readonly Word[], source: string, sure: boolean[]): void {
  words.forEach((word, at) => {
    if (!title.test(word.plain)) return;
    let last = at;
    for (let next = at + 1; next < Math.min(words.length, at + 5); next += 1) {
      const candidate = words[next] as Word;
      const gap = source.slice((words[next - 1] as Word).to, candidate.from);
      if (!/^(?:\.? |[.'’-])$/.test(gap)) break;
      if (particles.has(candidate.plain) || candidate.capital) {
        if (candidate.capital) last = next;
      } else break;
    }
    for (let next = at + 1; next <= last; next += 1) sure[next] = true;
  });
}

/** What stands beside a name belongs to it: initials, the other half, a family name nobody has any more. */
function besideNames(
  words: readonly Word[],
  source: string,
  index: NameIndex,
  shouted: boolean,
  sure: readonly boolean[],
): readonly boolean[] {
  const struck = [...sure];
  const joins = (at: number) => {
    const word = words[at] as Word;
    if (word.text.length === 1) return word.capital;
    if (index.words.has(word.plain)) {
      return !functionWords.has(word.plain) || (word.capital && !shouted);
    }
    return false;
  };
  const gapAfter = (at: number) => source.slice((words[at] as Word).to, words[at + 1]?.from);
  words.forEach((_, at) => {
    if (!sure[at]) return;
    for (let next = at + 1; next < words.length; next += 1) {
      const word = words[next] as Word;
      const isFamily =
        word.capital &&
        !shouted &&
        gapAfter(next - 1) === " " &&
        !functionWords.has(word.plain) &&
        !index.places.has(word.plain);
      if (struck[next] || !word.beside || !(joins(next) || isFamily)) break;
      struck[next] = true;
    }
    for (let previous = at - 1; previous >= 0; previous -= 1) {
      const gap = gapAfter(previous);
      const near = /^(?:\.? |[.\-_'’])$/.test(gap);
      if (struck[previous] || !near || !joins(previous)) break;
      if (gap === ". " && (words[previous] as Word).text.length > 1) break;
      struck[previous] = true;
    }
  });
  return struck;
}

/** After these, a word with a small letter that is also a name may be somebody. */
const beforeSomebody =
  /^(avec|chez|par|demande|demandez|merci|dit|contre|envers|appelle|nomme|prenomme|with|by|from|ask|tell|told|thanks|thank|against|called|named)$/;

function isDoubtful(
  { plain, capital }: Word,
  before: Word | undefined,
  index: NameIndex,
  shouted: boolean,
): boolean {
  if (!index.words.has(plain) || functionWords.has(plain) || plain.length < 3) return false;
  if (index.places.has(plain)) return false;
  if (shouted && capital) return true;
  return before !== undefined && beforeSomebody.test(before.plain);
}

/** Names that touch are struck as one. */
function withStruck(source: string, words: readonly Word[], struck: readonly boolean[]): string {
  let text = "";
  let end = 0;
  words.forEach((word, at) => {
    if (!struck[at]) return;
    const between = source.slice(end, word.from);
    const touches = at > 0 && struck[at - 1] && /^(?:\.? |[.\-_'’])$/.test(between);
    text += touches ? "" : between + markOf("name");
    const isInitial = word.text.length === 1 && source.charAt(word.to) === ".";
    end = word.to + (isInitial ? 1 : 0);
  });
  return text + source.slice(end);
}
