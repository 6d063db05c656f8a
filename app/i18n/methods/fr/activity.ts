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
        "sous {activity} personnes, ou moins de {contributors} qui ont pris part ; « tous » et « tous sauf un » ou deux sont une seule fourchette. La part est arrondie, au pour cent à partir de 500 personnes, à la dizaine sous 100 : deux semaines voisines parlent de trois semaines communes, et leur différence serait quelques personnes.",
      source: "définition du projet, la même pour tous les réseaux.",
    },
  },
  "group-life": {
    topic: "Vie d’un groupe",
    sentence:
      "Nouveau, en croissance, stable, en recul ou silencieux : quatre semaines à côté des quatre d’avant.",
    plain:
      "Un groupe est nouveau pendant 28 jours. Il est silencieux quand moins de {contributors} personnes, ou moins de 5 % de ses membres, y ont pris part : personne et quelques-uns ne sont pas distingués. Il croît ou recule quand au moins un quart de personnes de plus ou de moins y ont pris part que dans les 28 jours précédents, et que le hasard l’explique mal. Sinon, il est stable. Un groupe ouvert est nommé. D’un groupe fermé, on ne dit que l’objet et la taille, à qui dirige l’entreprise. Un groupe secret n’est jamais cité : leur nombre est donné de cinq en cinq.",
    example:
      "30 personnes ont pris part dans les quatre dernières semaines, 18 dans les quatre d’avant ; 14 sont venues, 2 sont parties. 12 de plus sur 18, c’est plus d’un quart, et 14 contre 2, une pièce de monnaie le donne 4 fois sur 1 000 : en croissance.",
    depth: {
      letters:
        "c : personnes qui y ont pris part maintenant et pas avant ; l : avant et plus maintenant ; p : probabilité d’un partage au moins aussi inégal si une pièce avait tranché pour chacune.",
      rule: "en croissance ou en recul : p < 0,05, et au moins un quart de plus ou de moins.",
      domain:
        "les groupes d’un réseau lu pendant les 56 jours ; les personnes présentes à la fin de la dernière semaine.",
      assumes:
        "que chacun vient et part indépendamment des autres : une campagne les amène ensemble, un état décrit donc et ne prouve aucune cause. Le nombre de groupes n’est pas corrigé.",
      withheld:
        "sous {means} membres aucun état n’est dit ; les groupes fermés sont comptés de cinq en cinq dans chaque état.",
      source: "McNemar (1947), exact, bilatéral ; les états sont une définition du projet.",
    },
  },
  rhythm: {
    topic: "Rythme de la semaine",
    sentence:
      "Pour chaque équipe horaire, la part de ses personnes qui ont fait quelque chose à chaque heure de la semaine.",
    plain:
      "Sur quatre semaines entières, au moins une fois à cette heure-là, à l’horloge de leur site. Les parts sont dites par pas d’au moins {contributors} personnes, pour que personne ne soit vu arriver ou partir ; à partir de la moitié de l’équipe, on n’en dit pas plus. Un rythme est diffusé une fois toutes les quatre semaines : deux rythmes n’ont aucune semaine en commun. Les équipes ne sont jamais additionnées.",
    example:
      "Une équipe de nuit de 100 personnes : des pas de 5 personnes, soit 5 %. Quatre personnes le lundi à 22 h se lisent comme personne : « moins de 5 % ».",
    depth: {
      letters:
        "x : personnes qui ont fait quelque chose à cette heure ; n : personnes de l’équipe ; s : le pas.",
      units: "un pas de 1, 2, 5, 10 ou 20 % : le plus fin d’au moins {contributors} personnes.",
      domain: "168 heures, à partir du lundi minuit.",
      assumes:
        "que chacun est dans une seule équipe ; là où aucune n’est connue, c’est l’entreprise qui est dessinée.",
      withheld: "les équipes dont un pas de 20 % ferait moins de {contributors} personnes.",
      source: "définition du projet.",
    },
  },
  "by-network": {
    topic: "Réseau par réseau",
    sentence: "La même adoption sur chaque réseau, à côté de ce que dirait son éditeur.",
    plain:
      "La nôtre : les personnes qui y ont pris part à un groupe en quatre semaines, sur l’effectif. Comme les éditeurs comptent : les comptes ouverts qui ont fait quoi que ce soit, lecture et messages privés compris, sur les comptes ouverts. La seconde est presque toujours plus haute. Elle est recalculée avec ce que le réseau fournit, elle n’est pas lue dans une console ; ce qu’un réseau ne fournit pas n’est dans aucune. Une personne peut prendre part sur plusieurs réseaux : les lignes ne s’additionnent pas.",
    example:
      "100 personnes, 40 comptes, 10 personnes qui ont publié, 20 autres qui ont seulement lu : la nôtre, 10 % ; celle de l’éditeur, 30 sur 40, soit 75 %.",
    depth: {
      letters:
        "A : personnes qui y ont pris part à un groupe ; H : effectif ; U : comptes ouverts qui ont fait quelque chose ; C : comptes ouverts de personnes présentes.",
      units: "des parts de 0 à 1.",
      domain: "les réseaux lus pendant les quatre semaines.",
      assumes: "que les comptes sont bien rattachés aux personnes.",
      withheld:
        "comme l’adoption ; la façon de compter des éditeurs n’est donnée que de l’entreprise.",
      source:
        "définition du projet ; les consoles de Workplace, Viva Engage et Slack divisent par les comptes.",
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
  reach: {
    topic: "Portée et échanges",
    sentence:
      "Les personnes qu’une annonce a jointes, ou qui ont échangé ailleurs, en quatre semaines, sur l’effectif.",
    plain:
      "Joint : a ouvert au moins une annonce du siège ou d’une personne qui encadre, dans un groupe d’annonces ouvert. Une réaction ne remplace pas une vue : si aucun réseau ne dit qui a vu quoi, la portée n’est pas fournie. Échanger : commenter, réagir, voter ou remercier ce qu’une autre personne a écrit dans un groupe. Une case de la matrice dit quelle part d’une entité a échangé avec quelqu’un d’une autre. Une question à la direction a eu sa réponse si quelqu’un qui encadre y répond dans les sept jours ; toutes ont eu sept jours.",
    example:
      "Des 400 personnes des ateliers, 60 ont commenté au moins une fois en quatre semaines ce qu’a écrit quelqu’un du siège : 15 %. 40 questions, dont 24 ont eu une réponse en sept jours, et 10 en un jour : 60 % et 25 %.",
    depth: {
      letters:
        "A : personnes jointes, ou qui ont échangé, au moins une fois dans les 4 dernières semaines comptées ; H : personnes présentes le dimanche de la dernière (vers une entité, sans celles de cette entité) ; Q : questions ; r : celles qui ont eu une réponse à temps.",
      units: "des parts de 0 à 1.",
      domain:
        "une personne ne compte qu’une fois ; ni les messages privés ni ce qu’on a écrit soi-même.",
      assumes:
        "que le siège et les personnes qui encadrent sont connus de l’organisation ; qu’une question se reconnaît à sa forme, avant que le texte ne soit oublié.",
      withheld:
        "comme l’activité ; questions et annonces : sous {contributors} personnes. La matrice, l’indice et les questions ne sont dits que de l’entreprise, de ses premières entités, du terrain et des bureaux. Une annonce est suivie trois semaines et diffusée une fois, sans auteur ni texte.",
      source: "définition du projet, la même pour tous les réseaux.",
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
