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
  statements: {
    reporting: words(
      'bromt, zei, zegt, zeiden, verklaarde, verklaart, aldus, vertelt, vertelde, antwoordt, antwoordde, vindt, ' +
        'vond, meldt, meldde, schreef, schrijft, benadrukt, benadrukte, voegt, voegde, vraagt, vroeg, ' +
        'waarschuwt, waarschuwde, stelt, stelde, noemt, noemde, legt, legde, reageert, reageerde, besluit, ' +
        'denkt, dacht, lacht, lachte, grapt, klaagt, klaagde, beloofde, belooft, erkent, erkende, bevestigt, ' +
        'bevestigde, concludeert, concludeerde, hoopt, riep, roept, zucht, zuchtte, sprak, spreekt, laat ' +
        'weten, liet weten',
    ),
    telling: words(
      'zei, zegt, verklaarde, meldde, vertelde, liet weten, waarschuwde, benadrukte, erkende, bevestigde, ' +
        'beloofde',
    ),
    accordingTo: words('volgens, aldus'),
    that: words('dat'),
    inscribed: words('titel, bord, spandoek, leus, kop'),
    behindSubjects: words('op, tegen, na, tijdens, over, in, bij'),
    today: words('vandaag'),
    yesterday: words('gisteren'),
    naming: words(
      'titel, getiteld, genaamd, genoemde, boek, roman, film, lied, tijdschrift, bord, spandoek, leus, ' +
        'bijgenaamd, tentoonstelling, kop',
    ),
    pronouns: { she: words('zij, ze'), he: words('hij'), they: words('zij, ze') },
  },
  people: {
    beforeNames: words('dhr, mevr, mr, mw, dr, drs, ir, prof, burgemeester, minister, wethouder, premier'),
  },
};
