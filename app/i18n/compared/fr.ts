/**
 * What a test lets be said of a difference, as whole sentences: when each is true stands in
 * `services/compared.ts`. `{n}` is the size in points, `{points}` the same with its sign.
 */
export const comparedInFrench = {
  "change.above": {
    one: "{n} point de plus depuis {wave} (entre {least} et {most}) : plus que ce que le hasard expliquerait.",
    other:
      "{n} points de plus depuis {wave} (entre {least} et {most}) : plus que ce que le hasard expliquerait.",
  },
  "change.below": {
    one: "{n} point de moins depuis {wave} (entre {least} et {most}) : plus que ce que le hasard expliquerait.",
    other:
      "{n} points de moins depuis {wave} (entre {least} et {most}) : plus que ce que le hasard expliquerait.",
  },
  "change.chance": {
    one: "{points} point depuis {wave} (de {low} à {high}) : on ne peut pas distinguer les deux vagues ; le hasard seul donne des écarts pareils.",
    other:
      "{points} points depuis {wave} (de {low} à {high}) : on ne peut pas distinguer les deux vagues ; le hasard seul donne des écarts pareils.",
  },
  "change.many": {
    one: "{points} point depuis {wave} (de {low} à {high}) : seul, ce serait plus que le hasard ; parmi {all} comparaisons, le hasard en donne de pareils.",
    other:
      "{points} points depuis {wave} (de {low} à {high}) : seul, ce serait plus que le hasard ; parmi {all} comparaisons, le hasard en donne de pareils.",
  },
  "change.small": {
    one: "{points} point depuis {wave} (de {low} à {high}) : sans doute pas le hasard, mais moins de {floor} points avant arrondi, trop peu pour compter.",
    other:
      "{points} points depuis {wave} (de {low} à {high}) : sans doute pas le hasard, mais moins de {floor} points avant arrondi, trop peu pour compter.",
  },
  "change.untested": "Trop peu de personnes pour dire si cela a bougé depuis {wave}.",
  "change.rounded":
    "Un des deux chiffres est arrondi : on ne peut pas dire si cela a bougé depuis {wave}.",
  "change.exact": {
    one: "{points} point depuis {wave}, exactement : tout le monde a répondu les deux fois, il n’y a rien à tester.",
    other:
      "{points} points depuis {wave}, exactement : tout le monde a répondu les deux fois, il n’y a rien à tester.",
  },
  "rest.above": {
    one: "{n} point au-dessus du reste (entre {least} et {most}) : plus que ce que le hasard expliquerait.",
    other:
      "{n} points au-dessus du reste (entre {least} et {most}) : plus que ce que le hasard expliquerait.",
  },
  "rest.below": {
    one: "{n} point en dessous du reste (entre {least} et {most}) : plus que ce que le hasard expliquerait.",
    other:
      "{n} points en dessous du reste (entre {least} et {most}) : plus que ce que le hasard expliquerait.",
  },
  "rest.chance": {
    one: "{points} point par rapport au reste (de {low} à {high}) : on ne peut pas l’en distinguer ; le hasard seul donne des écarts pareils.",
    other:
      "{points} points par rapport au reste (de {low} à {high}) : on ne peut pas l’en distinguer ; le hasard seul donne des écarts pareils.",
  },
  "rest.many": {
    one: "{points} point par rapport au reste (de {low} à {high}) : seul, ce serait plus que le hasard ; parmi {all} comparaisons, le hasard en donne de pareils.",
    other:
      "{points} points par rapport au reste (de {low} à {high}) : seul, ce serait plus que le hasard ; parmi {all} comparaisons, le hasard en donne de pareils.",
  },
  "rest.small": {
    one: "{points} point par rapport au reste (de {low} à {high}) : sans doute pas le hasard, mais moins de {floor} points avant arrondi, trop peu pour compter.",
    other:
      "{points} points par rapport au reste (de {low} à {high}) : sans doute pas le hasard, mais moins de {floor} points avant arrondi, trop peu pour compter.",
  },
  "rest.untested": "Trop peu de personnes pour dire si elle diffère du reste.",
  "rest.rounded": "Un des deux chiffres est arrondi : on ne peut pas dire s’ils diffèrent.",
  "rest.exact": {
    one: "{points} point par rapport au reste, exactement : tout le monde a répondu, il n’y a rien à tester.",
    other:
      "{points} points par rapport au reste, exactement : tout le monde a répondu, il n’y a rien à tester.",
  },
  "gap.above": {
    one: "Le terrain est {n} point au-dessus des bureaux (entre {least} et {most}) : plus que ce que le hasard expliquerait.",
    other:
      "Le terrain est {n} points au-dessus des bureaux (entre {least} et {most}) : plus que ce que le hasard expliquerait.",
  },
  "gap.below": {
    one: "Le terrain est {n} point en dessous des bureaux (entre {least} et {most}) : plus que ce que le hasard expliquerait.",
    other:
      "Le terrain est {n} points en dessous des bureaux (entre {least} et {most}) : plus que ce que le hasard expliquerait.",
  },
  "gap.chance": {
    one: "Le terrain est à {points} point des bureaux (de {low} à {high}) : on ne peut pas les distinguer ; le hasard seul donne des écarts pareils.",
    other:
      "Le terrain est à {points} points des bureaux (de {low} à {high}) : on ne peut pas les distinguer ; le hasard seul donne des écarts pareils.",
  },
  "gap.many": {
    one: "Le terrain est à {points} point des bureaux (de {low} à {high}) : seul, ce serait plus que le hasard ; parmi {all} comparaisons, le hasard en donne de pareils.",
    other:
      "Le terrain est à {points} points des bureaux (de {low} à {high}) : seul, ce serait plus que le hasard ; parmi {all} comparaisons, le hasard en donne de pareils.",
  },
  "gap.small": {
    one: "Le terrain est à {points} point des bureaux (de {low} à {high}) : sans doute pas le hasard, mais moins de {floor} points avant arrondi, trop peu pour compter.",
    other:
      "Le terrain est à {points} points des bureaux (de {low} à {high}) : sans doute pas le hasard, mais moins de {floor} points avant arrondi, trop peu pour compter.",
  },
  "gap.untested": "Trop peu de personnes pour dire si le terrain diffère des bureaux.",
  "gap.rounded": "Des chiffres arrondis ne disent pas si le terrain diffère des bureaux.",
  "gap.exact": {
    one: "Le terrain est à {points} point des bureaux, exactement : tout le monde a répondu, il n’y a rien à tester.",
    other:
      "Le terrain est à {points} points des bureaux, exactement : tout le monde a répondu, il n’y a rien à tester.",
  },
} as const;
