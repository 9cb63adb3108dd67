import type {
  AnnotationRecord,
  ArticleId,
  ArticleMetadata,
  ArticleRecord,
  CaptureRecord,
  CaptureTeller,
  CodeRecord,
  CollectionRecord,
  LibraryRecord,
  MemberDescription,
  OrganizationId,
  PlacementRecord,
  ReadingDocument,
  RevisionId,
  RevisionRecord,
  SpeakerId,
  StatementRecord,
  UnreadRevision,
  VerbatimState,
} from '../../main/contract/index.ts';
import { damagedWords, packageFormatVersion, tellsOfWords } from '../../main/contract/index.ts';
import { removalsIn, wordsIn } from '../revision-contents.ts';
import type { ReadableDb } from '../types.ts';
import { type SourceColumns, sourceColumns, withSource } from './archives.ts';
import { gapsIn } from './gaps.ts';
import { speakerRecords } from './people/records.ts';
import { suggestionReason } from './statements.ts';

/**
 * What leaves the library, read in pages so that an export of any size needs little memory: ids
 * first, then one whole article at a time. What is in the bin stays at home.
 */

/** A page of live articles in the order they came; `after` is the last rowid seen, 0 to begin. */
export function articleIds(
  db: ReadableDb,
  after: number,
  limit: number,
): readonly { readonly rowid: number; readonly id: ArticleId }[] {
  return db
    .prepare<[number, number], { rowid: number; id: ArticleId }>(
      'SELECT a.id AS rowid, a.uuid AS id FROM articles a WHERE a.id > ? AND a.binned IS NULL ORDER BY a.id LIMIT ?',
    )
    .all(after, limit);
}

/** The articles of a collection and of those inside it, each once; and its saved searches, to be run. */
export function collectionContent(
  db: ReadableDb,
  collection: string,
): { readonly name: string; readonly articles: readonly ArticleId[]; readonly queries: readonly string[] } | null {
  const inside = `WITH RECURSIVE inside(id, depth) AS (
    SELECT id, 0 FROM collections WHERE uuid = ? AND binned IS NULL
    UNION SELECT c.id, inside.depth + 1 FROM collections c JOIN inside ON c.parent = inside.id WHERE c.binned IS NULL)`;
  const name = db
    .prepare<[string], string>('SELECT name FROM collections WHERE uuid = ? AND binned IS NULL')
    .pluck()
    .get(collection);
  if (name === undefined) return null;
  return {
    name,
    articles: db
      .prepare<[string], ArticleId>(
        `${inside} SELECT a.uuid FROM inside JOIN collection_articles m ON m.collection = inside.id
         JOIN articles a ON a.id = m.article WHERE a.binned IS NULL GROUP BY a.id ORDER BY min(inside.depth), min(m.position), a.id`,
      )
      .pluck()
      .all(collection),
    queries: db
      .prepare<[string], string>(
        `${inside} SELECT c.query FROM inside JOIN collections c ON c.id = inside.id WHERE c.query IS NOT NULL`,
      )
      .pluck()
      .all(collection),
  };
}

interface ArticleRow extends Omit<ArticleRecord, 'byline'> {
  readonly rowid: number;
  readonly byline: string;
}

/**
 * One article with everything that belongs to it; null when it is gone or in the bin. Older revisions whose words can't
 * be read are named and keep nothing else back. Throws `library-damaged` where the current one's can't.
 */
export function articleRecord(db: ReadableDb, article: string): ArticleRecord | null {
  const row = db
    .prepare<[string], ArticleRow>(
      `SELECT a.id AS rowid, a.uuid AS id, a.url, a.title, a.byline, a.publication, a.published, a.published_key AS publishedKey,
         a.language, a.words, r.uuid AS current, a.position, a.added
       FROM articles a JOIN revisions r ON r.id = a.current_revision WHERE a.uuid = ? AND a.binned IS NULL`,
    )
    .get(article);
  if (row === undefined) return null;
  const { rowid, byline, ...rest } = row;
  const { revisions, unread } = revisionsOf(db, rowid);
  if (!revisions.some(({ id }) => id === row.current)) throw damagedWords();
  return {
    ...rest,
    type: 'verbatim-article',
    version: packageFormatVersion,
    byline: JSON.parse(byline) as string[],
    captures: capturesOf(db, rowid),
    revisions,
    ...(unread.length === 0 ? {} : { unread }),
    statements: statementsOf(db, rowid),
    annotations: annotationsOf(db, rowid),
  };
}

