import type { Language } from './language.ts';

export const chinese: Language = {
  code: 'zh',
  bylines: { labels: ['责任编辑', '编辑', '作者', '记者'] },
};
