import type { Family } from "../method.ts";

/** What may be said of a difference. */
export const comparing = {
  difference: {
    topic: "Comparer deux parts",
    sentence:
      "Une différence n’est nommée que si le hasard l’explique mal et si elle fait au moins {points} points.",
    plain:
      "Même si rien ne distingue deux populations, leurs parts ne seront jamais tout à fait les mêmes. On demande donc : une différence aussi grande arriverait-elle souvent par hasard ? Si oui, on dit « on ne peut pas les distinguer », ce qui ne veut pas dire « elles sont pareilles ». Sous {tested} réponses d’un côté ou de l’autre, on ne teste pas : on dit « trop peu de personnes pour le dire ».",
    example:
      "56 favorables sur 100 contre 45 sur 100 : 11 points, mais l’intervalle de la différence va de −3 à +24 et contient zéro : on ne peut pas les distinguer. Avec quatre fois plus de réponses (224 sur 400 contre 180 sur 400), il va de +4 à +18 : c’est plus que le hasard.",
    depth: {
      letters:
        "p₁, p₂ : les deux parts ; [l, u] : l’intervalle de Wilson de chacune ; d : la différence ; p : part commune des deux côtés ; p-valeur : chance d’un écart au moins aussi grand si rien ne les distingue.",
      rule: "Plus que le hasard si trois choses s’accordent : la p-valeur est de 0,05 au plus, l’intervalle de Newcombe ne contient pas zéro, et |d| fait {points} points au moins avant arrondi. La p-valeur est celle du test z ; celle de Fisher (p médiane) là où l’on attend moins de 5 personnes favorables, ou défavorables, d’un côté. Si tout le monde a répondu des deux côtés, la différence est exacte et n’est pas testée.",
      units: "points de pourcentage.",
      domain: "deux groupes séparés, {tested} réponses au moins de chaque côté.",
      assumes: "des réponses indépendantes d’un groupe à l’autre.",
      withheld:
        "quand un des deux chiffres est masqué ; non testé quand un des deux n’est donné que par tranche.",
      source:
        "Newcombe (1998), Interval estimation for the difference between independent proportions, méthode 10 ; Fisher (1935) ; Lancaster (1961) pour la p-valeur médiane.",
    },
  },
  rest: {
    topic: "Une équipe contre le reste",
    sentence:
      "Une équipe est comparée à tous les autres de l’ensemble, pas à un ensemble dont elle fait partie.",
    plain:
      "Comparer une équipe à l’entreprise, c’est en partie la comparer à elle-même : une grande équipe ressemblera toujours à l’ensemble qu’elle domine. On enlève donc l’équipe de l’ensemble, et on la compare à ce qui reste.",
    example:
      "L’entreprise : 500 favorables sur 1 000 (50 %). L’équipe : 80 sur 200 (40 %). Le reste : 420 sur 800, soit 52,5 %. L’écart n’est pas de 10 points mais de 12,5.",
    depth: {
      letters: "x, n : l’équipe ; X, N : l’ensemble ; d : écart au reste.",
      units: "points de pourcentage.",
      domain: "l’équipe est plus petite que l’ensemble, et le reste a {tested} réponses au moins.",
      assumes: "comme pour deux parts.",
      withheld: "quand l’équipe ou l’ensemble sont masqués.",
      source:
        "décomposition d’un total en deux parties séparées ; l’écart à l’ensemble vaut (1 − n ÷ N) fois l’écart au reste.",
    },
  },
  waves: {
    topic: "D’une vague à l’autre",
    sentence:
      "Deux vagues d’une même équipe sont comparées comme deux groupes séparés : c’est prudent.",
    plain:
      "Ce sont en grande partie les mêmes personnes, et quelqu’un qui était content l’est souvent encore. Sans relier les réponses d’une personne à l’autre vague, on ne peut pas en profiter : la marge affichée est alors un peu trop large, et un vrai changement peut passer inaperçu. Si tout le monde a répondu aux deux vagues, la différence est celle de l’équipe, exactement.",
    example:
      "Parmi les personnes qui ont répondu aux deux vagues, 20 sont devenues favorables et 8 ont cessé de l’être. Sous le seul hasard, un partage de 28 aussi inégal arrive 4 fois sur 100 : le changement est plus grand que le hasard.",
    depth: {
      letters:
        "b : personnes devenues favorables ; c : personnes qui ont cessé de l’être ; B : nombre de succès de b + c tirages à pile ou face ; m : personnes des deux vagues ; cov : covariance de leurs réponses.",
      rule: "Réponses non reliées : comme deux parts séparées, ce qui est prudent. Réponses reliées : test exact de McNemar, et la variance où le recouvrement est retiré.",
      units: "points de pourcentage.",
      domain: "la même question, posée avec les mêmes mots, aux deux vagues.",
      assumes:
        "que les personnes des deux vagues sont comparables : des arrivées et des départs changent une moyenne sans que personne ait changé d’avis.",
      withheld: "quand une des deux vagues est masquée, ou la question changée.",
      source:
        "McNemar (1947), Note on the sampling error of the difference between correlated proportions.",
    },
  },
  means: {
    topic: "Comparer deux moyennes",
    sentence: "Pour un indice ou une moyenne, on compare l’écart à ce que la dispersion permet.",
    plain:
      "Si les réponses sont très dispersées, deux moyennes diffèrent facilement par hasard ; si elles sont serrées, un petit écart compte déjà. On dit aussi la taille de l’effet : de combien d’écarts types les deux groupes diffèrent.",
    example:
      "3,6 sur 40 réponses contre 3,2 sur 50, écart type 1 des deux côtés : t = 1,89, et un écart pareil arrive par hasard 6 fois sur 100. On ne peut pas les distinguer.",
    depth: {
      letters:
        "m, s, n : moyenne, écart type et nombre de réponses de chaque groupe ; ν : degrés de liberté ; g : taille de l’effet de Hedges, s étant l’écart type commun ; δ : delta de Cliff.",
      rule: "t de Welch ; sous 15 réponses d’un côté, test exact des rangs de Wilcoxon-Mann-Whitney, ex æquo compris.",
      units: "celles de la question ; g en écarts types ; δ de −1 à +1.",
      domain: "deux groupes d’au moins deux réponses, avec une dispersion.",
      assumes: "des réponses indépendantes ; des moyennes à peu près normales.",
      withheld: "sous {means} réponses d’un côté ou de l’autre.",
      source: "Welch (1947) ; Mann et Whitney (1947) ; Hedges (1981) ; Cliff (1993).",
    },
  },
  many: {
    topic: "Beaucoup de comparaisons à la fois",
    sentence:
      "Sur cent comparaisons où rien n’a bougé, cinq sembleraient bouger : on corrige pour cela.",
    plain:
      "Plus on regarde de chiffres, plus il est sûr que l’un d’eux fait un saut par hasard. Sur la page du baromètre, tous les mouvements d’une vague sont donc jugés ensemble : sur vingt entreprises où rien n’a bougé, une au plus en verrait un seul annoncé comme réel. Les autres sont rangés dans « ce qui ne fait que sembler bouger ».",
    example:
      "Quatre mouvements, de p-valeurs 0,001, 0,012, 0,03 et 0,4. Corrigées, elles valent 0,004, 0,036, 0,06 et 0,4 : seul le premier reste réel.",
    depth: {
      letters:
        "m : nombre de comparaisons testées ; p₍ⱼ₎ : la j-ième p-valeur, de la plus petite à la plus grande ; q : p-valeur corrigée, comparée à ce que sa famille autorise.",
      rule: "Une famille est ce qu’une personne a sous les yeux en même temps : une vague, une population avec ses parties, en trois familles : les cadrans (2,5 %), les indicateurs des parties (1,5 %), les questions (1 %), soit 5 % en tout. Les comparaisons non testées n’en font pas partie. Après la correction, il faut encore {points} points au moins. Les changements montrés sur la page des équipes sont une famille aussi. Les écarts au reste de la page des équipes, et ceux de la page d’une équipe, sont des familles aussi. Ceux de la carte sont encore jugés un par un : sur vingt cases où rien ne diffère, une peut se teinter.",
      units: "une probabilité de 0 à 1.",
      domain: "des p-valeurs de 0 à 1 ; une p-valeur absente reste absente.",
      assumes:
        "rien sur ce qui lie les comparaisons entre elles : la correction de Holm tient toujours, et se montre plus prudente que nécessaire quand elles vont ensemble, comme des questions voisines.",
      source: "Holm (1979), A simple sequentially rejective multiple test procedure.",
    },
  },
  measured: {
    topic: "Ce qui a bougé depuis une action",
    sentence:
      "Une population qui bouge après une action aurait pu bouger sans elle : on regarde si elle a bougé plus que ses semblables.",
    plain:
      "L’action est mesurée entre la dernière vague close avant son début et la première ouverte après. Le changement de la population est comparé à celui des populations de même parent et de même découpage où aucune action n’a été commencée pour le même indicateur. La marge compte le hasard des réponses et ce que ces populations bougent d’elles-mêmes. Même au-delà du hasard, rien ne dit que l’action en soit la cause : autre chose a pu se passer là, à ce moment.",
    example:
      "Une entité gagne 15 points, ses quatre semblables 2, −1, 3 et 0 : un point en moyenne. L’écart est de 14 points, entre 4 et 24 : au-delà du hasard.",
    depth: {
      letters:
        "Δ : changement de la population ; dᵢ : changements des k autres ; V : variances d’échantillonnage, tirées des intervalles ; τ² : variance des dᵢ au-delà de l’échantillonnage ; t : quantile de Student à k − 1 degrés de liberté.",
      rule: "au moins trois populations comparables ; sinon, le changement seul est dit, avec sa marge. Un chiffre arrondi compte avec la moitié de son arrondi en plus.",
      units: "des points, avec un intervalle à 95 %.",
      domain: "des parts de personnes montrées aux deux vagues, d’une question restée la même.",
      assumes:
        "que, sans l’action, la population aurait bougé comme ses semblables, à la dispersion près ; que les deux vagues sont indépendantes, ce qui élargit la marge.",
      withheld: "ce que le lecteur ne peut pas lire n’entre pas dans sa comparaison.",
      source: "Angrist et Pischke (2009), Mostly Harmless Econometrics, chapitre 5.",
    },
  },
} as const satisfies Family;
