import * as v from 'valibot';
import type { Annotation } from './annotations.ts';
import { HighlightColor } from './annotations.ts';
import type { ArticleDescription, ArticleView } from './articles.ts';
import type { BinItem } from './bin.ts';
import { type Citation, type CitationPreview, CitationTemplate } from './citations.ts';
import type { Code } from './codes.ts';
import type { Collection } from './collections.ts';
import { ColumnChoice, type ColumnMapping } from './columns.ts';
import type { ChangedArticle, Comparison } from './comparison.ts';
import type { DuplicateGroups } from './duplicates.ts';
import type { ExportPreview } from './exports.ts';
import { exportChoice } from './exports.ts';
import type { AwaitedFile, AwaitedPage } from './foreign-marks.ts';
import type { Backup, BackupExamined, HealthState, LibraryReplaced, ProvenanceEvent } from './health.ts';
import {
  AnnotationId,
  ArticleId,
  AwaitedPageId,
  CaptureId,
  CodeId,
  CollectionId,
  GrantId,
  ImportId,
  JobId,
  RevisionId,
  SpeakerChangeId,
  SpeakerId,
  SpeakerRoleId,
  StatementId,
} from './ids.ts';
import type { ImportLine, ImportSummary, WatchedFolder } from './imports.ts';
import { ImportOutcome } from './imports.ts';
import { ImportRequest, type JobName, type JobOutput, type JobSummary, jobNames } from './jobs.ts';
import type { LedgerFacets, LedgerPeriod } from './ledger.ts';
import { dateText, ledgerFilter, StatementSort } from './ledger.ts';
import type { LibraryState } from './library.ts';
import type { LogLine } from './log.ts';
import type { EventRecord } from './package.ts';
import type {
  Organization,
  SameNameProposal,
  Speaker,
  SpeakerDescription,
  SpeakerMoved,
  SpeakerRow,
  SpeakerSurroundings,
} from './people.ts';
import { speakerKinds } from './people.ts';
import type { CorrectedRevision } from './revisions.ts';
import type { WordsElsewhere, WordsInTurn } from './same-words.ts';
import type { CheckedStatement } from './seals.ts';
import type { SearchResult } from './search.ts';
import { SearchSort } from './search.ts';
import { SearchText } from './search-text.ts';
import { Settings } from './settings.ts';
import type { Statement, StatementRow } from './statements.ts';
import { StatementKind, StatementState, StatementWords } from './statements.ts';

/** A method: its input's schema, checked once on the core's side, and its reply's type. */
export interface Method<Input extends v.GenericSchema, Output> {
  readonly input: Input;
  /** Never set: carries the reply's type. */
  readonly output?: Output;
}
function method<Output>() {
  return <Input extends v.GenericSchema>(input: Input): Method<Input, Output> => ({ input });
}

const nothing = v.strictObject({});
const offset = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);
const limit = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 50);
const position = v.pipe(v.number(), v.integer(), v.minValue(0));
const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'a name is needed'), v.maxLength(200));
const note = v.pipe(v.string(), v.maxLength(100_000));
const speakerInput = v.object({
  name,
  role: v.nullable(name),
  organization: v.nullable(name),
});
/** Several speak together; empty where nobody is known. */
const speakersInput = v.pipe(v.array(speakerInput), v.maxLength(100));
const comparedInput = v.object({ article: ArticleId, revision: v.optional(RevisionId) });

