const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Words so common that, alone, they are never taken for somebody: only beside a name that is one. */
export const functionWords: ReadonlySet<string> = new Set([
  ...list(`
    a ai ainsi ait alors apres as au aucun aussi autant autre autres aux avant avec bien ca car ce
    cela celle celui ces cet cette ceux chacun chaque chez comme comment contre d dans de deja des
    depuis dont donc du elle elles en encore entre es est et etait ete etre eu fait faire faut fois
    hors ici il ils ja je jusque l la le les leur leurs lors lui ma mais mal me meme mes mieux moi
    moins mon ne ni non nos notre nous on ont ou oui par parce pas pendant peu peut plus plusieurs
    plutot pour pourquoi pres puis quand que quel quelle quelque qui quoi s sa sans sauf se selon ses
    si sien son sont sous souvent sur ta tant te tel tes toi ton toujours tout toute toutes tous tres
    trop tu un une va vers voici voila vont vos votre vous vu y`),
  ...list(`
    about above after again all also am an and any are at be because been before being below both
    but by can could did do does done down each ever every few for from had has have he her here him
    his how i if in into is it its just less like made make many may me might more most much must my
    near never no nor not now of off on once one only or other our out over own per put same she
    should since so some still such than that the their them then there these they this those
    through to too two under until up upon us very was we well were what when where which while who
    whom whose why with within would yes yet you your`),
]);

