import { publicWords } from "#app/privacy/public-words.ts";
import { storedActions, type WantedAction, writeAction } from "#db/records/actions.ts";
import { forgetMark, writeMark } from "#db/records/marks.ts";
import { accountNames } from "#db/records/viewers.ts";
import { missing, type ViewerVisit } from "../visit.server.ts";
import { actionOf, markOf, type Trouble } from "./asked.ts";
import { mayStandOnBoard, writablePlaces } from "./places.ts";

/**
 * Does what a form of the page asks for. Returns which field is not right, or null when it is done.
 * What is not this viewer's to write is answered like what does not exist.
 */
export async function writeAsked(visit: ViewerVisit, form: FormData): Promise<Trouble | null> {
  const { viewer, db, now } = visit;
  const wish = form.get("wish");
  if (wish === "forget-mark") {
    if (!(await forgetMark(db, viewer.id, numberIn(form, "mark"), now))) throw missing();
    return null;
  }
  if (wish === "mark") {
    const mark = markOf(form);
    if ("trouble" in mark) return mark.trouble;
    if (!(await isPlace(visit, mark.population))) return "population";
    if ((await writeMark(db, viewer.id, mark, now)) === null) throw missing();
    return null;
  }
  return keepAction(visit, form);
}

async function keepAction(visit: ViewerVisit, form: FormData): Promise<Trouble | null> {
  const { viewer, db, now, today } = visit;
  const id = form.has("id") ? numberIn(form, "id") : null;
  const before =
    id === null ? null : ((await storedActions(db)).find((one) => one.id === id) ?? null);
  if (id !== null && before === null) throw missing();
  const read = actionOf(form, { today, before });
  if ("trouble" in read) return read.trouble;
  const wanted = { ...read, id, population: before?.population.key ?? read.population };
  if (id === null && !(await isPlace(visit, wanted.population))) return "population";
  const isNewThere = wanted.onBoard && before?.onBoard !== true;
  if (isNewThere && !(await mayStandOnBoard(viewer, db, wanted.population))) return "board";
  if (wanted.onBoard && (await namesSomebody(db, wanted))) return "name";
  const written = await writeAction(db, viewer.id, wanted, now);
  if (written !== null) return null;
  // Theirs to write, and yet refused: the owner could not see to it.
  if (id === null || (await isPlace(visit, wanted.population))) return "owner";
  throw missing();
}

/** Whether the board would have to leave something out of these words. */
async function namesSomebody(
  db: ViewerVisit["db"],
  { heard, doing, owner }: WantedAction,
): Promise<boolean> {
  const accounts = await accountNames(db);
  const notNamed = {
    owner: accounts.find(({ id }) => id === owner)?.name ?? "",
    others: accounts.map(({ name }) => name),
  };
  return [heard.fr, heard.en, doing.fr, doing.en].some(
    (text) => text !== undefined && publicWords(text, notNamed) !== text,
  );
}

async function isPlace({ viewer, db }: ViewerVisit, key: string): Promise<boolean> {
  return (await writablePlaces(viewer, db)).some((place) => place.key === key);
}

/** A number that no row has where the form gives none. */
function numberIn(form: FormData, name: string): number {
  const given = String(form.get(name) ?? "");
  return /^\d{1,9}$/.test(given) ? Number(given) : 0;
}
