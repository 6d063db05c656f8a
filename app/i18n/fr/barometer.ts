/** The page of the barometer. */
export const barometer = {
  "barometer.title": "Baromètre",
  "barometer.titled": "Baromètre : {wave}",
  "barometer.filters": "{wave}, {population}, comparé à : {compare}",
  "barometer.measure": "Indicateur",
  "barometer.subject.frontline": "La connexion du terrain",
  "barometer.subject.company.connection": "La connexion",
  "barometer.subject.company.trust": "La confiance dans la direction",
  "barometer.subject.company.engagement": "L’engagement",
  "barometer.subject.company.adoption": "L’adoption des groupes",
  "barometer.subject.company.participation": "La participation",
  "barometer.subject.part": "{population} : {subject}",
  "barometer.lead.above": "{subject} monte à {share}, {n} points de plus depuis {wave}.",
  "barometer.lead.below": "{subject} descend à {share}, {n} points de moins depuis {wave}.",
  "barometer.lead.still":
    "{subject} reste à {share} : rien n’a bougé au-delà du hasard depuis {wave}.",
  "barometer.lead.small":
    "{subject} est à {share} : le mouvement depuis {wave} est trop petit pour compter.",
  "barometer.lead.exact":
    "{subject} est à {share}, {points} points depuis {wave} : tout le monde a répondu les deux fois.",
  "barometer.lead.stillToo": "{subject} n’a pas bougé non plus ({share}).",
  "barometer.lead.alone": "{subject} est à {share}.",
  "barometer.lead.tenths": "{subject} : {share} environ.",
  "barometer.lead.hidden": "{subject} est masquée pour cette vague.",
  "barometer.lead.noWave": "Aucune vague n’est encore diffusée.",
  "barometer.rest.gap": "{n} points séparent le terrain des bureaux.",
  "barometer.rest.noGap": "On ne peut pas distinguer le terrain des bureaux.",
  "barometer.rest.smallGap": "L’écart entre le terrain et les bureaux est trop petit pour compter.",
  "barometer.rest.small": "L’écart avec le reste de l’entreprise est trop petit pour compter.",
  "barometer.rest.above": "C’est {n} points au-dessus du reste de l’entreprise.",
  "barometer.rest.below": "C’est {n} points en dessous du reste de l’entreprise.",
  "barometer.rest.same": "L’écart avec le reste de l’entreprise peut tenir au hasard.",
  "barometer.empty.wave":
    "Aucun résultat de questionnaire pour l’instant : une vague se lit ici dès qu’elle est close et diffusée. L’administrateur ouvre les vagues, ou importe un fichier de réponses.",
  "barometer.empty.activity": "L’activité se lit dès maintenant :",
  "barometer.empty.week":
    "Aucune semaine d’activité diffusée : l’administrateur relie un réseau ou charge un fichier, et la nuit suivante compte la semaine écoulée.",
  "barometer.dial.none": "pas encore de chiffre",
  "barometer.movers": "Ce qui a bougé depuis {wave}",
  "barometer.movers.up": {
    one: "{n} hausse est réelle.",
    other: "{n} hausses sont réelles.",
  },
  "barometer.movers.down": {
    one: "{n} baisse est réelle.",
    other: "{n} baisses sont réelles.",
  },
  "barometer.movers.nothing": "Rien n’a bougé au-delà du hasard.",
  "barometer.movers.still": {
    one: "{n} mouvement ne compte pas : hasard, ou trop petit.",
    other: "{n} mouvements ne comptent pas : hasard, ou trop petits.",
  },
  "barometer.movers.untold": {
    one: "Pour {n} mouvement, trop peu de personnes ont répondu pour le dire.",
    other: "Pour {n} mouvements, trop peu de personnes ont répondu pour le dire.",
  },
  "barometer.movers.real": "Ce qui a vraiment bougé",
  "barometer.movers.real.caption":
    "Plus que le hasard, même parmi tous les mouvements regardés ici, ou exact ; et d’au moins 5 points.",
  "barometer.movers.none": "Rien cette fois.",
  "barometer.movers.seeming": "Ce qui ne fait que sembler bouger",
  "barometer.movers.seeming.caption":
    "Le hasard suffit à l’expliquer, ou l’écart est trop petit pour compter : rien à célébrer, rien à corriger.",
  "barometer.movers.complete":
    "La participation est un comptage complet : son niveau n’a pas de marge, son évolution en a une.",
  "barometer.movers.separate":
    "Les deux vagues sont comparées comme deux groupes séparés, ce qui est prudent.",
  "barometer.trend": "Dans le temps : {measure}",
  "barometer.trend.rose": "{population} : depuis {wave}, {subject} a gagné {n} points.",
  "barometer.trend.fell": "{population} : depuis {wave}, {subject} a perdu {n} points.",
  "barometer.trend.still":
    "{population} : depuis {wave}, {subject} n’a pas bougé au-delà du hasard.",
  "barometer.trend.small":
    "{population} : depuis {wave}, le mouvement de {subject} est trop petit pour compter.",
  "barometer.trend.single": "Un seul point diffusé, ou aucun encore : la suite se lira ici.",
  "barometer.trend.untested": "Les vagues ne peuvent pas être comparées sur cet indicateur.",
  "barometer.trend.caption":
    "Part favorable, vague par vague. Bande : intervalle à 95 %. Une vague masquée interrompt la ligne.",
  "barometer.trend.caption.complete":
    "Part des personnes invitées qui ont répondu, vague par vague. Une vague masquée interrompt la ligne.",
  "barometer.trend.interval": "Intervalle",
  "barometer.trend.interval.text":
    "Si toute la population avait répondu, sa part serait dans une bande faite ainsi 19 fois sur 20 environ.",
  "barometer.trend.broken": "Ligne rompue",
  "barometer.trend.broken.text":
    "Une vague masquée n’est ni un zéro ni une moyenne : on n’en trace rien.",
  "barometer.trend.methods": "Comment se calcule ce chiffre",
  "barometer.trend.wave": "Vague",
  "barometer.map": "Carte : {cut}",
  "barometer.map.by": "Carte par",
  "barometer.map.unit": "Population",
  "barometer.map.answers": "Réponses",
  "barometer.map.sentence": {
    one: "{n} différence sur {tested} est réelle.",
    other: "{n} différences sur {tested} sont réelles.",
  },
  "barometer.map.untested": "Aucune différence ne peut être testée ici.",
  "barometer.map.above": {
    one: "{name} est au-dessus sur {n} indicateur.",
    other: "{name} est au-dessus sur {n} indicateurs.",
  },
  "barometer.map.below": {
    one: "{name} est en dessous sur {n} indicateur.",
    other: "{name} est en dessous sur {n} indicateurs.",
  },
  "barometer.map.caption":
    "Part favorable en %, {wave}. Chaque population est comparée au reste de l’entreprise ; sans teinte, la différence peut tenir au hasard, fait moins de 5 points ou n’a pas pu être testée. ≈ : moins de 20 réponses, en dixièmes.",
  "barometer.map.caption.adoption": "Adoption : quatre semaines au {day}, rapportée à l’effectif.",
  "barometer.map.region": "Carte, défile de gauche à droite",
  "barometer.parity": "Qui ne répond pas",
  "barometer.parity.less": "Le terrain répond moins que les bureaux : {less} contre {more}.",
  "barometer.parity.more": "Le terrain répond plus que les bureaux : {less} contre {more}.",
  "barometer.parity.same":
    "Le terrain et les bureaux répondent autant, au hasard près : {less} et {more}.",
  "barometer.parity.small":
    "Le terrain et les bureaux répondent presque autant : {less} et {more}.",
  "barometer.parity.untold":
    "Terrain : {less}, bureaux : {more}. Trop peu de personnes pour dire si l’écart tient au hasard.",
  "barometer.parity.other": "La participation par population.",
  "barometer.parity.segments": "Qui répond moins",
  "barometer.parity.segments.caption":
    "● ceux qui répondent le moins, ○ ceux qui répondent le plus (□ bureau). En % des invitations.",
  "barometer.parity.units": "Par entité",
  "barometer.parity.units.caption": "En % des invitations, par ordre alphabétique.",
  "barometer.gap": "écart",
  "barometer.fresh": "Fraîcheur des chiffres",
  "barometer.fresh.sentence.both":
    "Les réponses s’arrêtent au {closed} ; l’activité va jusqu’au {day}.",
  "barometer.fresh.sentence.wave":
    "Les réponses s’arrêtent au {closed} ; aucune activité n’est diffusée.",
  "barometer.fresh.sentence.week": "L’activité va jusqu’au {day} ; aucune vague n’est diffusée.",
  "barometer.fresh.answers": "Réponses",
  "barometer.fresh.answers.text":
    "{wave} : close le {closed}, diffusée le {released}. Ces chiffres ne changeront plus.",
  "barometer.fresh.activity": "Activité",
  "barometer.fresh.activity.text":
    "Semaine du {from} au {to}, diffusée le {released}. L’adoption porte sur les quatre dernières semaines diffusées.",
  "barometer.fresh.without": "Sans {networks}, qui n’avait pas répondu à temps.",
  "barometer.fresh.networks": "Réseaux",
  "barometer.fresh.networks.text": "{title} : lu jusqu’au {day}.",
  "barometer.fresh.networks.never": "{title} : pas encore lu.",
  "barometer.fresh.networks.none": "Aucun réseau relié.",
} as const;
