import type { Family } from "../method.ts";

/** How it is decided what may be shown. */
export const confidentiality = {
  hidden: {
    topic: "Masqué",
    sentence: "Une case masquée ne dit rien, pas même pourquoi elle l’est.",
    plain:
      "Trop peu de personnes, une voisine qu’une soustraction révélerait, ou personne : la case est la même. Une courbe s’interrompt sur une vague masquée. Ce n’est jamais un zéro.",
    example:
      "Une équipe de 4 et une équipe où personne n’a répondu se présentent exactement de la même façon, à l’écran comme dans un fichier.",
    depth: {
      rule: "La décision est prise une fois, au moment d’écrire la diffusion. Une ligne masquée ne contient ni nombre ni valeur ; les pages, les fichiers et les images lisent cet ensemble et rien d’autre.",
      attacker:
        "quelqu’un qui compare deux écrans, un ordre, une couleur, une taille de fichier ou un message d’erreur.",
      limits:
        "qui connaît l’effectif d’une équipe sait, seul, qu’elle est trop petite ; nous ne l’apprenons à personne.",
      source: "décision du projet.",
    },
  },
  minimum: {
    topic: "Nombres minimums",
    sentence:
      "Rien n’est montré pour moins de {answers} réponses ; une moyenne en demande {means}.",
    plain:
      "Un chiffre qui porte sur peu de personnes est presque le nom de ces personnes. C’est la première barrière ; elle ne suffit jamais à elle seule, et les suivantes s’y ajoutent.",
    example: "Une équipe où 4 personnes ont répondu est masquée, quoi qu’elles aient répondu.",
    depth: {
      rule: "Part : {answers} réponses à cette question. Moyenne, distribution, recommandation : {means}. Question sensible (santé, harcèlement, discrimination, syndicat) : {sensitive}, et jamais par segment. Participation : {invited} personnes invitées. Commentaires : {comments} personnes qui ont répondu, {commenters} qui ont écrit. Lignes d’un fichier individuel : {records} personnes qui partagent les mêmes attributs. Activité : {activity} personnes, dont {contributors} qui ont fait quelque chose. Un minimum qui vous est annoncé ici est celui en vigueur ; une vague garde celui de son ouverture.",
      attacker: "quelqu’un qui connaît l’équipe, ses horaires et qui a été relancé.",
      limits:
        "sur 80 entreprises d’essai, le seul minimum de 5 laissait retrouver 67 équipes masquées sur 151, et 164 cases de tableaux croisés sur 170.",
      source: "usage des enquêtes publiques et des outils du marché, qui vont de 3 à 11.",
    },
  },
  small: {
    topic: "Tranches",
    sentence:
      "Sous {exact} personnes, le nombre est une tranche, et la part est en dixièmes : « environ 5 sur 10 ».",
    plain:
      "Un chiffre précis sur peu de personnes dirait ce que chacune a répondu : avec 7 réponses, 43 % veut dire 3 personnes. L’intervalle est alors celui du bas de la tranche : il est plus large que nécessaire, exprès.",
    example: "7 réponses, 3 favorables : « 5 à 9 réponses, environ 4 sur 10 ».",
    depth: {
      rule: "Nombre : 5–9 ou 10–19, puis exact à partir de {exact}. Part arrondie au dixième. Intervalle : celui de Wilson, du bas de ce qui est affiché jusqu’à son haut, comme pour 5 ou 10 réponses.",
      attacker: "quelqu’un qui connaît presque toutes les réponses de l’équipe, dont la sienne.",
      limits: "une part en dixièmes n’est pas comparée : trop peu de personnes pour le dire.",
      source: "décision du projet.",
    },
  },
  ends: {
    topic: "Jamais tous, jamais personne",
    sentence:
      "Aux deux bouts, on lit « 60 % ou plus », « 40 % ou moins » : « tous » et « tous sauf un » ne se distinguent pas.",
    plain:
      "Si 100 % d’une équipe a répondu non, on sait ce que chacun a répondu, si nombreux qu’ils soient. S’il n’y a qu’une voix contraire, chacun la cherche. Aux deux bouts de l’échelle, on ne distingue donc pas ces cas, si nombreuse que soit la population : mieux vaut une fourchette qu’une case masquée.",
    example: "12 réponses : 12, 11 ou 10 favorables se lisent tous « 80 % ou plus ».",
    depth: {
      rule: "Aucune, une ou {alike} personnes qui diffèrent de toutes les autres : c’est la même fourchette, à l’écran, dans un fichier, dans une couleur et dans un ordre. Pour la participation, où chacun sait qui n’a pas répondu, de zéro à {unanswered} personnes. Sous {exact} personnes, la fourchette est celle du bas de la tranche.",
      attacker:
        "quelqu’un de l’équipe : il connaît sa propre réponse, donc « tous sauf un » lui dit tout des autres.",
      limits:
        "une part de 80 % reste un fait sur l’équipe : elle apprend que la plupart sont d’accord.",
      source:
        "Machanavajjhala et al. (2007), l-Diversity: privacy beyond k-anonymity, pour le danger des groupes homogènes.",
    },
  },
  subtraction: {
    topic: "Complément et reste",
    sentence:
      "Si un total moins ses parties montrées laisse peu de monde, une partie de plus s’arrondit ou se cache.",
    plain:
      "Masquer une seule équipe d’un service ne sert à rien : le service moins les autres équipes la redonne. On arrondit donc une voisine, ou on la cache avec elle : ce qui coûte le moins aux lecteurs.",
    example:
      "Un service de 40 réponses a trois équipes de 20, 17 et 3. On masque celle de 3. Montrer les deux autres redonnerait 40 − 20 − 17 = 3 : celle de 17 se montre moins finement, ou se masque aussi.",
    depth: {
      rule: "Dans chaque ensemble de voisines, les parties masquées, prises ensemble, doivent atteindre le minimum et ne pas être à elles seules une population. De même pour l’ensemble moins une partie, et entre découpages que peu de personnes séparent. Un indicateur et ses questions sont jugés ensemble.",
      attacker: "quelqu’un qui a une calculatrice et tous les écrans.",
      limits:
        "appliquée seule, cette règle laissait encore retrouver 10 équipes sur 151 ; c’est pourquoi il y a un audit.",
      source:
        "suppression complémentaire de cellules ; Willenborg et de Waal (2001), Elements of statistical disclosure control.",
    },
  },
  neighbours: {
    topic: "Des tranches qui protègent les voisines",
    sentence: "Parfois, arrondir le chiffre d’une voisine suffit à en protéger une autre.",
    plain:
      "Masquer coûte cher à ceux qui lisent. Si dire « entre 60 et 80 % » d’une équipe empêche de calculer sa voisine, on le préfère à la masquer. C’est pourquoi une équipe nombreuse peut porter une tranche : elle protège quelqu’un d’autre.",
    example:
      "Un service : 62 favorables sur 100. Une équipe : 58 sur 95. L’équipe de 5 qui reste a donc 4 favorables. Si la grande est dite « entre 60 et 80 % », elle en a au moins 57, et la petite peut en avoir de 0 à 5.",
    depth: {
      rule: "Du plus fin au plus grossier : la part elle-même, arrondie à 1, 2, 5 ou 10 points, un cinquième de l’échelle, un tiers, la moitié, puis rien. On choisit ce qui enlève le moins à l’ensemble des lecteurs. Un arrondi de plus de 1 point s’écrit « ≈ 45 % », une tranche « de 40 à 60 % ».",
      attacker:
        "quelqu’un qui connaît la règle d’arrondi : on suppose qu’il sait dans quelle tranche tombe chaque valeur, et rien de plus.",
      limits:
        "un chiffre arrondi à plus de 1 point se teste aux deux bouts de son arrondi : on ne dit que ce qui vaut aux deux ; une tranche ne se teste pas, et se trace comme un cadre vide, dont le milieu n’est pas le chiffre. Un ordre, s’il en faut un, suit les milieux.",
      source: "Fischetti et Salazar (2005), pour la suppression partielle par intervalles.",
    },
  },
  beside: {
    topic: "Sites et segments arrondis",
    sentence:
      "À côté de l’organisation, chaque part est arrondie : deux personnes de plus ou de moins n’y changent rien.",
    plain:
      "Une équipe est dans un service, et aussi sur un site, dans un métier, dans un contrat. Chaque découpage exact ajouterait une équation, et quelques personnes finiraient par être la différence de deux d’entre elles. L’organisation peut donc être exacte ; ce qui la recoupe ne l’est jamais.",
    example:
      "Un site de 120 réponses, dont 55 favorables (46 %) : on lit « ≈ 45 % ». Avec 53 ou 56 favorables, on lirait la même chose.",
    depth: {
      rule: "À partir de 500 réponses, arrondi à 1 point ; de 250, à 2 points ; de 100, à 5 points ; en dessous, à 10 points. L’erreur est le quart environ de la marge que la part aurait de toute façon.",
      attacker:
        "quelqu’un qui croise les découpages : les gens du site qui ne sont pas du service.",
      limits:
        "deux personnes près du bord d’un arrondi le font changer ; c’est l’audit qui juge alors ce que cela dit.",
      source: "décision du projet.",
    },
  },
  audit: {
    topic: "L’audit",
    sentence:
      "Avant d’écrire une diffusion, on l’attaque : s’il reste une façon de calculer un petit groupe, on cache davantage.",
    plain:
      "On écrit tout ce qui serait montré comme des équations : telles équipes font ce service, telle part vaut tant. Puis on cherche, pour chaque groupe caché et chaque réunion de groupes cachés, le plus petit et le plus grand nombre de favorables qui iraient avec le reste. S’il n’y a qu’une réponse, le groupe est trahi : on masque ou l’on arrondit un chiffre de plus, et l’on recommence.",
    example:
      "Un service de 20 réponses, dont 17 favorables ; on montre une équipe de 12, dont 9. Les deux équipes masquées, de 4 chacune, ont donc 8 favorables sur 8 : masquer ne suffisait pas, et l’audit cache davantage.",
    depth: {
      letters:
        "x : nombre de favorables de chacun des plus petits groupes ; n : leur nombre de réponses ; A x : ce qui est montré, entre b⁻ et b⁺ selon l’arrondi ; c : le groupe attaqué.",
      rule: "D’abord une preuve par échange : si deux personnes que rien de ce qui est montré ne sépare peuvent échanger leurs réponses, le chiffre reste ouvert. Puis, pour ce qui reste, deux programmes linéaires en nombres entiers par groupe attaqué. Il faut que le nombre de favorables d’un petit groupe puisse encore varier de deux personnes, et d’une pour qui fait partie du groupe ou de ses voisins. Sinon on montre une voisine moins finement, ou on la masque, au moindre coût ; à la fin, on rend tout ce qui n’était pas nécessaire.",
      units: "des personnes.",
      assumes:
        "le pire lecteur : il voit tout ce qui est montré à qui que ce soit, connaît les effectifs et le nombre de réponses de chaque groupe, a répondu lui-même, et a gardé tout ce qui a été diffusé avant.",
      attacker:
        "deux personnes qui mettent leurs écrans en commun ; un analyste avec tous les exports.",
      limits:
        "la décision dépend un peu des réponses : dans quelques cas limites, le fait qu’une case soit masquée en dit un tout petit peu. Rien n’est donc dit de la raison.",
      source:
        "Fischetti et Salazar (2001), Solving the cell suppression problem ; Willenborg et de Waal (2001). Solveur : HiGHS.",
    },
  },
  frozen: {
    topic: "Figé",
    sentence: "Ce qui est diffusé ne change plus jamais.",
    plain:
      "Si un chiffre bougeait après le départ d’une personne, la différence serait sa réponse. L’organisation est donc celle de l’ouverture, les résultats sont ceux de la clôture, et rien n’est montré pendant que la vague est ouverte. Une semaine d’activité est diffusée une seule fois.",
    example:
      "Une équipe à 6 sur 10 hier et 5 sur 9 aujourd’hui : la personne qui manque était favorable. Pour l’empêcher, on continue de montrer le chiffre d’hier.",
    depth: {
      rule: "Une correction est une nouvelle diffusion, et seulement si au moins le minimum de personnes diffère ; l’ancienne reste. Ceux qui partent avant la clôture d’une vague confidentielle sortent des deux côtés. Un effacement supprime les réponses, pas les totaux.",
      attacker: "quelqu’un qui note les chiffres chaque jour et soustrait.",
      limits: "un chiffre diffusé à tort reste dans l’histoire, remplacé mais lisible.",
      source:
        "Dinur et Nissim (2003), Revealing information while preserving privacy, sur ce que révèlent trop de réponses exactes.",
    },
  },
  reorganised: {
    topic: "L’organisation d’aujourd’hui",
    sentence:
      "Après une réorganisation, les vagues d’avant sont aussi dites par les unités de maintenant.",
    plain:
      "Une unité d’alors est comptée tout entière là où elle se trouve depuis : sous un autre nom, dans une autre unité, ou avec celles qui ont été réunies à elle. Personne n’est déplacé seul. Ce qui a été partagé entre plusieurs unités n’est connu que de celle qui les contient toutes. Ce qui a été diffusé ne change pas : les deux lectures restent côte à côte.",
    example:
      "56 personnes au conditionnement et 28 en pâtisserie deviennent une ligne de 84. Si 30 sur 50 répondent favorablement d’un côté et 10 sur 25 de l’autre, la ligne est à 40 sur 75, soit 53 %.",
    depth: {
      rule: "une unité faite des mêmes personnes garde ses chiffres. Toute autre est jugée avec tout ce qui est déjà diffusé de la vague, qui ne donne plus de couvert : elle seule est arrondie, puis masquée. Ce que chacun peut additionner est dit exactement, le reste est arrondi.",
      domain:
        "les vagues posées ici, les indicateurs, leurs questions et la participation ; une fois par réorganisation. L’activité garde l’organisation de sa semaine.",
      attacker: "connaît tout ce qui a été diffusé de la vague, et qui était où.",
      withheld:
        "rien n’est ajouté quand des réponses ont été effacées depuis : la différence parlerait de leurs auteurs.",
      source: "définition du projet.",
    },
  },
  thresholds: {
    topic: "Des seuils qui ne font que monter",
    sentence: "Un seuil peut être relevé, jamais abaissé, et son histoire est publique.",
    plain:
      "Un seuil qu’on pourrait baisser ne protégerait personne : il suffirait d’attendre. Un relèvement vaut pour ce qui est diffusé ensuite ; il peut être retiré tant qu’il n’a servi à aucune diffusion.",
    example:
      "De {answers} à 8, puis de nouveau {answers} : le second mouvement est refusé, et la demande est notée.",
    depth: {
      rule: "Un plancher est inscrit dans la base elle-même, qui refuse une valeur plus basse, d’où qu’elle vienne.",
      attacker: "un administrateur pressé.",
      limits:
        "qui tient le serveur peut changer le programme. C’est une affaire de contrôle, pas de calcul, et la promesse le dit.",
      source: "décision du projet ; l’histoire des seuils est sur la page Promesse.",
    },
  },
  comments: {
    topic: "Commentaires",
    sentence:
      "Un commentaire n’est montré que dans un groupe où au moins {comments} personnes ont répondu et {commenters} ont écrit.",
    plain:
      "Une phrase dit souvent qui l’a écrite. Chaque commentaire est donc dans une seule liste, celle de la plus petite équipe assez nombreuse, dans un ordre tiré au hasard et toujours le même, sans date ni rien sur son auteur. Noms, adresses, téléphones et numéros sont retirés avant que quiconque ne lise ; ce qui touche à la santé, au syndicat ou à une menace est d’abord relu par une personne qui ne voit aucun résultat.",
    example:
      "« Appelez Marie au 06 12 34 56 78 » devient « Appelez [nom retiré] au [téléphone retiré] ».",
    depth: {
      rule: "Retirés : noms de l’annuaire, courriels, téléphones, IBAN, numéros de sécurité sociale et de personnel, mentions, adresses, liens. La recherche et les comptages obéissent aux mêmes minimums.",
      attacker:
        "quelqu’un qui croise les listes de commentaires de plusieurs filtres : il n’y a donc qu’un découpage.",
      limits:
        "aucun programme ne reconnaît « la seule comptable de Lille ». Écrivez en le sachant.",
      source: "décision du projet.",
    },
  },
  ladder: {
    topic: "Quand une équipe ne peut pas être montrée",
    sentence: "On montre ce qui s’en approche le plus, puis des mots ; jamais une page vide.",
    plain:
      "Dans l’ordre : plusieurs vagues de la même équipe réunies, si ce chiffre a été diffusé ; sinon l’ensemble le plus proche qui peut être montré ; sinon des questions à poser en équipe, sans chiffre. Une équipe masquée et une équipe où personne n’a répondu reçoivent exactement la même chose.",
    example:
      "« Inventaire » est masquée. On lit « Logistique Sud », dont elle fait partie, et trois questions pour en parler.",
    depth: {
      rule: "L’ensemble le plus proche est le premier, en remontant l’organisation, dont le chiffre est diffusé. Aucun nombre n’est recalculé pour cette page : tout vient de la diffusion.",
      attacker: "quelqu’un qui compare ce que reçoivent deux équipes masquées.",
      limits: "l’ensemble n’est pas l’équipe : il peut en être loin, et la page le dit.",
      source: "décision du projet.",
    },
  },
  together: {
    topic: "Plusieurs parts d’une même question",
    sentence:
      "La façon dont les réponses se répartissent n’est montrée que si aucune part n’en livre une autre.",
    plain:
      "Avis favorables, neutres et défavorables font ensemble tout le monde ; les choix d’une question à une seule réponse aussi. Qui connaît toutes les parts sauf une connaît la dernière. Les choix sont donc arrondis ensemble, et là où le reste serait encore connu à la personne près, toutes les parts de cette question sont masquées pour cette population.",
    example:
      "Dans une entité de 100, 70 sont favorables et 29 défavorables : une personne est neutre. Seule la part favorable est montrée.",
    depth: {
      rule: "À partir de {means} réponses ; de l’entreprise, des entités juste en dessous, du terrain et des bureaux seulement (une question à plusieurs réponses, partout). Chaque part est attaquée comme toute autre. Puis toutes sont mises côte à côte : de personne à {alike} personnes, tout doit se ressembler dans chaque part, montrée ou restante, et aucune part arrondie ne doit se réduire à un seul nombre. Quand plusieurs réponses sont permises, chaque choix est pris à part ; d’un classement, on dit la part de ceux qui l’ont mis en premier. Les choix d’une même question sont montrés, arrondis ou masqués ensemble.",
      attacker: "quelqu’un qui soustrait de l’ensemble ce qui est montré d’une question.",
      limits:
        "une répartition masquée à côté d’une part favorable montrée dit que l’une de ses parts est peut-être très petite.",
      source: "une décision du projet.",
    },
  },
  limits: {
    topic: "Ce que cela ne fait pas",
    sentence: "Aucun calcul ne protège de tout ; voici ce qui reste.",
    plain:
      "La règle protège ce que chacun a répondu contre ceux qui lisent les chiffres. Elle ne protège pas contre celui qui regarde par-dessus une épaule, ni contre celui à qui l’on raconte sa réponse, ni contre qui tient le serveur. Elle n’empêche pas d’apprendre ce que pense une équipe : c’est à cela que sert un baromètre.",
    example:
      "Si quatre personnes d’une équipe de cinq se disent leurs réponses, un chiffre de l’équipe leur donne celle de la cinquième.",
    depth: {
      rule: "Ni bruit aléatoire, ni arrondi seul : sur les mêmes essais, l’arrondi à 10 points laissait retrouver 112 cases sur 170.",
      attacker:
        "l’audit suppose un lecteur qui connaît sa propre réponse ; pas une entente de plusieurs répondants d’un même petit groupe.",
      limits:
        "l’effectif de chaque groupe est supposé connu de tous. Masquer dépend un peu des réponses. Ce qu’un client a copié hors du produit n’est plus sous sa garde.",
      source: "essais du projet.",
    },
  },
} as const satisfies Family;
