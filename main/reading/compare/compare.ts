import type { ComparedField, ComparedFieldName, Comparison, Revision, Statement } from '../../contract/index.ts';
import { compareBodies } from './compare-bodies.ts';
import { compareStatements } from './compare-statements.ts';
import { differenceOf } from './difference.ts';

/** What is compared of a side. */
export interface CompareSide {
  readonly revision: Pick<Revision, 'metadata' | 'document'>;
  /** With their places in that revision. */
  readonly statements: readonly Statement[];
}

/** Two revisions side by side: head, statements, body. Pure; how long it takes grows with the length of the texts. */
export function compareRevisions(left: CompareSide, right: CompareSide): Omit<Comparison, 'left' | 'right'> {
  const { rows, words } = compareBodies(left.revision.document, right.revision.document);
  const { statements, same } = compareStatements(left.statements, right.statements, rows);
  return { head: compareHeads(left.revision, right.revision), statements, sameStatements: same, rows, words };
}

const fields: readonly {
  readonly name: ComparedFieldName;
  readonly of: (revision: CompareSide['revision']) => string;
}[] = [
  { name: 'title', of: ({ metadata }) => metadata.title },
  { name: 'subheading', of: ({ metadata }) => metadata.subheading ?? '' },
  { name: 'byline', of: ({ metadata }) => metadata.byline.join(', ') },
  { name: 'published', of: ({ metadata }) => metadata.published?.value ?? '' },
];

function compareHeads(left: CompareSide['revision'], right: CompareSide['revision']): ComparedField[] {
  return fields.flatMap(({ name, of }): ComparedField[] => {
    const [before, after] = [of(left), of(right)];
    if (before === '' && after === '') return [];
    const marks = differenceOf(before, after);
    const isSame = marks.left.length === 0 && marks.right.length === 0;
    return [
      {
        name,
        change: before === '' ? 'added' : after === '' ? 'gone' : isSame ? 'same' : 'changed',
        left: before === '' ? null : { text: before, marks: marks.left },
        right: after === '' ? null : { text: after, marks: marks.right },
      },
    ];
  });
}
