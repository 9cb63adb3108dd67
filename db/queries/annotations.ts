import type {
  Annotation,
  AnnotationId,
  ArticleId,
  CodeId,
  HighlightColor,
  Placement,
  RevisionId,
  Selectors,
} from '../../main/contract/index.ts';
import { VerbatimError } from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { uuidv7 } from '../uuid.ts';
import { recordEdit, shortened } from './edits.ts';
import type { MarkPlacement } from './placements.ts';
import { writePlacement } from './placements.ts';
import { reindex } from './search-index.ts';

interface AnnotationRow {
  readonly id: AnnotationId;
  readonly article: ArticleId;
  readonly madeIn: RevisionId;
  readonly revision: RevisionId;
  readonly placement: Placement | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string;
  readonly text: string | null;
  readonly color: HighlightColor | null;
  readonly note: string;
  readonly codes: string;
  readonly created: string;
  readonly modified: string;
}

const select = `SELECT n.uuid AS id, a.uuid AS article, m.uuid AS madeIn, r.uuid AS revision, p.placement, p.start, p."end",
  n.quote, CASE p.placement WHEN 'changed' THEN (SELECT packed_text(k.words) FROM revision_contents k WHERE k.revision = r.id) END AS text, n.color, n.note, n.created, n.modified,
  (SELECT json_group_array(c.uuid) FROM (SELECT k.uuid FROM annotation_codes t JOIN codes k ON k.id = t.code
    WHERE t.annotation = n.id AND k.binned IS NULL ORDER BY k.uuid) c) AS codes
FROM annotations n JOIN articles a ON a.id = n.article JOIN revisions m ON m.id = n.made_in`;
const placed = 'LEFT JOIN annotation_placements p ON p.annotation = n.id AND p.revision = r.id';

function toAnnotation(row: AnnotationRow): Annotation {
  const { text, start, end, placement, ...rest } = row;
  const span = start === null || end === null ? null : { start, end };
  return {
    ...rest,
    // A revision that a killed import did not settle has no row yet; nothing is guessed of it.
    placement: placement ?? 'lost',
    span,
    current: text === null || span === null ? null : text.slice(span.start, span.end),
    codes: JSON.parse(row.codes) as CodeId[],
  };
}

/** The live annotations of a revision's article with their places in that revision, in reading order, lost ones last. */
export function annotationsOfRevision(db: ReadableDb, revision: string): Annotation[] {
  return db
    .prepare<[string], AnnotationRow>(
      `${select} JOIN revisions r ON r.article = a.id ${placed}
       WHERE r.uuid = ? AND n.binned IS NULL ORDER BY p.start IS NULL, p.start, p."end", n.id`,
    )
    .all(revision)
    .map(toAnnotation);
}

/** One annotation with its place in the current revision, in the bin or not; null when there is none. */
export function readAnnotation(db: ReadableDb, id: string): Annotation | null {
  const row = db
    .prepare<[string], AnnotationRow>(
      `${select} JOIN revisions r ON r.id = a.current_revision ${placed} WHERE n.uuid = ?`,
    )
    .get(id);
  return row === undefined ? null : toAnnotation(row);
}

/** A page of all annotations of live articles, in the order of their making, for lists and the terminal. */
export function pageOfAnnotations(
  db: ReadableDb,
  query: { readonly article: string | null; readonly offset: number; readonly limit: number },
): { rows: Annotation[]; total: number } {
  const where = 'n.binned IS NULL AND a.binned IS NULL AND (:article IS NULL OR a.uuid = :article)';
  return {
    rows: db
      .prepare<[typeof query], AnnotationRow>(
        `${select} JOIN revisions r ON r.id = a.current_revision ${placed} WHERE ${where} ORDER BY n.id LIMIT :limit OFFSET :offset`,
      )
      .all(query)
      .map(toAnnotation),
    total:
      db
        .prepare<[{ article: string | null }], number>(
          `SELECT count(*) FROM annotations n JOIN articles a ON a.id = n.article WHERE ${where}`,
        )
        .pluck()
        .get({ article: query.article }) ?? 0,
  };
}

export interface NewAnnotation {
  readonly article: string;
  readonly revision: string;
  readonly selectors: Selectors;
  readonly color: HighlightColor | null;
  readonly note: string;
  readonly codes: readonly string[];
  /** Its places in the article's other revisions. */
  readonly elsewhere: readonly MarkPlacement[];
}

