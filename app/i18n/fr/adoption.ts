/** The page of group adoption and activity. */
export const adoption = {
  "adoption.titled": "Adoption des groupes",
  "adoption.filters": "{population}, {weeks}",
  "adoption.weeks": "Semaines",
  "adoption.trend": "Adoption, semaine par semaine",
  "adoption.trend.caption":
    "Personnes qui ont pris part à un groupe dans les quatre dernières semaines diffusées, rapportées à l’effectif. Comptage complet : il n’y a pas d’intervalle. Bande : fourchette.",
  "adoption.trend.definition": "Adoption",
  "adoption.trend.definition.text":
    "Prendre part : publier, commenter, réagir ou voter dans un groupe. Lire, rejoindre ou écrire en privé ne compte pas. On divise par l’effectif, pas par les comptes ouverts.",
  "adoption.week": "Semaine du",
  "adoption.active": "Personnes actives par semaine",
  "adoption.active.caption":
    "Personnes qui ont fait quelque chose sur un réseau dans la semaine. Hachures : semaine masquée, ou moins de 20 personnes. Cadre vide : entre le moins et le plus qu’elles peuvent être.",
  "adoption.active.people": "Personnes",
  "adoption.active.share": "Part de l’effectif",
  "adoption.without": "Sans {networks} : {weeks}.",
  "adoption.units": "Par population : {cut}",
  "adoption.units.sentence": "{measure}, semaine du {day}, par ordre alphabétique.",
  "adoption.messages": "Messages",
  "adoption.messages.caption":
    "Messages de la semaine : au sein d’une équipe (clair), vers une autre équipe (foncé). Jamais leur contenu, qui n’est pas gardé.",
  "adoption.messages.within": "Au sein d’une équipe",
  "adoption.messages.across": "Vers une autre équipe",
  "adoption.messages.all": "Tous les messages",
} as const;
