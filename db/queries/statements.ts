import * as v from 'valibot';
import type {
  ArticleId,
  Instant,
  Person,
  Placement,
  PreciseDate,
  RevisionId,
  Selectors,
  Span,
  SpeakerId,
  Statement,
  StatementId,
  StatementKind,
  StatementRow,
  StatementState,
  VerbatimState,
} from '../../main/contract/index.ts';
import {
  type SaidBy,
  SuggestionReason,
  sealOf,
  spokenSpans,
  spokenWords,
  VerbatimError,
} from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { uuidv7 } from '../uuid.ts';
import { preciseDate } from './articles.ts';
import { recordEdit, shortened } from './edits.ts';
import { gapsIn, writtenGaps } from './gaps.ts';
import { firstSpeaker, jointSpeakersIn, jointSpeakersSql, writeJointSpeakers } from './joint-speakers.ts';
import type { MarkPlacement } from './placements.ts';
import { indexStatementWords, writePlacement } from './placements.ts';
import { textOfRevision } from './revision-contents.ts';
import { refuseSharedEdges } from './shared-words.ts';
import { datedSql, dateStatement } from './statement-dates.ts';

interface Row {
  readonly id: StatementId;
  readonly article: ArticleId;
  readonly revision: RevisionId;
  readonly revisionRow: number;
  readonly kind: StatementKind;
  readonly state: StatementState;
  readonly placement: Placement | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string;
  readonly gaps: string | null;
  readonly speakerId: SpeakerId | null;
  readonly speakerName: string | null;
  readonly role: string | null;
  readonly organization: string | null;
  readonly jointly: string;
  readonly described: string | null;
  readonly said: string | null;
  readonly published: string | null;
  readonly captured: Instant | null;
  readonly confidence: number;
  readonly cue: string | null;
  readonly reason: string | null;
  readonly created: Instant;
  readonly modified: Instant;
  readonly articleTitle: string;
  readonly publication: string | null;
  readonly fileDated: string | null;
  readonly saidInWords: string | null;
  readonly differs: string | null;
  readonly verbatim: VerbatimState['state'] | null;
  readonly fromPackage: string | null;
}

const columns = `s.uuid AS id, a.uuid AS article, r.uuid AS revision, r.id AS revisionRow, s.kind, s.state, p.placement, p.start, p."end", s.quote, s.gaps,
  who.uuid AS speakerId, who.name AS speakerName, s.role, o.name AS organization, ${jointSpeakersSql} AS jointly,
  iif(s.speaker IS NULL, s.described, NULL) AS described, s.said,
  r.metadata ->> '$.published.value' AS published, c.captured, c.file_dated AS fileDated, s.said_in_words AS saidInWords, s.confidence, s.cue, s.reason, s.created, s.modified, s.brought_by AS fromPackage,
  a.title AS articleTitle, a.publication,
  (SELECT v.reason FROM verbatim_checks v WHERE v.revision = r.id AND v.state = 'differs') AS differs,
  (SELECT v.state FROM verbatim_checks v WHERE v.revision = r.id) AS verbatim`;
const others = `LEFT JOIN statement_placements p ON p.statement = s.id AND p.revision = r.id
  JOIN captures c ON c.id = r.capture LEFT JOIN speakers who ON who.id = s.speaker LEFT JOIN organizations o ON o.id = s.organization`;
/** What stands beside a statement `s`: its article, the current revision, its place in that, and names. */
export const besidesStatement = `JOIN articles a ON a.id = s.article JOIN revisions r ON r.id = a.current_revision ${others}`;

/** Reads rows of the ledger by a query's end: `FROM …`, conditions and order. */
export function readStatements(
  db: ReadableDb,
  from: string,
  parameters: Readonly<Record<string, string | number | null>>,
): StatementRow[] {
  const rows = db.prepare<[typeof parameters], Row>(`SELECT ${columns} ${from}`).all(parameters);
  const texts = new Map<number, string | null>();
  return rows.map((row) => {
    if (!texts.has(row.revisionRow)) texts.set(row.revisionRow, textOfRevision(db, row.revisionRow));
    return toStatement(row, texts.get(row.revisionRow) ?? null);
  });
}

