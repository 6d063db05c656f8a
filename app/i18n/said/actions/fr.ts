/** Sentences of actions and marks. */
export const actionsInFrench = {
  "files.later": {
    one: "Vous avez pris beaucoup de fichiers en peu de temps. Revenez dans {n} seconde : rien n’est perdu.",
    other:
      "Vous avez pris beaucoup de fichiers en peu de temps. Revenez dans {n} secondes : rien n’est perdu.",
  },
  "actions.toAct": "Ce qui a baissé : lire ce qui se fait, ou l’écrire.",
  "actions.about": "{population}, {measure}",
  "actions.lead.none": "Aucune action n’est en cours.",
  "actions.lead.open": {
    one: "{n} action est prévue ou en cours.",
    other: "{n} actions sont prévues ou en cours.",
  },
  "actions.lead.late": { one: "{n} est en retard.", other: "{n} sont en retard." },
  "actions.mail.soon": "Une action dont vous êtes responsable est attendue le {day}",
  "actions.mail.overdue": "Une action dont vous êtes responsable était attendue le {day}",
  "actions.mail.what":
    "Dites où elle en est : faite, arrêtée, ou attendue plus tard. Le tableau public le montrera, si elle y est.",
  "actions.mail.heard": "Vous avez dit : {text}",
  "actions.mail.ends":
    "Ce rappel cesse quand l’action est faite, arrêtée ou reportée. Pour n’en plus recevoir : {address}",
  "marks.action": "action, {what}",
  "marks.succeeded": "{was} devient {now}",
  "marks.reorganised": { one: "{n} entité réorganisée", other: "{n} entités réorganisées" },
  "marks.network.begins": {
    one: "Nouveau réseau : {network}",
    other: "Nouveaux réseaux : {network}",
  },
  "marks.network.ends": "Fin de {network}",
  "marks.network.succeeded": "{successor} remplace {network}",
  "actions.measured.nothingBefore":
    "{name} : aucune vague n’était close avant le début de l’action, rien ne peut être comparé.",
  "actions.measured.waiting":
    "{name} sera mesurée à la prochaine vague, à côté des populations comparables.",
  "actions.measured.untold":
    "{name} : entre {before} et {after}, les chiffres de cette population ne permettent aucune comparaison.",
  "actions.measured.alone":
    "{name}, entre {before} et {after} : {change} points pour « {population} » (entre {low} et {high}). Moins de {fewest} populations comparables : rien ne dit si c’est plus qu’ailleurs.",
  "actions.measured.same":
    "{name}, entre {before} et {after} : {change} points pour « {population} », {others} en moyenne dans {n} populations comparables. L’écart de {beyond} points (entre {low} et {high}) peut tenir au hasard.",
  "actions.measured.beyond":
    "{name}, entre {before} et {after} : {change} points pour « {population} », {others} en moyenne dans {n} populations comparables. L’écart de {beyond} points (entre {low} et {high}) dépasse le hasard ; ce qui l’a produit, aucun chiffre ne le dit.",
} as const;
