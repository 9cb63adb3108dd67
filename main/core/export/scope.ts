import type { AnnotationHolds } from '../../../db/queries/export-events.ts';
import type {
  ArticleMetadata,
  ArticleRecord,
  AwaitedRecord,
  CaptureRecord,
  CodeId,
  CodeRecord,
  CollectionId,
  CollectionRecord,
  Selection,
  SpeakerId,
  SpeakerRecord,
  StatementRecord,
} from '../../contract/index.ts';
import { speakingIn } from '../../formats/write/marks.ts';
import type { Takes } from './formats.ts';

/**
 * What a selection hands over. The one place that decides it: the writers of packages and the preview
 * ask the same functions, so that what is shown is what is written. The rule is that nothing goes
 * along that what was chosen doesn't need; with the whole library everything is chosen.
 */
export interface Scope {
  /** Whether everything was chosen. */
  readonly whole: boolean;
  /**
   * Whether a person's own words go along: notes, what codes mean (their definitions), and the words
   * of searches.
   */
  readonly notes: boolean;
  /** The collection that was chosen, or null. */
  readonly collection: CollectionId | null;
  /** Set where nothing but this person's statements was chosen, and the codes on them. A package holds its articles whole. */
  readonly person: SpeakerId | null;
}

export function scopeOf(selection: Selection, notes: boolean, takes: Takes): Scope {
  return {
    whole: selection.of === 'everything',
    notes,
    collection: selection.of === 'collection' ? selection.collection : null,
    person: selection.of === 'person' && takes !== 'package' ? selection.person : null,
  };
}

/** Without notes, highlights and codes stay; a mark that is nothing but a note stays at home. */
export function annotationLeaves(annotation: AnnotationHolds, scope: Scope): boolean {
  if (scope.person !== null) return false;
  return scope.notes || !annotation.hasNote || annotation.hasColor || annotation.hasCodes;
}

/** What a person rejected is needed where all of their work goes, so that it isn't suggested there again. */
export function statementLeaves({ isRejected }: { readonly isRejected: boolean }, scope: Scope): boolean {
  return scope.whole || !isRejected;
}

/** An article as it leaves: of a selection without what only its library needs. */
export function articleInScope(article: ArticleRecord, scope: Scope): ArticleRecord {
  const annotations = article.annotations
    .filter(({ note, color, codes }) =>
      annotationLeaves({ hasNote: note !== '', hasColor: color !== null, hasCodes: codes.length > 0 }, scope),
    )
    .map((annotation) => (scope.notes ? annotation : { ...annotation, note: '' }));
  if (scope.whole) return { ...article, annotations };
  return {
    ...article,
    annotations,
    // Where the person stopped reading.
    position: 0,
    captures: article.captures.map(withoutFolders),
    revisions: article.revisions.map((revision) => ({
      ...revision,
      metadata: { ...revision.metadata, sources: withoutPackages(revision.metadata.sources) },
    })),
    statements: article.statements.filter(
      (statement) =>
        statementLeaves({ isRejected: statement.state === 'rejected' }, scope) && isChosen(statement, scope),
    ),
  };
}

function isChosen(statement: StatementRecord, { person }: Scope): boolean {
  return person === null || speakingIn(statement).some(({ speaker }) => speaker.id === person);
}

/** Where metadata came from: of a package only that it was one, not what somebody called it. */
function withoutPackages(sources: ArticleMetadata['sources']): ArticleMetadata['sources'] {
  const plain = (from: string): string => (from.startsWith('package ') ? 'package' : from);
  return Object.fromEntries(
    Object.entries(sources).map(([field, { from, overruled }]) => [
      field,
      { from: plain(from), overruled: overruled.map((other) => ({ ...other, from: plain(other.from) })) },
    ]),
  );
}

/** A capture without the names of the folders that its file or its container lay in, and without addresses on a disk. */
function withoutFolders(capture: CaptureRecord): CaptureRecord {
  const { source } = capture;
  return {
    ...capture,
    name: fileName(capture.name),
    url: onTheWeb(capture.url),
    source: source && {
      ...source,
      container: fileName(source.container),
      member: fileName(source.member),
      ...(source.told === undefined ? {} : { told: { ...source.told, url: onTheWeb(source.told.url) } }),
      archive: source.archive && { ...source.archive, name: fileName(source.archive.name) },
    },
  };
}