/** Makes an annotation in a revision of its article. Throws `not-found` for a revision or code that is not there. */
export function createAnnotation(db: WritableDb, annotation: NewAnnotation): Annotation {
  const target = db
    .prepare<[string, string], { article: number; revision: number }>(
      'SELECT a.id AS article, r.id AS revision FROM revisions r JOIN articles a ON a.id = r.article WHERE a.uuid = ? AND r.uuid = ?',
    )
    .get(annotation.article, annotation.revision);
  if (target === undefined) throw new VerbatimError('not-found', 'This article has no such revision any more.');
  const { quote, position } = annotation.selectors;
  const id = uuidv7();
  const at = now();
  reindex(db, [target.article], () => {
    const row = Number(
      db
        .prepare(
          'INSERT INTO annotations (uuid, article, made_in, color, note, quote, prefix, suffix, created, modified) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        )
        .run(
          id,
          target.article,
          target.revision,
          annotation.color,
          annotation.note,
          quote.exact,
          quote.prefix,
          quote.suffix,
          at,
          at,
        ).lastInsertRowid,
    );
    writePlacement(db, 'annotation', row, { revision: annotation.revision, placement: 'exact', span: position });
    for (const place of annotation.elsewhere) writePlacement(db, 'annotation', row, place);
    setCodes(db, row, annotation.codes);
  });
  recordEdit(db, 'annotation', `annotation ${id}`, `Made on ${shortened(quote.exact)}.`);
  return found(readAnnotation(db, id));
}

export interface AnnotationChange {
  readonly id: string;
  readonly color?: HighlightColor | null | undefined;
  readonly note?: string | undefined;
  readonly codes?: readonly string[] | undefined;
}

/** Changes colour, note or codes; what is undefined stays. Throws `not-found`. */
export function updateAnnotation(db: WritableDb, change: AnnotationChange): Annotation {
  const row = annotationRow(db, change.id, 'live');
  const { color, note, codes } = change;
  const changed: string[] = [];
  reindex(db, [row.article], () => {
    const set = (column: 'color' | 'note', value: string | null): void => {
      db.prepare(`UPDATE annotations SET ${column} = ? WHERE id = ?`).run(value, row.id);
      changed.push(column);
    };
    if (color !== undefined) set('color', color);
    if (note !== undefined) set('note', note);
    if (codes !== undefined) {
      setCodes(db, row.id, codes);
      changed.push('codes');
    }
    db.prepare('UPDATE annotations SET modified = ? WHERE id = ?').run(now(), row.id);
  });
  recordEdit(db, 'annotation', `annotation ${change.id}`, `Changed: ${changed.join(', ') || 'nothing'}.`);
  return found(readAnnotation(db, change.id));
}

/** Moves an annotation to the bin or back; answers which article it belongs to. Throws `not-found`. */
export function setAnnotationBinned(db: WritableDb, id: string, binned: boolean): Annotation {
  const row = annotationRow(db, id, binned ? 'live' : 'binned');
  reindex(db, [row.article], () => {
    db.prepare('UPDATE annotations SET binned = ? WHERE id = ?').run(binned ? now() : null, row.id);
  });
  recordEdit(db, 'annotation', `annotation ${id}`, binned ? 'Moved to the bin.' : 'Restored from the bin.');
  return found(readAnnotation(db, id));
}

/** Sets the live codes of an annotation; links to codes in the bin stay, so that restoring a code restores them. */
function setCodes(db: WritableDb, annotation: number, codes: readonly string[]): void {
  db.prepare(
    'DELETE FROM annotation_codes WHERE annotation = ? AND code IN (SELECT id FROM codes WHERE binned IS NULL)',
  ).run(annotation);
  const link = db.prepare(
    'INSERT INTO annotation_codes (annotation, code) SELECT ?, id FROM codes WHERE uuid = ? AND binned IS NULL',
  );
  for (const code of new Set(codes)) {
    if (link.run(annotation, code).changes === 0)
      throw new VerbatimError('not-found', 'One of the codes is not in the codebook any more.', { code });
  }
}

function annotationRow(db: ReadableDb, id: string, state: 'live' | 'binned'): { id: number; article: number } {
  const row = db
    .prepare<[string, number], { id: number; article: number }>(
      'SELECT id, article FROM annotations WHERE uuid = ? AND (binned IS NULL) = ?',
    )
    .get(id, state === 'live' ? 1 : 0);
  if (row === undefined)
    throw new VerbatimError(
      'not-found',
      state === 'live' ? 'This annotation is not there any more.' : 'This annotation is not in the bin.',
    );
  return row;
}

function found(annotation: Annotation | null): Annotation {
  if (annotation === null) throw new VerbatimError('not-found', 'This annotation is not there any more.');
  return annotation;
}
