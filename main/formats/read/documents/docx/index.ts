import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { zipKind } from '../../../shared/zip/zip-kind.ts';

/** Reads Word's documents (Office Open XML, ECMA-376; transitional and strict). Macros are never looked at. */
export const docxReader: FormatReader = {
  name: 'docx',
  version: '2',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  sniff(head, name) {
    const kind = zipKind(head);
    if (kind === 'docx') return 1;
    return kind === 'office' && /\.do[ct][xm]$/iu.test(name) ? 0.9 : 0;
  },
  ...loadedWhenUsed(() => import('./read.ts')),
};
