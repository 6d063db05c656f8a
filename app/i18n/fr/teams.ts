/** The page that puts teams side by side. */
export const teams = {
  "teams.titled": "Équipes : {group}",
  "teams.filters": "{moment}, {group}, comparées à : {whole}",
  "teams.among": "Parmi",
  "teams.among.unit": "Entités de {name}",
  "teams.among.company": "Entités de l’entreprise",
  "teams.choose": "Six au plus, côte à côte",
  "teams.first": "Premier indicateur",
  "teams.second": "Second indicateur",
  "teams.tooMany": "Six populations au plus tiennent côte à côte : voici les six premières.",
  "teams.lead.above": "{measure} : nettement au-dessus des autres, {names}.",
  "teams.lead.below": "{measure} : nettement en dessous des autres, {names}.",
  "teams.lead.belowToo": "Nettement en dessous : {names}.",
  "teams.lead.same":
    "Les autres ne s’en distinguent pas nettement : leurs écarts peuvent tenir au hasard, ou sont trop petits pour compter.",
  "teams.lead.none": "{measure} : aucune équipe ne se distingue nettement des autres.",
  "teams.lead.untested":
    "{measure} : les équipes se lisent côte à côte, sans que leurs écarts puissent être testés.",
  "teams.lead.nothing": "Il n’y a encore rien à comparer.",
  "teams.empty":
    "Il faut au moins deux équipes avec des chiffres diffusés : une vague close, ou une semaine d’activité comptée. L’administrateur charge l’organisation, puis relie un réseau ou importe un fichier.",
  "teams.side": "Côte à côte",
  "teams.side.sentence": "Chaque population avec son intervalle, par ordre alphabétique.",
  "teams.reference": "Trait interrompu : {figure}, {whole}.",
  "teams.reference.ranged":
    "Pas de trait de comparaison : {figure}, {whole}, n’est pas un nombre seul.",
  "teams.reference.none":
    "Pas de trait de comparaison : le chiffre de l’ensemble n’est pas montré.",
  "teams.what": "que lire ?",
  "teams.note":
    "Les équipes sont rangées par ordre alphabétique, jamais par résultat. Teinte et flèche : différence avec le reste que le hasard n’explique pas et d’au moins 5 points. Barre grise : intervalle à 95 %. Cadre vide : une fourchette, où rien ne dit où se trouve le chiffre. Moins de 20 réponses : un arrondi au dixième et un intervalle prudent. Moins de 30 : trop peu de personnes pour dire si la différence tient au hasard.",
  "teams.tiers": "Trois groupes, pas de classement",
  "teams.tiers.sentence": {
    one: "{n} équipe sur {all} se détache.",
    other: "{n} équipes sur {all} se détachent.",
  },
  "teams.tiers.none": "Aucune équipe ne se détache.",
  "teams.tiers.untested": "Aucune différence n’a pu être testée.",
  "teams.tiers.above": "Nettement au-dessus",
  "teams.tiers.same": "On ne peut pas les distinguer",
  "teams.tiers.below": "Nettement en dessous",
  "teams.tiers.nobody": "personne",
  "teams.ladder": "Ce qui ne peut pas être montré seul",
  "teams.ladder.sentence": {
    one: "{n} population est masquée ici. Voici ce qui s’en approche le plus.",
    other: "{n} populations sont masquées ici. Voici ce qui s’en approche le plus.",
  },
  "teams.ladder.what": "{name} : ce que vous pouvez lire",
  "teams.ladder.pooled": "Plusieurs vagues réunies",
  "teams.ladder.nearest": "L’ensemble le plus proche qui peut être montré",
  "teams.ladder.nearest.text": "{name} : {figure} ({measure}).",
  "teams.ladder.noNearest": "Aucun ensemble plus large ne peut être montré.",
  "teams.ladder.words": "Des mots, sans chiffre",
  "teams.ladder.words.text":
    "Trois questions à poser à l’équipe, sans demander qui a répondu quoi : qu’apprenez-vous trop tard ? Qui vous écoute quand quelque chose ne va pas ? Qu’a changé le dernier questionnaire ?",
  "teams.same": "Même message partout",
  "teams.same.text":
    "Une case masquée ne dit jamais combien de personnes ont répondu, ni pourquoi elle l’est.",
} as const;
