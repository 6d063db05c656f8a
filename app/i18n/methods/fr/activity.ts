import type { Family } from "../method.ts";

/** What is done on the networks, always over headcount. */
export const activity = {
  adoption: {
    topic: "Adoption des groupes",
    sentence: "Les personnes qui ont pris part à un groupe en quatre semaines, sur l’effectif.",
    plain:
      "Prendre part, c’est publier, commenter, réagir ou voter dans un groupe. Lire, rejoindre ou écrire en privé ne compte pas. On divise par l’effectif, jamais par les comptes ouverts : sinon, une entreprise où personne n’a de compte aurait la meilleure adoption. Qui s’est opposé n’est d’aucun côté.",
    example:
      "300 personnes, 150 comptes, 120 personnes qui ont pris part au moins une fois : 120 sur 300, soit 40 % (et non 120 sur 150).",
    depth: {
      letters:
        "A : personnes ayant pris part au moins une fois dans les 4 dernières semaines comptées ; H : personnes présentes le dimanche de la dernière semaine.",
      units: "une part de 0 à 1, écrite en pour cent.",
      domain: "une personne ne compte qu’une fois, quel que soit le nombre de réseaux.",
      assumes:
        "que les comptes sont bien rattachés aux personnes ; un compte non rattaché n’est jamais deviné.",
      withheld:
        "sous {activity} personnes, ou moins de {contributors} qui ont pris part ; « tous » et « tous sauf un » ou deux sont une seule fourchette.",
      source: "définition du projet, la même pour tous les réseaux.",
    },
  },
  active: {
    topic: "Personnes actives et messages",
    sentence: "Actives : les personnes qui ont fait quelque chose dans la semaine, sur l’effectif.",
    plain:
      "Voir, rejoindre ou quitter un groupe ne suffit pas. Les messages sont un nombre d’actes ; ceux entre équipes, la part de ceux dont les deux équipes sont connues. Une semaine est diffusée quand tous les réseaux l’ont couverte, ou au bout de 14 jours avec la mention de ceux qui manquent. Une journée et une semaine sont celles de l’entreprise, dans son fuseau horaire.",
    example:
      "200 personnes, dont 60 ont fait quelque chose cette semaine : 30 %. 500 messages dont les deux équipes sont connues, 100 vers une autre équipe : 20 %.",
    depth: {
      letters:
        "a : personnes ayant au moins un acte autre que voir, rejoindre, quitter ; H : effectif ; M : messages dont l’équipe de départ et celle d’arrivée sont connues ; E : ceux qui vont à une autre équipe.",
      units: "des parts de 0 à 1 ; un nombre d’actes.",
      domain: "semaine ISO, du lundi au dimanche.",
      assumes: "que ce qu’un réseau ne fournit pas manque : ce n’est jamais un zéro.",
      withheld:
        "sous {activity} personnes ou {contributors} contributeurs ; messages : sous {contributors} auteurs.",
      source: "comptage.",
    },
  },
  stickiness: {
    topic: "Habitude",
    sentence: "Un jour de travail, quelle part des habitués du mois est là ?",
    plain:
      "On compte chaque jour de semaine les personnes actives, on les rapporte à celles qui l’ont été dans les 28 jours précédents, et l’on fait la moyenne. D’autres définitions existent, qui donnent d’autres chiffres : on ne compare jamais deux habitudes sans savoir laquelle on lit.",
    example: "200 personnes actives dans le mois, 60 un jour de semaine moyen : 30 %.",
    depth: {
      letters:
        "DAU : personnes actives le jour d ; MAU : personnes actives dans les 28 jours qui finissent le jour d ; W : jours de semaine.",
      units: "une part de 0 à 1.",
      domain: "les jours où quelqu’un a été actif dans les 28 jours.",
      assumes: "un jour est celui de l’entreprise, dans son fuseau horaire.",
      withheld: "comme l’activité.",
      source: "définition du projet, parmi plusieurs d’usage.",
    },
  },
  concentration: {
    topic: "Concentration",
    sentence: "Est-ce toujours les mêmes qui écrivent ? Sans jamais dire qui.",
    plain:
      "Le nombre va de 0 (tous écrivent autant) à près de 1 (un seul écrit tout). Il est donné deux fois : avec ceux qui n’écrivent pas, et sans eux, parce que ce sont deux questions.",
    example:
      "Cinq personnes ont écrit 0, 0, 1, 1 et 8 messages : 0,68. Parmi les trois qui ont écrit : 0,47.",
    depth: {
      letters: "yᵢ : nombre d’actes, du plus petit au plus grand ; n : personnes.",
      units: "sans unité, de 0 à (n − 1) ÷ n.",
      domain: "au moins un acte : si personne n’a rien fait, il n’y a pas de concentration.",
      assumes: "tous les actes comptent autant.",
      withheld: "comme l’activité. Aucune liste de personnes n’est faite.",
      source: "Gini (1912).",
    },
  },
  ties: {
    topic: "Liens",
    sentence: "Se répond-on ? Et parle-t-on au-delà de sa propre entité ?",
    plain:
      "Un lien va de celui qui répond à celui à qui il répond. La réciprocité est la part des liens qui existent dans les deux sens. L’indice externe-interne compare les liens qui sortent de l’entité à ceux qui y restent ; comme une petite entité a forcément plus de collègues dehors que dedans, on le compare à ce que donneraient des liens tirés au hasard.",
    example:
      "10 liens dont 6 ont leur retour : réciprocité de 60 %. 30 liens vers l’extérieur, 70 à l’intérieur : (30 − 70) ÷ 100 = −0,4. Si le hasard donnait +0,8, l’entité est très tournée vers elle-même.",
    depth: {
      letters:
        "L : liens orientés entre personnes différentes ; M : ceux qui ont leur retour ; E, I : liens vers l’extérieur et à l’intérieur ; EI₀ : ce que donneraient des liens tirés au hasard ; nᵤ : personnes de l’entité u ; n : personnes.",
      rule: "La matrice des liens d’une entité à l’autre n’est donnée que s’il y a 5 personnes de chaque côté et 5 liens.",
      units: "réciprocité et densité de 0 à 1 ; externe-interne de −1 à +1.",
      domain: "au moins un lien ; au moins deux personnes pour la densité.",
      assumes: "qu’une réponse ou une réaction est un lien ; jamais son contenu.",
      withheld: "comme l’activité. Ni graphe de personnes, ni « influenceurs ».",
      source:
        "Krackhardt et Stern (1988), Informal networks and organizational crises, pour l’indice externe-interne.",
    },
  },
} as const satisfies Family;
