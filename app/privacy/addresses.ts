/** Which ways of writing an address mean the same person, as the company says. */
export interface AddressWays {
  /** `ada+news@example.org` is `ada@example.org`. */
  readonly plusTags: boolean;
  /** Domains of one company: the same name before the `@` is the same person in each of a line. */
  readonly domains: readonly (readonly string[])[];
}

/** Nothing is taken to be the same unless somebody says so. */
export const asWritten: AddressWays = { plusTags: false, domains: [] };

/**
 * The other addresses that may be meant by this one, without the one as it is written. Letter case
 * is nobody's business here: pseudonyms do not see it.
 */
export function otherAddresses(
  address: string,
  { plusTags, domains }: AddressWays,
): readonly string[] {
  const at = address.lastIndexOf("@");
  if (at < 1) return [];
  const written = address.slice(0, at);
  const domain = address.slice(at + 1).toLowerCase();
  const bare = written.replace(/\+.*$/, "");
  const names = plusTags && bare !== "" && bare !== written ? [written, bare] : [written];
  const same = domains.find((line) => line.includes(domain)) ?? [];
  const all = names.flatMap((name) => [domain, ...same].map((one) => `${name}@${one}`));
  return [...new Set(all)].filter((one) => one.toLowerCase() !== address.toLowerCase());
}