/** Where the revision can't be read (`text` null), the words are those that the statement was made on. */
function toStatement(row: Row, text: string | null): StatementRow {
  const {
    revisionRow: _revisionRow,
    start,
    end,
    quote,
    gaps: written,
    speakerId,
    speakerName,
    role,
    organization,
    jointly,
    differs,
    verbatim,
    fromPackage,
    reason: writtenReason,
    saidInWords: _saidInWords,
    ...rest
  } = row;
  const gaps = gapsIn(written);
  const place = start === null || end === null ? null : { start, end };
  const spans = place === null ? [] : text === null ? [place] : spokenSpans(text, place, quote, gaps);
  const words = text === null || place === null ? null : text.slice(place.start, place.end);
  // A revision that a killed import did not settle has no row yet; nothing is guessed of it.
  const placement = spans.length === 0 ? 'lost' : placementNow(row.placement, words, quote);
  const first =
    speakerId === null || speakerName === null ? [] : [{ id: speakerId, name: speakerName, role, organization }];
  return {
    ...rest,
    ...(differs === null ? {} : { differs }),
    ...(fromPackage === null ? {} : { fromPackage }),
    // What a person decided needs no reason.
    ...(row.state === 'suggested' ? suggestionReason(writtenReason) : {}),
    placement,
    seal: sealOf(placement, verbatim ?? undefined),
    span: spans.length === 0 ? null : place,
    spans,
    text:
      spans.length === 0 || text === null
        ? spokenWords(quote, spokenSpans(quote, { start: 0, end: quote.length }, quote, gaps))
        : spokenWords(text, spans),
    speakers: [...first, ...jointSpeakersIn(jointly)],
    said: preciseDate(row.said),
    saidBy: row.said === null ? null : saidBy(row),
    published: preciseDate(row.published),
  };
}

/** The words around it gave a day, and it is that one: else a person wrote it. Of suggestions of before nobody can tell. */
function saidBy({ said, saidInWords, confidence }: Row): SaidBy | null {
  if (saidInWords !== null) return said === saidInWords ? 'words' : 'person';
  return confidence === 1 ? 'person' : null;
}

/** A placement is a claim too: words that aren't those that the statement was made on have changed, whatever it says. */
function placementNow(placement: Placement | null, words: string | null, quote: string): Placement {
  return placement === 'exact' && words !== null && words !== quote ? 'changed' : (placement ?? 'lost');
}

/** As it is stored; nothing where it is of no form that is known. */
export function suggestionReason(stored: string | null): { readonly reason?: SuggestionReason } {
  if (stored === null) return {};
  const reason = v.safeParse(StoredReason, stored);
  return reason.success ? { reason: reason.output } : {};
}

const StoredReason = v.pipe(v.string(), v.parseJson(), SuggestionReason);

/** The live statements of a revision's article with their places in that revision, in reading order; rejected ones are left out. */
export function statementsOfRevision(db: ReadableDb, revision: string): Statement[] {
  return readStatements(
    db,
    `FROM revisions r JOIN articles a ON a.id = r.article JOIN statements s ON s.article = a.id ${others}
     WHERE r.uuid = :revision AND s.binned IS NULL AND s.state <> 'rejected' ORDER BY p.start IS NULL, p.start, p."end", s.id`,
    { revision },
  ).map(plain);
}

/** One statement with its place in the current revision, rejected or in the bin as it may be; null when there is none. */
export function readStatement(db: ReadableDb, id: string): StatementRow | null {
  return readStatements(db, `FROM statements s ${besidesStatement} WHERE s.uuid = :id`, { id })[0] ?? null;
}

/**
 * Where the words of a statement can be cited from: the current revision, or the one it was made in
 * when it is lost in the current one. Null when it is gone or in the bin.
 */
export function statementToCite(db: ReadableDb, id: string): Statement | null {
  const inRevision = (revision: 'a.current_revision' | 's.made_in'): StatementRow | undefined =>
    readStatements(
      db,
      `FROM statements s JOIN articles a ON a.id = s.article JOIN revisions r ON r.id = ${revision} ${others}
       WHERE s.uuid = :id AND s.binned IS NULL`,
      { id },
    )[0];
  const now = inRevision('a.current_revision');
  const statement = now?.span === null ? inRevision('s.made_in') : now;
  return statement === undefined || statement.span === null ? null : plain(statement);
}

function plain({
  articleTitle: _articleTitle,
  publication: _publication,
  seal: _seal,
  ...statement
}: StatementRow): Statement {
  return statement;
}

export interface NewStatement {
  readonly article: string;
  readonly revision: string;
  readonly selectors: Selectors;
  readonly kind: StatementKind;
  readonly speakers: readonly Person[];
  readonly described: string | null;
  readonly said: string | null;
  /** Its places in the article's other revisions. */
  readonly elsewhere: readonly MarkPlacement[];
}

