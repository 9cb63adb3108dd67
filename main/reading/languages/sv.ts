import type { Language } from './language.ts';

export const swedish: Language = {
  code: 'sv',
  edges: { tailLabels: ['läs {också|mer|även}<60>'], signatures: ['av'] },
  bylines: { prepositions: ['av'] },
  letters: {
    answerBegins: ['den'],
    wrote: ['skrev'],
  },
};
