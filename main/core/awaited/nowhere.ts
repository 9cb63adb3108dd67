import type { ForeignMark } from '../../contract/index.ts';
import type { ForeignMarkPlace, TextOfRevision } from './place-foreign-marks.ts';

/** The place of a mark that was not found in an article, or that could not be looked for. */
export function nowhere(
  mark: Pick<ForeignMark, 'quote'>,
  revisions: readonly Pick<TextOfRevision, 'id'>[],
): ForeignMarkPlace {
  return {
    how: 'lost',
    selectors: { quote: mark.quote ?? { exact: '', prefix: '', suffix: '' }, position: { start: 0, end: 0 } },
    placements: revisions.map(({ id }) => ({ revision: id, placement: 'lost', span: null })),
  };
}
