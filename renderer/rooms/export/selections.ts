import type { Selection } from '../../../main/contract/selection.ts';

/** Whether a choice names anything: a search without words or an empty list of articles doesn't. */
export function isComplete(selection: Selection): boolean {
  switch (selection.of) {
    case 'everything':
    case 'collection':
    case 'person':
      return true;
    case 'articles':
      return selection.articles.length > 0;
    case 'search':
      return selection.query.trim() !== '';
  }
}
