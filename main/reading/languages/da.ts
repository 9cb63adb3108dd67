import type { Language } from './language.ts';

export const danish: Language = {
  code: 'da',
  edges: { tailLabels: ['læs også<60>'], signatures: ['af'] },
  bylines: { prepositions: ['af'] },
  letters: {
    answerBegins: ['den'],
    wrote: ['skrev'],
  },
};
