import {
  type ArticleId,
  type Citation,
  type LibraryChange,
  type RevisionId,
  type Span,
  type Statement,
  type StatementId,
  spokenWords,
  VerbatimError,
  wholeCharacters,
} from '../../contract/index.ts';
import { attributionOf } from '../../reading/statements/attribution.ts';
import { unknownPlaceholders } from '../../reading/statements/citation-template.ts';
import { type CitedPassage, citedPassage } from '../../reading/statements/cited-passage.ts';
import { targetOf, targetOfWords } from '../annotations/place-marks.ts';
import type { CoreContext } from '../context.ts';
import type { JobHandlers, MethodHandlers } from '../handlers.ts';
import { settings } from '../settings/handlers.ts';
import { type VerifiedSpans, verifySpans } from '../verbatim-check/index.ts';
import { checkStatement } from './check-statement.ts';
import { decideMany, takeManyBack } from './decide-many.ts';
import { findAgain } from './find-again.ts';
import { askedLedger } from './ledger-filter.ts';
import { wordsElsewhere } from './words-elsewhere.ts';
import { wordsInTurn } from './words-in-turn.ts';
import { specimen, writeCitation } from './write-citation.ts';

type Names =
  | 'statements.list'
  | 'statements.nextWaiting'
  | 'statements.facets'
  | 'statements.periods'
  | 'statements.create'
  | 'statements.update'
  | 'statements.madeOn'
  | 'statements.bin'
  | 'statements.restore'
  | 'statements.check'
  | 'statements.elsewhere'
  | 'statements.revisions'
  | 'statements.cite'
  | 'articles.cite'
  | 'citations.preview'
  | 'speakers.list'
  | 'organizations.list';

/** The ledger of who said what, and the words with their source. */
export function statementHandlers(context: CoreContext): Pick<MethodHandlers, Names> {
  const changed = (statement: Statement, ...also: readonly LibraryChange[]): Statement => {
    const { id, article } = statement;
    context.changes.tell({ subject: 'statements', ids: [id], articles: [article] }, { subject: 'events' }, ...also);
    return statement;
  };
  /** Whose words are counted for whom changed too. */
  const counted: LibraryChange = { subject: 'speakers', ids: null };
  return {
    'statements.list': async ({ offset, limit, sort, ...asked }, call) => {
      const { filter, question } = await askedLedger(context, asked, call);
      const page = { sort: sort ?? 'newest', offset, limit };
      const listed = await context.pool.readWith(call, 'statements.list', filter, page);
      context.texts.prepare();
      return { ...listed, ...question };
    },
    'statements.nextWaiting': async ({ after, sort, ...asked }, call) => {
      const { filter } = await askedLedger(context, asked, call);
      return {
        at: await context.pool.readWith(call, 'statements.nextWaiting', filter, { sort: sort ?? 'newest', after }),
      };
    },
    'statements.facets': async (asked, call) => {
      const { filter } = await askedLedger(context, asked, call);
      return context.pool.readWith(call, 'statements.facets', filter);
    },
    'statements.periods': async ({ within, ...asked }, call) => {
      const { filter } = await askedLedger(context, asked, call);
      return context.pool.readWith(call, 'statements.periods', filter, within ?? null);
    },
    'statements.create': async ({ article, revision, start, end, described = null, ...fields }) => {
      const target = await targetOf(context, article, revision, { start, end });
      const { leastSure } = await settings(context);
      return changed(
        await context.pool.write('statements.create', { article, ...target, described, ...fields, leastSure }),
        counted,
      );
    },
    'statements.update': async ({ id, words, joins = [], takesBack = false, ...change }) => {
      const target =
        words === undefined ? undefined : await targetOfWords(context, await articleOf(context, id), words);
      const changesCounts = change.speakers !== undefined || change.state !== undefined;
      const { leastSure } = await settings(context);
      const asked = { id, ...change, target, joins, takesBack, leastSure };
      const statement = await context.pool.write('statements.update', asked);
      const joined: readonly LibraryChange[] =
        joins.length > 0
          ? [{ subject: 'statements', ids: joins, articles: [statement.article] }, { subject: 'bin' }]
          : [];
      return changed(statement, ...(changesCounts || joins.length > 0 ? [counted] : []), ...joined);
    },
    'statements.madeOn': async ({ id }) => {
      const words = await context.pool.read('statements.madeOn', id);
      if (words === null) throw gone();
      return words;
    },
    'statements.bin': async ({ id }) => {
      changed(await context.pool.write('statements.setBinned', id, true), counted, { subject: 'bin' });
      return null;
    },
    'statements.restore': async ({ id }) =>
      changed(await context.pool.write('statements.setBinned', id, false), counted, { subject: 'bin' }),
    'statements.check': ({ id }, call) => checkStatement(context, id, call.signal),
    'statements.elsewhere': ({ id }, call) => wordsElsewhere(context, id, call.signal),
    'statements.revisions': ({ id }, call) => wordsInTurn(context, id, call.signal),
    'statements.cite': async ({ id }) => {
      const statement = await context.pool.read('statements.toCite', id);
      if (statement === null) throw gone();
      const { article, revision, spans } = statement;
      const voice = { statement, within: [] };
      return cite(context, { article, spans, revision }, async () => ({ kind: 'voiced', spans, voice }));
    },
    'articles.cite': async ({ article, revision, start, end }) => {
      const selected = { start, end };
      const passage = async ({ text, revision: of }: VerifiedSpans): Promise<CitedPassage> =>
        citedPassage(text, selected, await context.pool.read('statements.ofRevision', of));
      return cite(context, { article, spans: [selected], revision }, passage);
    },
    'citations.preview': async ({ template }) => ({
      ...writeCitation(template, specimen.words, specimen.source),
      unknown: unknownPlaceholders(template),
    }),
    'speakers.list': (_nothing, call) => context.pool.readWith(call, 'speakers.list'),
    'organizations.list': (_nothing, call) => context.pool.readWith(call, 'organizations.list'),
  };
}

