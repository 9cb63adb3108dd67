import { type CheckedInput, type ComparedSide, type Revision, VerbatimError } from '../../contract/index.ts';
import type { CompareSide } from '../../reading/compare/compare.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';

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
      const sides = { left: compared(one), right: compared(other) };
      const comparison = await context.texts.work('compareRevisions', sides, { urgent: true, signal }).catch(tooLong);
      return { left: one.shown, right: other.shown, ...comparison };
    },
  };
}

function tooLong(error: unknown): never {
  if (!(error instanceof VerbatimError) || error.code !== 'limit-exceeded') throw error;
  throw new VerbatimError(
    'limit-exceeded',
    'These two texts are too long to be put side by side. Both can be read one by one; nothing was changed.',
  );
}

/** What a thread needs of a side. */
function compared({ revision: { metadata, document }, statements }: ReadSide): CompareSide {
  return { revision: { metadata, document }, statements };
}

async function readSide(context: CoreContext, { article, revision }: Asked): Promise<ReadSide> {
  const parts = await context.pool.read('articles.read', article, revision ?? null);
  if (parts === null)
    throw new VerbatimError(
      'not-found',
      'One of the two is not in the library any more, or it is in the bin. Choose another revision or article.',
      { article },
    );
  const { metadata, id, number, verbatim } = parts.revision;
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
      fileDated: parts.revision.fileDated,
      published: metadata.published,
      language: metadata.language,
      revisions: parts.revisions,
      ...(verbatim === undefined ? {} : { verbatim }),
    },
  };
}
