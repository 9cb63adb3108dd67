import { createHash } from 'node:crypto';
import { openWritable } from '../../db/open.ts';
import { storeSketch } from '../../db/queries/likeness.ts';
import { keepContents } from '../../db/queries/revision-contents.ts';
import { addToIndex, indexStatement } from '../../db/queries/search-index.ts';
import { packContents } from '../../db/revision-contents.ts';
import type { WritableDb } from '../../db/types.ts';
import { uuidv7 } from '../../db/uuid.ts';
import { sketchOf } from '../../main/contract/index.ts';
import type { ArticleGenerator, GeneratedArticle } from './generator.ts';

/** Articles in one transaction: about what the import writes at a time. */
const batch = 100;

/**
 * Fills a library's database with generated articles (`from` up to, not including, `to`), past the import:
 * rows and index only, no files. They count as compared with one another, so that nothing is done behind a
 * measurement.
 */
export function fillLibrary(
  file: string,
  generator: ArticleGenerator,
  range: { readonly from: number; readonly to: number },
): void {
  const db = openWritable(file);
  // The fill is no work of a person: it may be lost, and is made again.
  db.pragma('synchronous = OFF');
  const insert = articleInserter(db);
  const insertBatch = db.transaction((from: number, to: number) => {
    for (let number = from; number < to; number++) insert(generator.article(number));
    db.exec('UPDATE articles SET compared = current_revision WHERE compared IS NOT current_revision');
  });
  for (let from = range.from; from < range.to; from += batch) insertBatch(from, Math.min(range.to, from + batch));
  db.pragma('optimize');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Writes one article and answers its rowid; it waits to be compared with the others. */
export function articleInserter(db: WritableDb): (article: GeneratedArticle) => number {
  const at = '2026-01-01T00:00:00.000Z';
  const original = db.prepare("INSERT INTO originals (sha256, bytes, media_type, added) VALUES (?, ?, 'text/html', ?)");
  const work = db.prepare(
    `INSERT INTO articles (uuid, url, text_sha256, title, byline, publication, published, published_key, language, words, added)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'en', ?, ?)`,
  );
  const capture = db.prepare(
    "INSERT INTO captures (uuid, article, original, name, format, url, captured, imported) VALUES (?, ?, ?, ?, 'html', ?, NULL, ?)",
  );
  const revision = db.prepare(
    `INSERT INTO revisions (uuid, article, capture, number, extractor, metadata, captions, people, sha256, words, created)
     VALUES (?, ?, ?, 1, 'bench', '{}', '', '[]', ?, ?, ?)`,
  );
  const current = db.prepare('UPDATE articles SET current_revision = ? WHERE id = ?');
  const speaker = db.prepare('INSERT OR IGNORE INTO speakers (uuid, name, folded) VALUES (?, ?, ?)');
  const statement = db.prepare(
    `INSERT INTO statements (uuid, article, made_in, kind, state, speaker, role, said, dated, confidence, quote, prefix, suffix, created, modified)
     VALUES (?, ?, ?, 'block', 'confirmed', (SELECT id FROM speakers WHERE folded = ?), ?, ?, ?, 1, ?, '', '', ?, ?)`,
  );
  const placement = db.prepare(
    `INSERT INTO statement_placements (statement, revision, placement, start, "end") VALUES (?, ?, 'exact', ?, ?)`,
  );
  return (article) => {
    const text = article.paragraphs.join('\n\n');
    const hash = createHash('sha256').update(text).digest('hex');
    const words = text.split(/\s+/).length;
    // Two papers may print the same text: their files are two.
    const file = createHash('sha256').update(`${article.url}\n${text}`).digest('hex');
    const originalId = original.run(file, text.length, at).lastInsertRowid;
    const articleId = Number(
      work.run(
        uuidv7(),
        article.url,
        hash,
        article.title,
        JSON.stringify([article.byline]),
        article.publication,
        article.published,
        article.published,
        words,
        at,
      ).lastInsertRowid,
    );
    const captureId = capture.run(uuidv7(), articleId, originalId, 'a.html', article.url, at).lastInsertRowid;
    const blocks = article.paragraphs.map((paragraph) => ({
      kind: 'paragraph',
      role: 'body',
      purpose: null,
      content: { text: paragraph, marks: [] },
    }));
    const revisionId = Number(revision.run(uuidv7(), articleId, captureId, hash, words, at).lastInsertRowid);
    keepContents(db, revisionId, packContents(JSON.stringify({ blocks }), text, '[]'));
    storeSketch(db, revisionId, sketchOf(text));
    current.run(revisionId, articleId);
    addToIndex(db, [articleId]);
    const starts: number[] = [];
    for (let at = 0; starts.length < article.paragraphs.length; ) {
      starts.push(at);
      at += (article.paragraphs[starts.length - 1]?.length ?? 0) + 2;
    }
    for (const said of article.statements) {
      const [first, last] = said.paragraphs;
      const start = starts[first] ?? 0;
      const end = (starts[last] ?? 0) + (article.paragraphs[last]?.length ?? 0);
      const folded = said.speaker.toLowerCase();
      speaker.run(uuidv7(), said.speaker, folded);
      const quote = text.slice(start, end);
      const id = Number(
        statement.run(
          uuidv7(),
          articleId,
          revisionId,
          folded,
          said.role,
          article.published,
          article.published,
          quote,
          at,
          at,
        ).lastInsertRowid,
      );
      placement.run(id, revisionId, start, end);
      indexStatement(db, id, quote);
    }
    return articleId;
  };
}
