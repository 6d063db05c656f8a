import { slug } from "../mapping/columns.ts";

/**
 * Headings under which survey tools say who answered, or from where. In the words of the tools, and
 * what French and English files call the same.
 */
const PERSONAL = new RegExp(
  `^(${[
    "(recorded-?)?ip(-?addr(ess)?)?|adresse-ip",
    "(recipient-?)?e-?mail(-?address)?|(adresse-)?(de-messagerie|e-?mail|electronique|mail)|courriel",
    "(recipient-?)?(last|first|full)-?name|name|nom|prenom|nom-complet|recipient(last|first)name",
    "phone(-?number)?|telephone|mobile|portable",
    "(location-?)?(latitude|longitude|accuracy)|location(latitude|longitude|accuracy)",
    "external-?(data-?)?reference|token|ref-?url|referer|referrer|network-?id|seed",
    "user(-?id|-?name|-?agent)?|nom-d-utilisateur|utilisateur|contact(-?id|-?attributes)?",
    "person(-?attributes)?|single-?use-?id|display-?id|meta|metadata|respondent(-?id)?|repondant",
  ].join("|")})$`,
);

/** Whether a column says who answered, or from where: it is not read, except as the HR number. */
export function isPersonal(heading: string): boolean {
  // An address of a machine is written in one word by some: `ipaddr`, `IPAddress`.
  return PERSONAL.test(slug(heading.replace(/[[(].*$/, ""))) || /\(e-?mail\)$/i.test(heading);
}
