import type { Language } from './language.ts';

export const russian: Language = {
  code: 'ru',
  bylines: { labels: ['автор', 'текст'] },
};
