import { type Language, words } from './language.ts';

export const dutch: Language = {
  code: 'nl',
  edges: {
    tailLabels: ['lees {ook|meer|verder}<60>', 'gerelateerd*<40>', 'reacties<20>'],
    commentSigns: ['*reacties*'],
    signatures: ['door'],
  },
  bylines: { works: ['geschreven'], prepositions: ['door'] },
  monthSpellings: [['mrt', 3]],
  letters: {
    answerBegins: ['op'],
    wrote: ['schreef'],
    sender: ['van'],
    date: ['datum', 'verzonden'],
    subject: ['onderwerp'],
    otherFields: ['aan'],
  },
  weekdays: words('maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag'),
  givenNames: {
    women: words(
      'maria, johanna, anna, elisabeth, cornelia, wilhelmina, hendrika, petronella, margaretha, ineke, anneke, marieke, saskia, fatima, ingrid, monique, esther, sandra, petra, linda, yvonne, marloes, femke, sanne, lotte, fleur, roos, sofie, eva, lieke, mei, truus, greet, ans, riet, hanneke, marijke, ria, wil, jolanda, karin, loes, tineke',
    ),
    men: words(
      'johannes, jan, cornelis, hendrik, willem, pieter, petrus, gerrit, jacobus, dirk, karel, kees, henk, piet, joost, bas, daan, sem, lars, thijs, ruben, bram, maarten, martijn, jeroen, sander, wouter, koen, tim, tom, rob, hans, frank, peter, paul, marcel, erik, arjan, bart, gijs, sjoerd, theo, ton, wim',
    ),
  },
  statements: {
    reporting: words(
      'bromt, bromde, zei, zegt, zeggen, zeiden, verklaarde, verklaart, verklaarden, aldus, vertelt, vertelde, ' +
        'vertellen, vertelden, antwoordt, antwoordde, vindt, vond, vinden, meldt, meldde, melden, schreef, ' +
        'schrijft, schrijven, benadrukt, benadrukte, voegt, voegde, vraagt, vroeg, waarschuwt, waarschuwde, ' +
        'stelt, stelde, noemt, noemde, legt, legde, reageert, reageerde, besluit, besloot, denkt, dacht, lacht, ' +
        'lachte, grapt, grapte, klaagt, klaagde, beloofde, belooft, erkent, erkende, bevestigt, bevestigde, ' +
        'concludeert, concludeerde, hoopt, hoopte, riep, roept, zucht, zuchtte, sprak, spreekt, laat weten, ' +
        'liet weten, lieten weten, oordeelt, oordeelde, verzucht, verzuchtte, verzekert, verzekerde, betoogt, ' +
        'betoogde, bezweert, bezwoer, fluistert, fluisterde, herinnert, herinnerde, constateert, constateerde, ' +
        'analyseert, licht toe, aangeeft, gaf aan, geeft aan, merkt op, merkte op, somt op, vat samen, ' +
        'vatte samen, meent, meende, twitterde, tweette, kopte, mijmert, schampert, schamperde, sneert, ' +
        'tekent aan, tekende aan, roemt, prijst, hekelt, hekelde, eist, eiste, ' +
        '{heeft|hebben|had|hadden} {gezegd|verklaard|verteld|gemeld|laten weten}',
    ),
    telling: words(
      'zei, zegt, verklaarde, meldde, vertelde, liet weten, waarschuwde, benadrukte, erkende, bevestigde, ' +
        'beloofde',
    ),
    roles: words(
      'burgemeester, wethouder, statenlid, gedeputeerde, woordvoerder, woordvoerster, raadslid, directeur, ' +
        'voorzitter, hoogleraar, bewoner, bewoonster, winkelier, bakker',
    ),
    accordingTo: words('volgens, aldus, volgens een verklaring van'),
    that: words('dat'),
    inscribed: words('titel, bord, spandoek, leus, kop'),
    behindSubjects: words('op, tegen, na, tijdens, over, in, bij'),
    today: words('vandaag'),
    yesterday: words('gisteren'),
    naming: words(
      'titel, getiteld, genaamd, genoemde, boek, roman, film, lied, tijdschrift, bord, spandoek, leus, ' +
        'bijgenaamd, tentoonstelling, kop',
    ),
    pronouns: { she: words('zij, ze'), he: words('hij'), they: words('zij, ze'), it: words('het') },
    determiners: words('de, het, een, zijn, haar, hun'),
    kindsOfPeople: words(
      'moeder, vader, zoon, dochter, broer, zus, vrouw, man, weduwe, buurman, buurvrouw, omwonende, getuige, leraar, lerares, chauffeur, verpleegkundige, boer, boerin',
    ),
  },
  people: {
    beforeNames: words('dhr, mevr, mr, mw, dr, drs, ir, prof, burgemeester, minister, wethouder, premier'),
  },
};
