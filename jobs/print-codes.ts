import { letterDay, letterWords, sayLetter } from "#app/i18n/letters/read.ts";
import { dayIn } from "#app/model/period.ts";
import { findSite, markPrinted, type PrintableWave, slipReaders } from "#db/intake/code-sheets.ts";
import { chooseChannels } from "#db/intake/dispatch/choose.ts";
import { codeSheet, type SlipGroup, type SlipWords } from "#jobs/channels/code/sheet.ts";
import { type TerminalWords, terminalPage } from "#jobs/channels/code/terminal.ts";
import { codesOf } from "./codes.ts";
import type { Context } from "./context.ts";

/** Slips of fewer people than this are not set apart: a handful of codes would point to their team. */
const SMALLEST_GROUP = 10;

export interface SheetToPrint {
  readonly wave: PrintableWave;
  /** Key or name of a site. */
  readonly site: string;
  readonly publicAddress: string;
  /** Each slip says its words in all of them. */
  readonly languages: readonly string[];
  /** Also those a message reaches. */
  readonly everybody: boolean;
  /** Names of the channels that are set up: whoever one of them reaches needs no slip. */
  readonly channels: readonly string[];
}

/**
 * The sheet of codes of one site, as a page to print, and its key; null when there is no such site. The slips of a
 * unit lie together where there are ten or more, so that they are handed out where they belong.
 */
export async function printCodes(
  context: Context,
  { wave, site: named, publicAddress, languages, everybody, channels }: SheetToPrint,
): Promise<{ readonly page: string; readonly slips: number; readonly site: string } | null> {
  const { db, now, timeZone } = context;
  const day = dayIn(timeZone, now);
  const site = await findSite(db, named);
  if (site === null) return null;
  await chooseChannels(db, { day, channels });
  const [language = "en"] = languages;
  const asked = { waveId: wave.id, siteId: site.id, day, language, everybody };
  const readers = await slipReaders(db, asked);
  const personIds = readers.map(({ personId }) => personId);
  const codes = await codesOf(context, wave.id, personIds);
  const groups = grouped(
    readers.flatMap(({ personId, unit }) => {
      const code = codes.get(personId);
      return code === undefined ? [] : [{ code, unit }];
    }),
    site.name,
  );
  const page = codeSheet({
    title: nameIn(wave.barometer, language),
    publicAddress,
    words: languages.map((one) => slipWords(wave, one, publicAddress, timeZone)),
    groups,
  });
  if (personIds.length > 0) await markPrinted(db, { waveId: wave.id, personIds, now });
  return { page, slips: codes.size, site: site.key };
}

/** The page of a time clock's screen, or a poster, for one wave. */
export function printTerminal(
  { timeZone }: Pick<Context, "timeZone">,
  {
    wave,
    address,
    languages,
  }: {
    readonly wave: PrintableWave;
    readonly address: string;
    readonly languages: readonly string[];
  },
): string {
  const words = languages.map((language): TerminalWords => {
    const { direction, terminal } = letterWords(language);
    const barometer = nameIn(wave.barometer, language);
    return {
      language,
      direction,
      barometer,
      ...terminal,
      until: untilIn(wave, language, timeZone),
    };
  });
  return terminalPage({ address, words });
}

function grouped(
  slips: readonly { readonly code: string; readonly unit: string | null }[],
  siteName: string,
): readonly SlipGroup[] {
  const units = new Map<string | null, string[]>();
  for (const { code, unit } of slips) units.set(unit, [...(units.get(unit) ?? []), code]);
  const apart = [...units].filter(
    ([unit, codes]) => unit !== null && codes.length >= SMALLEST_GROUP,
  );
  const rest = [...units].filter((one) => !apart.includes(one)).flatMap(([, codes]) => codes);
  const named = apart.map(([unit, codes]) => ({ name: `${siteName} · ${unit}`, codes }));
  return rest.length === 0 ? named : [...named, { name: siteName, codes: rest }];
}

function slipWords(
  wave: PrintableWave,
  language: string,
  publicAddress: string,
  timeZone: string,
): SlipWords {
  const { direction, sheet } = letterWords(language);
  const address = `${publicAddress.replace(/^https?:\/\//, "")}/a`;
  return {
    language,
    direction,
    barometer: nameIn(wave.barometer, language),
    scan: sheet.scan,
    type: sayLetter(language, sheet.type, { address }),
    yours: sheet.yours,
    until: untilIn(wave, language, timeZone),
  };
}

function untilIn({ closesAt }: PrintableWave, language: string, timeZone: string): string | null {
  if (closesAt === null) return null;
  const date = letterDay(language, closesAt, timeZone);
  return sayLetter(language, letterWords(language).until, { date });
}

function nameIn(names: Readonly<Record<string, string>>, language: string): string {
  return names[language] ?? names.en ?? names.fr ?? "";
}
