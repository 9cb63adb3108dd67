import type { Language } from './language.ts';

export const norwegian: Language = {
  code: 'nb',
  edges: { tailLabels: ['les også<60>'], signatures: ['av'] },
  bylines: { prepositions: ['av'] },
  letters: {
    answerBegins: ['den'],
    wrote: ['skrev'],
  },
};
