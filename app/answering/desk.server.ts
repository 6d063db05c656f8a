import type { AskedWords } from "#app/i18n/asked/words.ts";
import type { Db } from "#db/client.server.ts";
import type { Handed } from "#db/records/hand-in.ts";
import { type KioskSite, readKioskSite } from "#db/records/kiosk-site.ts";
import { readAskedWave } from "#db/records/read-asked-wave.ts";
import { resumeAnswers, type Standing } from "#db/records/resume-answers.ts";
import type { Outcome } from "#db/records/submit-answers.ts";
import type { AskedWave } from "./asked-wave.ts";
import { Guesses, networkOf } from "./guesses.ts";
import { patiently } from "./patient.ts";
import { questionsPage } from "./questions-page.tsx";
import { handInTogether } from "./together.server.ts";

/** What a wave asks never changes while it is open; when it closes may. */
const KEPT_SECONDS = 60;
const MOST_KEPT = 300;

/** How long a person waits for the database before the page takes over. */
const PATIENCE = { asking: 4, handing: 8 } as const;

export interface Around {
  readonly web: Db;
  readonly timeZone: string;
  clock(): Date;
}

/** Everything the respondent's addresses ask of the database, patiently, and who guesses codes. */
export class Desk {
  readonly timeZone: string;
  readonly #hand: (handed: Handed) => Promise<Outcome>;
  readonly #guesses = new Guesses({ most: 20, secondsEach: 15 });
  readonly #kept = new Map<string, { readonly until: number; readonly value: unknown }>();

  constructor(private readonly around: Around) {
    this.timeZone = around.timeZone;
    this.#hand = handInTogether(around.web);
  }

  /** Null when too many wrong codes came from there lately. */
  async standing(address: string | undefined, code: string): Promise<Standing | null> {
    const network = networkOf(address);
    if (!this.#guesses.mayTry(network, code, this.#now())) return null;
    const found = await patiently(PATIENCE.asking, () => resumeAnswers(this.around.web, code));
    if (found.state === "unknown") this.#guesses.noteWrong(network, this.#now());
    else this.#guesses.noteRight(code);
    return found;
  }

  /**
   * Hands in, trying again while the database is away; what an earlier try had brought is accepted.
   * Null when too many wrong codes came from there lately.
   */
  async handIn(address: string | undefined, handed: Handed): Promise<Outcome | null> {
    const network = networkOf(address);
    if (!this.#guesses.mayTry(network, handed.code, this.#now())) return null;
    const outcome = await patiently(PATIENCE.handing, async (again) => {
      const said = await this.#hand(handed);
      return again && said === "already" ? "accepted" : said;
    });
    if (outcome === "unknown") this.#guesses.noteWrong(network, this.#now());
    else this.#guesses.noteRight(handed.code);
    return outcome;
  }

  /** Null when there is no such wave. */
  wave(key: string): Promise<AskedWave | null> {
    return this.#keep(`wave ${key}`, () =>
      patiently(PATIENCE.asking, () => readAskedWave(this.around.web, key)),
    );
  }

  /** Null when there is no such site. */
  site(key: string): Promise<KioskSite | null> {
    return this.#keep(`site ${key}`, () =>
      patiently(PATIENCE.asking, () => readKioskSite(this.around.web, key)),
    );
  }

  /** The questions as everybody first sees them, written once for all of them. */
  freshPage(page: Parameters<typeof questionsPage>[0]): Promise<string> {
    const { wave, words, part } = page;
    return this.#keep(`page ${wave.key} ${words.code} ${part}`, async () => questionsPage(page));
  }

  /** Something written once for everybody in a language. */
  said(name: string, words: AskedWords, write: () => string): Promise<string> {
    return this.#keep(`said ${name} ${words.code}`, async () => write());
  }

  #now(): number {
    return this.around.clock().getTime();
  }

  async #keep<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    const known = this.#kept.get(key);
    if (known !== undefined && known.until > this.#now()) return known.value as Value;
    const value = await read();
    this.#kept.delete(key);
    const until = this.#now() + KEPT_SECONDS * 1000;
    if (value !== null) this.#kept.set(key, { until, value });
    const [first] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && first !== undefined) this.#kept.delete(first);
    return value;
  }
}