function capturesOf(db: ReadableDb, article: number): CaptureRecord[] {
  return db
    .prepare<[number], CaptureRow>(
      `SELECT c.uuid AS id, o.sha256 AS original, c.part, c.name, c.format, o.media_type AS mediaType, o.bytes, c.url, c.captured, c.captured_by AS capturedBy, c.file_dated AS fileDated, c.imported, ${sourceColumns}
       FROM captures c JOIN originals o ON o.id = c.original LEFT JOIN archives w ON w.id = c.archive WHERE c.article = ? ORDER BY c.id`,
    )
    .all(article)
    .map(({ capturedBy, fileDated, ...capture }) =>
      withSource({
        ...capture,
        ...(capturedBy === null ? {} : { capturedBy }),
        ...(fileDated === null ? {} : { fileDated }),
      }),
    );
}

interface CaptureRow extends Omit<CaptureRecord, 'source' | 'capturedBy' | 'fileDated'>, SourceColumns {
  readonly capturedBy: CaptureTeller | null;
  readonly fileDated: string | null;
}

type JsonColumns = 'metadata' | 'people';
type PackedColumns = 'packed' | 'removals';
type RevisionRow = Omit<RevisionRecord, JsonColumns | 'images' | 'document' | 'text' | 'removals'> &
  Record<JsonColumns, string> &
  Record<PackedColumns, Uint8Array | null> & { readonly rowid: number };

interface Revisions {
  readonly revisions: RevisionRecord[];
  readonly unread: UnreadRevision[];
}

function revisionsOf(db: ReadableDb, article: number): Revisions {
  const images = db.prepare<[number], RevisionRecord['images'][number]>(
    `SELECT o.sha256, o.media_type AS mediaType, o.bytes FROM revision_images i JOIN originals o ON o.id = i.original
     WHERE i.revision = ? ORDER BY o.sha256`,
  );
  const rows = db
    .prepare<[number], RevisionRow>(
      `SELECT r.id AS rowid, r.uuid AS id, c.uuid AS capture, r.number, r.extractor, r.sha256, r.words, r.created,
         r.metadata, k.words AS packed, r.captions, k.removals, r.people
       FROM revisions r LEFT JOIN revision_contents k ON k.revision = r.id JOIN captures c ON c.id = r.capture WHERE r.article = ? ORDER BY r.number`,
    )
    .all(article);
  const found: Revisions = { revisions: [], unread: [] };
  for (const row of rows) {
    const { rowid, packed, removals, ...revision } = row;
    const contents = contentsIn(packed, removals);
    const { id, capture, number, sha256, created } = revision;
    if (contents === null) found.unread.push({ id, capture, number, sha256, created });
    else
      found.revisions.push({
        ...revision,
        metadata: JSON.parse(revision.metadata) as RevisionRecord['metadata'],
        ...contents,
        people: JSON.parse(revision.people) as RevisionRecord['people'],
        images: images.all(rowid),
      });
  }
  return found;
}

/** Null where what is kept of a revision is gone or can't be unpacked. */
function contentsIn(
  words: Uint8Array | null,
  removals: Uint8Array | null,
): Pick<RevisionRecord, 'document' | 'text' | 'removals'> | null {
  if (words === null || removals === null) return null;
  try {
    const { document, text } = wordsIn(words);
    return {
      document: JSON.parse(document) as RevisionRecord['document'],
      text,
      removals: JSON.parse(removalsIn(removals)) as RevisionRecord['removals'],
    };
  } catch (error) {
    if (tellsOfWords(error)) return null;
    throw error;
  }
}

type StatementRow = Omit<
  StatementRecord,
  'speaker' | 'organization' | 'placements' | 'gaps' | 'described' | 'saidInWords' | 'jointly' | 'reason'
> & {
  readonly rowid: number;
  readonly gaps: string | null;
  readonly reason: string | null;
  readonly described: string | null;
  readonly saidInWords: string | null;
  readonly speakerId: NonNullable<StatementRecord['speaker']>['id'] | null;
  readonly speakerName: string | null;
  readonly organizationId: NonNullable<StatementRecord['organization']>['id'] | null;
  readonly organizationName: string | null;
};

