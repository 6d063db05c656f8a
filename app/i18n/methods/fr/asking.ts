import type { Family } from "../method.ts";

/** Ce qui se lit d’une vague avant ses résultats, et à côté d’eux. */
export const asking = {
  progress: {
    topic: "Participation pendant la vague",
    sentence:
      "Tant que la vague est ouverte, la participation est une fourchette, une fois par jour.",
    plain:
      "Un chiffre exact qui monte d’un pas dirait que quelqu’un vient de répondre. La fourchette couvre au moins dix réponses ; elle ne bouge qu’une fois par jour, et ne dit jamais que tout le monde a répondu.",
    example:
      "40 personnes invitées, 22 ont répondu : « de 33 à 67 % », jusqu’à la vingt-sixième réponse.",
    depth: {
      rule: "Vingt fourchettes égales si chacune couvre dix invités au moins, sinon dix, cinq, trois ou deux. La dernière couvre toujours quatre personnes ou plus qui n’ont pas répondu. Elle se calcule sur deux nombres, invités et réponses, et sur rien d’autre. Un site se lit à côté des entités s’il n’est pas fait des mêmes personnes, à moins de dix près, que l’une d’elles, et si ce qui reste quand on retranche l’un de l’autre n’est jamais de quelques personnes ; là où les fourchettes d’un jour, ensemble, diraient que tous ont répondu quelque part, ou personne, ce jour-là se tait. Rien le jour de l’ouverture.",
      attacker: "quelqu’un qui recharge la page après avoir vu un collègue répondre.",
      withheld:
        "sous {invited} personnes invitées, et pour tout ce qui n’est ni l’entreprise, ni une de ses grandes entités, ni un site.",
      source: "décision du projet.",
    },
  },
  guesses: {
    topic: "Écart de perception",
    sentence:
      "Ceux qui dirigent disent, avant les résultats, ce qu’ils croient que les gens répondront.",
    plain:
      "Une estimation est une parole de quelqu’un : elle passe les mêmes règles que les réponses. On n’en montre que la moyenne, en fourchette, et l’on efface ensuite qui a estimé quoi. L’écart est dit seulement si les deux fourchettes ne se touchent pas.",
    example: "Douze estimations autour de 80 % se lisent « entre 75 et 85 % ».",
    depth: {
      rule: "Moyenne d’au moins {answers} estimations, en cinquièmes sous 10, en dixièmes sous {exact}, en vingtièmes ensuite ; aux deux bouts, comme pour les réponses. Une seule population, une seule diffusion : il n’y a rien à soustraire.",
      attacker: "quelqu’un qui dirige, connaît sa propre estimation et devine celles des autres.",
      withheld: "sous {answers} estimations.",
      source: "décision du projet.",
    },
  },
} as const satisfies Family;
