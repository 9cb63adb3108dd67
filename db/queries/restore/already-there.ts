import type { ArticleId, ArticleRecord } from '../../../main/contract/index.ts';
import type { ReadableDb } from '../../types.ts';

export type ArticleRestored =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'duplicate'; readonly article: ArticleId; readonly reason: string }
  /** Its id is another article's here. */
  | { readonly outcome: 'refused'; readonly reason: string };

/** What of an article of a package the library holds already, which stands in its way; null where nothing does. */
export function alreadyThere(db: ReadableDb, article: ArticleRecord): ArticleRestored | null {
  const find = (condition: string, value: string) =>
    db
      .prepare<[string], { id: ArticleId; binned: string | null }>(
        `SELECT uuid AS id, binned FROM articles WHERE ${condition}`,
      )
      .get(value);
  const same = find('uuid = ?', article.id);
  if (same !== undefined && !sharesAnything(db, article))
    return {
      outcome: 'refused',
      reason: `Its id belongs to another article of this library${inBin(same.binned)}, with which it shares no original, no text and no address. Nothing of it was taken.`,
    };
  if (same !== undefined)
    return {
      outcome: 'duplicate',
      article: same.id,
      reason: `This article is in the library already${inBin(same.binned)}; it was left as it is, with its own marks.`,
    };
  const address = article.url === null ? undefined : find('url = ?', article.url);
  if (address !== undefined)
    return {
      outcome: 'duplicate',
      article: address.id,
      reason: `Another article of this library has the same address${inBin(address.binned)}. The package's copy was not merged into it; take the package into an empty library to see both.`,
    };
  const capture = db.prepare<[string, string], { id: ArticleId; binned: string | null }>(
    `SELECT a.uuid AS id, a.binned FROM captures c JOIN originals o ON o.id = c.original JOIN articles a ON a.id = c.article
     WHERE o.sha256 = ? AND c.part = ?`,
  );
  for (const { original, part } of article.captures) {
    const taken = capture.get(original, part);
    if (taken !== undefined)
      return {
        outcome: 'duplicate',
        article: taken.id,
        reason: `The same original is in the library already, as another article${inBin(taken.binned)}. The package's copy was not merged into it.`,
      };
  }
  return null;
}

/** Whether the article of this id is the same work: the same original, the same words, or the same address. */
function sharesAnything(db: ReadableDb, article: ArticleRecord): boolean {
  const shares = db
    .prepare<[Record<string, string | null>], number>(
      `SELECT EXISTS (
         SELECT 1 FROM articles a WHERE a.uuid = :id AND a.url = :url
         UNION ALL SELECT 1 FROM articles a JOIN captures c ON c.article = a.id JOIN originals o ON o.id = c.original
           WHERE a.uuid = :id AND o.sha256 IN (SELECT value FROM json_each(:originals))
         UNION ALL SELECT 1 FROM articles a JOIN revisions r ON r.article = a.id
           WHERE a.uuid = :id AND r.sha256 IN (SELECT value FROM json_each(:texts)))`,
    )
    .pluck()
    .get({
      id: article.id,
      url: article.url,
      originals: JSON.stringify(article.captures.map(({ original }) => original)),
      texts: JSON.stringify(article.revisions.map(({ sha256 }) => sha256)),
    });
  return shares === 1;
}

function inBin(binned: string | null): string {
  return binned === null ? '' : ' (in the bin)';
}
