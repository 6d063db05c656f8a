/** How each figure is computed: a plain sentence first, then the formula and its source. */
export const methods = {
  "methods.title": "Méthodes",
  "methods.lead": "Comment chaque chiffre est calculé, et ce qu’il ne dit pas.",
  "methods.lead.rest":
    "D’abord avec des mots ; la formule et sa source sont derrière « Le calcul ».",
  "methods.depth": "Le calcul",
  "methods.source": "Source : {source}",
  "methods.favourable": "Part favorable",
  "methods.favourable.sentence": "Sur dix réponses, combien sont 4 ou 5 sur l’échelle de 1 à 5.",
  "methods.favourable.plain":
    "3 est neutre, 1 et 2 sont défavorables. Qui n’a pas répondu à la question n’est compté ni d’un côté ni de l’autre. Une question posée à l’envers est lue depuis l’autre bout.",
  "methods.favourable.formula":
    "part = favorables ÷ (favorables + neutres + défavorables). Favorable : (réponse − bas) ÷ (haut − bas) > 0,6.",
  "methods.favourable.source":
    "l’usage des enquêtes d’engagement ; les deux cinquièmes supérieurs de l’échelle.",
  "methods.indicator": "Indicateur",
  "methods.indicator.sentence":
    "Connexion, confiance, engagement : la part favorable moyenne des questions de l’indicateur.",
  "methods.indicator.plain":
    "On prend d’abord, pour chaque personne, la part de ses réponses qui sont favorables ; puis la moyenne sur les personnes. Chacun compte pour un, qu’il ait répondu à une question ou à toutes.",
  "methods.indicator.formula":
    "indicateur = (1 ÷ n) · Σ sᵢ, où sᵢ = questions de l’indicateur répondues favorablement par i ÷ questions de l’indicateur répondues par i.",
  "methods.indicator.source":
    "décision du projet. Son intervalle compte des personnes entières, comme pour une seule question : il est plutôt trop large.",
  "methods.interval": "Intervalle",
  "methods.interval.sentence":
    "La bande grise dit entre quoi et quoi serait la part si toute la population avait répondu, 19 fois sur 20.",
  "methods.interval.plain":
    "Plus il y a de réponses, plus elle est étroite ; quand tout le monde a répondu, elle disparaît. Elle suppose que ceux qui se taisent ressemblent à ceux qui répondent : regardez la participation avant de conclure.",
  "methods.interval.formula":
    "Jusqu’à {team} personnes, exact : tous les K tels que P(X ≥ x) > 0,025 et P(X ≤ x) > 0,025, X ~ hypergéométrique(N, K, n), divisés par N. Au-delà, Wilson avec n* = n(N − 1) ÷ (N − n) : (p + z²/2n* ± z·√(p(1 − p)/n* + z²/4n*²)) ÷ (1 + z²/n*), z = 1,96, borné par x/N et (x + N − n)/N. Effectif inconnu, ou participation masquée : Wilson avec n, pour que l’intervalle ne trahisse pas combien n’ont pas répondu.",
  "methods.interval.source":
    "Wilson (1927), recommandé par Brown, Cai et DasGupta (2001) ; loi hypergéométrique pour les petites équipes.",
  "methods.mean": "Moyenne",
  "methods.mean.sentence":
    "Une question qui demande un nombre est montrée comme une moyenne, à partir de {means} réponses.",
  "methods.mean.plain":
    "Aucune part favorable n’est inventée pour elle. Sa bande est celle de Student ; sous {exact} réponses, elle est arrondie vers l’extérieur.",
  "methods.mean.formula": "m ± t(0,975 ; n − 1) · s ÷ √n, où s² = (Σx² − n·m²) ÷ (n − 1).",
  "methods.mean.source": "Student (1908).",
  "methods.participation": "Participation",
  "methods.participation.sentence":
    "Les personnes qui ont répondu, sur celles qui étaient invitées.",
  "methods.participation.plain":
    "C’est un comptage complet : il n’a pas de marge. Dans une vague confidentielle, ceux qui sont partis avant la clôture sortent des deux côtés.",
  "methods.participation.formula":
    "participation = réponses envoyées ÷ invitations, dans la base figée à l’ouverture.",
  "methods.participation.source": "comptage.",
  "methods.difference": "Différence réelle",
  "methods.difference.sentence":
    "Une différence n’est dite réelle que si le hasard ne l’explique pas et si elle fait au moins {points} points.",
  "methods.difference.plain":
    "Une équipe est comparée au reste de l’ensemble dont elle fait partie : elle n’est pas comparée à elle-même. Sous {tested} réponses d’un côté ou de l’autre, rien n’est testé. Chaque différence est jugée seule : sur une grande carte, une sur vingt environ peut sembler réelle par hasard.",
  "methods.difference.formula":
    "d = p₁ − p₂ ; [d − √((p₁ − l₁)² + (u₂ − p₂)²) ; d + √((u₁ − p₁)² + (p₂ − l₂)²)], où [l, u] est l’intervalle de Wilson de chaque part. Réelle si l’intervalle ne touche pas 0 et |d| ≥ 0,0{points}. Les points affichés sont la différence des deux nombres affichés.",
  "methods.difference.source": "Newcombe (1998), méthode 10.",
  "methods.adoption": "Adoption des groupes",
  "methods.adoption.sentence":
    "Les personnes qui ont pris part à un groupe en quatre semaines, sur l’effectif.",
  "methods.adoption.plain":
    "Prendre part, c’est publier, commenter, réagir ou voter dans un groupe. Lire, rejoindre ou écrire en privé ne compte pas. On divise par l’effectif, jamais par les comptes ouverts. Qui s’est opposé n’est d’aucun côté.",
  "methods.adoption.formula":
    "adoption = |personnes ayant pris part au moins une fois dans les 4 dernières semaines comptées| ÷ |personnes présentes le dimanche de la semaine|.",
  "methods.adoption.source": "définition du projet, la même pour tous les réseaux.",
  "methods.active": "Personnes actives et messages",
  "methods.active.sentence":
    "Actives : les personnes qui ont fait quelque chose dans la semaine, sur l’effectif.",
  "methods.active.plain":
    "Voir, rejoindre ou quitter un groupe ne suffit pas. Les messages sont un nombre d’actes ; ceux entre équipes, la part de ceux dont les deux équipes sont connues. Une semaine est diffusée quand tous les réseaux l’ont couverte, ou au bout de 14 jours avec la mention de ceux qui manquent.",
  "methods.active.formula":
    "actives = |personnes ayant au moins un acte autre que voir, rejoindre, quitter| ÷ effectif ; entre équipes = messages vers une autre équipe ÷ messages dont l’équipe de départ et celle d’arrivée sont connues.",
  "methods.active.source": "comptage, par semaine ISO, dans le fuseau de l’entreprise.",
  "methods.small": "Tranches et dixièmes",
  "methods.small.sentence":
    "Sous {exact} personnes, le nombre est une tranche et la part est en dixièmes : « environ 5 sur 10 ».",
  "methods.small.plain":
    "Un chiffre précis sur peu de personnes dirait ce que chacune a répondu. L’intervalle est alors celui du bas de la tranche : il est plus large que nécessaire, exprès.",
  "methods.small.formula":
    "n : 5–9 ou 10–19 ; part arrondie à 0,1 ; intervalle de Wilson de (part × 5) sur 5, ou de (part × 10) sur 10.",
  "methods.small.source": "décision du projet ; voir la promesse pour les seuils et leur histoire.",
  "methods.hidden": "Masqué",
  "methods.hidden.sentence": "Une case masquée ne dit rien, pas même pourquoi elle l’est.",
  "methods.hidden.plain":
    "Trop peu de personnes, des réponses presque toutes pareilles, ou une voisine qu’une soustraction révélerait : la case est la même. Une courbe s’interrompt sur une vague masquée. Ce n’est jamais un zéro.",
  "methods.hidden.formula":
    "Masqué si : part, n < {answers} ou presque tous du même avis ; moyenne, n < {means} ou aucune dispersion ; participation et adoption, n < {members}, ou moins de {contributors} qui l’ont fait, ou moins de {contributors} qui ne l’ont pas fait ; messages, moins de {contributors} auteurs. Puis, dans chaque ensemble montré, autant des plus petites parties qu’il en faut pour que le reste ne trahisse personne ; de même entre découpages que peu de personnes séparent ; les mesures d’un même indicateur sont masquées ensemble. Le problème général des soustractions entre tous les découpages n’est pas résolu : aucun croisement d’entité et de segment n’est diffusé.",
  "methods.hidden.source":
    "suppression complémentaire des cellules, au moment d’écrire la diffusion et une fois pour toutes.",
} as const;
