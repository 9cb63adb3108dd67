import type { ArticleWithWords } from '../../../db/queries/same-words.ts';
import {
  type AttributedElsewhere,
  type SameWords,
  type Statement,
  type StatementId,
  VerbatimError,
  type WordsElsewhere,
  type WordsFound,
  type WordsInRevision,
} from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';

/**
 * Where else a statement's words stand: in the library's other articles, oldest first, with what differs and whose words
 * they are there; and in its own article's revisions, where they were others. Throws `not-found` when it is gone.
 */
export async function wordsElsewhere(
  context: CoreContext,
  id: StatementId,
  signal: AbortSignal,
): Promise<WordsElsewhere> {
  const statement = await context.pool.read('statements.read', id);
  if (statement === null) throw new VerbatimError('not-found', 'This statement is not there any more.');
  // What interrupts its words is told here by a sign; there it is other words.
  const words = statement.text;
  const [{ articles, more }, inRevisions] = await Promise.all([
    context.pool.readWith({ signal }, 'statements.articlesWithWords', statement.article, words),
    context.pool.readWith({ signal }, 'statements.inRevisions', id),
  ]);
  const standing = inRevisions.flatMap(({ placement, ...one }) => (placement === null ? [] : [{ ...one, placement }]));
  const { found, revisions, tooShort } = await context.texts.work(
    'findWordsElsewhere',
    {
      words,
      texts: articles.map(({ text }) => text),
      revisions: standing.map((one) => one.words),
    },
    { urgent: true, signal },
  );
  const same = await Promise.all(
    articles.flatMap((article, index) => {
      const passage = found[index] ?? null;
      return passage === null ? [] : [withSpeakers(context, statement, article, passage)];
    }),
  );
  return {
    words,
    found: same.sort(byDay),
    more,
    tooShort,
    revisions: standing.flatMap(
      ({ words: _words, span: _span, fileDated: _fileDated, ...one }, index): WordsInRevision[] => {
        const passage = revisions[index] ?? null;
        return passage?.text === words ? [] : [{ ...one, words: passage }];
      },
    ),
  };
}

async function withSpeakers(
  context: CoreContext,
  statement: Statement,
  { text: _text, revision, ...article }: ArticleWithWords,
  passage: WordsFound,
): Promise<SameWords> {
  const there = await context.pool.read('statements.ofRevision', revision);
  return { ...article, ...passage, attributed: attributedIn(statement, there, passage) };
}

/** The statement there that holds most of the passage. */
function attributedIn(own: Statement, there: readonly Statement[], { span }: WordsFound): AttributedElsewhere {
  const [nearest] = there
    .map((statement) => ({ statement, shared: sharedWith(statement, span) }))
    .filter(({ shared }) => shared * 2 >= span.end - span.start)
    .sort((one, other) => other.shared - one.shared);
  if (nearest === undefined) return { to: 'nobody' };
  const { speakers, described } = nearest.statement;
  const names = new Set(own.speakers.map(({ id }) => id));
  const isSame =
    speakers.length === own.speakers.length &&
    speakers.every(({ id }) => names.has(id)) &&
    (speakers.length > 0 || described === own.described);
  return { to: isSame ? 'same' : 'other', speakers, described };
}

function sharedWith({ spans }: Statement, { start, end }: WordsFound['span']): number {
  return spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.end, end) - Math.max(span.start, start)), 0);
}

/** Dates cut at their precision compare as texts do: a month comes before its days. */
function byDay(one: SameWords, other: SameWords): number {
  const days = [one, other].map(({ published }) => published?.value ?? '~');
  return (days[0] ?? '') < (days[1] ?? '') ? -1 : (days[0] ?? '') > (days[1] ?? '') ? 1 : 0;
}
