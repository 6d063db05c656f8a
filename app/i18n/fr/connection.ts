/** The page of ties between sites and units, and that of one announcement. */
export const connection = {
  "ties.title": "Liens et portée",
  "ties.filters": "{population}, {weeks}",
  "ties.weeks": "Semaines",
  "ties.reading": "Mesure",
  "ties.week": "Semaine du",
  "ties.lead.empty": "Il n’y a encore aucun lien à lire.",
  "ties.empty":
    "Aucune semaine d’activité diffusée : l’administrateur relie un réseau ou charge un fichier, et ces liens se lisent après les premières nuits.",
  "ties.trend.reached": "Joints par une annonce du siège ou de la direction",
  "ties.trend.across-sites": "Échanges avec un autre site",
  "ties.trend.across-units": "Échanges hors de l’équipe",
  "ties.trend.caption":
    "Part de l’effectif sur les quatre dernières semaines diffusées. Comptage complet : il n’y a pas d’intervalle. Bande : fourchette.",
  "ties.trend.none":
    "Non fourni : aucun réseau raccordé ne le dit personne par personne depuis quatre semaines. Ce n’est pas un zéro, et rien ne le remplace.",
  "ties.reached": "Joint",
  "ties.reached.text":
    "A ouvert au moins une annonce du siège ou de la direction, dans un groupe d’annonces ouvert. Une réaction ne remplace pas une vue. Les personnes sans compte sur un réseau qui dit les vues comptent dans l’effectif.",
  "ties.exchange": "Échanger",
  "ties.exchange.text":
    "Commenter, réagir, voter ou remercier, dans un groupe, ce qu’une autre personne a écrit. Ni les messages privés ni la lecture ne comptent.",
  "ties.units": "Par population : {cut}",
  "ties.units.sentence": "{reading}, semaine du {day}, par ordre alphabétique.",
  "ties.note":
    "▲ ▼ écart réel avec le reste de l’entreprise : au-delà du hasard et d’au moins 5 points. Trait vertical : toute l’entreprise.",
  "ties.matrix": "D’une entité à l’autre",
  "ties.matrix.caption":
    "Des personnes de chaque ligne, part de celles qui ont échangé en quatre semaines avec quelqu’un de chaque colonne. Une case n’est teintée que si elle s’écarte vraiment des autres entités ; jamais une personne, ni qui échange avec qui.",
  "ties.matrix.from": "De",
  "ties.matrix.to": "Vers",
  "ties.matrix.own": "sans objet",
  "ties.leaders": "Conversation avec la direction",
  "ties.leaders.caption":
    "Questions posées dans un groupe de questions, ou à une personne qui encadre ; réponse d’une personne qui encadre, dans les sept jours. Annonces : commentées ou suivies d’une réaction dans les sept jours. Quatre semaines d’actes, sans leur contenu.",
  "ties.leaders.what": "Ce qui est suivi",
  "ties.leaders.share": "Part",
  "ties.leaders.people": "Posées ou publiées par",
  "ties.leaders.trend": "Questions qui ont eu une réponse, semaine par semaine",
  "ties.mixing": "Vers l’intérieur ou vers l’extérieur ?",
  "ties.mixing.caption":
    "Part des liens de la semaine qui sortent de l’entité, à côté de ce que donnerait le hasard avec les mêmes effectifs. Indice externe-interne : −1, tout reste dedans ; +1, tout sort. Une petite entité sort forcément davantage : on lit l’indice par rapport au hasard, pas à zéro.",
  "ties.mixing.unit": "Entité",
  "ties.mixing.share": "Liens qui sortent",
  "ties.mixing.expected": "Au hasard",
  "ties.mixing.index": "Indice",
  "ties.mixing.chance": "Indice au hasard",
  "ties.announced": "Annonces du siège et de la direction",
  "ties.announced.sentence":
    "Les dernières dont la portée est diffusée, trois semaines après. Ni auteur ni texte : quand, où, et qui elles ont joint.",
  "ties.announced.name": "Annonce",
  "ties.announced.where": "Groupe",
  "ties.announced.answered": "Y ont répondu",
  "ties.coverage": "Ce que chaque réseau dit",
  "ties.coverage.sentence":
    "Une mesure ne vaut que ce que les réseaux disent : ce qu’un réseau ne dit pas manque, et n’est jamais un zéro.",
  "ties.coverage.network": "Réseau",
  "ties.coverage.comment": "Commentaires",
  "ties.coverage.react": "Réactions",
  "ties.coverage.vote": "Votes",
  "ties.coverage.view": "Vues",
  "ties.coverage.each": "un à un",
  "ties.coverage.totals": "totaux seulement",
  "ties.coverage.none": "non fourni",
  "reach.back": "Liens et portée",
  "reach.reached": "Qui l’a vue",
  "reach.answered": "Qui y a répondu",
  "reach.caption":
    "Part de l’effectif de chaque population, du jour de l’annonce à la fin de la troisième semaine suivante.",
  "reach.network": "Réseau",
  "reach.posted": "Publiée le",
  "reach.where.name": "Groupe",
  "reach.channel": "Par canal",
  "reach.channel.text":
    "Cette annonce n’a été publiée que sur {network} : la portée est celle de ce seul canal.",
} as const;
