import type {
  AnnotationRecord,
  ArticleId,
  CodeId,
  HighlightColor,
  RevisionId,
  Selectors,
} from '../../main/contract/index.ts';
import { fold } from '../fold.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { uuidv7 } from '../uuid.ts';
import { recordEvent } from './events.ts';
import { type MarkPlacement, writePlacement } from './placements.ts';
import { insertAnnotation, linkCodes } from './restore/marks.ts';
import { reindex } from './search-index.ts';

/** An article that a foreign annotation may be about, with the texts of its revisions. */
export interface AnnotatedArticle {
  readonly id: ArticleId;
  readonly title: string;
  readonly revisions: readonly {
    readonly id: RevisionId;
    readonly sha256: string;
    readonly current: boolean;
    readonly text: string;
  }[];
}

/** What an annotation may name its article by: its id, its address, or the hash of its current text. */
export interface ArticleClue {
  readonly by: 'id' | 'url' | 'text';
  readonly value: string;
}
const clueColumns = { id: 'uuid', url: 'url', text: 'text_sha256' } as const;

/** The live article that one of the clues leads to, the first that is there. */
export function annotatedArticle(db: ReadableDb, clues: readonly ArticleClue[]): AnnotatedArticle | null {
  for (const { by, value } of clues) {
    const article = db
      .prepare<[string], { rowid: number; id: ArticleId; title: string }>(
        `SELECT id AS rowid, uuid AS id, title FROM articles WHERE ${clueColumns[by]} = ? AND binned IS NULL`,
      )
      .get(value);
    if (article === undefined) continue;
    const revisions = db
      .prepare<[number], { id: RevisionId; sha256: string; current: number; text: string }>(
        `SELECT r.uuid AS id, r.sha256, r.id = a.current_revision AS current, coalesce(packed_text(k.words), '') AS text
         FROM revisions r JOIN revision_contents k ON k.revision = r.id JOIN articles a ON a.id = r.article
         WHERE a.id = ? ORDER BY r.number`,
      )
      .all(article.rowid)
      .map((revision) => ({ ...revision, current: revision.current === 1 }));
    return { id: article.id, title: article.title, revisions };
  }
  return null;
}

export interface ImportedAnnotation {
  /** The id it had, where it is a UUID; else null for a new one. */
  readonly id: string | null;
  readonly article: ArticleId;
  readonly revision: RevisionId;
  readonly selectors: Selectors;
  readonly placements: readonly MarkPlacement[];
  readonly color: HighlightColor | null;
  readonly note: string;
  readonly tags: readonly { readonly id: string | null; readonly name: string }[];
  readonly created: string | null;
  readonly modified: string | null;
  /** Where it comes from, for the log: "a file of W3C Web Annotations". */
  readonly from: string;
}

/** Adds an annotation that another program, or another library, made. `known` when its id is here already. */
export function importAnnotation(
  db: WritableDb,
  annotation: ImportedAnnotation,
  agent: string,
): { readonly outcome: 'taken' | 'known' } {
  const id = annotation.id ?? uuidv7();
  if (isKnown(db, annotation)) return { outcome: 'known' };
  const target = db
    .prepare<[string], { article: number; revision: number }>(
      'SELECT article, id AS revision FROM revisions WHERE uuid = ?',
    )
    .get(annotation.revision);
  if (target === undefined) throw new Error(`revision ${annotation.revision} went away during the import`);
  const at = now();
  reindex(db, [target.article], () => {
    const { quote } = annotation.selectors;
    const row = insertAnnotation(db, target.article, target.revision, {
      id: id as AnnotationRecord['id'],
      color: annotation.color,
      note: annotation.note,
      quote: quote.exact,
      prefix: quote.prefix,
      suffix: quote.suffix,
      created: annotation.created ?? at,
      modified: annotation.modified ?? annotation.created ?? at,
    });
    for (const placement of annotation.placements) writePlacement(db, 'annotation', row, placement);
    linkCodes(
      db,
      row,
      annotation.tags.map((tag) => codeOfTag(db, tag)),
    );
  });
  recordEvent(db, {
    kind: 'annotation',
    agent,
    subject: `annotation ${id}`,
    outcome: 'success',
    detail: `Taken in from ${annotation.from}.`,
  });
  return { outcome: 'taken' };
}

/** By its id; without one, the same words in the same place with the same note are the same annotation. */
function isKnown(db: ReadableDb, { id, revision, selectors, note }: ImportedAnnotation): boolean {
  const row =
    id === null
      ? db
          .prepare(
            `SELECT 1 FROM annotations n JOIN revisions r ON r.id = n.made_in
             JOIN annotation_placements p ON p.annotation = n.id AND p.revision = r.id
             WHERE r.uuid = ? AND (p.start = ? OR n.quote = '') AND n.quote = ? AND n.note = ? AND n.binned IS NULL`,
          )
          .get(revision, selectors.position.start, selectors.quote.exact, note)
      : db.prepare('SELECT 1 FROM annotations WHERE uuid = ?').get(id);
  return row !== undefined;
}

/** The code that a tag names: by its id, else by its name anywhere in the codebook, else a new one at the top. */
function codeOfTag(db: WritableDb, tag: { readonly id: string | null; readonly name: string }): CodeId {
  const byId =
    tag.id === null
      ? undefined
      : db.prepare<[string], CodeId>('SELECT uuid FROM codes WHERE uuid = ? AND binned IS NULL').pluck().get(tag.id);
  if (byId !== undefined) return byId;
  const twin = db
    .prepare<[], { uuid: CodeId; name: string }>(
      'SELECT uuid, name FROM codes WHERE binned IS NULL ORDER BY parent IS NOT NULL, id',
    )
    .all()
    .find(({ name }) => fold(name) === fold(tag.name));
  if (twin !== undefined) return twin.uuid;
  const free = tag.id !== null && db.prepare('SELECT 1 FROM codes WHERE uuid = ?').get(tag.id) === undefined;
  const id = (free ? tag.id : uuidv7()) as CodeId;
  const color = (db.prepare<[], number>('SELECT count(*) FROM codes').pluck().get() ?? 0) % 8;
  db.prepare(
    "INSERT INTO codes (uuid, name, parent, definition, color, created, modified) VALUES (?, ?, NULL, '', ?, ?, ?)",
  ).run(id, tag.name, color, now(), now());
  return id;
}
