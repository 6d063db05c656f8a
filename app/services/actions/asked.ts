import { type ActionState, actionStates, type Written } from "#app/model/action.ts";
import { isIndicator } from "#app/model/indicator.ts";
import { markKinds } from "#app/model/mark.ts";
import { isDay } from "#app/model/period.ts";
import { holdsFigure } from "#app/privacy/figure-in-text.ts";
import type { WantedAction } from "#db/records/actions.ts";
import type { WantedMark } from "#db/records/marks.ts";

/** Which field of a form is not right, as a word of the page. */
export type Trouble =
  | "words"
  | "long"
  | "figure"
  | "day"
  | "owner"
  | "state"
  | "population"
  | "indicator"
  | "board"
  | "name"
  | "view"
  | "viewName"
  | "views";

type Read<T> = T | { readonly trouble: Trouble };

const LONGEST = 600;

/** An action as a form gives it; the days it began and ended follow from its state. */
export function actionOf(
  form: FormData,
  { today, before }: { readonly today: string; readonly before: Dates | null },
): Read<WantedAction> {
  const text = textIn(form);
  const [heard, doing] = [writtenOf(text, "heard"), writtenOf(text, "doing")];
  const trouble = troubleWith([heard, doing]);
  if (trouble !== null) return { trouble };
  const state = actionStates.find((one) => one === text("state"));
  if (state === undefined) return { trouble: "state" };
  const [dueOn, started] = [text("due"), text("started")];
  if (!isDay(dueOn) || (started !== "" && !isDay(started))) return { trouble: "day" };
  const indicator = text("indicator") || null;
  if (indicator !== null && !isIndicator(indicator)) return { trouble: "indicator" };
  const owner = text("owner");
  if (!/^\d{1,9}$/.test(owner)) return { trouble: "owner" };
  const population = text("population");
  if (population === "" && before === null) return { trouble: "population" };
  return {
    id: null,
    population,
    heard,
    doing,
    indicator,
    owner: Number(owner),
    dueOn,
    state,
    ...datesOf(state, started || null, { today, before }),
    onBoard: text("board") === "on",
  };
}

/** Something that happened, as a form gives it. */
export function markOf(form: FormData): Read<WantedMark> {
  const text = textIn(form);
  const names = writtenOf(text, "mark");
  const trouble = troubleWith([names]);
  if (trouble !== null) return { trouble };
  const on = text("on");
  if (!isDay(on)) return { trouble: "day" };
  const kind = markKinds.find((one) => one === text("kind"));
  // An action is marked by itself.
  if (kind === undefined || kind === "action") return { trouble: "state" };
  const population = text("population");
  return population === "" ? { trouble: "population" } : { on, kind, names, population };
}

interface Dates {
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

function datesOf(
  state: ActionState,
  started: string | null,
  { today, before }: { readonly today: string; readonly before: Dates | null },
): Dates {
  const isOver = state === "done" || state === "dropped";
  const begun = started ?? before?.startedOn ?? null;
  return {
    // What is under way or done has begun, today if nobody says when.
    startedOn: state === "doing" || state === "done" ? (begun ?? today) : isOver ? begun : null,
    endedOn: isOver ? (before?.endedOn ?? today) : null,
  };
}

type Text = (name: string) => string;

function textIn(form: FormData): Text {
  return (name) => {
    const given = form.get(name);
    // The database keeps no zero character.
    return typeof given === "string" ? given.replaceAll("\0", "").trim() : "";
  };
}

function writtenOf(text: Text, name: string): Written {
  const [fr, en] = [text(`${name}-fr`), text(`${name}-en`)];
  return { ...(fr !== "" && { fr }), ...(en !== "" && { en }) };
}

function troubleWith(texts: readonly Written[]): Trouble | null {
  if (texts.some(({ fr, en }) => fr === undefined && en === undefined)) return "words";
  const all = texts.flatMap(({ fr, en }) => [fr ?? "", en ?? ""]);
  if (all.some((one) => one.length > LONGEST)) return "long";
  return all.some(holdsFigure) ? "figure" : null;
}