export const methods = {
  'library.state': method<LibraryState>()(nothing),
  /** Opens the library that is busy elsewhere, for reading only. */
  'library.openReadOnly': method<LibraryState>()(nothing),
  /** Opens the library again that stopped or could not be opened. */
  'library.openAgain': method<LibraryState>()(nothing),
  /** Opens (or makes) the library in a folder that the person chose. */
  'library.open': method<LibraryState>()(v.object({ grant: GrantId, mode: v.picklist(['write', 'read']) })),

  /** What the reader shows besides the words; without `revision`, of the current one. */
  'articles.describe': method<ArticleDescription>()(v.object({ article: ArticleId, revision: v.optional(RevisionId) })),
  /** The same with the words; without `revision`, the current one. */
  'articles.read': method<ArticleView>()(v.object({ article: ArticleId, revision: v.optional(RevisionId) })),
  /**
   * How many pages a capture's original has; `/page/<capture>/<number>` (from 1) serves a picture of one.
   * Fails with `unsupported` where its format has no pages or it can't be opened.
   */
  'captures.pages': method<{ readonly pages: number }>()(v.object({ capture: CaptureId })),
  /**
   * Corrects what a revision counts as the article, which makes a new revision of the same capture.
   * `entry` and `block` are indexes in the current revision's log and document. Fails with `conflict`
   * when another revision is the current one, with `words-differ` when the original does not hold the words.
   */
  'revisions.correct': method<CorrectedRevision>()(
    v.object({
      article: ArticleId,
      revision: RevisionId,
      putBack: v.optional(v.array(v.object({ entry: position, block: v.optional(position) })), []),
      roles: v.optional(v.array(v.object({ block: position, role: v.picklist(['body', 'furniture']) })), []),
    }),
  ),
  /** Makes an earlier revision the current one again; the later ones stay. */
  'revisions.makeCurrent': method<null>()(v.object({ article: ArticleId, revision: RevisionId })),
  /** Two revisions of an article, or of two articles, side by side; without `revision`, the current one. */
  'articles.compare': method<Comparison>()(v.object({ left: comparedInput, right: comparedInput })),
  /** The articles that have more than one revision, the last changed first. */
  'articles.changed': method<{ readonly rows: readonly ChangedArticle[]; readonly total: number }>()(
    v.object({ offset, limit }),
  ),
  /** Articles that may be one work, in groups. */
  'duplicates.list': method<DuplicateGroups>()(v.object({ offset, limit })),
  /** Two articles are not the same: the pair is not shown again, until it is restored. */
  'duplicates.dismiss': method<null>()(v.object({ one: ArticleId, others: v.array(ArticleId) })),
  'duplicates.restore': method<null>()(v.object({ one: ArticleId, others: v.array(ArticleId) })),

  'articles.setPosition': method<null>()(v.object({ article: ArticleId, position })),
  'articles.bin': method<null>()(v.object({ articles: v.array(ArticleId) })),
  'articles.restore': method<null>()(v.object({ articles: v.array(ArticleId) })),

  /** An empty query lists every article. */
  'search.run': method<SearchResult>()(
    v.object({
      query: SearchText,
      /** The text is being typed: its last word, when nothing follows it, may go on ("tru" finds "trust"). */
      typing: v.optional(v.boolean()),
      sort: v.optional(SearchSort, 'relevance'),
      offset,
      limit,
      collection: v.optional(CollectionId),
    }),
  ),
  'search.unsearchable':
    method<readonly { readonly id: ArticleId; readonly title: string; readonly reason: string }[]>()(nothing),
  /** Titles, for the palette's own index. */
  'search.titles': method<
    readonly { readonly id: ArticleId; readonly title: string; readonly publication: string | null }[]
  >()(
    v.object({ offset, limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000)), 5000) }),
  ),

  'statements.list': method<{
    readonly rows: readonly StatementRow[];
    readonly total: number;
    readonly suggested: number;
    /** Suggestions under the same filter that are less sure than `leastSure`; they are in no other number. */
    readonly withheld: number;
    /** How many a range of days leaves out because nobody knows their day. */
    readonly undated: number;
    /** What was looked for, for marking it in the words; and the query as it was understood, one phrase a part. */
    readonly terms: readonly string[];
    readonly understood: readonly string[];
  }>()(v.object({ ...ledgerFilter, sort: v.optional(StatementSort), offset, limit })),
  /**
   * The number of the next row behind the row `after` of the list under this filter that waits for a decision; null where
   * none does, or none of the twenty thousand behind it.
   */
  'statements.nextWaiting': method<{ readonly at: number | null }>()(
    v.object({ ...ledgerFilter, sort: v.optional(StatementSort), after: position }),
  ),
  /** Which values the statements under a filter have, with how many have each. */
  'statements.facets': method<LedgerFacets>()(v.object(ledgerFilter)),
  /** How many of them were said in each year, or in each month or day `within` a year or month; and of how many nobody knows. */
  'statements.periods': method<{ readonly periods: readonly LedgerPeriod[]; readonly undated: number }>()(
    v.object({
      ...ledgerFilter,
      within: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2})?$/, 'a year or a month'))),
    }),
  ),
  /** Fails with `conflict` where other shown statements have the same words, or words across an edge of these. */
  'statements.create': method<Statement>()(
    v.object({
      article: ArticleId,
      revision: RevisionId,
      start: position,
      end: position,
      kind: StatementKind,
      speakers: speakersInput,
      /** How the article calls a speaker whom it doesn't name. */
      described: v.optional(v.nullable(name)),
      said: v.nullable(dateText),
    }),
  ),
  /** Other words fail with `conflict` as those of `statements.create` do, where they didn't share them so before. */
  'statements.update': method<Statement>()(
    v.object({
      id: StatementId,
      kind: v.optional(StatementKind),
      state: v.optional(StatementState),
      /** Whoever is named takes the place of a description. */
      speakers: v.optional(speakersInput),
      /** How the article calls a speaker whom it doesn't name; shown while nobody is named. */
      described: v.optional(v.nullable(name)),
      said: v.optional(v.nullable(dateText)),
      /** Other words than before: the statement is made on these from now on. */
      words: v.optional(StatementWords),
      /** Statements of the article that the words take in: they go to the bin in the same act. */
      joins: v.optional(v.pipe(v.array(StatementId), v.maxLength(100))),
      /** The words are put back as they were, and held against no other statement. */
      takesBack: v.optional(v.boolean()),
    }),
  ),
  /** What a statement was made on, so that correcting its words can be taken back. */
  'statements.madeOn': method<StatementWords>()(v.object({ id: StatementId })),
  'statements.bin': method<null>()(v.object({ id: StatementId })),
  'statements.restore': method<Statement>()(v.object({ id: StatementId })),
  /** Holds a statement's words against their original now, and shows the passage in the original's own words. */
  'statements.check': method<CheckedStatement>()(v.object({ id: StatementId })),
  /** Where else a statement's words stand: in other articles, and in its own article's other revisions. */
  'statements.elsewhere': method<WordsElsewhere>()(v.object({ id: StatementId })),
  /** What became of a statement's words from revision to revision of its article, in the order of time. */
  'statements.revisions': method<readonly WordsInTurn[]>()(v.object({ id: StatementId })),
  /** The exact words with a citation, after the verbatim check. Fails with `words-differ`. */
  'statements.cite': method<Citation>()(v.object({ id: StatementId })),
  /**
   * The same for any span of a revision (without one, of the current): whose statement it stands in, and where it reaches
   * beyond one or into several, which words are whose.
   */
  'articles.cite': method<Citation>()(
    v.object({ article: ArticleId, revision: v.optional(RevisionId), start: position, end: position }),
  ),
  /** An invented statement by a template that is being written. */
  'citations.preview': method<CitationPreview>()(v.object({ template: CitationTemplate })),
  'speakers.list': method<readonly Speaker[]>()(nothing),
  'organizations.list': method<readonly Organization[]>()(nothing),

  /** Those whose words stand in the library, and those of whom a person noted something. */
  'people.list': method<{ readonly rows: readonly SpeakerRow[]; readonly total: number }>()(
    v.object({
      /** Part of any of their names, case and diacritics folded. */
      words: v.optional(v.string()),
      kind: v.optional(v.picklist(speakerKinds)),
      sort: v.optional(v.picklist(['statements', 'name']), 'statements'),
      offset,
      limit,
    }),
  ),
  /** Somebody's page. An id of what is another name by now leads to whom it names. */
  'people.describe': method<SpeakerDescription>()(v.object({ id: SpeakerId })),
  'people.surroundings': method<SpeakerSurroundings>()(v.object({ id: SpeakerId })),
  /** Under a name that they had before, they are still found. Fails with `conflict` for a name of somebody else. */
  'people.update': method<SpeakerDescription>()(
    v.object({
      id: SpeakerId,
      name: v.optional(name),
      /** Null: as the name says. */
      kind: v.optional(v.nullable(v.picklist(speakerKinds))),
      notes: v.optional(note),
    }),
  ),
  'people.addAlias': method<SpeakerDescription>()(v.object({ id: SpeakerId, name })),
  'people.removeAlias': method<SpeakerDescription>()(v.object({ id: SpeakerId, name })),
  /** Keeps a role by hand, with the article that says so. */
  'people.keepRole': method<SpeakerRoleId>()(
    v.pipe(
      v.object({
        id: SpeakerId,
        role: v.nullable(name),
        organization: v.nullable(name),
        since: v.nullable(dateText),
        until: v.nullable(dateText),
        article: v.optional(v.nullable(ArticleId), null),
      }),
      v.check(
        ({ role, organization }) => role !== null || organization !== null,
        'a role or an organisation is needed',
      ),
    ),
  ),
  'people.removeRole': method<null>()(v.object({ role: SpeakerRoleId })),
  /**
   * Two are one: all words of `from` are `into`'s, and its name is another name of that person, for what is suggested
   * later too. Fails with `conflict` where both speak in one statement.
   */
  'people.merge': method<SpeakerMoved>()(v.object({ from: SpeakerId, into: SpeakerId })),
  /**
   * Gives some statements of somebody to another, or all that nobody has decided about, or all. By a name that nobody
   * has, somebody new is made. Fails with `conflict` where both speak in one of them.
   */
  'people.move': method<SpeakerMoved>()(
    v.object({
      from: SpeakerId,
      to: v.union([v.object({ id: SpeakerId }), v.object({ name })]),
      which: v.union([
        v.picklist(['all', 'suggested']),
        v.pipe(v.array(StatementId), v.minLength(1), v.maxLength(10_000)),
      ]),
    }),
  ),
  /** Takes a merge or a move back, as it was. What was decided since stays. */
  'people.undo': method<null>()(v.object({ change: SpeakerChangeId })),
  /** Names that may be one person's, the likeliest first; nothing joins them but a person. */
  'people.proposals': method<{ readonly rows: readonly SameNameProposal[]; readonly total: number }>()(
    v.object({ person: v.optional(SpeakerId), offset, limit }),
  ),
  /** Two names are two people: they are not proposed again. */
  'people.tellApart': method<null>()(v.object({ one: SpeakerId, other: SpeakerId })),
  'people.forgetApart': method<null>()(v.object({ one: SpeakerId, other: SpeakerId })),

  'annotations.create': method<Annotation>()(
    v.object({
      article: ArticleId,
      revision: RevisionId,
      start: position,
      end: position,
      color: v.nullable(HighlightColor),
      note: v.optional(note, ''),
      codes: v.optional(v.array(CodeId), []),
    }),
  ),
  'annotations.update': method<Annotation>()(
    v.object({
      id: AnnotationId,
      color: v.optional(v.nullable(HighlightColor)),
      note: v.optional(note),
      codes: v.optional(v.array(CodeId)),
    }),
  ),
  'annotations.bin': method<null>()(v.object({ id: AnnotationId })),
  'annotations.restore': method<Annotation>()(v.object({ id: AnnotationId })),

  'codes.list': method<readonly Code[]>()(nothing),
  'codes.create': method<Code>()(
    v.object({
      name,
      parent: v.nullable(CodeId),
      definition: v.optional(note, ''),
      color: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7))),
    }),
  ),
  'codes.update': method<Code>()(
    v.object({
      id: CodeId,
      name: v.optional(name),
      parent: v.optional(v.nullable(CodeId)),
      definition: v.optional(note),
      color: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7))),
    }),
  ),
  'codes.bin': method<null>()(v.object({ id: CodeId })),
  'codes.restore': method<Code>()(v.object({ id: CodeId })),

  'collections.list': method<readonly Collection[]>()(nothing),
  /** How many articles a saved search finds now, partial matches left out; it may take as long as the search. */
  'collections.count': method<{ readonly articles: number }>()(v.object({ id: CollectionId })),
  'collections.create': method<Collection>()(
    v.object({ name, parent: v.nullable(CollectionId), query: v.nullable(SearchText) }),
  ),
  'collections.update': method<Collection>()(
    v.object({
      id: CollectionId,
      name: v.optional(name),
      parent: v.optional(v.nullable(CollectionId)),
      position: v.optional(position),
    }),
  ),
  'collections.add': method<null>()(v.object({ id: CollectionId, articles: v.array(ArticleId) })),
  'collections.remove': method<null>()(v.object({ id: CollectionId, articles: v.array(ArticleId) })),
  'collections.bin': method<null>()(v.object({ id: CollectionId })),
  'collections.restore': method<Collection>()(v.object({ id: CollectionId })),

  /** What is under way, and the last that ended, in the order they began. */
  'jobs.list': method<readonly JobSummary[]>()(nothing),
  /**
   * Starts a job and answers its id at once. `input` is the job's own. Where it is under way already and a second
   * would do the same, that one's id.
   */
  'jobs.start': method<JobId>()(v.object({ name: v.picklist(jobNames), input: v.unknown() })),
  /**
   * Tells the job's progress from now on and answers its result when it ends, or at once when it has ended. Fails
   * with what the job failed with. Cancelling this call detaches; the job goes on.
   */
  'jobs.attach': method<JobOutput<JobName>>()(v.object({ id: JobId })),
  /** Cancels a job, whoever started it. */
  'jobs.cancel': method<null>()(v.object({ id: JobId })),
  /** Puts the end of a job away, so that no page shows it any more. */
  'jobs.dismiss': method<null>()(v.object({ id: JobId })),

  'imports.list': method<readonly ImportSummary[]>()(nothing),
  /** Keeps what is to be taken in; `import.resume` takes it in, now or after a restart. */
  'imports.begin': method<ImportId>()(ImportRequest),
  /** What is under way is ended, nothing more is begun; `import.resume` goes on there. */
  'imports.pause': method<null>()(v.object({ id: ImportId })),
  /** Gives up an import that doesn't run; what was taken in is kept. One that runs is cancelled by its job. */
  'imports.giveUp': method<null>()(v.object({ id: ImportId })),
  'imports.lines': method<{ readonly rows: readonly ImportLine[]; readonly total: number }>()(
    v.object({
      id: ImportId,
      outcome: v.optional(ImportOutcome),
      /** Part of the path, the title or the reason. */
      words: v.optional(v.string()),
      offset,
      limit,
    }),
  ),
  /** Grants for the files that lines of a report are about, to be tried again or shown; files that aren't known are left out. */
  'imports.files': method<readonly GrantId[]>()(
    v.object({ id: ImportId, lines: v.pipe(v.array(position), v.maxLength(10_000)) }),
  ),

  /** Pages that files told of and that are not in the library, the last told of first. */
  'awaited.list': method<{ readonly rows: readonly AwaitedPage[]; readonly total: number }>()(
    v.object({
      /** Part of the title, the address, a tag or a file's name. */
      words: v.optional(v.string()),
      file: v.optional(v.string()),
      offset,
      limit,
    }),
  ),
  /** The files that told of them, those with most pages first. */
  'awaited.files': method<readonly AwaitedFile[]>()(nothing),
  /** Waits no longer for some pages, or for all that one file told of; answers which, for `awaited.restore`. */
  'awaited.remove': method<readonly AwaitedPageId[]>()(
    v.union([v.object({ ids: v.pipe(v.array(AwaitedPageId), v.minLength(1)) }), v.object({ file: v.string() })]),
  ),
  'awaited.restore': method<null>()(v.object({ ids: v.array(AwaitedPageId) })),

  /** Tables whose columns were met; those that nobody has explained come first. */
  'columns.list': method<readonly ColumnMapping[]>()(nothing),
  /** Says what a table's columns mean, or gives it another name. Files that waited for it are to be tried again. */
  'columns.change': method<null>()(
    v.object({ signature: v.string(), fields: v.optional(ColumnChoice), name: v.optional(name) }),
  ),
  /** Forgets a table: the next file with its columns is asked about again. */
  'columns.remove': method<null>()(v.object({ signature: v.string() })),

  'watch.list': method<readonly WatchedFolder[]>()(nothing),
  /** Takes in what comes into a folder, from now on and whenever the library is open; what is there already too. */
  'watch.add': method<null>()(v.object({ grant: GrantId, collection: v.optional(v.nullable(name), null) })),
  'watch.remove': method<null>()(v.object({ id: position })),

  /** What an export would hand over, by the rules it is written by. */
  'export.preview': method<ExportPreview>()(v.object(exportChoice)),
  /** The lines of the log that would go along, oldest first, as they would be written. */
  'export.previewEvents': method<{ readonly rows: readonly EventRecord[]; readonly next: number | null }>()(
    v.object({
      ...exportChoice,
      kind: v.optional(v.nullable(v.string()), null),
      /** `next` of the page before; 0 to begin. */
      after: offset,
      limit,
    }),
  ),

  'health.state': method<HealthState>()(nothing),
  /** The last check alone, which every room shows; the whole state has to be counted. */
  'health.lastCheck': method<HealthState['lastCheck']>()(nothing),

  /** The backups of the library that is open, or that could not be opened, newest first. */
  'backups.list': method<readonly Backup[]>()(nothing),
  /** Looks whether a backup is whole and can be opened; that takes as long as reading it. */
  'backups.examine': method<BackupExamined>()(v.object({ name: v.string() })),
  /**
   * Puts a backup in the place of the library's database, which is set aside, and opens it. A damaged backup and one
   * from a newer program are refused, and nothing is changed.
   */
  'backups.restore': method<LibraryReplaced>()(v.object({ name: v.string(), confirm: v.literal(true) })),
  /** Removes what was set aside, by its name in `backups.list`; answers how much room it took. */
  'backups.removeSetAside': method<{ readonly bytes: number }>()(
    v.object({ name: v.string(), confirm: v.literal(true) }),
  ),
  /**
   * Sets the library's database aside and opens an empty one, with an import that waits to take everything in again
   * that lies among the originals.
   */
  'library.rebuild': method<LibraryReplaced & { readonly import: ImportId | null }>()(
    v.object({ confirm: v.literal(true) }),
  ),
  'events.list': method<{ readonly rows: readonly ProvenanceEvent[]; readonly total: number }>()(
    v.object({ offset, limit }),
  ),

  /** The program's notes of its own working, the newest first. */
  'log.list': method<{ readonly rows: readonly LogLine[]; readonly total: number }>()(v.object({ offset, limit })),

  'bin.list': method<readonly BinItem[]>()(nothing),
  /** A separate, confirmed act: what is in the bin is gone afterwards. */
  'bin.empty': method<{ readonly removed: number }>()(v.object({ confirm: v.literal(true) })),

  'settings.get': method<Settings>()(nothing),
  'settings.set': method<Settings>()(v.partial(Settings)),
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type MethodInput<Name extends MethodName> = v.InferInput<Methods[Name]['input']>;
export type CheckedInput<Name extends MethodName> = v.InferOutput<Methods[Name]['input']>;
export type MethodOutput<Name extends MethodName> =
  | NonNullable<Methods[Name]['output']>
  | Extract<Methods[Name]['output'], null>;