/** Of each step of a name such as `saves/2024.zip › pages/ferry.html` the last part. */
function fileName(name: string): string {
  return name
    .split(' › ')
    .map((step) => step.split(/[/\\]/).findLast((part) => part !== '') ?? '')
    .join(' › ');
}

function onTheWeb(url: string | null): string | null {
  return url !== null && /^file:/i.test(url.trim()) ? null : url;
}

/** The codes that go along, parents before children: of a selection those in use with the ones above them. */
export function codesInScope(
  codes: readonly CodeRecord[],
  used: ReadonlySet<CodeId>,
  scope: Scope,
): readonly CodeRecord[] {
  const chosen = scope.whole ? null : withThoseAbove(codes, used);
  const needed = chosen === null ? codes : codes.filter(({ id }) => chosen.has(id));
  return scope.notes ? needed : needed.map((code) => ({ ...code, definition: '' }));
}

function withThoseAbove(codes: readonly CodeRecord[], used: ReadonlySet<CodeId>): ReadonlySet<CodeId> {
  const needed = new Set(used);
  // Children come after their parents, so one pass from the end finds every ancestor.
  for (const { id, parent } of codes.toReversed()) if (needed.has(id) && parent !== null) needed.add(parent);
  return needed;
}

/**
 * The collections that go along, parents before children. Chosen articles don't tell in which
 * collections they stand; a chosen collection goes with those below it and stands alone there.
 */
export function collectionsInScope(
  collections: readonly CollectionRecord[],
  articles: { has(article: ArticleRecord['id']): boolean },
  scope: Scope,
): readonly CollectionRecord[] {
  const chosen = new Set<CollectionId>();
  for (const { id, parent } of collections)
    if (scope.whole || id === scope.collection || (parent !== null && chosen.has(parent))) chosen.add(id);
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  const leaves = (collection: CollectionRecord): boolean =>
    chosen.has(collection.id) && (scope.notes || collection.query === null);
  const keptAbove = (collection: CollectionRecord): CollectionId | null => {
    const above = collection.parent === null ? undefined : byId.get(collection.parent);
    return above === undefined ? null : leaves(above) ? above.id : keptAbove(above);
  };
  return collections.filter(leaves).map((collection) => ({
    ...collection,
    parent: keptAbove(collection),
    position: collection.id === scope.collection ? 0 : collection.position,
    articles: collection.articles.filter(({ article }) => articles.has(article)),
  }));
}

/**
 * Those who speak in what goes along. With the whole library go those too of whom only something was noted. What a person
 * keeps of somebody (notes, roles) are a person's own words; another name may be that of an article that wasn't chosen.
 */
export function speakersInScope(
  speakers: readonly SpeakerRecord[],
  speaking: { has(speaker: SpeakerRecord['id']): boolean },
  articles: { has(article: ArticleRecord['id']): boolean },
  scope: Scope,
): SpeakerRecord[] {
  const hasNotes = ({ notes, roles }: SpeakerRecord): boolean => notes !== undefined || roles !== undefined;
  return speakers
    .filter((speaker) => speaking.has(speaker.id) || (scope.whole && scope.notes && hasNotes(speaker)))
    .map(({ id, name, kind, aliases, notes, roles }) => ({
      id,
      name,
      ...(kind === undefined ? {} : { kind }),
      ...(aliases !== undefined && (scope.whole || scope.notes) ? { aliases } : {}),
      ...(notes !== undefined && scope.notes ? { notes } : {}),
      ...(roles !== undefined && scope.notes
        ? {
            roles: roles.map((role) => ({
              ...role,
              article: role.article !== null && articles.has(role.article) ? role.article : null,
            })),
          }
        : {}),
    }));
}

/** Pages that are awaited are no part of any article: they go with the whole library only. */
export function awaitedLeave(scope: Scope): boolean {
  return scope.whole;
}

/** An awaited page as it leaves: without notes, highlights and codes stay; a mark that was nothing but a note goes. */
export function awaitedInScope(record: AwaitedRecord, scope: Scope): AwaitedRecord {
  if (scope.notes) return record;
  return {
    ...record,
    marks: record.marks
      .filter(({ mark }) =>
        annotationLeaves(
          { hasNote: mark.note !== '', hasColor: mark.color !== null, hasCodes: mark.tags.length > 0 },
          scope,
        ),
      )
      .map(({ id, mark }) => ({ id, mark: { ...mark, note: '' } })),
  };
}