export function statementJobs(
  context: CoreContext,
): Pick<JobHandlers, 'statements.findAgain' | 'statements.decideMany' | 'statements.takeManyBack'> {
  return {
    'statements.findAgain': ({ selection }, job) => findAgain(context, selection, job),
    'statements.decideMany': (input, job) => decideMany(context, input, job),
    'statements.takeManyBack': (input, job) => takeManyBack(context, input, job),
  };
}

function gone(): VerbatimError {
  return new VerbatimError('not-found', 'This statement is not there any more.');
}

async function articleOf(context: CoreContext, id: StatementId): Promise<ArticleId> {
  const statement = await context.pool.read('statements.read', id);
  if (statement === null) throw gone();
  return statement.article;
}

/**
 * No words leave unchecked: a difference throws `words-differ`. Without a revision, the current one is meant. `passageIn`
 * says whose the words are, once the text that they stand in is found to be what it was.
 */
async function cite(
  context: CoreContext,
  where: { readonly article: ArticleId; readonly spans: readonly Span[]; readonly revision: RevisionId | undefined },
  passageIn: (verified: VerifiedSpans) => Promise<CitedPassage>,
): Promise<Citation> {
  const { article, spans, revision } = where;
  const verified = await verifySpans(context, article, spans, revision);
  const passage = await passageIn(verified);
  const parts = await context.pool.read('articles.describe', article, verified.revision);
  if (parts === null)
    throw new VerbatimError('not-found', 'This article is not in the library, or it is in the bin.', { article });
  const { metadata, capture } = parts.revision;
  const { text } = verified;
  const { citation: template } = await settings(context);
  return writeCitation(
    template,
    spokenWords(
      text,
      passage.spans.map((span) => wholeCharacters(text, span)),
    ),
    {
      attribution: attributionOf(text, passage),
      byline: metadata.byline,
      title: metadata.title,
      publication: metadata.publication,
      published: metadata.published,
      url: metadata.url,
      captured: parts.captures.find((one) => one.id === capture)?.captured ?? null,
      sha256: verified.sha256,
    },
  );
}
