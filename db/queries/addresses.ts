import type { ArticleId } from '../../main/contract/index.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { recordEvent } from './events.ts';
import { setSetting } from './settings.ts';

/** The setting that says by which rules the library's addresses were made. */
export const addressRules = 'identity.addressRules';

/** An article that is known by an address, in the library or in the bin. */
export interface AddressedArticle {
  readonly rowid: number;
  readonly id: ArticleId;
  readonly title: string;
  readonly url: string;
  /** As the current revision's page gives it, before any rule. */
  readonly stated: string | null;
  readonly binned: boolean;
}

/** A page of the articles with an address, in the order in which they came; `after` is the last rowid seen. */
export function pageOfAddresses(db: ReadableDb, after: number, limit: number): AddressedArticle[] {
  return db
    .prepare<[number, number], Omit<AddressedArticle, 'binned'> & { binned: number }>(
      `SELECT a.id AS rowid, a.uuid AS id, a.title, a.url, r.metadata ->> '$.url' AS stated, a.binned IS NOT NULL AS binned
       FROM articles a LEFT JOIN revisions r ON r.id = a.current_revision
       WHERE a.id > ? AND a.url IS NOT NULL ORDER BY a.id LIMIT ?`,
    )
    .all(after, limit)
    .map((row) => ({ ...row, binned: row.binned === 1 }));
}

export interface AddressRenewal {
  /** Null: the article is not known by an address any more. */
  readonly changes: readonly { readonly rowid: number; readonly url: string | null }[];
  /** Articles that newer rules call one. The first has the address, the second was left apart from it. */
  readonly clashes: readonly {
    readonly url: string;
    readonly holder: AddressedArticle;
    readonly apart: AddressedArticle;
  }[];
  readonly rules: number;
}

/** Writes addresses made by newer rules, all or none, and tells of it in the log. */
export function renewAddresses(db: WritableDb, renewal: AddressRenewal, agent: string): void {
  // An address may go from one article to another: all are given up before any is taken.
  const set = db.prepare('UPDATE articles SET url = ? WHERE id = ?');
  for (const { rowid } of renewal.changes) set.run(null, rowid);
  for (const { rowid, url } of renewal.changes) set.run(url, rowid);
  const pair = db.prepare("INSERT OR IGNORE INTO article_pairs (one, other, kind) VALUES (?, ?, 'address')");
  for (const { url, holder, apart } of renewal.clashes) {
    const { changes } = pair.run(Math.min(holder.rowid, apart.rowid), Math.max(holder.rowid, apart.rowid));
    // Told once: the two stay apart until a person does something about it.
    if (changes === 0) continue;
    recordEvent(db, {
      kind: 'address',
      agent,
      subject: `article ${apart.id}`,
      outcome: 'warning',
      detail: `“${apart.title}” and “${holder.title}” (article ${holder.id}) have one address by today's rules: ${url}. They were left as two articles; captures of that address go to the second one.`,
    });
  }
  if (renewal.changes.length > 0)
    recordEvent(db, {
      kind: 'address',
      agent,
      subject: null,
      outcome: 'success',
      detail: `Addresses brought into the form of rules ${renewal.rules}: ${renewal.changes.length} changed.`,
    });
  setSetting(db, addressRules, renewal.rules);
}