function statementsOf(db: ReadableDb, article: number): StatementRecord[] {
  const placements = db.prepare<[number], PlacementRecord>(
    `SELECT r.uuid AS revision, p.placement, p.start, p."end" FROM statement_placements p JOIN revisions r ON r.id = p.revision
     WHERE p.statement = ? ORDER BY r.number`,
  );
  const jointly = db.prepare<
    [number],
    {
      speakerId: SpeakerId;
      speakerName: string;
      role: string | null;
      organizationId: OrganizationId | null;
      organizationName: string | null;
    }
  >(
    `SELECT k.uuid AS speakerId, k.name AS speakerName, j.role, o.uuid AS organizationId, o.name AS organizationName
     FROM joint_speakers j JOIN speakers k ON k.id = j.speaker LEFT JOIN organizations o ON o.id = j.organization
     WHERE j.statement = ? ORDER BY j.position`,
  );
  return db
    .prepare<[number], StatementRow>(
      `SELECT s.id AS rowid, s.uuid AS id, r.uuid AS madeIn, s.kind, s.state, k.uuid AS speakerId, k.name AS speakerName, s.role,
         o.uuid AS organizationId, o.name AS organizationName, s.said, s.said_in_words AS saidInWords, s.confidence, s.cue, s.reason, s.quote, s.gaps,
         iif(s.speaker IS NULL, s.described, NULL) AS described, s.prefix, s.suffix, s.created, s.modified
       FROM statements s JOIN revisions r ON r.id = s.made_in LEFT JOIN speakers k ON k.id = s.speaker
       LEFT JOIN organizations o ON o.id = s.organization
       WHERE s.article = ? AND s.binned IS NULL ORDER BY s.id`,
    )
    .all(article)
    .map(
      ({
        rowid,
        gaps,
        reason,
        described,
        saidInWords,
        speakerId,
        speakerName,
        organizationId,
        organizationName,
        ...statement
      }) => {
        const others = jointly.all(rowid).map(({ role, ...of }) => ({
          speaker: { id: of.speakerId, name: of.speakerName },
          role,
          organization:
            of.organizationId === null || of.organizationName === null
              ? null
              : { id: of.organizationId, name: of.organizationName },
        }));
        return {
          ...statement,
          ...(gaps === null ? {} : { gaps: [...gapsIn(gaps)] }),
          ...(described === null ? {} : { described }),
          ...(saidInWords === null ? {} : { saidInWords }),
          ...suggestionReason(reason),
          ...(others.length === 0 ? {} : { jointly: others }),
          speaker: speakerId === null || speakerName === null ? null : { id: speakerId, name: speakerName },
          organization:
            organizationId === null || organizationName === null
              ? null
              : { id: organizationId, name: organizationName },
          placements: placements.all(rowid),
        };
      },
    );
}

/** The live statements of an article that a package brought confirmed and about which nobody here has decided since. */
export function confirmedByPackage(db: ReadableDb, article: string): StatementRecord['id'][] {
  return db
    .prepare<[string], StatementRecord['id']>(
      `SELECT s.uuid FROM articles a JOIN statements s ON s.article = a.id
       WHERE a.uuid = ? AND s.binned IS NULL AND s.state = 'confirmed' AND s.brought_by IS NOT NULL`,
    )
    .pluck()
    .all(article);
}

function annotationsOf(db: ReadableDb, article: number): AnnotationRecord[] {
  const placements = db.prepare<[number], PlacementRecord>(
    `SELECT r.uuid AS revision, p.placement, p.start, p."end" FROM annotation_placements p JOIN revisions r ON r.id = p.revision
     WHERE p.annotation = ? ORDER BY r.number`,
  );
  const codes = db
    .prepare<[number], AnnotationRecord['codes'][number]>(
      `SELECT c.uuid FROM annotation_codes m JOIN codes c ON c.id = m.code WHERE m.annotation = ? AND c.binned IS NULL ORDER BY c.uuid`,
    )
    .pluck();
  return db
    .prepare<[number], Omit<AnnotationRecord, 'codes' | 'placements'> & { readonly rowid: number }>(
      `SELECT n.id AS rowid, n.uuid AS id, r.uuid AS madeIn, n.color, n.note, n.quote, n.prefix, n.suffix, n.created, n.modified
       FROM annotations n JOIN revisions r ON r.id = n.made_in WHERE n.article = ? AND n.binned IS NULL ORDER BY n.id`,
    )
    .all(article)
    .map(({ rowid, ...annotation }) => ({
      ...annotation,
      codes: codes.all(rowid),
      placements: placements.all(rowid),
    }));
}

/** The whole codebook, parents before children. */
export function codeRecords(db: ReadableDb): CodeRecord[] {
  return db
    .prepare<[], CodeRecord>(
      `WITH RECURSIVE tree(id, depth) AS (
         SELECT id, 0 FROM codes WHERE parent IS NULL AND binned IS NULL
         UNION ALL SELECT c.id, depth + 1 FROM codes c JOIN tree ON c.parent = tree.id WHERE c.binned IS NULL)
       SELECT c.uuid AS id, c.name, p.uuid AS parent, c.definition, c.color, c.created, c.modified
       FROM tree JOIN codes c ON c.id = tree.id LEFT JOIN codes p ON p.id = c.parent ORDER BY tree.depth, c.id`,
    )
    .all();
}

