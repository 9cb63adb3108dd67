import type {
  AlikeArticle,
  AlikePair,
  ArticleId,
  DuplicateGroup,
  DuplicateGroups,
  PairReason,
} from '../../main/contract/index.ts';
import { VerbatimError } from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { preciseDate, summariesByRow } from './articles.ts';
import { recordEdit } from './edits.ts';
import { countWaiting } from './likeness.ts';

/** A group that shows more says less; the rest of its articles is counted. */
const largestGroup = 100;

const notDismissed = 'NOT EXISTS (SELECT 1 FROM dismissed_pairs d WHERE d.one = p.one AND d.other = p.other)';

export const alikeSql = `WITH pairs AS (
    SELECT p.other AS id, p.kind, p.containment FROM article_pairs p WHERE p.one = :article AND ${notDismissed}
    UNION ALL
    SELECT p.one, p.kind, p.containment FROM article_pairs p WHERE p.other = :article AND ${notDismissed}
    UNION ALL
    SELECT t.id, 'text', 1 FROM articles t WHERE t.text_sha256 = :sha256 AND t.id <> :article AND t.words > 0
      AND NOT EXISTS (SELECT 1 FROM dismissed_pairs d WHERE d.one = min(t.id, :article) AND d.other = max(t.id, :article))
  )
  SELECT a.uuid AS id, a.title, a.publication, a.published, a.words, min(p.kind = 'address') AS byAddress, max(p.containment) AS contained
  FROM pairs p JOIN articles a ON a.id = p.id WHERE a.binned IS NULL
  GROUP BY a.id ORDER BY contained DESC, a.published_key, a.id LIMIT 100`;

/** The articles that may be the same work as this one, the most alike first. */
export function alikeArticles(db: ReadableDb, id: string): AlikeArticle[] {
  const article = db
    .prepare<[string], { article: number; sha256: string }>(
      'SELECT id AS article, text_sha256 AS sha256 FROM articles WHERE uuid = ?',
    )
    .get(id);
  if (article === undefined) return [];
  return db
    .prepare<
      [typeof article],
      Omit<AlikeArticle, 'published' | 'reason'> & { published: string | null; byAddress: number }
    >(alikeSql)
    .all(article)
    .map(({ byAddress, published, ...row }) => ({
      ...row,
      published: preciseDate(published),
      reason: byAddress === 1 ? 'address' : 'text',
    }));
}

interface PairRow {
  readonly one: number;
  readonly other: number;
  readonly reason: PairReason;
  readonly contained: number | null;
}

export const pairsSql = `SELECT p.one, p.other, min(p.kind) AS kind, max(p.containment) AS contained FROM article_pairs p
  JOIN articles a ON a.id = p.one AND a.binned IS NULL JOIN articles b ON b.id = p.other AND b.binned IS NULL
  WHERE ${notDismissed} GROUP BY p.one, p.other`;

/** All groups of articles that may be one work, those with the newest article first. */
export function listDuplicateGroups(
  db: ReadableDb,
  page: { readonly offset: number; readonly limit: number },
): DuplicateGroups {
  const pairs = db
    .prepare<[], { one: number; other: number; contained: number | null }>(pairsSql)
    .all()
    .map(
      ({ one, other, contained }): PairRow => ({
        one,
        other,
        contained,
        reason: contained === null ? 'address' : 'text',
      }),
    );
  const groups = groupsOf(pairs);
  return {
    groups: groups.slice(page.offset, page.offset + page.limit).map((group) => describe(db, group)),
    total: groups.length,
    waiting: countWaiting(db),
  };
}

interface Group {
  readonly articles: readonly number[];
  readonly pairs: readonly PairRow[];
}

/** What hangs together, directly or by others. */
function groupsOf(pairs: readonly PairRow[]): Group[] {
  const parent = new Map<number, number>();
  const root = (article: number): number => {
    let at = article;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    // The way is made short for the next one.
    for (let step = article; step !== at; ) {
      const next = parent.get(step) ?? at;
      parent.set(step, at);
      step = next;
    }
    return at;
  };
  for (const { one, other } of pairs) {
    for (const article of [one, other]) if (!parent.has(article)) parent.set(article, article);
    parent.set(root(one), root(other));
  }
  const groups = new Map<number, { articles: Set<number>; pairs: PairRow[] }>();
  for (const pair of pairs) {
    const group = groups.get(root(pair.one)) ?? { articles: new Set(), pairs: [] };
    groups.set(root(pair.one), group);
    group.articles.add(pair.one).add(pair.other);
    group.pairs.push(pair);
  }
  const newest = ({ articles }: Group): number => articles.reduce((most, article) => Math.max(most, article), 0);
  return [...groups.values()]
    .map(({ articles, pairs: own }) => ({ articles: [...articles], pairs: own }))
    .sort((one, other) => newest(other) - newest(one));
}

function describe(db: ReadableDb, group: Group): DuplicateGroup {
  const shown = group.articles.slice(0, largestGroup);
  const ids = new Map<number, ArticleId>();
  const articles = shown.flatMap((row) => {
    const [summary] = summariesByRow(db, [row]);
    if (summary !== undefined) ids.set(row, summary.id);
    return summary ?? [];
  });
  return {
    articles: articles.toSorted((one, other) =>
      (one.published?.value ?? '9').localeCompare(other.published?.value ?? '9'),
    ),
    pairs: group.pairs.flatMap(({ one, other, reason, contained }): AlikePair[] => {
      const [first, second] = [ids.get(one), ids.get(other)];
      return first === undefined || second === undefined ? [] : [{ one: first, other: second, reason, contained }];
    }),
  };
}

/** Remembers that an article is not the same as others, or forgets it: all of them or none. Throws `not-found` when one is gone. */
export function setDismissed(
  db: WritableDb,
  { one, others }: { readonly one: string; readonly others: readonly string[] },
  dismissed: boolean,
): void {
  for (const other of others) setPairDismissed(db, { one, other }, dismissed);
}

function setPairDismissed(
  db: WritableDb,
  pair: { readonly one: string; readonly other: string },
  dismissed: boolean,
): void {
  const row = db.prepare<[string], { id: number; title: string }>('SELECT id, title FROM articles WHERE uuid = ?');
  const [one, other] = [row.get(pair.one), row.get(pair.other)];
  if (one === undefined || other === undefined || one.id === other.id)
    throw new VerbatimError('not-found', 'One of the two articles is not in the library any more.');
  const [low, high] = [Math.min(one.id, other.id), Math.max(one.id, other.id)];
  if (dismissed)
    db.prepare('INSERT OR IGNORE INTO dismissed_pairs (one, other, dismissed) VALUES (?, ?, ?)').run(low, high, now());
  else db.prepare('DELETE FROM dismissed_pairs WHERE one = ? AND other = ?').run(low, high);
  recordEdit(
    db,
    'duplicate',
    `article ${pair.one}`,
    dismissed
      ? `“${one.title}” and “${other.title}” (article ${pair.other}) are not the same.`
      : `“${one.title}” and “${other.title}” (article ${pair.other}) may be the same after all.`,
  );
}
