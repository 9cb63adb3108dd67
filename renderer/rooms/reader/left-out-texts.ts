import type { Placement } from '../../../main/contract/placements.ts';
import { counted } from '../../shared/lib/figures.ts';

/** What of a page is the article and what isn't, and a person's corrections of it. */
export const leftOutTexts = {
  summary: (count: number) => `Left out of the article: ${counted(count, 'passage')}`,
  allBack: 'Everything that was left out is back in the article.',
  list: 'What was left out, in reading order',
  nothing: 'Nothing was left out.',
  open: 'Show them under the article',
  putBack: 'Put back',
  putBackAll: (count: number) => `Put back all ${count}`,
  /** An act with what it is done to, for a screen reader. */
  named: (act: string, words: string) => `${act}: ${words}`,
  returned: 'Put back by hand.',
  more: 'show all',
  less: 'show less',
  tooOld:
    'This list was made by an older extractor, which didn’t keep where these passages stood. Extract the article again, then they can be put back.',
  countIn: 'Count as part of the article',
  setAside: 'Set aside',
  picture: 'the picture',
  makeCurrent: 'Make this one current',
  keySetAside: 'Set aside the paragraphs of the selection',
  acts: {
    putBack: (count: number) => `${counted(count, 'passage')} put back`,
    setAside: (count: number) => `${counted(count, 'block')} set aside`,
    countedIn: 'Counted as part of the article',
    madeCurrent: (number: number) => `Revision ${number} made the current one`,
  },
  marks: ({ changed, lost }: Readonly<Record<Placement, number>>) =>
    [
      changed > 0 ? `The words of ${counted(changed, 'mark')} have changed by this.` : '',
      lost > 0 ? `${counted(lost, 'mark')} ${lost === 1 ? 'has' : 'have'} no place in the text any more.` : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
} as const;
