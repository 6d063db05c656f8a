import type {
  AliasRecord,
  AnswerRecord,
  ConsentRecord,
  UndeliveredRecord,
} from "#app/model/canonical.ts";
import { storeAliases } from "#db/intake/deliveries/aliases.ts";
import { storeConsents } from "#db/intake/deliveries/consents.ts";
import { storeInboundAnswers } from "#db/intake/deliveries/inbound-answers.ts";
import type { Context } from "#jobs/context.ts";

/**
 * What people told us inside a network, and who the network says they were before. Answers wait,
 * encrypted, for the channel that asked; a consent holds at once.
 */
export class Said {
  readonly #aliases: AliasRecord[] = [];
  readonly #answers: (AnswerRecord | UndeliveredRecord)[] = [];
  readonly #consents: ConsentRecord[] = [];

  add(record: AliasRecord | AnswerRecord | ConsentRecord | UndeliveredRecord): void {
    if (record.type === "alias") this.#aliases.push(record);
    else if (record.type !== "consent") this.#answers.push(record);
    else this.#consents.push(record);
  }

  /** How much is waiting. */
  get size(): number {
    return this.#aliases.length + this.#answers.length + this.#consents.length;
  }

  /** Safe to do again: everything is known by its id, or by when it was said. */
  async store({ db, keys, timeZone, now }: Context, connectionId: number): Promise<void> {
    if (this.#aliases.length > 0) await storeAliases(db, connectionId, this.#aliases, timeZone);
    await storeConsents(db, connectionId, this.#consents);
    await storeInboundAnswers(db, keys.secrets, connectionId, this.#answers, now);
  }
}
