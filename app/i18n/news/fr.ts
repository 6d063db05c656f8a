/** What alerts and mails say. The server says it; no browser learns these sentences. */
export const newsInFrench = {
  "alerts.title": "Alertes",
  "alerts.sentence": {
    one: "Une chose demande peut-être que quelqu’un agisse.",
    other: "{n} choses demandent peut-être que quelqu’un agisse.",
  },
  "alerts.since": "Depuis le {day}.",
  "alerts.over": "Du {from} au {to} ; ce n’est plus le cas.",
  "alerts.participation": "{name} : la participation à « {wave} » est en retrait.",
  "alerts.participation.shown":
    "{name} : la participation à « {wave} » est en retrait. Elle y est {part}, quand elle est {whole} dans l’ensemble.",
  "alerts.participation.do":
    "À faire : vérifier que les invitations y arrivent, et que chacun a un moment pour répondre.",
  "alerts.adoption":
    "{name} : moins de personnes actives que d’habitude, la semaine du {day}, au-delà de ce que le hasard explique.",
  "alerts.adoption.shown":
    "{name} : {share} des personnes ont été actives la semaine du {day}, quand c’était autour de {usual} d’habitude ; c’est au-delà de ce que le hasard explique.",
  "alerts.adoption.do":
    "À faire : demander sur place ce qui a changé (outil, horaires, encadrement) avant d’en conclure quoi que ce soit.",
  "alerts.network": "{network} répond, et ne rapporte plus rien depuis le {day}.",
  "alerts.network.do":
    "À faire : vérifier que le compte de lecture voit encore les groupes, et que ce réseau sert encore.",
  "alerts.network.file":
    "{network} : aucun fichier n’est venu depuis plus d’un mois ; on en connaît ce qui précède le {day}, ce jour compris.",
  "alerts.network.file.do":
    "À faire : demander à qui envoie le fichier, ou terminer ce réseau s’il ne sert plus.",
  "alerts.night": "La nuit : l’étape « {name} » échoue.",
  "alerts.night.network": "La nuit : {network} n’a pas pu être lu ({reason}).",
  "alerts.night.untold": "La nuit : {network} n’a pas pu être lu.",
  "alerts.night.do": "À faire : la page des réseaux dit ce que la nuit a noté.",
  "networks.behind": "Pas encore à jour : {networks}.",
  "networks.behind.never": "{title} n’a encore rien rapporté",
  "networks.behind.since": "{title} est lu jusqu’au {day}",
  "range.between": "de {low} à {high}",
  "range.atMost": "de {high} au plus",
  "range.atLeast": "de {low} au moins",

  "choice.title": "Messages",
  "choice.lead":
    "Le baromètre vous écrit le matin, à l’adresse de votre compte, et ne dit que ce que vous pouvez lire ici.",
  "choice.digest": "Résumé de ce qui est nouveau",
  "choice.weekly": "Chaque semaine",
  "choice.monthly": "Chaque mois",
  "choice.never": "Jamais",
  "choice.alerts": "Une alerte, le matin qui suit",
  "choice.actions":
    "Un rappel des actions dont je suis responsable, avant leur date et une fois passée",
  "choice.save": "Garder ce choix",
  "choice.kept": "C’est noté.",

  "mail.greeting": "Bonjour {name},",
  "mail.open": "Ouvrir le baromètre",
  "mail.go": "Voir",
  "mail.rights":
    "Ce message ne contient que ce que vous pouvez lire vous-même : des populations, jamais une personne. Ne le transférez qu’à qui peut le lire aussi.",
  "mail.choice": "Pour en recevoir plus ou moins : {address}",
  "mail.alerts.subject": {
    one: "Baromètre : une alerte",
    other: "Baromètre : {n} alertes",
  },
  "mail.alerts.title": "Ce que la nuit a remarqué",
  "mail.alerts.lead": "Chaque alerte est dite une fois par mois au plus.",
  "digest.subject.weekly": "Baromètre : la semaine du {day}",
  "digest.subject.monthly": "Baromètre : {month}",
  "digest.subject.nothing.weekly": "Baromètre : rien à signaler, semaine du {day}",
  "digest.subject.nothing.monthly": "Baromètre : rien à signaler, {month}",
  "digest.title": "Du {from} au {to}",
  "digest.nothing":
    "Rien à signaler : aucun résultat nouveau, aucune vague ouverte, aucune alerte, aucun mouvement de l’adoption au-delà du hasard.",
  "digest.nothing.machine":
    "Rien à signaler : aucune alerte, aucune nuit en échec, aucune vague ouverte.",
  "digest.results": "Résultats de « {wave} »",
  "digest.results.table": "Indicateurs, {population}",
  "digest.results.measure": "Indicateur",
  "digest.results.value": "Chiffre",
  "digest.results.change": "Évolution",
  "digest.results.moved": "Ce qui a vraiment bougé",
  "digest.results.mover": "{population}, {measure}.",
  "digest.results.still": "Rien n’a bougé au-delà de ce que le hasard explique.",
  "digest.adoption": "Adoption",
  "digest.adoption.value":
    "{population} : {share} des personnes ont pris part à un groupe en quatre semaines.",
  "digest.waves": "Vagues ouvertes",
  "digest.waves.until": "« {wave} », ouverte jusqu’au {day}.",
  "digest.waves.open": "« {wave} », ouverte.",
  "digest.waves.progress": "Participation {part}, au {day}.",
  "digest.alerts": "Alertes",
  "digest.nights": "Nuits",
  "digest.nights.failed": {
    one: "{n} nuit sur {all} a connu un échec.",
    other: "{n} nuits sur {all} ont connu un échec.",
  },
} as const;
