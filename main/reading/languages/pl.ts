import type { Language } from './language.ts';

export const polish: Language = {
  code: 'pl',
  edges: {
    tailLabels: [
      '{czytaj|zobacz|przeczytaj|dowiedz się|sprawdź} {też|także|również|więcej}<100>',
      '{powiązane|polecane|podobne}<40>',
      'komentarze<20>',
    ],
    commentSigns: ['*komentarz*'],
  },
  bylines: { works: ['autorzy', 'tekst'], prepositions: ['od', 'przez'], labels: ['tekst'], notNames: ['źródło'] },
};