/** All collections, parents before children, with their articles. */
export function collectionRecords(db: ReadableDb): CollectionRecord[] {
  const members = db.prepare<[number], CollectionRecord['articles'][number]>(
    `SELECT a.uuid AS article, m.position FROM collection_articles m JOIN articles a ON a.id = m.article
     WHERE m.collection = ? AND a.binned IS NULL ORDER BY m.position, a.id`,
  );
  return db
    .prepare<[], Omit<CollectionRecord, 'articles'> & { readonly rowid: number }>(
      `WITH RECURSIVE tree(id, depth) AS (
         SELECT id, 0 FROM collections WHERE parent IS NULL AND binned IS NULL
         UNION ALL SELECT c.id, depth + 1 FROM collections c JOIN tree ON c.parent = tree.id WHERE c.binned IS NULL)
       SELECT c.id AS rowid, c.uuid AS id, c.name, p.uuid AS parent, c.position, c.query, c.created, c.modified
       FROM tree JOIN collections c ON c.id = tree.id LEFT JOIN collections p ON p.id = c.parent ORDER BY tree.depth, c.position, c.id`,
    )
    .all()
    .map(({ rowid, ...collection }) => ({ ...collection, articles: members.all(rowid) }));
}

/** Everybody and every body that a statement names, and those of whom a person noted something. */
export function peopleRecords(db: ReadableDb): Pick<LibraryRecord, 'speakers' | 'organizations'> {
  return {
    speakers: speakerRecords(db),
    organizations: db
      .prepare<[], LibraryRecord['organizations'][number]>('SELECT uuid AS id, name FROM organizations ORDER BY id')
      .all(),
  };
}

/** What the verbatim check compares: a revision and where it came from. */
export interface CheckableRevision {
  readonly id: RevisionRecord['id'];
  readonly article: ArticleId;
  readonly title: string;
  readonly sha256: RevisionRecord['sha256'];
  readonly text: string;
  readonly document: ReadingDocument;
  readonly metadata: ArticleMetadata;
  readonly original: CaptureRecord['original'];
  readonly name: string;
  readonly format: string;
  /** Which document of its original it is. */
  readonly part: string;
  /** What its container said of it, or null. */
  readonly told: MemberDescription | null;
  /** What the last comparison found, or null where there was none. */
  readonly state: VerbatimState['state'] | null;
  readonly reason: string | null;
}

const checkableColumns = `r.uuid AS id, a.uuid AS article, a.title, r.sha256, k.words, r.metadata, o.sha256 AS original, c.name, c.format, c.part,
  json_extract(c.source, '$.told') AS told, v.state, v.reason
  FROM revisions r JOIN revision_contents k ON k.revision = r.id JOIN articles a ON a.id = r.article JOIN captures c ON c.id = r.capture JOIN originals o ON o.id = c.original
  LEFT JOIN verbatim_checks v ON v.revision = r.id`;

type CheckableRow = Omit<CheckableRevision, 'document' | 'text' | 'metadata' | 'told'> & {
  readonly words: Uint8Array;
  readonly metadata: string;
  readonly told: string | null;
};

function toCheckable(row: CheckableRow | undefined): CheckableRevision | null {
  if (row === undefined) return null;
  const { words, ...rest } = row;
  const { document, text } = wordsIn(words);
  return {
    ...rest,
    document: JSON.parse(document) as ReadingDocument,
    text,
    metadata: JSON.parse(row.metadata) as ArticleMetadata,
    told: row.told === null ? null : (JSON.parse(row.told) as MemberDescription),
  };
}

/** One revision for the verbatim check, or null. */
export function checkableRevision(db: ReadableDb, revision: string): CheckableRevision | null {
  return toCheckable(db.prepare<[string], CheckableRow>(`SELECT ${checkableColumns} WHERE r.uuid = ?`).get(revision));
}

/** Other revisions that were made of the same original, in the order they came. */
export function revisionsBeside(db: ReadableDb, revision: string, limit: number): RevisionId[] {
  return db
    .prepare<[string, number], RevisionId>(
      `SELECT r.uuid FROM revisions own JOIN captures mine ON mine.id = own.capture
       JOIN captures c ON c.original = mine.original JOIN revisions r ON r.capture = c.id
       WHERE own.uuid = ? AND r.id >= own.id ORDER BY r.id LIMIT ?`,
    )
    .pluck()
    .all(revision, limit);
}

/** The current revision of an article for the verbatim check, or null. */
export function checkableArticle(db: ReadableDb, article: string): CheckableRevision | null {
  return toCheckable(
    db
      .prepare<[string], CheckableRow>(
        `SELECT ${checkableColumns} WHERE r.id = a.current_revision AND a.uuid = ? AND a.binned IS NULL`,
      )
      .get(article),
  );
}
