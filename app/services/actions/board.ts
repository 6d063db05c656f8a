import { type Action, writtenIn } from "#app/model/action.ts";
import { publicWords } from "#app/privacy/public-words.ts";
import { storedActions } from "#db/records/actions.ts";
import { accountNames } from "#db/records/viewers.ts";
import { wordsFor } from "../around.ts";
import type { Visit } from "../visit.server.ts";
import { nameOfPopulation } from "./lines.ts";

/** What is under way first, then what is to come, then what is over, the newest first. */
const order: readonly Action["state"][] = ["doing", "planned", "done", "dropped"];

/**
 * What everybody may read without an account: the words of the actions their writers chose to show,
 * with their population, state and dates. No figure, no person: what was written is held against the
 * names of accounts once more, for accounts come and change after it was.
 */
export async function readBoard({ db, language }: Pick<Visit, "db" | "language">) {
  const words = wordsFor(language);
  const { t, format } = words;
  const [all, accounts] = await Promise.all([storedActions(db), accountNames(db)]);
  const others = accounts.map(({ name }) => name);
  const shown = all.filter(({ onBoard }) => onBoard);
  return shown
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || newest(b, a))
    .map(({ id, population, heard, doing, owner, state, dueOn, startedOn, endedOn }) => {
      const nobodyIn = ({ text, ...said }: ReturnType<typeof writtenIn>) => ({
        ...said,
        text: publicWords(text, { owner: owner.name, others }),
      });
      const named = { state: t(`actions.state.${state}`), day: format.day(endedOn ?? dueOn) };
      return {
        id,
        populationName: nameOfPopulation(population, words),
        heard: nobodyIn(writtenIn(heard, language)),
        doing: nobodyIn(writtenIn(doing, language)),
        when:
          endedOn !== null
            ? t("board.over", named)
            : startedOn === null
              ? t("board.due", named)
              : t("board.begun", { ...named, since: format.day(startedOn) }),
      };
    });
}

function newest(a: Action, b: Action): number {
  return (a.endedOn ?? a.dueOn).localeCompare(b.endedOn ?? b.dueOn);
}
