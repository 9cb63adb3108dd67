import type {
  AnnotationId,
  ArticleId,
  AwaitedPageId,
  CodeId,
  CollectionId,
  ImportId,
  SpeakerId,
  StatementId,
} from './ids.ts';

/** Things of one subject came, went or changed. `ids` is null where they are many, or it isn't known which. */
interface Changed<Subject extends string, Id> {
  readonly subject: Subject;
  readonly ids: readonly Id[] | null;
}
/** The same for what stands on articles: whoever shows one article must know whether it is touched. */
interface ChangedOn<Subject extends string, Id> extends Changed<Subject, Id> {
  readonly articles: readonly ArticleId[] | null;
}
/** A subject that is only ever read as a whole. */
interface ChangedWhole<Subject extends string> {
  readonly subject: Subject;
}

/** One thing that the feed of changes tells. Whoever shows something of its subject reads that again, and nothing else. */
export type LibraryChange =
  /** Articles came, got a revision or another current one, went to the bin or came back. */
  | Changed<'articles', ArticleId>
  | ChangedOn<'statements', StatementId>
  | ChangedOn<'annotations', AnnotationId>
  /** Codes, and how many annotations carry them. */
  | Changed<'codes', CodeId>
  /** Collections, and which articles stand in them. */
  | Changed<'collections', CollectionId>
  /** People and organizations, and how many statements are theirs. */
  | Changed<'speakers', SpeakerId>
  /** Which articles may be one work with others. */
  | Changed<'duplicates', ArticleId>
  /** Imports, their states, counts and lines. */
  | Changed<'imports', ImportId>
  | Changed<'awaited', AwaitedPageId>
  /** Tables and what their columns mean, by the tables' signatures. */
  | Changed<'columns', string>
  /** Watched folders. */
  | Changed<'folders', number>
  /** Lines of the provenance log. */
  | ChangedWhole<'events'>
  | ChangedWhole<'bin'>
  /** The last check, backups, and how old the extractions are. */
  | ChangedWhole<'health'>
  | ChangedWhole<'settings'>;

export type ChangeSubject = LibraryChange['subject'];

/** Whether a change may touch what is shown of one article: itself, or what stands on it. */
export function touchesArticle(change: LibraryChange, article: ArticleId): boolean {
  switch (change.subject) {
    case 'articles':
    case 'duplicates':
      return change.ids === null || change.ids.includes(article);
    case 'statements':
    case 'annotations':
      return change.articles === null || change.articles.includes(article);
    // An article names the collections that it stands in.
    case 'collections':
      return true;
    case 'codes':
    case 'speakers':
    case 'imports':
    case 'awaited':
    case 'columns':
    case 'folders':
    case 'events':
    case 'bin':
    case 'health':
    case 'settings':
      return false;
  }
}
