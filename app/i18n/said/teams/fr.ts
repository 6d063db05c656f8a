/** Sentences of the pages of teams. */
export const teamsInFrench = {
  "teams.tiers.method.alone":
    "Une équipe se détache si trois choses s’accordent : le hasard explique mal son écart avec le reste, parmi toutes les comparaisons de la page ; l’intervalle de l’écart ne contient pas zéro ; l’écart atteint 5 points. Moins de {fewest} équipes sont montrées en nombres : trop peu pour savoir de combien les équipes diffèrent d’ordinaire, et rapprocher chacune des autres.",
  "teams.tiers.method.shrunk":
    "Une équipe se détache si quatre choses s’accordent : le hasard explique mal son écart avec le reste, parmi toutes les comparaisons de la page ; l’intervalle de l’écart ne contient pas zéro ; l’écart atteint 5 points ; et, une fois rapprochée de ce que {n} équipes ont en commun, elle reste du même côté avec {sure} % de chances au moins.",
  "teams.funnel.sentence": {
    one: "{n} équipe sur {all} sort de la zone où le hasard seul la porterait.",
    other: "{n} équipes sur {all} sortent de la zone où le hasard seul les porterait.",
  },
  "teams.funnel.some": "Le dessin en montre {n} sur {all}, celles du dehors d’abord.",
  "teams.funnel.none":
    "Équipes placées : {all}. Aucune ne sort de la zone où le hasard seul la porterait.",
  "teams.funnel.untold":
    "Aucune équipe n’est montrée comme un nombre seul : on ne peut pas dire laquelle sort de la zone.",
  "teams.changes.sentence": {
    one: "{n} équipe sur {all} a bougé plus que le hasard ne l’expliquerait.",
    other: "{n} équipes sur {all} ont bougé plus que le hasard ne l’expliquerait.",
  },
  "teams.changes.none": "Aucune équipe n’a bougé au-delà du hasard.",
  "teams.changes.untested": "Rien ne permet de dire si ces équipes ont bougé.",
  "team.most": "Plus de la moitié, même au bas de l’intervalle (de {low} à {high} %).",
  "team.fewest": "Moins de la moitié, même au haut de l’intervalle (de {low} à {high} %).",
  "team.quoted": "« {name} »",
  "team.lead.strengths": "Ce qui tient : {names}.",
  "team.lead.noStrength": "Aucun point fort ne se détache nettement.",
  "team.lead.toWorkOn": "À travailler d’abord : {names}.",
  "team.lead.noPoint": "Rien ne se détache qui soit à travailler d’abord.",
  "team.lead.none": "Rien ne se détache nettement dans cette équipe, ni en bien ni en mal.",
  "team.lead.none.rest":
    "Ce n’est pas un vide : les écarts peuvent tenir au hasard, ou les chiffres sont trop arrondis pour le dire.",
  "team.lead.hidden": "Les réponses de cette équipe ne peuvent pas être montrées seules.",
  "team.lead.hidden.rest": "Voici ce qui s’en approche le plus, et de quoi en parler ensemble.",
  "team.actions.sentence": {
    one: "{n} action écrite pour cette équipe ou ce qu’elle contient.",
    other: "{n} actions écrites pour cette équipe ou ce qu’elle contient.",
  },
  "team.actions.none": "Aucune action n’est écrite pour cette équipe.",
} as const;
