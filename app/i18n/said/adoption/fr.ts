/** Sentences of the page of group adoption. */
export const adoptionInFrench = {
  "adoption.kinds.sentence":
    "{share} de l’effectif a pris part à un groupe ouvert en quatre semaines.",
  "adoption.kinds.ranged":
    "Part de l’effectif dans les groupes ouverts, en quatre semaines : {share}.",
  "adoption.kinds.closed": "Dans les groupes fermés : {share}.",
  "adoption.kinds.secret": "Dans les groupes secrets : {share}.",
  "adoption.life.sentence":
    "Groupes ouverts : {all}. En croissance : {growing}, stables : {steady}, en recul : {fading}, nouveaux : {new}, silencieux : {silent}.",
  "adoption.life.other": "Groupes fermés : {closed}. Groupes secrets : {secret}.",
  "adoption.life.fewer": "moins de {n}",
  "adoption.rhythm.peak": "{shift} : le plus de monde le {day} entre {from} et {to} ({share}).",
  "adoption.rhythm.flat": "{shift} : à aucune heure plus de {share}.",
  "adoption.rhythm.hidden": "{shift} : masqué.",
  "adoption.rhythm.below": "moins de {share}",
  "adoption.networks.sentence": "{network} réunit le plus de monde : {share} de l’effectif.",
  "adoption.networks.ranged": "{network} réunit le plus de monde. De l’effectif : {share}.",
  "adoption.networks.none": "Aucun réseau ne dit qui a pris part à un groupe.",
  "adoption.networks.recent": "lu depuis le {day} : il faut quatre semaines entières",
  "adoption.networks.since": "depuis le {day}",
  "adoption.networks.upTo": "jusqu’au {day}",
  "adoption.networks.tellsNot": "ne fournit pas : {facts}",
  "adoption.networks.tellsAll": "fournit publications, commentaires, réactions et vues",
  "adoption.networks.fact.post": "les publications",
  "adoption.networks.fact.comment": "les commentaires",
  "adoption.networks.fact.react": "les réactions",
  "adoption.networks.fact.view": "les vues",
} as const;
