import { type Language, words } from './language.ts';

export const french: Language = {
  code: 'fr',
  edges: {
    tailLabels: [
      '{à|a} {lire|voir|découvrir|écouter} {aussi|également|ailleurs}<60>',
      'lire {aussi|également|la suite}<60>',
      '{sur|dans} {le même {sujet|thème}|la même {rubrique|catégorie}}<30>',
      'article[s] {similaire|lié|connexe|récent|populaire|recommandé}[s]<30>',
      'nos {articles|derniers}<40>',
      '[<number>] {commentaire[s]|réactions} [[(]<number>[)]]',
      'laisser un commentaire<30>',
      "à propos de l'auteur<30>",
      'mots{-| }clés<200>',
      'partager<40>',
    ],
    commentSigns: ['*commentaire*'],
    signatures: ['par', 'auteur'],
    dateLabels: ['publié*', 'mis à jour*'],
  },
  furniture: {
    relatedLabels: [
      '{à|a} {lire|voir|écouter} [aussi|également|ici]',
      "lire {aussi|également|la suite|l'article}",
      'voir {aussi|également}',
      'sur le même {sujet|thème}',
      'pour aller plus loin',
      'nos {articles|derniers articles}',
      '{articles|contenus} {liés|similaires|connexes}',
    ],
    relatedCapitals: ['LIRE AUSSI'],
    relatedBeforeTitle: ['[à] lire aussi'],
    subscription: [
      'abonnez-vous*',
      "s'abonner*",
      'inscrivez-vous<any>*{newsletter*|infolettre*|lettre*|alerte*}',
      'recevez<any>*{newsletter*|infolettre*|boîte mail*|par [e[-]]mail*|courriel*}',
      "{cet|l'}[ ]article est réservé*",
      'il vous reste*',
      'la suite est réservée*',
      'déjà abonné*',
      'pas encore abonné*',
    ],
    contact: {
      appeals: [
        "contactez {la rédaction|l'auteur|le journaliste|la journaliste|nous}*",
        'contact [presse][ ]:',
        "écrire à l'auteur*",
      ],
      channels: ['courriel'],
    },
    shareWords: ['partager', 'imprimer', 'envoyer'],
    shareParticles: ['sur', 'par', 'en'],
    shareConjunctions: ['et'],
    shareAppeals: ["partage{r|z} {cet article|l'article|sur}"],
    comments: {
      many: ['commentaires'],
      appeals: ['laisse{r|z} un commentaire*', 'réagissez*', 'aucun commentaire*'],
    },
    consent: ['{ce site|nous|notre site} utilis{e|ons}<30>cookies*', 'en {poursuivant|continuant} votre navigation*'],
    legal: ['reproduction interdite*'],
    rightsReserved: ['tous droits réservés*'],
    advertisingLabels: ['publicité', 'annonce'],
    interruptions: ['la suite après {la|cette} publicité*'],
    appAppeals: ["téléchargez {notre|l'}*"],
    navigation: ["retour {en haut|à l'accueil}", 'article {suivant|précédent}'],
    topicLabels: ['mots-clés', 'étiquettes'],
    viewInBrowser: [
      '{voir|lire|afficher|consulter|ouvrir} <40>{navigateur|[version] en ligne}',
      'si {vous ne {visualisez|parvenez|voyez}|ce {message|mail|courriel}}<80>',
    ],
    forwarding: ['transférer {ce|cette|à un ami}'],
    mailingList: [
      '[se|vous] {désabonner|désinscrire|désabonnez-vous|désinscrivez-vous}',
      'vous {recevez|avez reçu} {ce|cet|cette}',
      '{ce|cet} {message|e[-]mail|courriel} {a été|vous}<20>*{envoyé|adressé}*',
    ],
    confidentiality: ['ce {message|courriel|mail}<80>confidentiel*'],
    mailPrograms: ['envoyé {de|depuis} mon <2-30><end>'],
  },
  corrections: {
    labels: ['rectificatif', 'rectification', 'erratum'],
    particles: ['de', 'du'],
    notes: [
      'une [première|précédente] version [précédente|antérieure|initiale] de cet article*',
      'cet article a été {modifié|corrigé|mis à jour}*',
    ],
  },
  reported: ['a déclaré', 'a dit', 'a indiqué', 'selon'],
  bylines: {
    signatureVerbs: words('publié, écrit'),
    signaturePrepositions: words('par'),
    lineLabels: ['par', 'auteur[e]'],
    works: ['écrit', 'publié', 'rédigé', 'propos recueillis'],
    prepositions: ['par'],
    labels: ['auteur[s]', 'autrice', 'rédaction'],
    beforeTime: ['à'],
    notNames: ['administrateur'],
    roles: ['rédact{eur|rice}', 'contributeur'],
    desks: ['redaction', 'rédaction'],
    paperWords: ['monde', 'figaro', 'dépêche'],
  },
  head: {
    releases: ['communiqué [de presse]'],
    title: ['titre', 'objet'],
    byline: ['auteur[e]'],
    published: ['publié[e] [le]', 'envoyé'],
    modified: ['mis[e] à jour [le]'],
    publication: ['journal'],
    section: ['rubrique'],
    url: ['adresse'],
    mail: ['de', 'à'],
    dateVerbs: ['publié'],
    datePrepositions: ['le'],
    dateWords: ['à', 'a', 'le'],
  },
  weekdays: words('lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche'),
  monthSpellings: [
    ['fev', 2],
    ['aout', 8],
    ['sept', 9],
  ],
  danglingWords: words('le, la, les, un, une, des, du, de, et, ou, que, qui, à, au, aux, en'),
  givenNames: {
    women: words(
      'marie, jeanne, françoise, monique, catherine, nathalie, isabelle, jacqueline, anne, sylvie, martine, nicole, hélène, christine, valérie, sophie, sandrine, véronique, céline, chantal, brigitte, dominique, claire, camille, léa, manon, inès, chloé, élise, éliane, maïwenn, solange, suzanne, thérèse, yvette, odile, mathilde, margaux, lucie, julie, juliette, gaëlle, florence, émilie, delphine, colette, agnès, aurélie',
    ),
    men: words(
      'jean, pierre, michel, andré, philippe, rené, louis, alain, jacques, bernard, marcel, daniel, roger, robert, paul, claude, henri, christian, nicolas, georges, patrick, gérard, guillaume, antoine, julien, thomas, rémi, luc, hugo, mathieu, matthieu, laurent, olivier, françois, étienne, yves, yann, thierry, stéphane, sébastien, serge, pascal, maxime, marc, loïc, gilles, frédéric, fabrice, éric, emmanuel, didier, denis, damien, christophe, bruno, benoît, armand, arnaud, dominique, camille',
    ),
  },
  statements: {
    reporting: words(
      'ironise, rapporte, déclare, déclarait, dit, disait, disent, explique, expliquait, expliquent, ajoute, ' +
        'ajoutait, affirme, affirmait, affirment, estime, estimait, assure, assurait, souligne, soulignait, ' +
        'raconte, racontait, racontent, répond, répondent, annonce, lance, lançait, confie, confiait, regrette, ' +
        'rappelle, précise, poursuit, conclut, indique, indiquait, note, juge, déplore, observe, résume, ' +
        'insiste, martèle, admet, reconnaît, prévient, détaille, témoigne, soupire, plaisante, promet, écrit, ' +
        "écrivait, demande, dénonce, évoque, évoquait, parle, se félicite, s'inquiète, s'agace, s'exclame, " +
        "s'indigne, s'interroge, s'étonne, se réjouit, se souvient, se désole, s'insurge, s'alarme, s'emporte, " +
        "se défend, s'amuse, réplique, rétorque, glisse, commente, tranche, sourit, plaide, tonne, avertit, " +
        'constate, salue, fustige, critique, nuance, avoue, jure, soutient, avance, relève, renchérit, concède, ' +
        'balaie, exhorte, appelle, justifie, décrit, analyse, décrypte, réagit, peste, grince, rit, souffle, ' +
        'murmure, crie, hurle, complète, abonde, clame, proclame, considère, pense, fait savoir, fait valoir, ' +
        'met en garde, ' +
        '{a|ont|avait|avaient}[-t] {déclaré|dit|expliqué|ajouté|affirmé|estimé|assuré|souligné|raconté|répondu|annoncé|lancé|confié|regretté|rappelé|précisé|poursuivi|conclu|indiqué|noté|jugé|écrit|admis|reconnu|prévenu|promis|demandé|insisté|dénoncé|évoqué|parlé|qualifié|commenté|répliqué|résumé|martelé|justifié|rétorqué|ironisé|plaidé|déploré|réagi|tonné|averti|constaté|observé|salué|fustigé|critiqué|martelé|nuancé|tranché|glissé|soupiré|plaisanté|témoigné|détaillé|avoué|juré|tweeté|publié|partagé|soutenu|avancé|relevé|renchéri|concédé|balayé|exhorté|appelé|mis en garde|fait savoir|fait valoir}, ' +
        'a-t-{il|elle} {déclaré|dit|expliqué|ajouté|affirmé|estimé|assuré|souligné|raconté|répondu|annoncé|lancé|confié|regretté|rappelé|précisé|poursuivi|conclu|indiqué|noté|jugé|écrit|admis|reconnu|prévenu|promis|demandé|insisté|dénoncé|évoqué|parlé|qualifié|commenté|répliqué|résumé|martelé|justifié|rétorqué|ironisé|plaidé|déploré|réagi|tonné|averti|constaté|observé|salué|fustigé|critiqué|martelé|nuancé|tranché|glissé|soupiré|plaisanté|témoigné|détaillé|avoué|juré|tweeté|publié|partagé|soutenu|avancé|relevé|renchéri|concédé|balayé|exhorté|appelé|mis en garde|fait savoir|fait valoir}, ' +
        'ont-{ils|elles} {déclaré|dit|expliqué|ajouté|affirmé|estimé|assuré|souligné|raconté|répondu|annoncé|lancé|confié|regretté|rappelé|précisé|poursuivi|conclu|indiqué|noté|jugé|écrit|admis|reconnu|prévenu|promis|demandé|insisté|dénoncé|évoqué|parlé|qualifié|commenté|répliqué|résumé|martelé|justifié|rétorqué|ironisé|plaidé|déploré|réagi|tonné|averti|constaté|observé|salué|fustigé|critiqué|martelé|nuancé|tranché|glissé|soupiré|plaisanté|témoigné|détaillé|avoué|juré|tweeté|publié|partagé|soutenu|avancé|relevé|renchéri|concédé|balayé|exhorté|appelé|mis en garde|fait savoir|fait valoir}, ' +
        "s'est {félicité[e]|inquiété[e]|exclamé[e]|indigné[e]|interrogé[e]|étonné[e]|réjoui[e]|désolé[e]|insurgé[e]|alarmé[e]|emporté[e]|défendu[e]|amusé[e]|souvenu[e]}",
    ),
    telling: words(
      '{a|ont} {déclaré|dit|expliqué|ajouté|affirmé|estimé|assuré|annoncé|précisé|indiqué|promis|reconnu}, ' +
        'affirme, assure, estime, explique, annonce, précise, indique',
    ),
    roles: words(
      'maire, ministre, président, présidente, préfet, préfète, procureur, procureure, directeur, directrice, ' +
        'porte-parole, député, députée, sénateur, sénatrice, premier ministre, première ministre, conseiller, ' +
        'conseillère, adjoint, adjointe, élu, élue',
    ),
    accordingTo: words("selon, d'après, selon {un|le} communiqué de"),
    that: words("que, qu'"),
    inscribed: words('titre, panneau, banderole, slogan, pancarte'),
    behindSubjects: words('dans, lors, à, au, aux, après, pendant, en, qui, que'),
    titles: words('Mme'),
    today: words('aujourd’hui'),
    yesterday: words('hier [soir]'),
    naming: words(
      'intitulé[e], titre, titré, baptisé[e], surnommé[e], dit[e], livre, roman, film, chanson, revue, ' +
        'journal, panneau, banderole, slogan, pancarte, exposition',
    ),
    pronouns: { she: words('elle'), he: words('il'), they: words('ils, elles') },
    determiners: words('le, la, un, une, son, sa, notre'),
    kindsOfPeople: words(
      'mère, père, fils, fille, frère, sœur, femme, homme, mari, veuve, voisin, voisine, riverain, riveraine, habitant, habitante, agricultrice, agriculteur, institutrice, instituteur, boulanger, boulangère, infirmière, infirmier, témoin',
    ),
    publishing: words('a déclaré, a écrit, a publié, écrit, annonce'),
    times: words('lundi, mardi, mercredi, jeudi, vendredi, hier'),
    clauseOpeners: words(
      'après, avant, dans, lors, pendant, selon, le {lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche}',
    ),
    complements: words('de, du, des, pour, qui'),
    beforeVerbs: words('a, ont'),
    printed: words('communiqué, déclaration'),
    articles: words('le, la'),
  },
  letters: {
    forwarded: ["[début du] message {transféré|d'origine|original}"],
    answerBegins: ['le'],
    wrote: ['a écrit', 'écrivait'],
    sender: ['de'],
    date: ['envoyé'],
    subject: ['objet'],
    otherFields: ['à', 'a', 'répondre à'],
    organizations: words('mairie, ville, ministère, préfecture, conseil, fondation, université'),
  },
  people: {
    beforeNames: words('m, mme, mlle, dr, pr, professeur, maître, président, présidente, maire, ministre'),
  },
};
