import type { Language } from './language.ts';

export const portuguese: Language = {
  code: 'pt',
  edges: {
    tailLabels: [
      '{leia|veja|confira} {também|mais}<40>',
      '{notícias|matérias|posts|artigos} relacionad{o|a}s<30>',
      'mais {lidas|notícias|sobre}<40>',
    ],
    signatures: ['por'],
  },
  bylines: { prepositions: ['por'] },
};
