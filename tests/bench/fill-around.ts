import { openWritable } from '../../db/open.ts';
import { createAnnotation } from '../../db/queries/annotations.ts';
import { createCode } from '../../db/queries/codes.ts';
import { addToCollection, createCollection } from '../../db/queries/collections.ts';
import { recordEvent } from '../../db/queries/events.ts';
import { addLines, beginImport, endImport } from '../../db/queries/imports.ts';
import type { WritableDb } from '../../db/types.ts';
import { type ArticleId, type HighlightColor, selectorsFor } from '../../main/contract/index.ts';
import { Random } from './random.ts';

const agent = 'Verbatim bench';
/** Articles of one import, and of one transaction. */
const batch = 1000;
/** One article in so many has marks. */
const markedEvery = 20;
const mostInCollection = 2000;
const colors: readonly HighlightColor[] = ['amber', 'green', 'blue', 'rose'];

interface Filled {
  readonly id: number;
  readonly uuid: string;
  readonly title: string;
}

/**
 * What stands around the articles of a generated library, as years of work leave it: an import and its report a thousand
 * articles, a line of the log an article, marks with codes and notes on every twentieth, sixty codes, forty collections
 * with up to 2,000 articles each and three saved searches. Six statements in ten wait for a decision, one is rejected;
 * of a third it isn't known when it was said. By the database's own functions.
 */
export function fillAround(file: string): void {
  const db = openWritable(file);
  db.pragma('synchronous = OFF');
  const random = new Random(7);
  const codes = db.transaction(() => makeCodes(db))();
  db.exec(
    `UPDATE statements SET state = CASE WHEN id % 10 < 6 THEN 'suggested' WHEN id % 10 = 6 THEN 'rejected' ELSE 'confirmed' END,
       said = CASE WHEN id % 3 = 0 THEN NULL ELSE said END`,
  );
  const next = db.prepare<[number], Filled>(
    `SELECT id, uuid, title FROM articles WHERE id > ? ORDER BY id LIMIT ${batch}`,
  );
  const around = db.transaction((articles: readonly Filled[]) => {
    report(db, articles);
    for (const article of articles) if (article.id % markedEvery === 0) mark(db, article, codes, random);
  });
  const all: string[] = [];
  for (let last = 0; ; ) {
    const articles = next.all(last);
    if (articles.length === 0) break;
    around(articles);
    all.push(...articles.map(({ uuid }) => uuid));
    last = articles.at(-1)?.id ?? last;
  }
  for (let number = 0; number < 40; number++)
    db.transaction(() => {
      const { id } = createCollection(db, { name: `Folder ${number + 1}`, parent: null, query: null });
      const from = random.between(0, Math.max(0, all.length - mostInCollection));
      addToCollection(db, id, all.slice(from, from + random.between(50, mostInCollection)));
    })();
  for (const query of ['harbour trust', 'speaker:Alder', 'police after:2015'])
    db.transaction(() => createCollection(db, { name: query, parent: null, query }))();
  db.pragma('optimize');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Twelve at the root with four below each. */
function makeCodes(db: WritableDb): string[] {
  const make = (name: string, parent: string | null) =>
    createCode(db, { name, parent, definition: '', color: null }).id;
  const roots = Array.from({ length: 12 }, (_, number) => make(`Theme ${number + 1}`, null));
  return roots.flatMap((root, number) => [
    root,
    ...Array.from({ length: 4 }, (_, below) => make(`Aspect ${number + 1}.${below + 1}`, root)),
  ]);
}

function report(db: WritableDb, articles: readonly Filled[]): void {
  const id = beginImport(db, { roots: ['/shelf/papers'], collection: null, copyArchives: false, columns: null });
  addLines(
    db,
    id,
    articles.map(({ uuid, title, id: number }) => ({
      path: `papers/${number}.html`,
      outcome: 'taken',
      article: uuid as ArticleId,
      revision: null,
      title,
      reason: null,
      bytes: 20_000,
      source: `/shelf/papers/${number}.html`,
    })),
  );
  for (const { uuid } of articles)
    recordEvent(db, {
      kind: 'capture',
      agent,
      subject: `article ${uuid}`,
      outcome: 'success',
      detail: 'Taken from papers, original kept.',
    });
  endImport(db, id, { state: 'ended', placed: { exact: 0, moved: 0, changed: 0, lost: 0 } }, agent);
}

function mark(db: WritableDb, { id, uuid }: Filled, codes: readonly string[], random: Random): void {
  const revision = db
    .prepare<[number], { uuid: string; text: string }>(
      `SELECT r.uuid, packed_text(k.words) AS text FROM articles a JOIN revisions r ON r.id = a.current_revision
       JOIN revision_contents k ON k.revision = r.id WHERE a.id = ?`,
    )
    .get(id);
  if (revision === undefined) return;
  for (let left = random.between(1, 3); left > 0; left--) {
    const start = random.between(0, Math.max(0, revision.text.length - 200));
    createAnnotation(db, {
      article: uuid,
      revision: revision.uuid,
      selectors: selectorsFor(revision.text, { start, end: start + random.between(20, 120) }),
      color: random.pick(colors),
      note: random.next() < 0.3 ? 'To be looked up in the minutes of the council.' : '',
      codes: [random.pick(codes), random.pick(codes)].filter((code, at, both) => both.indexOf(code) === at),
      elsewhere: [],
    });
  }
}
