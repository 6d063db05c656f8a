import { dayIn, isDay } from "#app/model/period.ts";
import type { WavePlan } from "#app/model/wave.ts";
import { instantOf } from "#app/statistics/sending-time.ts";
import { type Wish, wishes } from "#db/records/wave-wishes.ts";

/** A form of a wave's page: which wave it is about, and what is in its fields. */
export interface AskedWish {
  /** Null on the page of all waves. */
  readonly wave: string | null;
  readonly form: FormData;
}

type Read = { readonly wave: string; readonly wish: Wish; readonly details: unknown };

/** What a form asks for, as the worker reads it; or which of its fields is not right. */
export function wishOf(
  { wave, form }: AskedWish,
  timeZone: string,
): Read | { readonly trouble: string } {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const wish = wishes.find((one) => one === text("wish"));
  if (wish === undefined) return { trouble: "unknown" };
  if (wish === "plan") return planOf(text, timeZone, wave);
  if (wish === "pulse") return pulseOf(text);
  if (wave === null) return { trouble: "unknown" };
  if (wish === "consultation") {
    const day = text("day");
    return isDay(day) ? { wave, wish, details: { day } } : { trouble: "day" };
  }
  if (wish === "test") {
    const language = text("language");
    return /^[a-z]{2,3}$/.test(language)
      ? { wave, wish, details: { language } }
      : { trouble: "language" };
  }
  return { wave, wish, details: {} };
}

type Text = (name: string) => string;

/** What stood in the fields of a form, so that nothing has to be typed twice. */
export function typedIn(form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
}

/** A draft as it stands in the fields of its form. */
export function draftOf(
  {
    barometer,
    names,
    mode,
    answerRule,
    hours,
    sample,
    reminders,
    ...wave
  }: Pick<WavePlan, "barometer" | "names" | "mode" | "answerRule" | "hours" | "sample"> &
    Pick<WavePlan, "reminders" | "opensAt" | "closesAt" | "consultationOn">,
  timeZone: string,
): Readonly<Record<string, string>> {
  const day = (at: Date | null) => (at === null ? "" : dayIn(timeZone, at));
  return {
    ...{ barometer, mode, answerRule, ...names, ...hours },
    opens: day(wave.opensAt),
    closes: day(wave.closesAt),
    share: String(Math.round((sample?.share ?? 1) * 100)),
    by: sample === null ? "unit" : (sample.by ?? ""),
    reminders: reminders.join(", "),
    consultation: wave.consultationOn ?? "",
  };
}

/** On the page of a draft, the plan is that draft's. */
function planOf(
  text: Text,
  timeZone: string,
  draft: string | null,
): Read | { readonly trouble: string } {
  const key = draft ?? text("key");
  if (!isKey(key)) return { trouble: "key" };
  const names = { fr: text("fr"), en: text("en") };
  if (names.fr === "" || names.en === "") return { trouble: "names" };
  const hours = { from: text("from"), to: text("to") };
  if (!isTime(hours.from) || !isTime(hours.to) || hours.from >= hours.to)
    return { trouble: "hours" };
  const [opens, closes, consultation] = [text("opens"), text("closes"), text("consultation")];
  if (![opens, consultation].every((day) => day === "" || isDay(day)) || !isDay(closes)) {
    return { trouble: "day" };
  }
  if (opens !== "" && opens >= closes) return { trouble: "order" };
  const share = Number(text("share") || "100");
  if (!Number.isInteger(share) || share < 1 || share > 100) return { trouble: "share" };
  const reminders = text("reminders")
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);
  if (
    reminders.length > 6 ||
    reminders.some((day) => !Number.isInteger(day) || day < 1 || day > 90)
  ) {
    return { trouble: "reminders" };
  }
  const details = {
    key,
    barometer: text("barometer"),
    version: null,
    names,
    mode: text("mode"),
    kind: "wave",
    corrects: draft !== null,
    answerRule: text("mode") === "anonymous" ? "first" : text("answerRule"),
    opensAt: opens === "" ? null : instantOf(opens, hours.from, timeZone),
    closesAt: instantOf(closes, hours.to, timeZone),
    consultationOn: consultation || null,
    sample: share === 100 ? null : { share: share / 100, by: text("by") || null, seed: key },
    reminders: reminders.toSorted((a, b) => a - b),
    hours,
  };
  return { wave: key, wish: "plan", details };
}

function pulseOf(text: Text): Read | { readonly trouble: string } {
  const key = text("key");
  if (!isKey(key)) return { trouble: "key" };
  const wordings = { fr: text("fr"), en: text("en") };
  if (wordings.fr === "" || wordings.en === "") return { trouble: "question" };
  const hours = Number(text("hours"));
  if (!Number.isInteger(hours) || hours < 1 || hours > 168) return { trouble: "duration" };
  const details = { key, wordings, hours, mode: text("mode"), consultationOn: null };
  return { wave: key, wish: "pulse", details };
}

function isKey(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,59}$/.test(text);
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