/** Words that are also names: with a small letter they are taken for the word. */
export const ambiguousWords: ReadonlySet<string> = new Set([
  // French: things, colours, trades, animals, qualities, plants, months.
  ...list(`
    abbe abeille adore agile agneau aigle aime aimee air allain allant amande ambre ami amour ancien
    ancre anemone ange angle appel arbre arc argent armand art as aube auge aurore automne avril
    azur bailli balance balle banc banque bar barbe barbier bard baron barre barreau bas basse bateau
    bauge beau beaux bec bel belle benoit berger bergere bernache betty bille biche blanc blanche bled
    bleu blond blot bob bocage boeuf bois boisson boite bon bonjour bonne bonnet bord bordeaux borne
    bosse botte bouc boucher boucle boulanger bourg bourgeois bourse bout bouton branche bras brave
    bref bretelle breton brin brisset broche brun brune bruyere buis bureau but cabane cadet cadre
    caille caisse calme camp canne canon capitaine capucine cardinal carre cartier carton cas casse cave
    cerf cerise cerisier chaine chambre champ champion champs chanson chant chapelle chapeau
    charbon charge charlotte charme charpentier charron chat chateau chatel chaud chauve chef chemin
    chene cheval chevalier chevre choix chou ciel citron clair claire claude clement clemente clement
    cloche clou coeur coin col colin colis colle collet colline colombe combe comble commune comte
    conte content coq corbeau corde cordier cordonnier corne corps constant cote couder coupe cour
    courage courant court courtois cousin couteau couturier couvreur creuse croix cuir culot cure
    cygne dame danger daniel dauphin debout delice denis dernier desire devin diamant dieu dimanche
    divin doigt domaine don dore dos double doux drap droit druide duc dune dur eau eclair ecole
    ecuyer eden elan eloge enfant epine ermitage espoir est estime etang ete etoile evangile faible
    fanny farine faucon faure faux favre fay felicite femme fer ferme ferrand ferry fete feu feuille
    fevrier fidele figue fils fin flamand flamme fleur fleuret fleury flore foin fontaine foret forge
    forgeron fort forte fortune fosse foucault foulon four fourmi fournier frais franc francais france
    franche frere frise froid fromage gabarit gage gagne gai gaillard galant galet garance garcon
    garde gardien gare garnier gascon gauche gaule genet genevrier gentil germain gerbe gilet glace
    gloire gomme gorge gourmand grain grand grande grandin grange gras grave grenier gris gros grosse
    grotte grue guerin guerre gui guide haie halle hardi haut haute heron heureuse heureux hiver
    homme honneur hotel houx huile ile iris ivoire jacinthe jade janvier jardin jardinier jasmin
    jaune jeune jeudi joie joli jolie jour joyeux juge juillet juin juliette jumeau juste justice
    labour lac laine lama lambert lame lance langue lapin large laurier lavande leger legrand lent
    lentille levant leve lierre lievre ligne lilas lin lion lis liste livre loi loin loir long
    longue lorrain loup loyal lundi lune lys madeleine magasin mai maille main maire maitre majeur
    mal malin manche mangin mansard manuel marais marbre marc marchal marchand marchais marche mardi
    mare marechal marguerite marie marin marine mariner marquis marron marronnier mars marteau martin
    martinet mas masse masson matin mauve maximum mechin melisse menthe menu mer mercier mercredi
    mercure mere merisier merle merveille messager messe metayer meunier midi mie miel mignon mignonne
    milieu mille mine mineur mois moine moitie moment monde monnaie mont montagne moral more morel
    morin mort motte mouche moulin moulins mousse mouton moyen muguet mule mulet mur mure muscat
    musique naturel neuf neuve neveu nid nine noble noel noir noire noisette noix nord nouveau
    nouvelle noyer nuit ocean oceane oeillet oie oiseau olive olivier ombre ondine opera or orage
    orange orme os osier ouest ours outil page pages pain paix palais palme pape papillon papin paradis
    parent parfait paris parise part partie pas pascal passe patience patin patte pauvre pavot pays
    peche pecheur peintre pelle pelletier pepin perdrix pere perle perrin perron petit petite peuple
    pic pie piece pied pierre pigeon pilon pin pincon pinson piquet pivoine place plaisant plaisir
    planche plante plat plein pluie plume poil poing point pois poisson poirier poivre pol pomme
    pommier pont porc port porte portier pot poteau potier poule poulet pouce poulain praline pre
    premier premiere prestige prevost prieur prime prince princesse printemps privat prix propre
    provence prudence prudent prune prunier puce puits pur quai quarante quart quartier rabbin rabot
    racine rage raie raison rameau ramier rang rat ravin raymond rayon reine regal reglisse regnier
    renard rene repos reste reveil richard riche rigole rire rive riviere robert robin roc roche rocher
    roger roi roland roman romarin ronce rond ronde rose roseau rosier rosse roue rouge rousseau roux
    royal royer rubis ruche rue sable sabot sac sage saison salle salut samedi sanglier santal sapin
    saule saumon sauvage savoie savon savoureux sec second sel selle semaine sentier septembre serpe
    serre service seul sieur simon simple singe soie soir soldat soleil solide sorel souci souris
    source spinelle stock stage suisse sucre sur sureau table taillandier tailleur talon tambour
    tardif tassin tasse taureau temple temps terrasse terre tertre tete texier thym tilleul tisserand
    tissier toile tonnelier tonnerre torche tour tourneur tours toussaint traverse travers treille
    trefle treize tremble tresor triomphe trois trompette trou tuile tulipe val vallee vallon vanille
    vasseur veau veille veillard veilleur velours vendredi vent verdier verger verite vermeil vernier
    verre vers vert verte vertu vestale veuve victoire vie vieille vieux vif vigne vigneron vilain
    villa villain ville vin vincent viole violet violette vis vite vivant vivier voile voisin voix
    volant vole voyage vrai zelie zephyr
  `),
  // English.
  ...list(`
    abbey ace alder amber angel april arch archer art ash august autumn badger baker ball banks bank
    bar barber bark barley barn bass bates bay beach beam bean bear beck bell berry best bill bird
    bishop black blade bloom blossom blue boards bolt bond bonny booth bow bowl box branch bray brick
    bride bridge bridges brook brooks brown buck bud buddy bull burns bush butcher butler cane cannon
    card carol carpenter carter case cash castle chambers chance chapel chapman charity chase cherry
    chip christian chuck church clay cliff close cloud coach coal cook cooper corn cotton court cox
    crane crisp cross crow curry daisy dale dane dawn day days dean dear deer dell dexter dick dolly
    dove drake drew drinkwater drum duke dusty dyer earl early east easter eve fair faith fall farmer
    faith fern field fields finch fish fisher flag flint flowers flower floyd ford forest foster fox
    frank freeman french frost fuller gale game gardener garland gates gay gem gene ginger glass glen
    glover gold golden good grace grain grant gray graves gravely green grey grove gun guy hale hall
    hammer hand hardy harmony harp harper hart hay hazel head heath heather heaven hill hills hob
    holiday holly hood hooker hope horn house hunt hunter ivory ivy jack jay jean jewel job joiner
    jolly joy judge june junior just kay keen kent key king kitchen knight lake lamb lance lane lark
    law lawn leaf lee lemon light lily lion little locke lodge long lord lot love low loyal luck mace
    major man mark marks marsh mason mast maple mat may mead meadow melody mercy merit mike miles mill
    miller mills milk mist moon moore moss mound mount mountain myers nail neat nelson new nick nickel
    night noble noon north nurse oak oakley oats olive opal orchard page pain painter palmer park
    parsons pat patience pearl peel penny pepper piper pike pink pitt plant plum poole pope poppy
    porter post potter pound power powers preacher price pride priest prince prior queen quick rain
    rake ramp ray read reed reeves rest rice rich ridge ring rivers river rob robin rock rod rode rolls
    rooms rook root rose rosemary rowan royal ruby rush rusty sage sail salmon salt sand sandy savage
    saddler sawyer sharp shaw shell shepherd ship short silver singer skip slate small smart smith
    snow south spark sparrow spice spring stack stamp star steel stern stone stones storm street
    strong sue summer summers sun sunny swan sweet swift taylor teal temple terry thorn tiller timber
    tom topper town trade tree trip tripp troy true tucker turner van vera vest victor vine violet
    wade wagner wait walker wall ward warden waters weaver webb webster weeks well wells west wheat
    wheeler white wild will willow wills win winter wise wolf wood woods wool worth wren wright yard
    yates york young zest
  `),
]);

/** Parts of a name that say nothing by themselves. */
export const particles: ReadonlySet<string> = new Set(
  list(
    "de du des d da do dos das di del della la le les l el al ben ibn bin bint van von der den ter ten zu y e of saint sainte st ste mac mc",
  ),
);
