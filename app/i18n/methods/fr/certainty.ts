import type { Family } from "../method.ts";

/** How far a figure may lie from what is looked for. */
export const certainty = {
  interval: {
    topic: "Intervalle de l’équipe",
    sentence:
      "La bande grise : entre quoi et quoi serait la part si toute la population avait répondu.",
    plain:
      "Une équipe n’est pas un sondage : on connaît presque tout le monde, et la seule inconnue est ce que pensent ceux qui n’ont pas répondu. Plus il y a de réponses, plus la bande est étroite ; quand tout le monde a répondu, elle disparaît. Une bande faite ainsi contient la part de toute l’équipe au moins 19 fois sur 20 (jusqu’à {team} personnes ; à peu près autant au-delà). Elle suppose que ceux qui se taisent ressemblent à ceux qui répondent : regardez la participation avant de conclure.",
    example:
      "12 réponses sur 15 personnes, dont 8 favorables : 67 %. Si les 15 avaient répondu, la part serait entre 8 sur 15 et 11 sur 15 : entre 53 % et 73 %.",
    depth: {
      letters:
        "N : effectif ; n : réponses ; x : favorables ; p = x ÷ n ; K : favorables dans toute l’équipe ; X : favorables parmi n personnes tirées de l’équipe (loi hypergéométrique) ; C(N, n) : nombre de façons d’en choisir n parmi N ; z = 1,96.",
      rule: "Jusqu’à {team} personnes, exact : tous les K que x ne rend pas surprenants, divisés par N. Au-delà, l’intervalle de Wilson où les n réponses comptent pour n* (correction de population finie), borné par les limites logiques. Effectif inconnu ou participation masquée : Wilson avec n, pour que l’intervalle ne trahisse pas combien n’ont pas répondu.",
      units: "une part de 0 à 1, écrite en pour cent.",
      domain: "0 ≤ x ≤ n ≤ N, n ≥ 1 ; avec n = N, l’intervalle est le point lui-même.",
      assumes:
        "que répondre ou non ne dépend pas de ce qu’on aurait répondu. Si les mécontents répondent moins, la bande est trop optimiste, et aucun calcul ne le répare : les limites logiques, elles, tiennent toujours.",
      withheld: "quand le chiffre est masqué ; sous {exact} réponses, voir « Tranches ».",
      source:
        "Wilson (1927), Probable inference, the law of succession, and statistical inference ; Brown, Cai et DasGupta (2001), Interval estimation for a binomial proportion ; correction de population finie comme dans la Civil Service People Survey (Cabinet Office, 2019).",
    },
  },
  process: {
    topic: "Intervalle du processus",
    sentence:
      "Quand on se demande si quelque chose a changé, les mêmes personnes auraient pu répondre autrement.",
    plain:
      "« Que pense cette équipe ? » et « le climat a-t-il changé ? » sont deux questions. Pour la seconde, même si tout le monde a répondu, les réponses d’un autre jour auraient été un peu différentes. L’intervalle est alors celui d’un sondage ordinaire : il ne dépend que du nombre de réponses, et il est plus large. Les comparaisons entre équipes et entre vagues s’en servent ; une bande grise autour d’un chiffre, non.",
    example:
      "8 favorables sur 12 réponses : entre 39 % et 86 %, alors que l’équipe de 15 personnes elle-même est entre 53 % et 73 %.",
    depth: {
      letters: "x : favorables ; n : réponses ; p = x ÷ n ; z = 1,96.",
      units: "une part de 0 à 1, écrite en pour cent.",
      domain: "n ≥ 1 ; les bornes restent entre 0 et 1.",
      assumes: "des réponses indépendantes, tirées d’un même processus.",
      withheld: "comme le chiffre qu’il accompagne.",
      source:
        "Wilson (1927) ; Brown, Cai et DasGupta (2001) montrent pourquoi la formule usuelle p ± z√(p(1−p)/n) se trompe près de 0 et de 1.",
    },
  },
  bounds: {
    topic: "Limites logiques",
    sentence:
      "Le pire et le mieux que la part puisse être, quoi que pensent ceux qui n’ont pas répondu.",
    plain:
      "Ces limites ne supposent rien. À un bout, tous ceux qui se taisent sont défavorables ; à l’autre, tous sont favorables. Elles sont souvent larges : c’est ce qu’on sait vraiment quand peu de gens répondent.",
    example:
      "60 réponses sur 100 personnes, dont 36 favorables (60 %). La part de toute la population est entre 36 et 76 sur 100.",
    depth: {
      letters: "x : favorables ; n : réponses ; N : effectif.",
      units: "une part de 0 à 1.",
      domain: "0 ≤ x ≤ n ≤ N, n ≥ 1.",
      assumes: "rien.",
      withheld: "comme le chiffre ; jamais quand l’effectif ou la participation sont masqués.",
      source: "bornes du pire cas ; Manski (1989), Anatomy of the selection problem.",
    },
  },
  sample: {
    topic: "Échantillon",
    sentence: "Quand on n’interroge qu’une part des gens, le sort la tire, dans chaque partie.",
    plain:
      "Chaque partie de l’entreprise donne la même proportion de gens : aucune n’est oubliée, aucune n’est choisie. Une petite partie en donne au moins dix, ou tous. Le même tirage peut être refait et vérifié.",
    example: "Un quart de 100, 60 et 4 personnes : 25, 15 et 4.",
    depth: {
      letters: "f : part voulue ; N et n, avec l’indice h : gens de la partie, et gens tirés.",
      rule: "En proportion, au plus fort reste ; au moins dix par partie. Tirage par un générateur à graine, écrite avec la vague : la même graine tire les mêmes gens.",
      units: "des personnes entières.",
      domain: "une part de plus de 0 et de moins de 1.",
      assumes: "que ceux qui ne répondent pas ressemblent aux autres : le tirage n’y peut rien.",
      source: "Cochran (1977), Sampling Techniques, chapitre 5 ; plus fort reste : Hamilton.",
    },
  },
} as const satisfies Family;
