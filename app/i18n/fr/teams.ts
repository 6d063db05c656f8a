/** The page that puts teams side by side. */
export const teams = {
  "teams.titled": "Équipes : {group}",
  "teams.filters": "{moment}, {group}, comparées à : {whole}",
  "teams.among": "Parmi",
  "teams.among.unit": "Entités de « {name} »",
  "teams.among.company": "Entités de l’entreprise",
  "teams.choose": "Six au plus, côte à côte",
  "teams.first": "Premier indicateur",
  "teams.second": "Second indicateur",
  "teams.tiers.others": { one: "et {n} autre", other: "et {n} autres" },
  "teams.tooMany": "Six populations au plus tiennent côte à côte : voici les six premières.",
  "teams.lead.above": "{measure} : nettement au-dessus des autres, {names}.",
  "teams.lead.below": "{measure} : nettement en dessous des autres, {names}.",
  "teams.lead.belowToo": "Nettement en dessous : {names}.",
  "teams.lead.same":
    "Les autres ne s’en distinguent pas nettement : leurs écarts peuvent tenir au hasard, ou sont trop petits pour compter.",
  "teams.lead.none": "{measure} : aucune équipe ne se distingue nettement des autres.",
  "teams.lead.untested":
    "{measure} : les équipes se lisent côte à côte, sans que leurs écarts puissent être testés.",
  "teams.lead.nothing": "Il n’y a encore rien à comparer.",
  "teams.empty":
    "Il faut au moins deux équipes avec des chiffres diffusés : une vague close, ou une semaine d’activité comptée. L’administrateur charge l’organisation, puis relie un réseau ou importe un fichier.",
  "teams.side": "Côte à côte",
  "teams.side.sentence": "Chaque population avec son intervalle, par ordre alphabétique.",
  "teams.reference": "Trait interrompu : {figure}, {whole}.",
  "teams.reference.ranged":
    "Pas de trait de comparaison : {figure}, {whole}, n’est pas un nombre seul.",
  "teams.reference.none":
    "Pas de trait de comparaison : le chiffre de l’ensemble n’est pas montré.",
  "teams.note":
    "Les équipes sont rangées par ordre alphabétique, jamais par résultat. Teinte et flèche : différence avec le reste que le hasard n’explique pas et d’au moins 5 points. Barre grise : intervalle à 95 %. Cadre vide : une fourchette, où rien ne dit où se trouve le chiffre. Moins de 20 réponses : un arrondi au dixième et un intervalle prudent. Moins de 30 : trop peu de personnes pour dire si la différence tient au hasard.",
  "teams.tiers": "Trois groupes, pas de classement",
  "teams.tiers.sentence": {
    one: "{n} équipe sur {all} se détache.",
    other: "{n} équipes sur {all} se détachent.",
  },
  "teams.tiers.none": "Aucune équipe ne se détache.",
  "teams.tiers.untested": "Aucune différence n’a pu être testée.",
  "teams.tiers.above": "Nettement au-dessus",
  "teams.tiers.same": "On ne peut pas les distinguer",
  "teams.tiers.below": "Nettement en dessous",
  "teams.tiers.nobody": "aucune",
  "teams.ladder": "Ce qui ne peut pas être montré seul",
  "teams.ladder.sentence": {
    one: "{n} population est masquée ici. Voici ce qui s’en approche le plus.",
    other: "{n} populations sont masquées ici. Voici ce qui s’en approche le plus.",
  },
  "teams.ladder.what": "{name} : ce que vous pouvez lire",
  "teams.ladder.nearest": "L’ensemble le plus proche qui peut être montré",
  "teams.ladder.nearest.text": "{name} : {figure} ({measure}).",
  "teams.ladder.noNearest": "Aucun ensemble plus large ne peut être montré.",
  "teams.ladder.words": "Des mots, sans chiffre",
  "teams.ladder.words.text":
    "Trois questions à poser à l’équipe, sans demander qui a répondu quoi : qu’apprenez-vous trop tard ? Qui vous écoute quand quelque chose ne va pas ? Qu’a changé le dernier questionnaire ?",
  "teams.same": "Même message partout",
  "teams.same.text":
    "Une case masquée ne dit jamais combien de personnes ont répondu, ni pourquoi elle l’est.",
  "teams.compare": "Comparer à",
  "teams.compare.none": "rien",
  "teams.method": "Comment ces groupes sont trouvés",
  "teams.method.text":
    "Rien n’est calculé sur ce qui n’est pas montré : une équipe masquée n’est dans aucun groupe, et une fourchette n’est comparée qu’à ses deux bouts.",
  "teams.method.more": "Les méthodes en entier",
  "teams.funnel": "Écart ou hasard ?",
  "teams.funnel.caption":
    "{measure}. Trait interrompu : {figure}, {whole} (deux traits si ce chiffre est arrondi). Zone grise et trait plein : 95 % des équipes s’y trouveraient si rien ne les distinguait ; tirets : 99,8 %. Par hasard seul, une équipe sur vingt sortirait de la zone.",
  "teams.funnel.widened":
    "Les équipes diffèrent plus que le hasard ne l’explique : la zone en est élargie.",
  "teams.funnel.counted.answers": "Nombre de réponses",
  "teams.funnel.counted.people": "Nombre de personnes",
  "teams.funnel.read": "Lire ce dessin",
  "teams.funnel.read.text":
    "Chaque marque est une équipe. À gauche, peu de réponses : de grands écarts y sont ordinaires. À droite, un petit écart compte déjà. Un cadre ou un trait dit où le chiffre peut être, sans le dire : rien ne permet de le placer.",
  "teams.funnel.people": "Base",
  "teams.funnel.share": "Part",
  "teams.funnel.place": "Place",
  "teams.funnel.within": "dans la zone",
  "teams.funnel.outside95": "hors de la zone à 95 %",
  "teams.funnel.outside998": "hors de la zone à 99,8 %",
  "teams.funnel.range": "une fourchette : on ne peut pas le dire",
  "teams.funnel.band": "trop peu de personnes pour le dire",
  "teams.changes": "Ce qui a changé",
  "teams.changes.slope":
    "{measure}, {before} et {now}. Une ligne est teintée si le mouvement dépasse le hasard et atteint 5 points. Une fourchette est un trait : aucune ligne n’en part.",
  "teams.changes.rows":
    "Le mouvement en points, avec son intervalle à 95 %. Tous les mouvements de la page sont jugés ensemble.",
  "teams.ladder.earlier": "Elle-même, en {wave}",
  "teams.ladder.earlier.text": "Ce chiffre est d’alors : il ne dit rien d’aujourd’hui.",
  "teams.ladder.added": "Pourquoi pas plusieurs vagues réunies ?",
  "teams.ladder.added.text":
    "Une somme de vagues, moins les vagues déjà publiées, dirait ce qui est masqué.",
  "teams.own": "La page de chaque équipe",
  "teams.own.text": "Points forts, points à travailler, guide de discussion",
  "team.filters": "{moment}, comparée à : {before}",
  "team.stands": "Où en est l’équipe",
  "team.stands.sentence":
    "Chaque indicateur avec son intervalle, puis ce que les tests permettent d’en dire.",
  "team.stands.rest":
    "« Le reste » : les autres personnes de {whole}. Tout ce qui est dit sur cette page est jugé ensemble.",
  "team.stands.noRest":
    "Rien au-dessus de cette équipe n’est montré : elle n’est comparée qu’à elle-même.",
  "team.strengths": "Points forts",
  "team.strengths.sentence": {
    one: "{n} chose tient, d’après les tests.",
    other: "{n} choses tiennent, d’après les tests.",
  },
  "team.strengths.none": "Aucun point fort ne se détache.",
  "team.toWorkOn": "Points à travailler",
  "team.toWorkOn.sentence": {
    one: "{n} chose est à travailler, d’après les tests.",
    other: "{n} choses sont à travailler, d’après les tests.",
  },
  "team.toWorkOn.none": "Aucun point à travailler ne se détache.",
  "team.fewer":
    "Trois au plus, et moins si les tests n’en retiennent pas trois : rien n’est mis en avant parce qu’il vient en tête.",
  "team.how": "Comment ils sont trouvés",
  "team.how.text":
    "D’abord ce qui diffère du reste au-delà du hasard et d’au moins 5 points ; puis ce qui a bougé autant ; puis ce dont plus (ou moins) de la moitié est favorable, aux deux bouts de l’intervalle.",
  "team.guide": "Guide de discussion",
  "team.guide.of": "Guide de discussion : {name}",
  "team.guide.open": "Ouvrir le guide de discussion",
  "team.guide.sentence": "De quoi en parler avec l’équipe en une demi-heure, sur une feuille.",
  "team.beside": "À côté des autres",
  "team.actions": "Actions",
  "guide.lead": "Une demi-heure, tous ensemble, sans écran. On ne cherche pas qui a répondu quoi.",
  "guide.print": "Cette page s’imprime telle quelle.",
  "guide.other": "In English",
  "guide.back": "Retour à la page de l’équipe",
  "guide.open": "1. Ouvrir (5 minutes)",
  "guide.open.thanks":
    "Remercier celles et ceux qui ont répondu, et celles et ceux qui ne l’ont pas fait d’être là.",
  "guide.open.rule":
    "Dire la règle : personne n’a à dire ce qu’il ou elle a répondu, et rien de ce qui est dit ici ne sera rapproché d’un chiffre.",
  "guide.open.last": "Dire ce que la dernière enquête a changé, et ce qu’elle n’a pas changé.",
  "guide.said": "2. Ce que l’équipe a dit (5 minutes)",
  "guide.said.hidden":
    "Les chiffres de cette équipe ne sont pas montrés seuls. La discussion se tient sans eux, à partir des trois questions qui suivent.",
  "guide.said.none": "Rien ne se détache nettement : demander à l’équipe ce qui compte pour elle.",
  "guide.said.holds": "Ce qui tient",
  "guide.said.toWorkOn": "Ce qui est à travailler",
  "guide.talk": "3. En parler (15 minutes)",
  "guide.talk.rule":
    "Une question à la fois. Écouter avant de répondre ; noter les mots de l’équipe, sans noms.",
  "guide.ask.connection":
    "Qu’apprenez-vous trop tard, ou par quelqu’un d’autre ? Par où voudriez-vous l’apprendre ?",
  "guide.ask.trust":
    "Quelle décision récente n’avons-nous pas comprise ? Qu’aurait-il fallu dire, et quand ?",
  "guide.ask.engagement":
    "Qu’est-ce qui, la semaine dernière, a donné envie de faire ce travail ? Qu’est-ce qui l’a gâché ?",
  "guide.ask.manager":
    "De quoi avez-vous besoin de ma part, que vous n’avez pas ? Qu’est-ce que je fais qui n’aide pas ?",
  "guide.ask.belonging": "À quel moment s’est-on senti seul ici ? Qui oublie-t-on d’associer ?",
  "guide.ask.safety":
    "Que n’ose-t-on pas dire quand quelque chose ne va pas ? Que se passe-t-il quand on le dit ?",
  "guide.ask.conditions":
    "Quel outil, quel horaire, quelle attente vous fait perdre le plus de temps ?",
  "guide.ask.action": "Qu’a changé le dernier questionnaire ? Qu’attendez-vous de celui-ci ?",
  "guide.ask.other": "Qu’y a-t-il derrière cette réponse ? À quoi verrait-on que cela va mieux ?",
  "guide.ask.keep": "Qu’est-ce qui fait que cela tient ? Comment ne pas le perdre ?",
  "guide.notes": "Notes",
  "guide.decide": "4. Choisir une chose (5 minutes)",
  "guide.decide.text":
    "Une seule, que l’équipe peut faire elle-même. Le reste est porté plus haut, et l’équipe sait par qui.",
  "guide.decide.what": "Ce que nous faisons",
  "guide.decide.who": "Qui",
  "guide.decide.when": "Pour quand",
  "guide.decide.up": "Ce que nous demandons plus haut",
  "guide.close":
    "Dans un mois, dix minutes : qu’est-ce qui a changé ? La prochaine vague dira si cela se voit.",
  "team.actions.all": "Toutes les actions",
} as const;