/**
 * A statement made by a person, and so confirmed. Throws `not-found` for a revision that is not there, `conflict` where
 * another statement has these words, or some of them across an edge.
 */
export function createStatement(
  db: WritableDb,
  { leastSure = 0, ...statement }: NewStatement & { readonly leastSure?: number },
): Statement {
  const { revision, selectors } = statement;
  refuseSharedEdges(db, { revision, spans: [selectors.position], own: null, joins: [], leastSure });
  const id = insertStatement(db, {
    ...statement,
    gaps: [],
    state: 'confirmed',
    confidence: 1,
    cue: null,
    reason: null,
    saidInWords: null,
  });
  recordEdit(db, 'statement', `statement ${id}`, `Made of ${shortened(statement.selectors.quote.exact)}.`);
  return found(db, id);
}

/** Adds a row with its places and its words in the index; answers its id. */
export function insertStatement(
  db: WritableDb,
  statement: NewStatement & {
    /** What interrupts its words, in UTF-16 units of its quotation. */
    readonly gaps: readonly Span[];
    readonly state: StatementState;
    readonly confidence: number;
    readonly cue: string | null;
    readonly reason: SuggestionReason | null;
    /** The day that the words around it give, empty where they give none; null of a person's own. */
    readonly saidInWords: string | null;
  },
): string {
  const target = db
    .prepare<[string, string], { article: number; revision: number }>(
      'SELECT a.id AS article, r.id AS revision FROM revisions r JOIN articles a ON a.id = r.article WHERE a.uuid = ? AND r.uuid = ?',
    )
    .get(statement.article, statement.revision);
  if (target === undefined) throw new VerbatimError('not-found', 'This article has no such revision any more.');
  const { quote, position } = statement.selectors;
  const id = uuidv7();
  const at = now();
  const row = Number(
    db
      .prepare(
        `INSERT INTO statements (uuid, article, made_in, kind, state, speaker, role, organization, described, said, said_in_words, dated, confidence, cue, reason, quote, gaps, prefix, suffix, created, modified)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${datedSql('?', '?')}, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        id,
        target.article,
        target.revision,
        statement.kind,
        statement.state,
        ...firstSpeaker(db, statement.speakers),
        statement.described,
        statement.said,
        statement.saidInWords,
        statement.said,
        target.article,
        statement.confidence,
        statement.cue,
        statement.reason === null ? null : JSON.stringify(statement.reason),
        quote.exact,
        writtenGaps(statement.gaps),
        quote.prefix,
        quote.suffix,
        at,
        at,
      ).lastInsertRowid,
  );
  writeJointSpeakers(db, row, statement.speakers);
  writePlacement(db, 'statement', row, { revision: statement.revision, placement: 'exact', span: position });
  for (const place of statement.elsewhere) writePlacement(db, 'statement', row, place);
  indexStatementWords(db, row);
  return id;
}

export interface StatementChange {
  readonly id: string;
  readonly kind?: StatementKind | undefined;
  readonly state?: StatementState | undefined;
  /** Whoever is named takes the place of a description. */
  readonly speakers?: readonly Person[] | undefined;
  readonly described?: string | null | undefined;
  readonly said?: string | null | undefined;
  /** Other words of a revision, with their selectors, what interrupts them and their places in the other revisions. */
  readonly target?:
    | {
        readonly revision: string;
        readonly selectors: Selectors;
        readonly spans: readonly Span[];
        readonly gaps: readonly Span[];
        readonly elsewhere: readonly MarkPlacement[];
      }
    | undefined;
  /** Statements that the words take in. */
  readonly joins?: readonly string[];
  /** The words were these before, and are held against no other statement. */
  readonly takesBack?: boolean;
  /** Suggestions that are less sure aren't shown, and stand in nobody's way. */
  readonly leastSure?: number;
}

/** Corrects, confirms or rejects a statement; what is undefined stays. Throws `not-found`, and `conflict` as `createStatement`. */
export function updateStatement(db: WritableDb, change: StatementChange): Statement {
  const row = statementRow(db, change.id, 'live');
  const changed: string[] = [];
  const set = (column: 'kind' | 'state' | 'said' | 'described', value: string | null): void => {
    db.prepare(`UPDATE statements SET ${column} = ? WHERE id = ?`).run(value, row);
    changed.push(`${column} ${value ?? 'open'}`);
  };
  if (change.kind !== undefined) set('kind', change.kind);
  if (change.state !== undefined) set('state', change.state);
  if (change.said !== undefined) {
    set('said', change.said);
    dateStatement(db, row);
  }
  if (change.described !== undefined) set('described', change.described);
  if (change.speakers !== undefined) {
    // How the article describes who speaks stays in the row: whoever takes a name back has it again.
    db.prepare('UPDATE statements SET speaker = ?, role = ?, organization = ? WHERE id = ?').run(
      ...firstSpeaker(db, change.speakers),
      row,
    );
    writeJointSpeakers(db, row, change.speakers);
    changed.push(`speaker ${change.speakers.map(({ name }) => name).join(', ') || 'open'}`);
  }
  if (change.target !== undefined) {
    const { joins = [], leastSure = 0 } = change;
    const { revision, spans } = change.target;
    if (!change.takesBack) refuseSharedEdges(db, { revision, spans, own: row, joins, leastSure });
    moveStatement(db, row, change.target);
    changed.push(`words ${shortened(change.target.selectors.quote.exact)}`);
  }
  for (const joined of change.joins ?? []) {
    const other = statementRow(db, joined, 'live');
    if (other === row || !ofOneArticle(db, row, other))
      throw new VerbatimError('bad-input', 'Only statements of one article can be joined.');
    setStatementBinned(db, joined, true);
    changed.push(`joined with statement ${joined}`);
  }
  // From now on it is the decision of a person here.
  db.prepare('UPDATE statements SET modified = ?, brought_by = NULL WHERE id = ?').run(now(), row);
  recordEdit(db, 'statement', `statement ${change.id}`, `Changed: ${changed.join(', ') || 'nothing'}.`);
  return found(db, change.id);
}

function ofOneArticle(db: ReadableDb, ...rows: readonly [number, number]): boolean {
  return (
    db
      .prepare<[number, number], number>('SELECT count(DISTINCT article) FROM statements WHERE id IN (?, ?)')
      .pluck()
      .get(...rows) === 1
  );
}

function moveStatement(db: WritableDb, row: number, target: NonNullable<StatementChange['target']>): void {
  const { quote, position } = target.selectors;
  db.prepare(
    `UPDATE statements SET made_in = (SELECT id FROM revisions WHERE uuid = ?), quote = ?, gaps = ?, prefix = ?, suffix = ? WHERE id = ?`,
  ).run(target.revision, quote.exact, writtenGaps(target.gaps), quote.prefix, quote.suffix, row);
  writePlacement(db, 'statement', row, { revision: target.revision, placement: 'exact', span: position });
  for (const place of target.elsewhere) writePlacement(db, 'statement', row, place);
  indexStatementWords(db, row);
}

/** Moves a statement to the bin or back. Throws `not-found`. */
export function setStatementBinned(db: WritableDb, id: string, binned: boolean): Statement {
  const row = statementRow(db, id, binned ? 'live' : 'binned');
  db.prepare('UPDATE statements SET binned = ? WHERE id = ?').run(binned ? now() : null, row);
  indexStatementWords(db, row);
  recordEdit(db, 'statement', `statement ${id}`, binned ? 'Moved to the bin.' : 'Restored from the bin.');
  return found(db, id);
}

function statementRow(db: ReadableDb, id: string, state: 'live' | 'binned'): number {
  const row = db
    .prepare<[string, number], number>('SELECT id FROM statements WHERE uuid = ? AND (binned IS NULL) = ?')
    .pluck()
    .get(id, state === 'live' ? 1 : 0);
  if (row === undefined)
    throw new VerbatimError(
      'not-found',
      state === 'live' ? 'This statement is not there any more.' : 'This statement is not in the bin.',
    );
  return row;
}

function found(db: ReadableDb, id: string): Statement {
  const statement = readStatement(db, id);
  if (statement === null) throw new VerbatimError('not-found', 'This statement is not there any more.');
  return plain(statement);
}

/** A statement as extraction suggests it; `main/reading/statements` makes them. */
export interface NewSuggestion {
  /** At least one, in the text's order. */
  readonly spans: readonly Span[];
  readonly kind: StatementKind;
  readonly speakers: readonly Person[];
  readonly described: string | null;
  readonly said: PreciseDate | null;
  readonly confidence: number;
  readonly cue: string | null;
  readonly reason?: SuggestionReason;
}
