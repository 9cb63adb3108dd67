import { decodeBeginning } from '../../../reading/document/beginning.ts';
import type { ContainerReader } from '../../format.ts';
import { looksLikeAnnotations } from '../services/looks-like-annotations.ts';
import { cellsIn } from './json-line-cells.ts';

/** JSON Lines (jsonlines.org): an object a line. Its columns are the names that the first lines have. */
export const jsonLinesContainer: ContainerReader = {
  name: 'json-lines',
  isArchive: false,
  isTable: true,
  mediaType: 'application/jsonl',
  sniff(head, name) {
    const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 512)).toString('latin1');
    if (!/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*\{/u.test(start) || looksLikeAnnotations(head)) return 0;
    if (/\.(?:jsonl|ndjson|jsonlines)$/iu.test(name)) return 0.9;
    const [first = '', second = ''] = decodeBeginning(head).split(/\r?\n/u, 2);
    return cellsIn(first) !== null && second.startsWith('{') ? 0.9 : 0;
  },
  async open(source) {
    const { open } = await import('./open-json-lines.ts');
    return open(source);
  },
};
