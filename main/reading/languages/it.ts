import { type Language, words } from './language.ts';

export const italian: Language = {
  code: 'it',
  edges: {
    tailLabels: [
      '{leggi|vedi} anche<60>',
      'articoli {correlati|simili|recenti}<30>',
      'potrebbe interessarti<40>',
      'lascia un commento<30>',
      '[lascia un] commenti<30>',
      'condividi<40>',
    ],
    commentSigns: ['*commenti*'],
    signatures: ['di'],
    dateLabels: ['pubblicato*', 'aggiornato*'],
  },
  furniture: {
    relatedLabels: [
      '{leggi|vedi|guarda} {anche|pure}',
      'leggi {tutto|di più}',
      '[per] approfond{isci|ire|imenti}',
      'articoli correlati',
      'potrebbe[ro] [anche] interessarti',
    ],
    relatedCapitals: ['LEGGI ANCHE'],
    relatedBeforeTitle: ['leggi anche'],
    subscription: [
      'abbonati*',
      'iscriviti',
      '{contenuto|articolo} {riservato|esclusivo}*',
      'ricevi <any>*newsletter*',
      'sei già abbonato*',
    ],
    contact: {
      appeals: [
        'contattaci*',
        "contatta {il giornalista|la giornalista|l'autore|la redazione}*",
        "scrivi {all'autore|alla redazione|a}*",
      ],
      channels: ['telefono'],
    },
    shareWords: ['condividi', 'stampa', 'invia'],
    shareParticles: ['su'],
    shareConjunctions: ['e'],
    shareAppeals: ["condividi {questo|l'articolo|su}"],
    comments: {
      many: ['commenti'],
      appeals: ['lascia un commento*', "commenta l'articolo*"],
    },
    consent: ['{questo sito|utilizziamo|usiamo}<30>cookie*'],
    legal: ['riproduzione riservata*'],
    rightsReserved: ['tutti i diritti riservati*'],
    advertisingLabels: ['pubblicità'],
    interruptions: ['continua a leggere dopo*'],
    appAppeals: ["scarica {la nostra |l'}app*"],
    navigation: ['torna {su|alla home}'],
    topicLabels: ['argomenti', 'etichette'],
    viewInBrowser: ['{visualizza|apri|leggi|guarda} <40>{browser|online}', 'se non {visualizzi|riesci|vedi}<80>'],
    forwarding: ['inoltra {a un amico|questa}'],
    mailingList: [
      '{cancella[ti]|disiscriviti|annulla}<30>*{iscrizione|newsletter}*',
      '{cancella[ti]|disiscriviti|annulla}<30><end>',
      '{ricevi|hai ricevuto} quest{a|o}',
    ],
    confidentiality: ['questo messaggio<80>{confidenzial|riservat}*'],
    mailPrograms: ['inviato da[l mio] <2-30><end>'],
  },
  corrections: {
    labels: ['correzione', 'rettifica', 'errata corrige'],
    notes: ['una versione precedente di questo*', 'questo articolo è stato {corretto|aggiornato|modificato}*'],
  },
  reported: ['ha detto', 'ha dichiarato', 'secondo'],
  bylines: {
    lineLabels: ['di', 'autore'],
    works: ['scritto', 'pubblicato'],
    prepositions: ['di'],
    labels: ['autor{i|e}', 'testo'],
    roles: ['giornalista'],
    desks: ['redazione'],
    paperWords: ['corriere', 'gazzetta', 'giornale', 'repubblica'],
  },
  head: {
    releases: ['comunicato [stampa]'],
    title: ['titolo', 'oggetto'],
    byline: ['autore'],
    published: ['pubblicato [il]', 'data'],
    modified: ['aggiornato [il]'],
    publication: ['fonte'],
    section: ['sezione'],
    mail: ['da', 'a'],
    dateVerbs: ['pubblicato'],
    datePrepositions: ['il'],
    dateWords: ['alle', 'ore', 'il'],
  },
  weekdays: words('lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica'),
  danglingWords: words('il, lo, gli, e, di, da, che, per'),
  givenNames: {
    women: words(
      'maria, anna, giuseppina, rosa, angela, giovanna, teresa, lucia, carmela, caterina, francesca, antonietta, carla, elena, concetta, rita, margherita, franca, paola, laura, giulia, chiara, sara, martina, valentina, alessandra, silvia, elisa, federica, ilaria, marta, barbara, daniela, donatella, emanuela, gabriella, lorena, marina, monica, ornella, patrizia, raffaella, roberta, sabrina, simona, stefania, tiziana, ines',
    ),
    men: words(
      'giuseppe, giovanni, antonio, mario, luigi, francesco, angelo, vincenzo, pietro, salvatore, carlo, franco, domenico, bruno, paolo, michele, giorgio, aldo, sergio, luciano, marco, alessandro, matteo, lorenzo, luca, davide, simone, federico, riccardo, stefano, roberto, fabio, alberto, claudio, daniele, dario, diego, emanuele, enrico, filippo, gianni, gianluca, giacomo, giulio, guido, massimo, maurizio, nicola, renato, renzo, tommaso, umberto, valerio, andrea',
    ),
  },
  statements: {
    reporting: words(
      'smentisce, fa sapere, dice, dicono, diceva, spiega, spiegano, spiegava, aggiunge, aggiungeva, afferma, ' +
        'affermano, racconta, raccontano, raccontava, commenta, sottolinea, ricorda, conclude, annuncia, ' +
        'risponde, replica, osserva, avverte, assicura, precisa, ammette, scrive, scriveva, definisce, chiede, ' +
        'prosegue, insiste, ribadisce, sostiene, lamenta, critica, promette, esclama, scherza, parla, parlava, ' +
        'disse, dichiarò, dichiara, rispose, aggiunse, spiegò, sospira, sorride, ride, conferma, rivela, ' +
        'confessa, denuncia, evidenzia, rimarca, tuona, attacca, ironizza, chiarisce, riferisce, domanda, ' +
        'continua, confida, rileva, auspica, descrive, riassume, urla, grida, sussurra, si lamenta, si chiede, ' +
        'si sfoga, si difende, ' +
        '{ha|hanno|aveva|avevano} {detto|dichiarato|spiegato|aggiunto|affermato|raccontato|commentato|sottolineato|ricordato|concluso|annunciato|risposto|replicato|osservato|avvertito|assicurato|precisato|ammesso|scritto|definito|chiesto|proseguito|insistito|ribadito|sostenuto|lamentato|criticato|promesso|parlato|scherzato|confermato|rivelato|confessato|denunciato|evidenziato|rimarcato|tuonato|attaccato|ironizzato|chiarito|riferito|fatto sapere|esclamato|domandato|continuato|confidato|rilevato|auspicato}',
    ),
    telling: words(
      '{ha|hanno} {detto|dichiarato|spiegato|aggiunto|affermato|raccontato|annunciato|assicurato|precisato| ' +
        'ammesso|ricordato|sostenuto}, sostiene, afferma, spiega',
    ),
    roles: words(
      'sindaco, sindaca, consigliere, consigliera, parroco, vescovo, presidente, governatore, portavoce, ' +
        'direttore, direttrice, questore, prefetto, deputato, deputata, senatore, senatrice, assessore, assessora',
    ),
    accordingTo: words('secondo, stando a, secondo una nota di'),
    that: words('che'),
    inscribed: words('titolo, cartello, striscione, slogan'),
    behindSubjects: words('a, al, che, in, nel, nella, dopo, durante'),
    today: words('oggi'),
    yesterday: words('ieri'),
    naming: words(
      'intitolat{o|a}, titolo, libro, romanzo, film, canzone, rivista, cartello, striscione, slogan, ' +
        'soprannominat{o|a}, dett{o|a}, cosiddett{o|a|i|e}, mostra',
    ),
    pronouns: { she: words('lei, ella'), he: words('lui, egli'), they: words('loro') },
    determiners: words('il, lo, la, un, uno, una, sua, suo'),
    kindsOfPeople: words(
      'madre, padre, figlio, figlia, fratello, sorella, moglie, marito, vedova, donna, uomo, vicino, vicina, residente, testimone, maestra, maestro, insegnante, infermiera, infermiere',
    ),
    publishing: words('ha dichiarato, ha detto, ha scritto, ha diffuso'),
    times: words('lunedì, martedì, mercoledì, giovedì, venerdì, ieri'),
    clauseOpeners: words('dopo, prima, durante'),
    complements: words('di, del, della, per, che'),
    beforeVerbs: words('ha, hanno'),
    printed: words('comunicato, dichiarazione'),
    articles: words('il'),
  },
  letters: {
    forwarded: ['[inizio] messaggio {inoltrato|originale}'],
    answerBegins: ['il'],
    wrote: ['ha scritto', 'scrisse'],
    sender: ['da'],
    date: ['data', 'inviato'],
    subject: ['oggetto'],
    otherFields: ['a', 'per'],
    organizations: ['comune', 'ministero', 'fondazione', 'università'],
  },
  people: {
    beforeNames: words(
      'signor, signora, dott, dottor, dottoressa, prof, avv, onorevole, presidente, sindaco, sindaca, ministro, ministra',
    ),
  },
};
