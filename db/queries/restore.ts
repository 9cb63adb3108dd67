import type {
  AnnotationRecord,
  ArticleId,
  ArticleRecord,
  CodeId,
  CodeRecord,
  CollectionRecord,
  EventRecord,
  PlacementRecord,
  RevisionId,
  StatementRecord,
} from '../../main/contract/index.ts';
import { fold } from '../fold.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { uuidv7 } from '../uuid.ts';
import { sourceRow } from './archives.ts';
import { ensureOriginal } from './originals.ts';
import { indexStatementWords, type MarkPlacement, writePlacement } from './placements.ts';
import { reindex } from './search-index.ts';
import { recordVerbatim } from './verbatim-checks.ts';

/**
 * Takes the records of a package back, with the ids they had. Records were checked against their
 * schemas and hashes before; here only what the library already holds can stand in the way.
 */

/** Where a code of the package is in this library, when it is known here under another id. */
export type CodeMap = Readonly<Record<CodeId, CodeId>>;

/**
 * Adds codes, parents first. A code of the same name in the same place is the same code. An id that is another
 * code's here is only a claim: the package's code then gets an id of its own.
 */
export function restoreCodes(db: WritableDb, codes: readonly CodeRecord[]): CodeMap {
  const map: Record<CodeId, CodeId> = {};
  const byId = db.prepare<[string], { readonly row: number; readonly name: string }>(
    'SELECT id AS row, name FROM codes WHERE uuid = ?',
  );
  const siblings = db.prepare<[number | null], { uuid: CodeId; name: string }>(
    'SELECT uuid, name FROM codes WHERE parent IS ? AND binned IS NULL',
  );
  const insert = db.prepare(
    'INSERT INTO codes (uuid, name, parent, definition, color, created, modified) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const code of codes) {
    const known = byId.get(code.id);
    if (known !== undefined && fold(known.name) === fold(code.name)) continue;
    const parent = code.parent === null ? null : (byId.get(map[code.parent] ?? code.parent)?.row ?? null);
    const twin = siblings.all(parent).find(({ name }) => fold(name) === fold(code.name));
    const id = twin?.uuid ?? (known === undefined ? code.id : (uuidv7() as CodeId));
    if (twin === undefined) insert.run(id, code.name, parent, code.definition, code.color, code.created, code.modified);
    if (id !== code.id) map[code.id] = id;
  }
  return map;
}

export type ArticleRestored =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'duplicate'; readonly article: ArticleId; readonly reason: string }
  /** Its id is another article's here. */
  | { readonly outcome: 'refused'; readonly reason: string };

/**
 * Adds one article with all that belongs to it, or says what of it is there already. Its reading copies were
 * compared with their originals by `agent`, and are sound.
 */
