import { decodeBeginning, looksBinary } from '../../../reading/document/beginning.ts';
import type { ContainerReader } from '../../format.ts';
import { delimiterOf } from './delimiter.ts';

/** Tables in CSV that no known program wrote: each row is an article, or tells of one, by what its columns mean. */
export const csvContainer: ContainerReader = {
  name: 'csv',
  isArchive: false,
  isTable: true,
  mediaType: 'text/csv',
  // Much prose has commas: a table is one by its name.
  sniff: (head, name) =>
    /\.(?:csv|tsv)$/iu.test(name) && !looksBinary(head) && delimiterOf(decodeBeginning(head)) !== null ? 0.9 : 0,
  async open(source) {
    const { open } = await import('./open-csv.ts');
    return open(source);
  },
};
