import type { Family } from "../method.ts";

/** What is counted, before anything is compared. */
export const counting = {
  favourable: {
    topic: "Part favorable",
    sentence: "Parmi les réponses données, la part de celles qui sont du côté favorable.",
    plain:
      "Sur l’échelle de 1 à 5, 4 et 5 sont favorables, 3 est neutre, 1 et 2 sont défavorables. Qui n’a pas répondu à la question ne compte ni d’un côté ni de l’autre. Une question posée à l’envers est lue depuis l’autre bout.",
    example:
      "12 réponses : 7 favorables, 3 neutres, 2 défavorables. La part favorable est 7 sur 12, soit 58 %.",
    depth: {
      letters:
        "F, M, D : nombres de réponses favorables, neutres, défavorables. r : une réponse ; b et h : le bas et le haut de l’échelle ; v : sa place entre les deux, de 0 à 1.",
      rule: "Favorable au-dessus de v = 0,6, défavorable en dessous de 0,4, neutre entre les deux : les 2 réponses du haut sur 4, 5 ou 6, les 3 du haut sur 7 ou 8, les 4 du haut sur 9, 10 ou 11, et autant en bas ; sur 2 ou 3, la plus haute.",
      units: "une part de 0 à 1, écrite en pour cent.",
      domain: "échelles de 2 à 11 points ; sans réponse, pas de part (jamais zéro).",
      assumes:
        "que les deux réponses du haut disent la même chose : la part ne distingue pas « d’accord » de « tout à fait d’accord ».",
      withheld:
        "sous {answers} réponses à cette question. Quand presque tous ont répondu pareil, c’est une fourchette.",
      source:
        "l’usage des enquêtes publiques de personnel, dont le guide technique de la Civil Service People Survey (Cabinet Office, Royaume-Uni, 2019).",
    },
  },
  indicator: {
    topic: "Indicateur",
    sentence:
      "Connexion, confiance, engagement : la part favorable moyenne des questions de l’indicateur.",
    plain:
      "On prend d’abord, pour chaque personne, la part de ses réponses qui sont favorables ; puis la moyenne sur les personnes. Chacun compte pour un, qu’il ait répondu à une question ou à toutes.",
    example:
      "Trois personnes, deux questions. La première est favorable aux deux (1), la deuxième à une (0,5), la troisième n’a répondu qu’à une question, défavorablement (0). L’indicateur est (1 + 0,5 + 0) ÷ 3 = 50 %.",
    depth: {
      letters:
        "f : questions auxquelles la personne i a répondu favorablement ; a : questions de l’indicateur auxquelles elle a répondu ; n : personnes qui ont répondu à une question au moins.",
      units: "une part de 0 à 1, écrite en pour cent.",
      domain: "au moins une question de l’indicateur répondue.",
      assumes:
        "que les questions parlent de la même chose (voir la fiabilité). L’intervalle compte des personnes entières, comme pour une seule question : il est plutôt trop large.",
      withheld: "comme une part favorable ; un indicateur et ses questions sont masqués ensemble.",
      source: "décision du projet.",
    },
  },
  index: {
    topic: "Indice de 0 à 100",
    sentence: "Une moyenne sur l’échelle elle-même, quand on veut garder la force des réponses.",
    plain:
      "Chaque réponse reçoit des points : 0 pour « pas du tout d’accord », 100 pour « tout à fait d’accord », et à parts égales entre les deux. On fait la moyenne par personne, puis la moyenne des personnes. Deux équipes peuvent avoir la même part favorable et des indices différents : l’indice voit si les réponses sont tièdes ou franches.",
    example: "Trois personnes répondent 5, 4 et 2 sur 5 : (100 + 75 + 25) ÷ 3 = 67.",
    depth: {
      letters: "r, b, h : comme pour la part favorable ; k : nombre de questions de l’indice.",
      units: "points, de 0 à 100. Ce n’est pas un pourcentage.",
      domain:
        "une personne à qui il manque une des questions de l’indice n’est pas comptée ; sans personne complète, pas d’indice.",
      assumes:
        "que les marches de l’échelle sont de hauteur égale. L’écart se teste avec t, pas z.",
      withheld: "sous {means} personnes.",
      source:
        "Cabinet Office, Civil Service People Survey, guide technique (2019), pour l’indice d’engagement.",
    },
  },
  mean: {
    topic: "Moyenne",
    sentence:
      "Une question qui demande un nombre est montrée comme une moyenne, à partir de {means} réponses.",
    plain:
      "Aucune part favorable n’est inventée pour elle. La bande qui l’entoure tient compte de ce que d’autres personnes de la même sorte auraient répondu : une bande faite ainsi contient 19 fois sur 20 la moyenne qu’on cherche.",
    example:
      "25 réponses, moyenne 3,4, écart type 1 : la bande va de 3,4 − 2,06 × 1 ÷ 5 à 3,4 + 2,06 × 1 ÷ 5, soit de 2,99 à 3,81.",
    depth: {
      letters:
        "m : moyenne ; s : écart type ; n : réponses ; t : quantile de Student à n − 1 degrés de liberté.",
      units: "celles de la question.",
      domain: "n ≥ 2, et des réponses qui ne sont pas toutes les mêmes.",
      assumes: "des réponses indépendantes, sans valeur très éloignée quand n est petit.",
      withheld:
        "sous {means} réponses, ou sans dispersion ; sous {exact}, la bande est arrondie vers l’extérieur.",
      source: "Student (1908), The probable error of a mean.",
    },
  },
  participation: {
    topic: "Participation",
    sentence: "Les personnes qui ont répondu, sur celles qui étaient invitées.",
    plain:
      "C’est un comptage complet : il n’a pas de marge. Dans une vague confidentielle, ceux qui sont partis avant la clôture sortent des deux côtés.",
    example: "60 réponses pour 80 personnes invitées : 75 %.",
    depth: {
      letters: "n : réponses envoyées ; N : invitations, dans la base figée à l’ouverture.",
      units: "une part de 0 à 1, écrite en pour cent.",
      domain: "au moins une invitation.",
      assumes: "rien : tout le monde est compté.",
      withheld:
        "sous {invited} personnes invitées. De zéro à {unanswered} personnes qui n’ont pas répondu, ou qui ont répondu, c’est la même fourchette (« 90 % ou plus ») : la part désignerait ceux qui manquent.",
      source: "comptage.",
    },
  },
  rounding: {
    topic: "Arrondi",
    sentence: "On calcule avec toutes les décimales, et l’on arrondit une seule fois, à la fin.",
    plain:
      "Additionner deux nombres déjà arrondis donne parfois un point d’erreur. C’est pourquoi la part favorable est calculée sur les réponses, jamais en ajoutant deux pourcentages affichés ; et un écart affiché peut différer d’un point de la soustraction des deux nombres affichés.",
    example:
      "103 personnes d’accord et 166 tout à fait d’accord, sur 565 : 269 ÷ 565 = 47,6 %, affiché 48 %. En ajoutant les parts arrondies (18 % et 29 %), on aurait écrit 47 %.",
    depth: {
      rule: "Au plus proche, les demis s’éloignant de zéro. Un écart est soustrait d’abord, arrondi ensuite : de 58,495 à 52,952, l’écart est −5,543, affiché −6, alors que les deux nombres affichés, 58 et 53, semblent dire −5. Les tests prennent toutes les décimales.",
      units: "points de pourcentage.",
      source:
        "Cabinet Office, Civil Service People Survey, guide technique (2014), pour l’exemple.",
    },
  },
  enps: {
    topic: "Recommandation (type eNPS)",
    sentence:
      "La part de ceux qui recommandent l’entreprise (9 ou 10 sur 10), moins la part de ceux qui ne la recommandent pas (0 à 6).",
    plain:
      "Le chiffre va de −100 à +100. Il bouge beaucoup : avec 30 réponses, sa marge est de 30 points environ de chaque côté. Un mouvement plus petit que la marge ne veut rien dire, et n’est pas coloré.",
    example:
      "100 réponses : 40 à 9 ou 10, 30 à 7 ou 8, 30 de 0 à 6. Le chiffre est 40 − 30 = +10, avec une marge de 16 points environ de chaque côté : entre −6 et +26.",
    depth: {
      letters:
        "P, D : parts de 9–10 et de 0–6 ; n : réponses ; N : effectif ; SE : erreur type ; la marge est 1,96 SE.",
      units: "points, de −100 à +100. Ce n’est pas un pourcentage.",
      domain: "une échelle de 0 à 10 ; n ≥ 1.",
      assumes:
        "des réponses indépendantes. Les petites populations ont trois réponses fictives de plus (¾ pour, 1½ neutre, ¾ contre), qui empêchent une marge de zéro.",
      withheld: "sous {means} réponses.",
      source:
        "variance d’une différence de parts multinomiales ; correction des petits nombres selon la méthode d’Agresti et Coull (1998). NPS® est une marque de ses propriétaires.",
    },
  },
} as const satisfies Family;