export function restoreArticle(db: WritableDb, article: ArticleRecord, codes: CodeMap, agent: string): ArticleRestored {
  const known = alreadyThere(db, article);
  if (known !== null) return known;
  const row = Number(
    db
      .prepare(
        `INSERT INTO articles (uuid, url, text_sha256, title, byline, publication, published, published_key, language, words, position, added, binned)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      // Born binned: outside the index until `reindex` lets it in, whole.
      .run(
        article.id,
        article.url,
        article.revisions.find(({ id }) => id === article.current)?.sha256 ?? null,
        article.title,
        JSON.stringify(article.byline),
        article.publication,
        article.published,
        article.publishedKey,
        article.language,
        article.words,
        article.position,
        article.added,
        now(),
      ).lastInsertRowid,
  );
  const revisions = restoreRevisions(db, row, article);
  const statements = article.statements.map((statement) => restoreStatement(db, row, statement, revisions));
  for (const annotation of article.annotations) restoreAnnotation(db, row, annotation, revisions, codes);
  reindex(db, [row], () => {
    db.prepare('UPDATE articles SET current_revision = ?, binned = NULL WHERE id = ?').run(
      rowOf(revisions, article.current),
      row,
    );
  });
  for (const statement of statements) indexStatementWords(db, statement);
  const compared = article.revisions.map(({ id }) => ({ revision: id, state: 'sound', reason: null }) as const);
  recordVerbatim(db, compared, agent);
  return { outcome: 'taken' };
}

function alreadyThere(db: ReadableDb, article: ArticleRecord): ArticleRestored | null {
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

/** Internal rowids of the article's revisions. */
type RevisionRows = ReadonlyMap<RevisionId, number>;

function rowOf(revisions: RevisionRows, id: RevisionId): number {
  const row = revisions.get(id);
  if (row === undefined) throw new Error(`the record names a revision ${id} that it does not hold`);
  return row;
}

function restoreRevisions(db: WritableDb, article: number, record: ArticleRecord): RevisionRows {
  const captures = new Map<string, number>();
  const addCapture = db.prepare(
    'INSERT INTO captures (uuid, article, original, part, name, format, url, captured, imported, source, archive) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const capture of record.captures) {
    const original = ensureOriginal(db, {
      sha256: capture.original,
      bytes: capture.bytes,
      mediaType: capture.mediaType,
    });
    const source = sourceRow(db, capture.source);
    const added = addCapture.run(
      capture.id,
      article,
      original,
      capture.part,
      capture.name,
      capture.format,
      capture.url,
      capture.captured,
      capture.imported,
      source.source,
      source.archive,
    );
    captures.set(capture.id, Number(added.lastInsertRowid));
  }
  const revisions = new Map<RevisionId, number>();
  const addRevision = db.prepare(
    `INSERT INTO revisions (uuid, article, capture, number, extractor, metadata, document, text, captions, removals, people, sha256, words, created, settled)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  );
  const link = db.prepare('INSERT OR IGNORE INTO revision_images (revision, original) VALUES (?, ?)');
  for (const revision of record.revisions) {
    const added = addRevision.run(
      revision.id,
      article,
      captures.get(revision.capture),
      revision.number,
      revision.extractor,
      JSON.stringify(revision.metadata),
      JSON.stringify(revision.document),
      revision.text,
      revision.captions,
      JSON.stringify(revision.removals),
      JSON.stringify(revision.people),
      revision.sha256,
      revision.words,
      revision.created,
    );
    const row = Number(added.lastInsertRowid);
    revisions.set(revision.id, row);
    for (const image of revision.images) link.run(row, ensureOriginal(db, image));
  }
  return revisions;
}

function restoreStatement(
  db: WritableDb,
  article: number,
  statement: StatementRecord,
  revisions: RevisionRows,
): number {
  const added = db
    .prepare(
      `INSERT INTO statements (uuid, article, made_in, kind, state, speaker, role, organization, said, confidence, cue, quote, prefix, suffix, created, modified)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      statement.id,
      article,
      rowOf(revisions, statement.madeIn),
      statement.kind,
      statement.state,
      statement.speaker === null ? null : ensureNamed(db, 'speakers', statement.speaker),
      statement.role,
      statement.organization === null ? null : ensureNamed(db, 'organizations', statement.organization),
      statement.said,
      statement.confidence,
      statement.cue,
      statement.quote,
      statement.prefix,
      statement.suffix,
      statement.created,
      statement.modified,
    );
  const row = Number(added.lastInsertRowid);
  for (const placement of statement.placements) writePlacement(db, 'statement', row, toPlacement(placement));
  return row;
}

function toPlacement({ revision, placement, start, end }: PlacementRecord): MarkPlacement {
  return { revision, placement, span: start === null || end === null ? null : { start, end } };
}

/**
 * Somebody by name. An id that is somebody else's here is only a claim: a wrong speaker is worse than a second one,
 * so whoever is not known by name gets an id of their own then.
 */
function ensureNamed(
  db: WritableDb,
  table: 'speakers' | 'organizations',
  named: { readonly id: string; readonly name: string },
): number {
  const folded = fold(named.name);
  const known = db.prepare<[string], number>(`SELECT id FROM ${table} WHERE folded = ?`).pluck().get(folded);
  if (known !== undefined) return known;
  const isTaken =
    db.prepare<[string], number>(`SELECT id FROM ${table} WHERE uuid = ?`).pluck().get(named.id) !== undefined;
  return Number(
    db
      .prepare(`INSERT INTO ${table} (uuid, name, folded) VALUES (?, ?, ?)`)
      .run(isTaken ? uuidv7() : named.id, named.name, folded).lastInsertRowid,
  );
}

function restoreAnnotation(
  db: WritableDb,
  article: number,
  annotation: AnnotationRecord,
  revisions: RevisionRows,
  codes: CodeMap,
): void {
  const row = insertAnnotation(db, article, rowOf(revisions, annotation.madeIn), annotation);
  for (const placement of annotation.placements) writePlacement(db, 'annotation', row, toPlacement(placement));
  linkCodes(
    db,
    row,
    annotation.codes.map((code) => codes[code] ?? code),
  );
}

/** One row of annotations, as it was made elsewhere; answers its rowid. */
export function insertAnnotation(
  db: WritableDb,
  article: number,
  revision: number,
  annotation: Omit<AnnotationRecord, 'codes' | 'placements' | 'madeIn'>,
): number {
  return Number(
    db
      .prepare(
        'INSERT INTO annotations (uuid, article, made_in, color, note, quote, prefix, suffix, created, modified) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        annotation.id,
        article,
        revision,
        annotation.color,
        annotation.note,
        annotation.quote,
        annotation.prefix,
        annotation.suffix,
        annotation.created,
        annotation.modified,
      ).lastInsertRowid,
  );
}

/** Codes an annotation; codes that are not here are passed over. */
export function linkCodes(db: WritableDb, annotation: number, codes: readonly CodeId[]): void {
  const link = db.prepare(
    'INSERT OR IGNORE INTO annotation_codes (annotation, code) SELECT ?, id FROM codes WHERE uuid = ?',
  );
  for (const code of codes) link.run(annotation, code);
}

/**
 * Adds collections, parents first, and puts those of the package's articles into them that are here. A collection
 * of another name that has the id here is another one, and is left as it is.
 */
export function restoreCollections(
  db: WritableDb,
  collections: readonly CollectionRecord[],
  articles: readonly string[],
): void {
  const byId = db.prepare<[string], { readonly row: number; readonly name: string }>(
    'SELECT id AS row, name FROM collections WHERE uuid = ?',
  );
  const insert = db.prepare(
    'INSERT INTO collections (uuid, name, parent, position, query, created, modified) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const add = db.prepare(
    'INSERT OR IGNORE INTO collection_articles (collection, article, position) SELECT ?, id, ? FROM articles WHERE uuid = ?',
  );
  const restored = new Set(articles);
  const rows = new Map<string, number>();
  for (const collection of collections) {
    const known = byId.get(collection.id);
    const isSame = known !== undefined && fold(known.name) === fold(collection.name);
    const row = isSame
      ? known.row
      : Number(
          insert.run(
            known === undefined ? collection.id : uuidv7(),
            collection.name,
            collection.parent === null ? null : (rows.get(collection.parent) ?? null),
            collection.position,
            collection.query,
            collection.created,
            collection.modified,
          ).lastInsertRowid,
        );
    rows.set(collection.id, row);
    for (const { article, position } of collection.articles) if (restored.has(article)) add.run(row, position, article);
  }
}

/** Adds lines of the package's log that are not here; they keep their time and their agent. */
export function restoreEvents(db: WritableDb, events: readonly EventRecord[]): void {
  const insert = db.prepare(
    'INSERT OR IGNORE INTO events (uuid, at, kind, agent, subject, outcome, detail) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const event of events)
    insert.run(event.id, event.at, event.kind, event.agent, event.subject, event.outcome, event.detail);
}
