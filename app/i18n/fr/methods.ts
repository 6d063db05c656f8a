/** How each figure is computed, in words. */
export const methods = {
  "methods.title": "Méthodes",
  "methods.lead": "Comment chaque chiffre est calculé, et ce qu’il ne dit pas.",
  "methods.share": "Part favorable",
  "methods.share.sentence": "La part des réponses 4 et 5 sur une échelle de 1 à 5.",
  "methods.share.1":
    "3 est neutre, 1 et 2 sont défavorables. Qui n’a pas répondu à la question n’est compté ni d’un côté ni de l’autre.",
  "methods.share.2":
    "Un indicateur (connexion, confiance, engagement) est la part favorable des réponses à ses questions, à poids égal.",
  "methods.share.3":
    "Une question qui demande un nombre est montrée comme une moyenne : aucune part favorable n’est inventée pour elle.",
  "methods.share.4":
    "La participation est le nombre de réponses sur le nombre d’invités ; ceux qui sont partis avant la clôture sortent des deux.",
  "methods.interval": "Intervalle",
  "methods.interval.sentence":
    "La barre grise dit ce que le hasard laisse possible, 19 fois sur 20.",
  "methods.interval.1":
    "Pour une part : ce qu’elle serait si toute la population avait répondu, par un intervalle exact jusqu’à 500 personnes et celui de Wilson au-delà. Quand l’effectif n’est pas connu, Wilson.",
  "methods.interval.2": "Pour une moyenne : l’intervalle de Student.",
  "methods.interval.3":
    "Il suppose que ceux qui n’ont pas répondu ressemblent à ceux qui ont répondu : regardez la participation avant de conclure.",
  "methods.interval.4":
    "Sous 20 réponses, le nombre est une tranche, la part est en dixièmes et l’intervalle est celui du bas de la tranche.",
  "methods.interval.5":
    "Un comptage complet (participation, adoption) n’a pas de marge : tout le monde est compté.",
  "methods.difference": "Différence réelle",
  "methods.difference.sentence":
    "Une différence n’est dite réelle que si le hasard ne l’explique pas et si elle fait au moins 5 points.",
  "methods.difference.1":
    "On calcule l’intervalle de la différence (Newcombe, 1998) ; elle est réelle s’il est tout entier d’un côté de zéro.",
  "methods.difference.2":
    "Une équipe est comparée au reste de l’ensemble dont elle fait partie, pas à cet ensemble : elle n’est pas comparée à elle-même.",
  "methods.difference.3":
    "Sous 30 réponses d’un côté ou de l’autre, la différence n’est pas testée.",
  "methods.difference.4":
    "Chaque différence est jugée seule. Sur une grande carte, une sur vingt environ peut sembler réelle par hasard.",
  "methods.difference.5":
    "Le nombre de points affiché est la différence des deux nombres affichés : qui soustrait trouve le même.",
  "methods.adoption": "Adoption et activité",
  "methods.adoption.sentence":
    "Les personnes qui ont pris part à un groupe en quatre semaines, divisées par l’effectif.",
  "methods.adoption.1":
    "Prendre part : publier, commenter, réagir ou voter dans un groupe. Lire, rejoindre ou écrire en privé ne compte pas.",
  "methods.adoption.2":
    "On divise par l’effectif, jamais par les comptes ouverts : qui n’a pas de compte compte aussi.",
  "methods.adoption.3": "Personnes actives : celles qui ont fait quelque chose dans la semaine.",
  "methods.adoption.4":
    "Une semaine est diffusée quand tous les réseaux l’ont couverte, ou au bout de 14 jours avec la mention de celui qui manque.",
  "methods.hidden": "Masqué",
  "methods.hidden.sentence": "Une case masquée ne dit rien, pas même pourquoi elle l’est.",
  "methods.hidden.1":
    "Trop peu de personnes, ou une voisine qu’une soustraction révélerait : la case est la même.",
  "methods.hidden.2":
    "Une courbe s’interrompt sur une vague masquée ; elle ne passe jamais par-dessus.",
  "methods.hidden.3":
    "Une population trop petite est lue avec l’ensemble le plus proche qui peut l’être.",
} as const;
