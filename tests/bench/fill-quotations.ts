import { openWritable } from '../../db/open.ts';
import { textOfRevision } from '../../db/queries/revision-contents.ts';
import { indexStatement } from '../../db/queries/search-index.ts';
import { ensureOrganization } from '../../db/queries/speakers.ts';
import { uuidv7 } from '../../db/uuid.ts';
import { Random } from './random.ts';

const places =
  'Ellery Marrow Tessaly Saltmarsh Harrow Lindale Quay Northgate Fenwick Aldermoor Brack Colne Dunmere Ester Farley'.split(
    ' ',
  );

/** Articles in one transaction. */
const batch = 500;

interface Current {
  readonly article: number;
  readonly revision: number;
  readonly published: string;
}

/**
 * Gives each article of a generated library so many quotations in its sentences, as the news has them: suggestions of
 * different sureness, each a sentence of the text by one of its people for one of sixty organisations, dated by its article.
 */
export function fillQuotations(file: string, each: number): void {
  const db = openWritable(file);
  db.pragma('synchronous = OFF');
  const random = new Random(11);
  const next = db.prepare<[number], Current>(
    `SELECT id AS article, current_revision AS revision, published FROM articles WHERE id > ? ORDER BY id LIMIT ${batch}`,
  );
  const insert = db.prepare(
    `INSERT INTO statements (uuid, article, made_in, kind, state, speaker, role, organization, said, dated, confidence, quote, prefix, suffix, created, modified)
     VALUES (?, ?, ?, ?, 'suggested', ?, ?, ?, ?, ?, ?, ?, '', '', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`,
  );
  const place = db.prepare(
    `INSERT INTO statement_placements (statement, revision, placement, start, "end") VALUES (?, ?, 'exact', ?, ?)`,
  );
  const organizations = db.transaction(() =>
    places.flatMap((name) =>
      ['Board', 'Trust', 'Union', 'Council'].map((kind) => ensureOrganization(db, `${name} ${kind}`)),
    ),
  )();
  const people = db.prepare<[], number>('SELECT id FROM speakers ORDER BY id').pluck().all();
  const quote = db.transaction((articles: readonly Current[]) => {
    for (const { article, revision, published } of articles) {
      const text = textOfRevision(db, revision) ?? '';
      const sentences = [...text.matchAll(/[A-Z][^.!?\n]{20,}[.!?]/gu)];
      for (let count = 0; count < each; count += 1) {
        const sentence = sentences.length === 0 ? undefined : random.pick(sentences);
        if (sentence === undefined) continue;
        const [words] = sentence;
        const row = Number(
          insert.run(
            uuidv7(),
            article,
            revision,
            random.pick(['direct', 'direct', 'mixed', 'indirect']),
            random.pick(people),
            random.pick(['spokesman', 'harbour chief', 'mayor', null]),
            random.pick([...organizations, null]),
            published,
            published,
            0.4 + Math.round(random.next() * 60) / 100,
            words,
          ).lastInsertRowid,
        );
        place.run(row, revision, sentence.index, sentence.index + words.length);
        indexStatement(db, row, words);
      }
    }
  });
  for (let rows = next.all(0); rows.length > 0; rows = next.all(rows.at(-1)?.article ?? 0)) quote(rows);
  db.pragma('optimize');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
