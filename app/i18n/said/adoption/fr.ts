/** Sentences of the page of group adoption. */
export const adoptionInFrench = {
  "adoption.kinds.sentence":
    "{share} de l’effectif a pris part à un groupe ouvert en quatre semaines.",
  "adoption.kinds.ranged":
    "Part de l’effectif dans les groupes ouverts, en quatre semaines : {share}.",
  "adoption.kinds.closed": "Dans les groupes fermés : {share}.",
  "adoption.kinds.secret": "Dans les groupes secrets : {share}.",
  "adoption.life.found": {
    one: "{n} groupe ouvert sur {all}.",
    other: "{n} groupes ouverts sur {all}.",
  },
  "adoption.life.anyPurpose": "Tous les objets",
  "adoption.life.anyState": "Tous les états",
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
  "adoption.kinds.caption":
    "Personnes qui ont pris part à au moins un tel groupe en quatre semaines, sur l’effectif : une personne peut être dans plusieurs lignes. ○ entreprise, ● terrain, □ bureau. Cadre vide : entre le moins et le plus qu’elles peuvent être.",
  "adoption.kinds.definition.text":
    "Tout le monde peut trouver et lire un groupe ouvert. Un groupe fermé se trouve, et seuls ses membres le lisent. Un groupe secret n’est vu que de ses membres : ici, il n’est jamais cité.",
  "adoption.life.caption":
    "Groupes ouverts par état, semaine par semaine. Chacun est jugé sur quatre semaines, à côté des quatre précédentes.",
  "adoption.life.definition.text":
    "Nouveau : créé depuis moins de 28 jours. Silencieux : moins de 5 personnes, ou moins de 5 % des membres, y ont pris part. En croissance ou en recul : au moins un quart de plus ou de moins que dans les 28 jours précédents, et plus que le hasard n’explique. Pas d’état sous 10 membres.",
  "adoption.life.closed.caption":
    "L’objet et la taille, jamais le nom : autant qu’il y en a de chaque.",
  "adoption.rhythm.caption":
    "Part des personnes de chaque équipe horaire qui ont fait quelque chose sur un réseau à cette heure de la semaine, au moins une fois du {from} au {to}, à l’heure de leur site. Plus c’est foncé, plus elles sont nombreuses ; tous les dessins ont la même échelle.",
  "adoption.rhythm.definition.text":
    "Les parts sont données par pas d’au moins cinq personnes, le premier et le dernier aussi, et une fois toutes les quatre semaines.",
  "adoption.networks.caption":
    "En quatre semaines. ○ entreprise, ● terrain, □ bureau : personnes qui y ont pris part à un groupe, sur l’effectif.",
  "adoption.networks.definition.text":
    "Les éditeurs divisent par les comptes ouverts, et comptent la lecture et les messages privés. Recalculé ici avec ce que chaque réseau fournit ; ce n’est pas lu dans leur console.",
  "adoption.trend.caption":
    "Personnes qui ont pris part à un groupe dans les quatre dernières semaines diffusées, rapportées à l’effectif. Comptage complet : il n’y a pas d’intervalle. Bande : fourchette.",
  "adoption.trend.definition.text":
    "Prendre part : publier, commenter, réagir ou voter dans un groupe. Lire, rejoindre ou écrire en privé ne compte pas. On divise par l’effectif, pas par les comptes ouverts.",
  "adoption.active.caption":
    "Personnes qui ont fait quelque chose sur un réseau dans la semaine. Hachures : semaine masquée, ou moins de 20 personnes. Cadre vide : entre le moins et le plus qu’elles peuvent être.",
  "adoption.messages.caption":
    "Messages de la semaine : au sein d’une équipe (clair), vers une autre équipe (foncé). Jamais leur contenu, qui n’est pas gardé.",
  "adoption.units.sentence": "{measure}, semaine du {day}, par ordre alphabétique.",
} as const;
