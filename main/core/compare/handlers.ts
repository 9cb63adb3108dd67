import { type CheckedInput, type ComparedSide, type Revision, VerbatimError } from '../../contract/index.ts';
import { compareApart } from '../../workers/compare-apart.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';
import { type CompareSide, compareRevisions } from './compare.ts';

type Asked = CheckedInput<'articles.compare'>['left'];

interface ReadSide extends CompareSide {
  readonly revision: Revision;
  readonly shown: ComparedSide;
}

export function compareHandlers(context: CoreContext): Pick<MethodHandlers, 'articles.compare' | 'articles.changed'> {
  return {
    'articles.changed': (page, call) => context.pool.readWith(call, 'articles.changed', page),
    'articles.compare': async ({ left, right }, { signal }) => {
      const [one, other] = await Promise.all([readSide(context, left), readSide(context, right)]);
      const isLong = one.revision.text.length + other.revision.text.length > longest;
      const compared = isLong ? await compareApart(one, other, signal) : compareRevisions(one, other);
      return { left: one.shown, right: other.shown, ...compared };
    },
  };
}

/** Texts of both sides together, in UTF-16 units, that are compared at once: some 50 ms of work at the most. */
const longest = 80_000;

async function readSide(context: CoreContext, { article, revision }: Asked): Promise<ReadSide> {
  const parts = await context.pool.read('articles.read', article, revision ?? null);
  if (parts === null)
    throw new VerbatimError(
      'not-found',
      'One of the two is not in the library any more, or it is in the bin. Choose another revision or article.',
      { article },
    );
  const { metadata, id, number } = parts.revision;
  return {
    revision: parts.revision,
    statements: await context.pool.read('statements.ofRevision', id),
    shown: {
      article,
      title: metadata.title,
      publication: metadata.publication,
      revision: id,
      number,
      captured: parts.revision.captured,
      published: metadata.published,
      language: metadata.language,
      revisions: parts.revisions,
    },
  };
}
