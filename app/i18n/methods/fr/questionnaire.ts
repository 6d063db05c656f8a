import type { Family } from "../method.ts";

/** Whether questions belong together, and whether people of a team agree. */
export const questionnaire = {
  drivers: {
    topic: "Ce qui va avec l’engagement",
    sentence: "La part de chaque thème dans ce qui va de pair avec l’engagement. Pas une cause.",
    plain:
      "Les thèmes vont ensemble : qui a confiance se sent aussi écouté. Pour partager équitablement ce qu’ils expliquent en commun, on les ajoute un par un, dans tous les ordres possibles, et l’on fait la moyenne de ce que chacun apporte. Un thème en tête va de pair avec l’engagement ; l’améliorer ne le fera pas forcément monter.",
    example:
      "Deux thèmes, corrélés à 0,6 et 0,4 avec l’engagement, et à 0,3 entre eux. Ensemble, ils expliquent 41 % de ses variations : 31 % pour le premier, 11 % pour le second (aux arrondis près).",
    depth: {
      letters:
        "R² : part de variance expliquée ; S : thèmes déjà ajoutés ; p : nombre de thèmes ; Λ, r : racine carrée de la matrice de corrélation des thèmes, et leurs corrélations avec l’engagement ; VIF : inflation de la variance.",
      rule: "Jusqu’à 12 thèmes, tous les ordres (LMG, valeur de Shapley) ; au-delà, poids de Johnson. Des thèmes trop proches (VIF > 5) sont réunis. Intervalles par 300 rééchantillonnages à graine fixe ; si ceux du premier et du troisième se recouvrent, on ne les range pas.",
      units: "parts de R², dont la somme est R².",
      domain: "au moins 100 réponses complètes, et 10 par thème.",
      assumes:
        "des liens à peu près droits ; des réponses d’une même personne le même jour, ce qui gonfle les liens.",
      withheld: "sous ces nombres : on renvoie à l’ensemble qui contient la population.",
      source:
        "Lindeman, Merenda et Gold (1980) ; Grömping (2006), Relative importance for linear regression in R ; Johnson (2000), A heuristic method for estimating the relative weight.",
    },
  },
  reliability: {
    topic: "Fiabilité d’un indicateur",
    sentence: "Les questions d’un indicateur disent-elles la même chose ?",
    plain:
      "Si ceux qui répondent haut à une question répondent haut aux autres, on peut les réunir sous un nom. La fiabilité va en général de 0 à 1 ; sous 0,70, mieux vaut lire les questions une par une. Une valeur négative signale une question posée à l’envers.",
    example: "Trois questions corrélées deux à deux à 0,5 : 3 × 0,5 ÷ (1 + 2 × 0,5) = 0,75.",
    depth: {
      letters:
        "k : nombre de questions ; s²ᵢ : variance de la question i ; s²ₜ : variance du total ; λᵢ, θᵢ : charge et variance propre de la question i dans un modèle à un facteur ; F : quantile de Fisher.",
      rule: "Réponses complètes seulement, sauf mention. Intervalle de Feldt. Une valeur négative n’est jamais ramenée à zéro.",
      units: "sans unité, au plus 1.",
      domain: "3 questions et 200 réponses complètes au moins ; entreprise entière seulement.",
      assumes: "un seul facteur ; sur cinq points, l’alpha est un peu trop bas.",
      withheld: "jamais calculée pour une équipe.",
      source:
        "Cronbach (1951), Coefficient alpha and the internal structure of tests ; Feldt (1965) ; McDonald (1999) pour l’oméga.",
    },
  },
  agreement: {
    topic: "Accord dans les équipes",
    sentence: "A-t-on le droit de donner un seul chiffre à une équipe ?",
    plain:
      "Si les gens d’une même équipe répondent de façon très différente, la moyenne de l’équipe ne décrit personne. Deux questions : s’accorde-t-on plus que si l’on répondait au hasard ? Et les équipes diffèrent-elles entre elles, au-delà des personnes ?",
    example:
      "Sur cinq points, répondre au hasard donne une variance de 2. Une équipe dont la variance est 0,5 a un accord de 1 − 0,5 ÷ 2 = 0,75. Des équipes de 10, avec des carrés moyens de 3 entre équipes et de 1 dans les équipes : ICC(1) = 2 ÷ 12 = 0,17 et ICC(2) = 2 ÷ 3 = 0,67.",
    depth: {
      letters:
        "s² : variance dans l’équipe ; A : options de réponse ; J : questions, de variance moyenne s̄² ; MSB, MSW : carrés moyens entre et dans les équipes ; k̄ : taille moyenne.",
      rule: "L’accord est donné sous deux hypothèses de hasard, uniforme et légèrement penchée, ou pas du tout. ICC par analyse de variance. Les équipes diffèrent de façon utilisable si ICC(1) ≥ 0,05 et ICC(2) ≥ 0,70.",
      units: "sans unité, au plus 1.",
      domain: "au moins deux équipes, au moins deux réponses chacune.",
      assumes: "des équipes de tailles voisines pour ICC(2).",
      withheld:
        "jamais pour une petite équipe : un accord de 1 voudrait dire que tous ont répondu pareil.",
      source:
        "James, Demaree et Wolf (1984), Estimating within-group interrater reliability ; LeBreton et Senter (2008) ; Bliese (2000).",
    },
  },
} as const satisfies Family;
