import type { Family } from "../method.ts";

/** What goes on over weeks. */
export const watching = {
  retention: {
    topic: "Rester actif",
    sentence: "Parmi ceux qui commencent, quelle part prend encore part après tant de semaines ?",
    plain:
      "On suit une cohorte depuis ses débuts jusqu’au premier silence de 28 jours. Quelqu’un qui quitte l’entreprise n’a pas « lâché » : il compte tant qu’il est là, puis sort du calcul. Jamais une personne n’est suivie à l’écran.",
    example:
      "Dix personnes. La première lâche : il en reste 9 sur 10. Une autre quitte l’entreprise : on suit 8 personnes. L’une d’elles lâche : 7 sur 8. La part qui reste est 9/10 × 7/8 = 79 %.",
    depth: {
      letters:
        "tᵢ : les moments où quelqu’un lâche ; dᵢ : combien lâchent alors ; nᵢ : combien étaient encore suivis juste avant.",
      units: "une part de 0 à 1, à chaque moment.",
      domain: "au moins une personne ; des durées positives.",
      assumes: "que ceux qui quittent l’entreprise n’auraient pas lâché plus que les autres.",
      withheld: "sous 10 personnes dans une cohorte.",
      source: "Kaplan et Meier (1958), Nonparametric estimation from incomplete observations.",
    },
  },
  alerts: {
    topic: "Alertes",
    sentence: "Prévenir quand l’activité d’une entité change vraiment ; jamais pour une personne.",
    plain:
      "Une semaine de moins n’est rien : l’activité va et vient. On regarde donc au moins dix semaines passées pour savoir ce qui est ordinaire, on retire les jours fériés et le mois d’août, et l’on n’avertit que si la semaine, ou une dérive lente, sort de l’ordinaire.",
    example:
      "Une entité de 100 personnes, active à 30 % d’habitude : une semaine ordinaire est entre 16 % et 44 %. À 12 %, on prévient. À 22 % cinq semaines de suite, aucune ne sort des limites, mais la dérive se voit.",
    depth: {
      letters:
        "p̄ : part habituelle ; nᵢ : effectif de la semaine ; zᵢ : écart réduit ; σ : dispersion de Laney, moyenne des sauts d’une semaine à l’autre ÷ 1,128 ; λ = 0,2 ; L = 3 ; k = 0,5 ; h = 5.",
      rule: "Trois lectures : carte p′ de Laney (une semaine hors de trois écarts), EWMA et CUSUM (dérives). La référence est faite de 10 à 26 semaines ordinaires, avant les huit qu’on surveille ; elle est elle-même incertaine, et l’on en tient compte (loi de Student). La semaine elle-même doit être de 5 points au moins sous l’habitude. Les alertes d’une même nuit sont corrigées ensemble ; une par entité, par sorte et par mois au plus. Quand la moitié des parties d’une entité baissent, on la nomme elle ; sinon ses parties. Trois autres sortes d’alerte sont des constats, sans test : une participation dont la fourchette entière est 10 points sous celle de l’ensemble, passé le tiers de la vague ; un réseau qui ne rapporte rien trois jours ouvrés de suite ; une nuit en échec.",
      units: "des parts ; des écarts réduits.",
      domain:
        "au moins 10 semaines de référence, et 20 personnes. Jamais pour un questionnaire, qui a trop peu de points.",
      assumes: "que l’ordinaire est assez stable pour servir de référence.",
      withheld:
        "quand le chiffre de la dernière semaine est masqué, ou n’est connu que par une fourchette. Une alerte ne se sert que de ce qui est diffusé.",
      source:
        "Laney (2002), Improved control charts for attributes ; Roberts (1959) pour l’EWMA ; Page (1954) pour le CUSUM.",
    },
  },
} as const satisfies Family;
