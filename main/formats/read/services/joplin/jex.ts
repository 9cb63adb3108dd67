import type { ContainerReader } from '../../../format.ts';
import { isTape } from '../../containers/tar/is-tape.ts';
import { itemName } from './note.ts';

/** Joplin's JEX: a tape of its RAW export. Notebooks and tags become the tags of their notes. */
export const jexContainer: ContainerReader = {
  name: 'jex',
  isArchive: false,
  mediaType: 'application/x-tar',
  sniff(head, name) {
    const first = Buffer.from(head.subarray(0, 100)).toString('latin1').replace(/\0.*$/su, '');
    return isTape(head) && (itemName.test(first) || /\.jex$/iu.test(name)) ? 0.97 : 0;
  },
  async open(source) {
    const { open } = await import('./open-jex.ts');
    return open(source);
  },
};
