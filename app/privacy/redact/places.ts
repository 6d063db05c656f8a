import { markOf } from "./marker.ts";

const word = String.raw`[\p{L}\p{N}]`;
const domains =
  "com|org|net|info|eu|fr|be|ch|lu|uk|ie|de|es|pt|it|nl|ma|tn|dz|ca|us|io|co|me|tv|app|dev|biz|example";

const email =
  /[\p{L}\p{N}._%+'’-]+ ?@ ?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|[\p{L}\p{N}._%+-]+ ?(?:\(at\)|\[at\]|\{at\}|\(a\)|[([]?arobase[)\]]?| at ) ?[\p{L}\p{N}-]+(?: ?(?:\.|\(dot\)|\[dot\]|[([]?point[)\]]?| dot ) ?[\p{L}\p{N}-]+)+/giu;
const link = new RegExp(
  String.raw`(?:https?:\/\/|ftp:\/\/|www\.)\S+|(?<!${word})(?:[a-z\d][a-z\d-]*\.)+(?:${domains})(?![\p{L}\d.-]*${word})(?:[/?#]\S*)?|(?<!${word})(?:[a-z\d][a-z\d-]*\.)+(?:${domains})[/?#]\S*`,
  "giu",
);
const mention = /(?<![\p{L}\p{N}])@[\p{L}\p{N}][\p{L}\p{N}._-]*/giu;

/** E-mail addresses (also `jo (at) example (dot) org`), links and mentions. */
export function strikeLinks(text: string): string {
  return text
    .replace(email, markOf("email"))
    .replace(link, markOf("link"))
    .replace(mention, markOf("mention"));
}

const houseNumber = String.raw`(?<![\p{L}\d])\d{1,4} ?(?:bis|ter|quater|[a-dA-D](?!\p{L}))?,? ?`;
const particle =
  "(?:[Dd]e [Ll]a|[Dd]e [Ll]['’]|[Dd]es|[Dd]e|[Dd]u|[Ll]a|[Ll]es|[Ll]e|[Aa]ux|[Ll]['’]|[Dd]['’])";
const proper = String.raw`(?:\p{Lu}[\p{L}\d'’.-]*|\d{1,2}(?=\s\p{L}))`;
/** These are streets whatever follows; the others also mean something in a warehouse. */
const streets = eitherCase([
  ...["rue", "avenue", "av\\.", "boulevard", "bd", "bld", "impasse", "all[ée]e", "chemin"],
  ...["lotissement", "faubourg", "ruelle", "sente"],
]);
const perhaps = eitherCase([
  ...["place", "cours", "quai", "passage", "voie", "route", "villa", "square", "r[ée]sidence"],
  ...["hameau", "sentier", "parvis"],
]);
const town = String.raw`(?:[ ,-]{1,3}\d{5}(?: \p{Lu}[\p{L}'’-]+)*)?`;
const french = new RegExp(
  `${houseNumber}${streets} (?:${particle} ?)*${word}[\\p{L}\\d'’.-]*(?: (?:${particle} ?)*${proper})*${town}`,
  "gu",
);
const frenchPerhaps = new RegExp(
  `${houseNumber}${perhaps} (?:${particle} ?)*\\p{Lu}[\\p{L}\\d'’.-]*(?: (?:${particle} ?)*${proper})*${town}`,
  "gu",
);
const english =
  /(?<![\p{L}\d])\d{1,5}[A-Za-z]?,? (?:\p{Lu}[\p{L}'’-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Way|Place|Square|Terrace|Crescent|Gardens|Grove|Row|Mews|Boulevard|Blvd)(?!\p{L})\.?/gu;
const postcodes =
  /(?<![\p{L}\d])(?:0[1-9]|[1-8]\d|9[0-8])\d{3} (?!Euros?\b|Eur\b)\p{Lu}[\p{L}'’-]+|(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![\p{L}\d])/gu;

/** Postal addresses as they are written in France and in England. */
export function strikeAddresses(text: string): string {
  return [french, frenchPerhaps, english, postcodes].reduce(
    (struck, pattern) => struck.replace(pattern, markOf("address")),
    text,
  );
}

/** Not the flag `i`: with it, every letter is a capital one. */
function eitherCase(words: readonly string[]): string {
  const all = words.flatMap((one) => [
    one,
    one.charAt(0).toUpperCase() + one.slice(1),
    one.toUpperCase(),
  ]);
  return `(?:${all.join("|")})`;
}
