import { type Language, words } from './language.ts';

const weekdays = words('montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag');

export const german: Language = {
  code: 'de',
  edges: {
    tailLabels: [
      '[das] k{ö|oe}nnte {sie|dich|dir|ihnen|euch}*<40>',
      '[auch] interessant[e artikel]',
      'mehr {zum|zu|zur|aus|von|über|artikel|themen|nachrichten|news|lesen|infos|beiträge}<60>',
      'weitere {artikel|themen|beiträge|news|nachrichten|meldungen|informationen|infos|links|inhalte|videos|rezepte|texte}<60>',
      'ähnliche<40>',
      'verwandte<40>',
      'passend[e] {zum|artikel|beiträge|dazu}<30>',
      'neueste<40>',
      'aktuelle {artikel|beiträge|meldungen|nachrichten|news}<30>',
      '[die] {meist|viel}[ ]gelesen*<40>',
      'beliebte[ste]<40>',
      'empfohlene<40>',
      'empfehlungen*<40>',
      'unsere empfehlungen*<40>',
      'lesen sie {auch|mehr|weiter|dazu}<50>',
      'lies {auch|mehr|weiter}<50>',
      'schon gelesen<10>',
      '[<number>] {kommentar[e]|antworten|reaktionen|gedanken zu <100>|leserkommentare|meinungen} [[(]<number>[)]]',
      '{schreibe|schreiben sie|hinterlasse|verfasse}<20> {kommentar|antwort}<20>',
      'kommentar {schreiben|hinterlassen|verfassen|abgeben}<20>',
      'diskutieren sie mit',
      'über {den autor|die autorin|die autoren|uns}<40>',
      'zum autor<20>',
      'autor[in]',
      '{artikel|beitrag|diesen beitrag|diesen artikel|seite} {teilen|drucken|empfehlen|bewerten}<20>',
      'teilen',
      'schlagw{orte|örter}',
      'stichwort[e]',
      'themen',
      'zurück<30>',
      'vorschau auf<40>',
      'nächster {artikel|beitrag}<30>',
    ],
    commentSigns: ['*kommentar*', '*antworten*', '*diskutieren*'],
    signatures: [
      'von',
      'vom',
      'foto[s]',
      'autor[in|en]',
      'veröffentlicht von',
      'geschrieben von',
      'ein beitrag von',
      'redaktion',
    ],
    dateLabels: [
      'veröffentlicht {am|von|in}*',
      'erstellt {am|von}*',
      'aktualisiert*',
      'stand:',
      'zuletzt*',
      'letzte {änderung|aktualisierung}*',
      '<number> minuten',
      'lesezeit*',
      'lesedauer*',
    ],
  },
  furniture: {
    relatedLabels: [
      'lesen sie {auch|mehr|hier|dazu|weiter|hierzu} [<2-30 without :.>]',
      'mehr {zum thema|dazu|lesen|aus [dem] <word>|artikel|nachrichten}',
      'zum thema',
      'das k{ö|oe}nnte {sie|dich} [auch] interessieren',
      'auch interessant',
      'weiterlesen',
      'weiterf{ü|ue}hrende {links|artikel}',
      'siehe auch',
      'verwandte {artikel|themen|beitr{ä|ae}ge}',
    ],
    relatedBeforeTitle: ['lesen sie {auch|hier|mehr}'],
    subscription: [
      'jetzt {abonnieren|kostenlos|testen|anmelden|registrieren}*',
      'abonnieren sie*',
      'melden sie sich {für|zu|zum|an}<any>*newsletter*',
      'melden sie sich {jetzt|hier|kostenlos} [jetzt|hier|kostenlos] [jetzt|hier|kostenlos] {für|zu|zum|an}<any>*newsletter*',
      'hier {können|geht|kommen}*<40>*newsletter*',
      'newsletter {abonnieren|bestellen|anmelden}*',
      '{unser|der|mit dem|mit unserem} <40>*newsletter',
      '{dieser|der} artikel ist [nur] für abonnenten*',
      'als abonnent*',
      'mit einem abo*',
      'sie haben {noch kein|bereits ein} abo*',
      'noch kein abo*',
      'bereits abonnent*',
      'weiterlesen mit*',
      '{dieser|der} {inhalt|artikel|text} ist {exklusiv|kostenpflichtig}*',
    ],
    contact: {
      appeals: [
        'kontakt[ieren sie] {zum|zur|zu den|den|die} {autor|redaktion|verfasser}*',
        'kontakt[ieren sie][ ]:',
        'schreiben sie {uns|der redaktion|dem autor|der autorin|an}',
        '{presse|ansprechpartner|rückfragen|pressekontakt}[in][ ]:',
      ],
      channels: ['telefon'],
    },
    shareWords: ['teilen', 'drucken', 'mailen', 'merken', 'twittern'],
    shareParticles: ['auf', 'per', 'über'],
    shareConjunctions: ['und'],
    shareAppeals: [
      '[diesen] {artikel|beitrag|seite} {teilen|drucken|empfehlen|versenden|merken}',
      'auf {facebook|twitter|x|whatsapp|linkedin} teilen',
      'teilen sie {diesen|den} {artikel|beitrag}',
    ],
    comments: {
      many: ['kommentare'],
      after: ['lesen', 'schreiben', 'anzeigen', 'verfassen'],
      appeals: [
        'kommentar {schreiben|verfassen|hinterlassen}*',
        'diskutieren sie mit*',
        'schreiben sie {einen|den ersten} kommentar*',
      ],
    },
    consent: [
      'wir {verwenden|nutzen|setzen}<40>cookies',
      'diese [web]s{eite|ite} {verwendet|nutzt|benutzt}<30>cookies*',
    ],
    legal: ['nachdruck verboten*', '{impressum|datenschutz}<60 without .><end>'],
    rightsReserved: ['alle rechte vorbehalten*'],
    advertisingLabels: ['anzeige', 'werbung'],
    interruptions: ['nach der anzeige weiterlesen*', '{artikel|text} geht {nach|unter}*'],
    appAppeals: ['laden sie {unsere|die} <20>*app*'],
    navigation: [
      'zurück [zur <1-30>]',
      'nach oben',
      'zur {startseite|übersicht}',
      'nächster artikel',
      'vorheriger artikel',
    ],
    topicLabels: ['schlagw{ort|örter}', 'stichw{ort|orte|örter}', 'themen'],
    viewInBrowser: [
      'browser[-]ansicht<40><end>',
      '[newsletter|e[-]mail|nachricht] im [web]browser {anzeigen|ansehen|öffnen|lesen|betrachten}*',
      '{wird|sollte} {diese|dieser|die|der|unser}<40>{dargestellt|angezeigt}*',
    ],
    forwarding: [
      '[newsletter|e[-]mail] {an freunde|weiterempfehlen|an einen freund weiterleiten}',
      'wurde {ihnen|dir} {diese|dieser}<30>*weitergeleitet*',
    ],
    mailingList: [
      'sie {erhalten|erhielten|bekommen|haben}<50>{e[-]mail|newsletter|nachricht|rundbrief}',
      '{diese|dieser} {e[-]mail|newsletter|nachricht} {wurde|ging|geht|ist}<60>{gesendet|versandt|verschickt|an}',
      '[newsletter|vom newsletter|hier|sich] {abmelden|abbestellen|austragen}',
      'wenn sie {diesen|unseren|keinen|keine}<80>{erhalten|abmelden|abbestellen|empfangen}*',
    ],
    confidentiality: ['diese {e[-]mail|nachricht}<80>vertraulich*'],
    mailPrograms: ['von {meinem|meiner|unterwegs}<2-40>*gesendet[.]<end>', 'gesendet {von|mit} <2-40><end>'],
  },
  corrections: {
    labels: ['korrektur', 'berichtigung', 'richtigstellung'],
    particles: ['der'],
    notes: [
      'in einer {früheren|vorherigen|ersten} {version|fassung} {dieses|des}*',
      '{anmerkung|hinweis} der redaktion<any>{korrig*|frühere*|version*|fehler*|fassung*}',
    ],
  },
  reported: ['sagte', 'sagt', 'erklärte', 'teilte', 'laut'],
  bylines: {
    signatureVerbs: words('veröffentlicht, geschrieben, eingestellt, gespeichert, verfasst, erstellt'),
    signaturePrepositions: words('von'),
    signatureWorks: words('ein {beitrag|artikel|kommentar|interview}'),
    signatureLabels: words('redaktion, autor[in], bericht, reportage'),
    lineLabels: ['von', 'ein {bericht|kommentar|beitrag} von', 'autor[in]'],
    works: words(
      'pressemitteilung, im wortlaut, nachricht, rede, meldung, gastkommentar, verfasst, geschrieben, ' +
        'veröffentlicht, erstellt, ' +
        '[ein|eine][ ]{beitrag|gastbeitrag|artikel|kommentar|interview|kolumne|reportage|glosse|rezension|bericht|porträt}, ' +
        'eingestellt, gepostet, hochgeladen, analyse',
    ),
    prepositions: ['von', 'vom', 'durch'],
    labels: ['autor[in|en|innen|:in|\\*in|_in]', 'redaktion', 'text', 'foto', 'verfasser[in]'],
    beforeCapital: ['autor[in|en]', 'von'],
    closers: words(
      'veröffentlicht, aktualisiert, im gespräch, hinterlasse, {no|kein[e]} {comment[s]|kommentar[e]}, kommentar[e|ieren], ' +
        'lesezeit, lesedauer',
    ),
    beforeTime: ['am', 'um'],
    afterNumber: ['kommentar[e]'],
    weekdays,
    weekdayAbbreviations: words('mo, di, mi, do, fr, sa, so'),
    beforeWeekday: ['am'],
    notNames: words(
      'autoreninformation[en], profilbild, gast, anonym, unbekannt, autor, pressemitteilung, von, mehr, ' +
        '[zeige|weitere|mehr] [alle] {artikel|beiträge}, biografie, über den autor, profil, anmelden, ' +
        'abmelden, einloggen, registrieren, mein konto, menü, suche, nachricht, aktuell, zuletzt geändert, ' +
        'quelle[n]',
    ),
    roles: words(
      'journalist[in], redakteur[in], korrespondent[in], volontär[in], chefredakteur[in], autor[in], ' +
        'fotograf[in], ressort, *leiter[in], direktor[in], gesponsert*, professor[in] {für|of|at}, ' +
        'sprecher[in], geschäftsführer[in]',
    ),
    desks: words(
      'redaktion, nachrichten, magazin, zeitung, blatt, verlag, medien, gmbh, ag, e.[ ]v., stiftung, ' +
        'verband, institut, ministerium, pressestelle, presse, agentur, webteam',
    ),
    paperWords: words('zeitung, bote, anzeiger, tagblatt, tageblatt, nachrichten, kurier, rundschau, presse'),
    affiliations: ['redaktion*', 'bote*', 'zeitung*', 'anzeiger*'],
  },
  head: {
    releases: ['pressemitteilung', 'presseinformation'],
    title: ['titel', 'betreff'],
    byline: ['autor[in]', 'von'],
    published: ['veröffentlicht [am]', 'datum', 'gesendet', 'erschienen [am]'],
    modified: ['[zuletzt] aktualisiert [am]', 'stand'],
    publication: ['quelle', 'zeitung', 'medium'],
    section: ['ressort', 'rubrik'],
    url: ['adresse'],
    mail: ['an'],
    dateVerbs: ['veröffentlicht'],
    datePrepositions: ['am'],
    dateWords: ['um', 'uhr', 'am', 'den'],
  },
  weekdays: [...weekdays, 'sonnabend'],
  monthSpellings: [
    ['janner', 1],
    ['feber', 2],
    ['jan', 1],
    ['mrz', 3],
    ['maerz', 3],
    ['jun', 6],
    ['jul', 7],
    ['sept', 9],
  ],
  danglingWords: words(
    'der, die, das, den, dem, des, ein, eine, einen, einem, einer, und, oder, aber, von, mit, für, zu, ' +
      'zum, zur, im, am, auf, dass',
  ),
  givenNames: {
    women: words(
      'anna, petra, sabine, ursula, monika, heike, birgit, claudia, gabriele, renate, karin, brigitte, ingrid, angelika, silke, anja, katrin, kathrin, martina, susanne, ute, elke, helga, gisela, hannelore, greta, frieda, hilde, hildegard, gerda, inge, jutta, katharina, leonie, lieselotte, luise, marlene, mathilde, annegret, antje, dagmar, doris, erika, franziska, gudrun, heidi, johanna, julia, kerstin, lena, lisa, magdalena, nadine, nicole, sandra, simone, stefanie, tanja, ulrike, vera',
    ),
    men: words(
      'peter, hans, klaus, jürgen, dieter, uwe, wolfgang, bernd, manfred, werner, horst, günter, heinz, helmut, gerhard, jörg, ralf, rolf, frank, holger, karl, kurt, ludwig, matthias, markus, michael, olaf, rainer, rudolf, stefan, sven, thomas, thorsten, torsten, ulrich, volker, walter, wilhelm, emil, erich, ernst, felix, florian, friedrich, fritz, georg, gustav, heinrich, hermann, jan, jens, joachim, johannes, konrad, lars, lukas, martin, maximilian, moritz, niklas, oliver, otto, philipp, sebastian, siegfried, tobias, christian, alexander, andreas, anton, armin, arno, axel, bernhard, carsten, detlef, dirk, eberhard, eckart',
    ),
  },
  statements: {
    reporting: words(
      'sagte, sagt, sagen, sagten, erklärte, erklärt, erklärten, betonte, betont, betonten, meinte, meint, ' +
        'meinten, fügte, ergänzte, ergänzt, so, klagte, klagt, klagten, berichtete, berichtet, berichteten, ' +
        'schrieb, schreibt, schrieben, teilte, teilten, kritisierte, kritisiert, kritisierten, warnte, warnt, ' +
        'warnten, forderte, fordert, forderten, lobte, lobt, nannte, nennt, bezeichnete, bezeichnet, sprach, ' +
        'spricht, antwortete, antwortet, fragte, fragt, rief, ruft, riefen, versprach, verspricht, kündigte, ' +
        'räumte, gab, behauptete, behauptet, äußerte, äußert, erzählte, erzählt, erzählten, erinnerte, erinnert, ' +
        'schilderte, schildert, entgegnete, entgegnet, erwiderte, erwidert, kommentierte, kommentiert, ' +
        'begründete, begründet, versicherte, versichert, stellte, hob, verwies, mahnte, mahnt, mahnten, bat, ' +
        'bittet, scherzte, scherzt, freute, freut, resümierte, resümiert, findet, fand, glaubt, glaubte, hofft, ' +
        'hoffte, seufzt, seufzte, lachte, lacht, sprechen, gesagt, erklären, urteilte, urteilt, folgerte, ' +
        'folgert, konstatierte, konstatiert, unterstrich, unterstreicht, bekräftigte, bekräftigt, bestätigte, ' +
        'bestätigt, beteuerte, beteuert, beklagte, beklagt, monierte, moniert, bemängelte, bemängelt, ' +
        'appellierte, appelliert, bilanzierte, bilanziert, prophezeite, prophezeit, verkündete, verkündet, ' +
        'twitterte, postete, argumentierte, argumentiert, analysierte, analysiert, erläuterte, erläutert, ' +
        'präzisierte, präzisiert, konterte, kontert, gestand, gesteht, schimpfte, schimpft, brummte, brummt, ' +
        'flüsterte, flüstert, schwärmte, schwärmt, wetterte, wettert, spottete, spottet, grantelt, raunt, ' +
        'raunte, murmelt, murmelte, ruft zu, verlangte, verlangt, begrüßte, begrüßt, bedauerte, bedauert, ' +
        'bedankte, wünscht, wünschte, dachte, denkt, ' +
        '{hat|haben|hatte} {gesagt|erklärt|betont|geschrieben|mitgeteilt}',
    ),
    telling: words(
      'sagte, sagt, erklärte, erklärt, betonte, betont, meinte, berichtete, kündigte, versicherte, ' +
        'behauptete, warnte, teilte, räumte, schrieb',
    ),
    roles: words(
      'bürgermeister, bürgermeisterin, oberbürgermeister, oberbürgermeisterin, minister, ministerin, ' +
        'innenminister, innenministerin, außenminister, außenministerin, finanzminister, finanzministerin, ' +
        'ministerpräsident, ministerpräsidentin, kanzler, kanzlerin, bundeskanzler, bundeskanzlerin, präsident, ' +
        'präsidentin, bundespräsident, sprecher, sprecherin, polizeisprecher, polizeisprecherin, polizeichef, ' +
        'polizeichefin, polizeipräsident, polizeipräsidentin, regierungssprecher, senator, senatorin, ' +
        'abgeordnete, abgeordneter, vorsitzende, vorsitzender, chef, chefin, parteichef, parteichefin, ' +
        'fraktionschef, generalsekretär, generalsekretärin, direktor, direktorin, leiter, leiterin, ' +
        'geschäftsführer, geschäftsführerin, professor, professorin, blogger, bloggerin, autorin, autor, ' +
        'journalist, journalistin, schriftsteller, schriftstellerin, forscher, forscherin, experte, expertin, ' +
        'anwalt, anwältin, richter, richterin, staatsanwalt, staatsanwältin, bischof, bischöfin, trainer, ' +
        'trainerin, unternehmer, unternehmerin, landrat, landrätin, stadtrat, stadträtin, gesundheitsminister, ' +
        'gesundheitsministerin, verteidigungsminister, verteidigungsministerin, justizminister, ' +
        'justizministerin, verbandschef, verbandschefin, vorstandschef, vorstandschefin, vorstand, rektor, ' +
        'rektorin, virologe, virologin, historiker, historikerin',
    ),
    accordingTo: words(
      'laut, nach angaben von, nach angaben der, nach angaben des, so, laut einer {erklärung|mitteilung|stellungnahme|pressemitteilung} {von|der|des}',
    ),
    that: words('dass'),
    inscribed: words('titel, titels, schlagzeile, schild, plakat, motto, überschrift, aufschrift'),
    behindSubjects: words('am, im, bei, nach, zu, gegenüber, auf, in, mit, vor, während, wobei'),
    today: words('heute'),
    yesterday: words('gestern'),
    naming: words(
      'genannte[n|r|s], namens, titel, titels, schlagzeile, schild, plakat, buch, roman, film, lied, ' +
        'zeitschrift, motto, überschrift, aufschrift, ausstellung',
    ),
    pronouns: { she: words('sie'), he: words('er'), they: words('sie') },
    determiners: words('der, die, das, ein, eine, seine, ihre, sein, ihr'),
    kindsOfPeople: words(
      'mutter, vater, sohn, tochter, bruder, schwester, frau, mann, witwe, nachbar, nachbarin, anwohner, anwohnerin, fahrer, fahrerin, lehrer, lehrerin, schüler, schülerin, zeuge, zeugin, wirt, wirtin, bäcker, bäckerin, verkäufer, verkäuferin, pfarrer, pfarrerin',
    ),
    publishing: words('erklärte, sagte, schrieb, teilte, veröffentlichte, gab, betonte'),
    times: words('montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, gestern'),
    clauseOpeners: words('nach, vor, am, im, bei, mit, seit, als, wenn, heute, gestern'),
    complements: words('von, vom, für, der, des'),
    beforeVerbs: words('hat, haben'),
    printed: words('erklärung, stellungnahme, mitteilung'),
    articles: words('die, das, der'),
    organizations: words('ministerium, behörde, polizei, verband, partei, universität, stadt'),
    notInNames: words('Polizei, Deutsche[n|r|s], Bundes[<word>]'),
  },
  letters: {
    forwarded: ['[anfang der] weitergeleitete[n] {nachricht|e[-]mail}', 'ursprüngliche nachricht', 'originalnachricht'],
    answerBegins: ['am'],
    wrote: ['schrieb', 'schrieben'],
    sender: ['von'],
    date: ['datum', 'gesendet'],
    subject: ['betreff'],
    otherFields: ['an', 'kopie', 'antwort an', 'anlagen'],
    organizations: words(
      'gmbh, ag, redaktion, kommission, stadt, gemeinde, kreis, amt, ministerium, behörde, verein, ' +
        'verband, partei, fraktion, stiftung, hochschule, universität, verlag, pressestelle',
    ),
  },
  people: {
    beforeNames: words(
      'herr, frau, dr, prof, professor, bürgermeister, bürgermeisterin, oberbürgermeister, oberbürgermeisterin, ' +
        'minister, ministerin, präsident, präsidentin, kanzler, kanzlerin, ministerpräsident, ministerpräsidentin, ' +
        'bundeskanzler, bundeskanzlerin, bundespräsident, landrat, landrätin',
    ),
    afterNames: words('jun, sen'),
  },
};
