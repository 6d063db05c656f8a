/** The page of the barometer. */
export const barometer = {
  "barometer.title": "Baromètre",
  "barometer.titled": "Baromètre : {wave}",
  "barometer.filters": "{wave}, {population}, comparé à : {compare}",
  "barometer.measure": "Indicateur",
  "barometer.lead.noWave": "Aucune vague n’est encore diffusée.",
  "barometer.empty.wave":
    "Aucun résultat de questionnaire pour l’instant : une vague se lit ici dès qu’elle est close et diffusée. L’administrateur ouvre les vagues, ou importe un fichier de réponses.",
  "barometer.empty.activity": "L’activité se lit dès maintenant :",
  "barometer.empty.week":
    "Aucune semaine d’activité diffusée : l’administrateur relie un réseau ou charge un fichier, et la nuit suivante compte la semaine écoulée.",
  "barometer.dial.none": "pas encore de chiffre",
  "barometer.movers": "Ce qui a bougé depuis {wave}",
  "barometer.movers.real": "Ce qui a vraiment bougé",
  "barometer.movers.real.caption":
    "Plus que le hasard, même parmi tous les mouvements regardés ici, ou exact ; et d’au moins 5 points.",
  "barometer.movers.none": "Rien cette fois.",
  "barometer.movers.seeming": "Ce qui ne fait que sembler bouger",
  "barometer.movers.seeming.caption":
    "Le hasard suffit à l’expliquer, ou l’écart est trop petit pour compter : rien à célébrer, rien à corriger.",
  "barometer.movers.complete":
    "La participation est un comptage complet : son niveau n’a pas de marge, son évolution en a une. Cette page compare beaucoup de chiffres à la fois : celle d’une équipe ou d’un indicateur, qui en compare moins, peut tenir pour réel ce qui reste ici du hasard.",
  "barometer.movers.separate":
    "Les deux vagues sont comparées comme deux groupes séparés, ce qui est prudent.",
  "barometer.dials": "Les chiffres clés",
  "barometer.trend": "Dans le temps : {measure}",
  "barometer.trend.caption":
    "Part favorable, vague par vague. Bande : intervalle à 95 %. Trait vertical : fourchette. Une vague masquée interrompt la ligne.",
  "barometer.trend.caption.complete":
    "Part des personnes invitées qui ont répondu, vague par vague. Trait vertical : fourchette. Une vague masquée interrompt la ligne.",
  "barometer.trend.interval": "Intervalle",
  "barometer.trend.interval.text":
    "Si toute la population avait répondu, sa part serait dans une bande faite ainsi 19 fois sur 20 environ.",
  "barometer.trend.broken": "Ligne rompue",
  "barometer.trend.broken.text":
    "Une vague masquée n’est ni un zéro ni une moyenne : on n’en trace rien.",
  "barometer.trend.methods": "Comment se calcule ce chiffre",
  "barometer.trend.begun": "La dernière vague commence une autre série : la suite se lira ici.",
  "barometer.trend.breaks.wording":
    "{wave} : formulation différente de {before}, une autre série commence.",
  "barometer.trend.breaks.scale": "{wave} : autre échelle que {before}, une autre série commence.",
  "barometer.trend.breaks.questions":
    "{wave} : d’autres questions que {before}, une autre série commence.",
  "barometer.trend.declared":
    "{wave} : formulation différente de {before}, déclarée équivalente : {reason}.",
  "barometer.trend.mark.breaks": "nouvelle série",
  "barometer.trend.mark.declared": "reformulé",
  "barometer.trend.wave": "Vague",
  "barometer.map": "Carte : {cut}",
  "barometer.map.by": "Carte par",
  "barometer.map.unit": "Population",
  "barometer.map.answers": "Réponses",
  "barometer.map.caption":
    "Part favorable en %, {wave}. Chaque population est comparée au reste de l’entreprise ; sans teinte, la différence peut tenir au hasard, fait moins de 5 points ou n’a pas pu être testée. ≈ : arrondi (en dixièmes sous 20 réponses) ; –, ≥ et ≤ : une fourchette.",
  "barometer.map.caption.adoption": "Adoption : quatre semaines au {day}, rapportée à l’effectif.",
  "barometer.map.region": "Carte, défile de gauche à droite",
  "barometer.parity": "Qui ne répond pas",
  "barometer.parity.segments": "Qui répond moins",
  "barometer.parity.segments.caption":
    "● ceux qui répondent le moins, ○ ceux qui répondent le plus (□ bureau). Cadre vide : fourchette. En % des invitations.",
  "barometer.parity.units": "Par entité",
  "barometer.parity.units.caption":
    "En % des invitations, par ordre alphabétique. Cadre vide : fourchette.",
  "barometer.gap": "écart",
  "barometer.fresh": "Fraîcheur des chiffres",
} as const;
