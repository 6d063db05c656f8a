import type { SensitiveWords } from "../sensitive.ts";

/** Of texts without accents, small letters only. */
export const french: SensitiveWords = {
  health: [
    /\b(cancer|diabet\w*|epilep\w*|handicap\w*|rqth|invalid(e|es|ite)|depress\w*|burn ?-?out\w*|bipolaire\w*|schizo\w*|anorexi\w*|boulimi\w*|autis\w*|tdah|dyslexi\w*|vih|sida|seroposit\w*|chimio\w*|dialyse|fausse couche|ivg|pma|fiv)\b/,
    /\b(enceinte|grossesse|conges? maternite|accouche\w*)\b/,
    /\b(malad(e|es|ie|ies)|arrets? (de travail|maladie)|en arret|mi-?temps therapeutique|accident (du|de) travail|medecin\w*|psy|psychologue|psychiatr\w*|hopita\w*|hospitalis\w*|operat\w* d[eu']|opere(e|s)?|traitement medical|medicament\w*|antidepresseur\w*|anxiolytique\w*|lombalgi\w*|hernie|sciatique|tendinit\w*|alcoolis\w*|alcoolique\w*|addict\w*|drogue(e|s|es)?|cure de desintox\w*)\b/,
  ],
  union: [
    /\b(syndica\w*|syndique\w*|cgt|cfdt|cftc|cfe-?cgc|unsa|sud solidaires|greve|grevistes?|debrayage|piquet de greve|delegues? (du personnel|syndical\w*)|representants? du personnel|elus? (du |au )?cse|prud'?hom\w*)\b/,
    /\bfo\b(?! )/,
  ],
  religion: [
    /\b(religi\w*|croyan(t|te|ts|tes|ces?)|musulman\w*|islam\w*|catholi\w*|chreti\w*|protestant\w*|evangelique\w*|juif|juive|juifs|juives|judaisme|bouddhis\w*|hindou\w*|athee\w*|laicite|priere|prier|prie|ramadan|careme|shabbat|voile (islamique|integral)|foulard|hijab|kippa|mosquee|eglise|synagogue|halal|casher|temoins? de jehovah)\b/,
  ],
  orientation: [
    /\b(homosex\w*|homophob\w*|heterosex\w*|bisex\w*|transsex\w*|transgenre\w*|transphob\w*|non-?binaire|lgbt\w*|gays?|lesbienn\w*|pede|pedes|gouine\w*|tapette|coming ?-?out|vie sexuelle|orientation sexuelle)\b/,
  ],
  origin: [
    /\b(racis\w*|antisemit\w*|xenophob\w*|raciste|noirs|arabes?|maghrebin\w*|africain\w*|asiatique\w*|chinetoque|gitans?|roms?|blancs et|immigre\w*|sans-?papiers|couleur de (ma|sa|leur|la) peau|origine (ethnique|etrangere)|titre de sejour)\b/,
    /\b(extreme (droite|gauche)|rassemblement national|insoumis\w*|communist\w*|fascist\w*|opinions? politiques?|parti politique)\b/,
  ],
  threat: [
    /\b(suicid\w*|me tuer|mettre fin a mes jours|en finir|plus envie de vivre|envie de mourir|mourir|me faire du mal|me jeter|me pendre|scarif\w*|a bout|je n'en peux plus|j'en peux plus)\b/,
    /\b(tuer|te buter|le buter|la buter|buter|crever|poignard\w*|couteau|flinguer|fusil|arme a feu|bombe|exploser|mettre le feu|bruler l[ae']|casser la (gueule|figure)|menac\w*|va payer|vont payer|vengeance|je vais l[ea] (frapper|cogner)|sabot(er|age))\b/,
  ],
  accusation: [
    /\b(harcel\w*|harass\w*|agress\w*|attouchement\w*|violences? (sexuelle\w*|physique\w*|conjugale\w*)|viol|viole[es]?|viols|violeur\w*|mains? aux? fesses|main baladeuse|sexis\w*|discrimin\w*|humili\w*|brimad\w*|bizutage|insult\w*|injuri\w*|frapp(e|ee|er)|gifl\w*)\b/,
    /\b(vol|vole|volent|volait|vols|voleur\w*|detourn\w*|fraud\w*|escroc\w*|corrup\w*|pot-?de-?vin|pots-?de-?vin|magouill\w*|abus de biens|travail (au noir|dissimule)|falsifi\w*|blanchiment|menteur\w*|menteuse\w*|incompetent\w*|pervers\w*|tyran\w*|couche avec|ivre|bourre(e)?|saoul(e)?|alcoolise\w*)\b/,
  ],
  indirect: [
    /\b(l[ae]|l'|je suis l[ae]) ?(seul|seule|unique|derniere?|premiere?) (\w+ ){0,3}?(a|de|d'|du|en|chez|au|aux|qui|dans|homme|femme|personne)\b/,
    /\bje suis (la|le) (seul|seule|unique)\b/,
    /\bl'unique \w+/,
    /\b(seul|seule) (homme|femme|fille|garcon|apprenti|apprentie|alternant|alternante|stagiaire|cadre|interimaire)\b/,
    /\b(en tant que|etant|comme je suis) (l[ae]|l'|responsable|chef|cheffe|direct\w+|adjoint\w*|assistant\w*|comptable)\b/,
    /\bje suis (responsable|chef|cheffe|direct\w+|adjoint\w*|comptable|apprenti\w*|alternant\w*|stagiaire|delegue\w*|enceinte|veuf|veuve|pere celibataire|mere celibataire)\b/,
    /\b(mon|ma|notre) (n ?\+ ?[12]|chef|cheffe|manager|manageuse|responsable|superieur\w*|direct(eur|rice)|patron|patronne)\b/,
    /\b(le|la) (chef|cheffe|responsable|direct(eur|rice)|manager) (de|du|d'|des)\b/,
    /\b(depuis|il y a|apres) (2[0-9]|[3-5][0-9]|vingt\w*|trente\w*|quarante\w*) (ans|annees)\b/,
    /\b(je pars|part|mon depart|son depart) (a|en) (la )?retraite\b/,
    /\b(mon (mari|fils|frere|pere|conjoint)|ma (femme|fille|soeur|mere|conjointe)) (travaille|bosse|est aussi)\b/,
    /\bj'ai \d{2} ans\b/,
  ],
};
