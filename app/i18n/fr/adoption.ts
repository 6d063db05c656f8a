/** The page of group adoption and activity. */
export const adoption = {
  "adoption.title": "Adoption",
  "adoption.titled": "Adoption des groupes",
  "adoption.filters": "{population}, {weeks}",
  "adoption.weeks": "Semaines",
  "adoption.weeks.last": { one: "La dernière semaine", other: "Les {n} dernières semaines" },
  "adoption.weeks.all": "Toutes les semaines diffusées",
  "adoption.notSupplied": "L’adoption des groupes n’est pas fournie.",
  "adoption.notSupplied.rest":
    "Aucun réseau raccordé ne dit qui prend part à un groupe : ce qui n’est pas connu n’est pas zéro.",
  "adoption.trend": "Adoption, semaine par semaine",
  "adoption.trend.caption":
    "Personnes qui ont pris part à un groupe dans les quatre dernières semaines diffusées, rapportées à l’effectif. Comptage complet : il n’y a pas d’intervalle.",
  "adoption.trend.definition": "Adoption",
  "adoption.trend.definition.text":
    "Prendre part : publier, commenter, réagir ou voter dans un groupe. Lire, rejoindre ou écrire en privé ne compte pas. On divise par l’effectif, pas par les comptes ouverts.",
  "adoption.ended": "{day} : fin de {network}.",
  "adoption.succeeded": "{day} : fin de {network}, {successor} prend la suite.",
  "adoption.week": "Semaine du",
  "adoption.active": "Personnes actives par semaine",
  "adoption.active.sentence": "{share} de l’effectif a fait quelque chose la dernière semaine.",
  "adoption.active.hidden": "La dernière semaine est masquée.",
  "adoption.active.caption":
    "Personnes qui ont fait quelque chose sur un réseau dans la semaine. Hachures : semaine masquée.",
  "adoption.active.people": "Personnes",
  "adoption.active.share": "Part de l’effectif",
  "adoption.without": "Sans {networks} : {weeks}.",
  "adoption.units": "Par population : {cut}",
  "adoption.units.sentence": "{measure}, semaine du {day}, par ordre alphabétique.",
  "adoption.messages": "Messages",
  "adoption.messages.sentence":
    "{share} des messages de la dernière semaine vont à une autre équipe.",
  "adoption.messages.none": "La part qui va à une autre équipe n’est pas montrée cette semaine.",
  "adoption.messages.caption":
    "Messages de la semaine : au sein d’une équipe (clair), vers une autre équipe (foncé). Jamais leur contenu, qui n’est pas gardé.",
  "adoption.messages.within": "Au sein d’une équipe",
  "adoption.messages.across": "Vers une autre équipe",
  "adoption.messages.all": "Tous les messages",
} as const;
