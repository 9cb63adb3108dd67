import type { Language } from './language.ts';

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
};
