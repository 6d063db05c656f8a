import type { Family } from "../method.ts";

/** Many teams side by side, and whole companies from those who answered. */
export const teams = {
  shrinkage: {
    topic: "Petites équipes : emprunter à l’ensemble",
    sentence:
      "Ce qu’on a observé n’est pas touché ; seuls ceux qui n’ont pas répondu sont estimés d’après l’ensemble.",
    plain:
      "Dans une petite équipe, quelques absents suffisent à faire bouger la part. Pour deviner ce qu’ils auraient dit, on mêle ce que disent leurs collègues et ce que dit l’entreprise entière ; plus l’équipe a répondu, moins l’entreprise compte. Les réponses données, elles, restent telles quelles.",
    example:
      "Une équipe de 8, dont 5 ont répondu, 4 favorablement ; l’entreprise est à 50 % et pèse comme 20 réponses. Pour chacun des 3 absents on compte (4 + 10) ÷ (5 + 20) = 0,56. L’équipe est estimée à (4 + 3 × 0,56) ÷ 8 = 71 %, au lieu de 80 %.",
    depth: {
      letters:
        "x, n, N : favorables, réponses, effectif de l’équipe ; a, b : la loi bêta ajustée à toutes les équipes, de moyenne μ = a ÷ (a + b) et de corrélation ρ = 1 ÷ (a + b + 1).",
      units: "une part de 0 à 1, avec un intervalle.",
      domain:
        "dix équipes au moins pour ajuster a et b. Quand ρ est nul, les équipes ne se distinguent pas : on le dit, au lieu de les ranger.",
      assumes:
        "que les équipes se ressemblent assez pour s’éclairer les unes les autres ; a et b viennent de toutes, même masquées.",
      withheld: "comme la part qu’elle remplace.",
      source:
        "Efron et Morris (1975), Data analysis using Stein’s estimator ; Kleinman (1973) pour les moments de la loi bêta-binomiale.",
    },
  },
  tiers: {
    topic: "Trois groupes, pas de classement",
    sentence:
      "Nettement au-dessus, nettement en dessous, et tous ceux qu’on ne peut pas distinguer.",
    plain:
      "Un classement donne un rang à tout le monde, alors que la plupart des rangs sont du hasard : les premières et les dernières places vont presque toujours aux équipes les plus petites. On ne dit donc que ce qu’on peut dire, et les noms sont par ordre alphabétique.",
    example:
      "Sur dix équipes, deux sont nettement en dessous du reste, une nettement au-dessus. Les sept autres sont dans le même groupe, même si leurs parts vont de 48 % à 61 %.",
    depth: {
      letters:
        "θᵢ : la part que suivrait l’équipe i ; μ : celle de toutes les équipes ; a, b : la loi bêta ajustée à leurs parts.",
      rule: "Une équipe est d’un côté si tout s’accorde : la comparaison au reste, corrigée pour toutes les comparaisons de la page, dépasse le hasard ; l’écart atteint {points} points ; et, dès que dix équipes comparables sont montrées en nombres, la chance que θᵢ soit au-dessus de μ (la loi bêta de ces équipes, puis les réponses de celle-ci) est d’au moins 90 %, ou d’au plus 10 %. Rien n’est calculé sur ce qui n’est pas montré : une part arrondie n’est comparée qu’aux deux bouts de son arrondi, une fourchette ne l’est pas.",
      units: "une probabilité de 0 à 1.",
      domain: "des équipes montrées ; une équipe masquée n’est dans aucun groupe.",
      assumes: "comme la comparaison dont il vient.",
      withheld: "jamais de rang, pour personne.",
      source: "Goldstein et Spiegelhalter (1996), League tables and their limitations.",
    },
  },
  funnel: {
    topic: "Graphique en entonnoir",
    sentence:
      "Plus une équipe est petite, plus elle peut s’écarter par hasard : l’entonnoir le dessine.",
    plain:
      "Chaque équipe est un point : à droite les grandes, à gauche les petites. Deux courbes montrent jusqu’où le hasard seul peut les porter. Ce qui sort de l’entonnoir mérite qu’on aille voir ; ce qui est dedans, non.",
    example:
      "Dans une entreprise à 50 %, une équipe de 25 réponses peut être entre 30 % et 70 % par hasard ; une équipe de 400, entre 45 % et 55 %.",
    depth: {
      letters:
        "μ : part de l’ensemble ; n : réponses de l’équipe ; z = 1,96 ou 3,09 ; φ : sur-dispersion ; zᵢ : écarts réduits, rabotés à leurs 10 % extrêmes ; τ² : variance entre équipes.",
      rule: "Limites à 95 % et 99,8 %, exactes sous 30 réponses. Si les équipes se dispersent plus que le hasard (φ > 1), l’entonnoir est élargi de τ².",
      units: "une part de 0 à 1.",
      domain: "n ≥ 1 ; assez d’équipes pour estimer φ.",
      assumes: "que toutes suivraient la même part si rien ne les distinguait.",
      withheld: "les équipes masquées n’y sont pas.",
      source:
        "Spiegelhalter (2005), Funnel plots for comparing institutional performance ; DerSimonian et Laird (1986) pour τ².",
    },
  },
  strengths: {
    topic: "Points forts et points à travailler",
    sentence:
      "Trois au plus de chaque, et seulement ce que les tests retiennent : rien n’est mis en avant parce qu’il vient en tête.",
    plain:
      "Parmi vingt questions, il y a toujours une première et une dernière, même si rien ne les distingue. La page d’une équipe ne cite donc que trois sortes de choses, dans cet ordre : ce qui diffère du reste, ce qui a bougé, et ce que plus (ou moins) de la moitié de l’équipe juge favorablement, même au bout de l’intervalle. Il peut n’y en avoir aucune.",
    example:
      "32 réponses favorables sur 40 : 80 %, l’intervalle va de 65 à 90 %. Même au plus bas, plus de la moitié est favorable : c’est un point fort, si l’équipe n’est pas nettement en dessous du reste. 22 sur 40 : de 40 à 69 %, on ne peut pas le dire.",
    depth: {
      letters: "[l, u] : l’intervalle de la part de l’équipe ; ½ : la moitié.",
      rule: "Les écarts au reste sont une famille, les changements une autre. Ce qui est à la fois au-dessus et en baisse est à travailler. Un indicateur dont une question est déjà citée ne l’est pas une seconde fois.",
      domain: "les questions d’accord et les indicateurs montrés, en part de réponses favorables.",
      assumes: "comme les comparaisons dont ils viennent.",
      withheld: "ce qui est masqué ; d’une fourchette, seuls ses deux bouts comptent.",
      source: "Benjamini et Hochberg (1995) pour les familles ; Wilson (1927) pour l’intervalle.",
    },
  },
  weighting: {
    topic: "Redressement",
    sentence:
      "Quand un métier répond moins qu’un autre, on peut lui rendre sa place ; ce n’est pas une correction de l’opinion.",
    plain:
      "Si les bureaux répondent plus que le terrain, la part de l’entreprise penche vers eux. On donne alors plus de poids aux réponses du terrain, jusqu’à ce que chacun pèse ce qu’il pèse dans l’effectif. Cela ne répare rien si, sur le terrain, ce sont les plus contents qui répondent.",
    example:
      "70 % de terrain, 30 % de bureau dans l’effectif ; 50 réponses de chaque. Terrain : 40 % favorables, bureau : 60 %. Sans poids, 50 %. Avec : 0,7 × 40 + 0,3 × 60 = 46 %. Les 100 réponses n’en valent plus que 86.",
    depth: {
      letters:
        "w : poids d’une réponse ; T : effectif d’une catégorie ; n : réponses ; n* : nombre de réponses équivalent ; deff : effet de plan.",
      rule: "Par cellule si chacune a 10 réponses ; sinon calage sur marges (raking) : w est multiplié marge après marge, jusqu’à un écart inférieur à un millionième. Les catégories de moins de 5 réponses sont réunies avant. Poids plafonnés à 3 fois leur moyenne, puis recalés. Si le calcul ne converge pas, il le dit.",
      units: "un poids sans unité, de moyenne 1.",
      domain: "grandes populations seulement : 100 réponses au moins.",
      assumes: "que, dans une catégorie, ceux qui se taisent ressemblent à ceux qui répondent.",
      withheld:
        "sous 100 réponses : la part redressée d’une petite équipe, moins sa part brute, trahirait le poids d’une personne. La part brute est toujours à côté.",
      source:
        "Deming et Stephan (1940) ; Deville et Särndal (1992), Calibration estimators in survey sampling ; Kish (1965) pour n*.",
    },
  },
} as const satisfies Family;
