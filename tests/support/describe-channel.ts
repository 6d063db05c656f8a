import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { letterLanguages, letterWords, sayLetter } from "#app/i18n/letters/read.ts";
import type { Channel, Letter } from "#jobs/channels/channel.ts";

/** What the vendor took, as whoever receives it reads it, and as it came over the wire. */
export interface TakenMessage {
  readonly to: string;
  readonly text: string;
  readonly raw: string;
}

/** `busy`: not now, surely not taken. `silent`: takes it, then hangs up before it answers. */
export type Misfortune = "busy" | "silent";

/** A vendor that runs on this machine, over the protocol it really speaks. */
export interface SimulatedVendor {
  channel(): Channel;
  /** An address that works, and one the vendor refuses for good. */
  readonly to: string;
  readonly nowhere: string;
  messages(): readonly TakenMessage[];
  /** What becomes of the next letter; of the ones after it, nothing unusual. */
  meets(misfortune: Misfortune): void;
  /** From now on nobody is there. */
  leave(): Promise<void>;
}

export const letterAddress = "https://barometer.example.org";

/** An invitation as it is about to be sent. */
export function aLetter(to: string, given: Partial<Letter> = {}): Letter {
  const language = given.language ?? "fr";
  const link = given.link ?? `${letterAddress}/a/0123456789abcdefghjk`;
  const say = (text: string) =>
    sayLetter(language, text, { barometer: "Baromètre Été", date: "16 octobre 2026", link });
  const words = letterWords(language);
  return {
    purpose: "invite",
    token: randomUUID(),
    to,
    language,
    link,
    subject: say(words.invite.subject),
    text: `${say(words.invite.lead)}\n${say(words.page)}`,
    questions: [],
    ...given,
  };
}

/** What every channel must do, against a vendor that runs here. `start` gives a new one. */
export function describeChannel(title: string, start: () => Promise<SimulatedVendor>): void {
  const begin = async () => {
    const vendor = await start();
    const channel = vendor.channel();
    onTestFinished(async () => {
      await channel.close();
      await vendor.leave();
    });
    return { vendor, channel };
  };

  describe(title, () => {
    test("hands a letter over once, with the link in it", async () => {
      const { vendor, channel } = await begin();
      const letter = aLetter(vendor.to);
      expect(await channel.send(letter)).toMatchObject({ outcome: "sent" });
      expect(vendor.messages().length).toBe(1);
      const [message] = vendor.messages();
      expect(message?.to).toBe(vendor.to);
      expect(`${message?.text}${message?.raw}`).toContain(letter.link);
    });

    test("says the words unharmed in every language, from right to left too", async () => {
      const { vendor, channel } = await begin();
      for (const language of letterLanguages) {
        const letter = aLetter(vendor.to, { language });
        await channel.send(letter);
        const [first = ""] = letter.text.split("\n");
        expect(vendor.messages().at(-1)?.text).toContain(first);
      }
    });

    test("knows an address that does not work, and does not repeat it", async () => {
      const { vendor, channel } = await begin();
      const letter = aLetter(vendor.nowhere);
      const sent = await channel.send(letter);
      expect(sent).toMatchObject({ outcome: "unreachable" });
      for (const secret of [letter.to, letter.link, letter.text, letter.token]) {
        expect(JSON.stringify(sent)).not.toContain(secret);
      }
      expect(vendor.messages()).toEqual([]);
    });

    test("takes no address that is more than one address", async () => {
      const { vendor, channel } = await begin();
      for (const to of [
        `${vendor.to}\r\nBcc: ${vendor.to}`,
        `${vendor.to},${vendor.to}`,
        `${vendor.to} ${vendor.to}`,
        "../../elsewhere",
        "",
      ]) {
        expect(await channel.send(aLetter(to))).toMatchObject({ outcome: "unreachable" });
      }
      expect(vendor.messages()).toEqual([]);
    });

    test("can be tried again when the vendor says not now", async () => {
      const { vendor, channel } = await begin();
      const letter = aLetter(vendor.to);
      vendor.meets("busy");
      const sent = await channel.send(letter);
      expect(sent).toMatchObject({ outcome: "later", after: expect.any(Number) });
      expect(sent.outcome === "later" && sent.after > 0).toBe(true);
      expect(JSON.stringify(sent)).not.toContain(vendor.to);
      expect(vendor.messages()).toEqual([]);
      expect(await channel.send(letter)).toMatchObject({ outcome: "sent" });
      expect(vendor.messages().length).toBe(1);
    });

    test("can be tried again when the vendor is not there", async () => {
      const { vendor, channel } = await begin();
      await vendor.leave();
      expect(await channel.send(aLetter(vendor.to))).toMatchObject({ outcome: "later" });
    });

    test("says that it does not know when the answer never comes, and sends nothing twice", async () => {
      const { vendor, channel } = await begin();
      const letter = aLetter(vendor.to);
      vendor.meets("silent");
      const error = await channel.send(letter).then(
        (sent) => expect.fail(`it claimed to know: ${sent.outcome}`),
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(Error);
      for (const secret of [letter.to, letter.link, letter.token]) {
        expect(String(error)).not.toContain(secret);
      }
      expect(vendor.messages().length).toBe(1);
      // The line is good again for whoever comes next.
      expect(await channel.send(aLetter(vendor.to))).toMatchObject({ outcome: "sent" });
      expect(vendor.messages().length).toBe(2);
    });

    test("sends twenty at once, each once", async () => {
      const { vendor, channel } = await begin();
      const links = Array.from(
        { length: 20 },
        (_, i) => `${letterAddress}/a/${"k".repeat(18)}${i + 10}`,
      );
      const sent = await Promise.all(
        links.map((link) => channel.send(aLetter(vendor.to, { link }))),
      );
      expect(sent.every(({ outcome }) => outcome === "sent")).toBe(true);
      const found = vendor.messages().flatMap(({ text, raw }) => {
        return links.filter((link) => `${text}${raw}`.includes(link));
      });
      expect(found.toSorted()).toEqual(links);
    });

    test("leads to our own page and nowhere else: nothing tells when it was read", async () => {
      const { vendor, channel } = await begin();
      await channel.send(aLetter(vendor.to));
      const addresses = vendor.messages()[0]?.text.match(/https?:\/\/[^\s"'<>]+/g) ?? [];
      expect(addresses.length).toBeGreaterThan(0);
      expect(addresses.filter((one) => !one.startsWith(`${letterAddress}/`))).toEqual([]);
    });

    test("asks in the message only where it says so, and then with tokens that say nothing", async () => {
      const { vendor, channel } = await begin();
      const words = "Je me sens relié au siège.";
      const choices = [1, 2, 3, 4, 5].map((n) => ({ id: String(n), label: `Réponse ${n}` }));
      const questions = [{ token: "dGhlIHRva2Vu", words, choices }];
      await channel.send(aLetter(vendor.to, { questions }));
      const { text = "", raw = "" } = vendor.messages()[0] ?? {};
      if (!channel.asksInPlace) return expect(`${text}${raw}`).not.toContain(words);
      if (channel.oneByOne !== true) expect(text).toContain(words);
      expect(raw).toContain("dGhlIHRva2Vu");
    });

    test("costs what it says, and is not given more than it takes in a second", async () => {
      const { channel } = await begin();
      expect(channel.perSecond).toBeGreaterThan(0);
      if (channel.price !== null) {
        expect(channel.price.thousandths).toBeGreaterThan(0);
        expect(channel.price.currency).toMatch(/^[A-Z]{3}$/);
      }
    });
  });
}
