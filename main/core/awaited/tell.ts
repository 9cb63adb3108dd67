import type { Told, ToldPage } from '../../../db/queries/awaited.ts';
import type { ArticleId, ForeignMarks } from '../../contract/index.ts';
import type { MentionedArticle } from '../../formats/format.ts';
import { canonicalUrl } from '../../reading/identity/canonical-url.ts';
import type { CoreContext } from '../context.ts';
import { idOfMark } from './mark-id.ts';
import type { Brought, PutMarks } from './put-marks.ts';
import { resolveAwaited } from './resolve.ts';

/** What became of a mention. */
export type MentionOutcome =
  | { readonly kind: 'awaited'; readonly isNew: boolean }
  | {
      readonly kind: 'there';
      readonly article: ArticleId;
      readonly title: string | null;
      readonly put: PutMarks | null;
    }
  | { readonly kind: 'nameless' };

/** So many pages go into one transaction; a list of bookmarks may have a hundred thousand. */
const largestBatch = 200;

/**
 * Keeps what a file tells of articles: those that are in the library get their marks at once, for the others
 * they wait. Answers what became of each, in order.
 */
export async function tellOf(
  context: CoreContext,
  mentions: readonly MentionedArticle[],
  file: string,
): Promise<readonly MentionOutcome[]> {
  const told: MentionOutcome[] = [];
  for (let from = 0; from < mentions.length; from += largestBatch) {
    const pages = mentions.slice(from, from + largestBatch).map((mention) => pageOf(mention, file));
    const answers = await context.pool.writeBatch('awaited.tell', pages);
    const resolved = await resolveMentioned(context, answers);
    for (const answer of answers) told.push(outcomeOf(answer, resolved));
  }
  if (told.some(({ kind }) => kind === 'awaited')) context.changes.gather({ subject: 'awaited', ids: null });
  return told;
}

type ResolvedPages = ReadonlyMap<string, { readonly article: ArticleId; readonly put: PutMarks }>;

async function resolveMentioned(context: CoreContext, answers: readonly Told[]): Promise<ResolvedPages> {
  const pages = answers.flatMap((answer) => (answer.kind === 'awaited' ? answer.page : []));
  if (pages.length === 0) return new Map();
  return new Map((await resolveAwaited(context, { pages })).map(({ page, article, put }) => [page, { article, put }]));
}

function outcomeOf(answer: Told, resolved: ResolvedPages): MentionOutcome {
  switch (answer.kind) {
    case 'nameless':
      return answer;
    case 'there':
      return { ...answer, put: null };
    case 'awaited': {
      const found = resolved.get(answer.page);
      return found === undefined ? answer : { kind: 'there', title: null, ...found };
    }
  }
}

function pageOf({ url, title, published, marks }: MentionedArticle, file: string): ToldPage {
  const canonical = canonicalUrl(url);
  const brought = marks === undefined ? null : foreignMarksFor(marks, canonical ?? title ?? '');
  return {
    url: canonical,
    address: url,
    title,
    published,
    file,
    tags: brought?.tags ?? [],
    marks: brought?.marks ?? [],
  };
}

/** Marks with the ids by which they are known when they come again; `article` is what their article is known by. */
export function foreignMarksFor({ program, tags, marks }: ForeignMarks, article: string): Brought {
  return {
    tags,
    marks: marks.map((mark) => ({ id: idOfMark(program, article, mark), mark })),
    from: program,
  };
}
