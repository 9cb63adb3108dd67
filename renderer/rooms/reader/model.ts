import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Annotation, HighlightColor } from '../../../main/contract/annotations.ts';
import type { ArticleView } from '../../../main/contract/articles.ts';
import type { Span } from '../../../main/contract/canonical-text.ts';
import { type ErrorData, toErrorData } from '../../../main/contract/errors.ts';
import type { ArticleId, RevisionId, SpeakerId, StatementId } from '../../../main/contract/ids.ts';
import type { Statement } from '../../../main/contract/statements.ts';
import { readArticle } from '../../api/read-article.ts';
import type { PageText } from '../../shared/article/page-text.ts';
import { type Part, partsOf } from '../../shared/article/parts.ts';
import { type RunStarts, runStarts } from '../../shared/article/run-starts.ts';
import { byPlace } from '../../shared/article/spans.ts';
import { type BlockStatement, blockStatements } from '../../shared/article/statement-blocks.ts';
import { readOnly } from '../../shared/state/library.ts';
import { createLiveReading } from '../../shared/state/live-reading.ts';
import { settings } from '../../shared/state/settings.ts';
import { type FoldedText, fold } from './fold.ts';
import { placesKept } from './kept-places.ts';
import type { PartColumn } from './part-column.tsx';
import { type Cursor, spanOfCursor } from './sentence-cursor.ts';
import { type Segments, segmentsOf } from './sentences.ts';
import type { Edge } from './word-edges.ts';

/** What stands in the margin: a person's mark, or a statement. */
export type MarginEntry =
  | { readonly kind: 'annotation'; readonly id: string; readonly span: Span | null; readonly annotation: Annotation }
  | { readonly kind: 'statement'; readonly id: string; readonly span: Span | null; readonly statement: Statement };

/** A mark being made on a passage: what it will be is still being written. */
export interface Draft {
  readonly kind: 'note' | 'codes' | 'statement';
  readonly span: Span;
}

/** What is open on a card of the margin: a note, codes, all of a statement, its words, or one value where it stands. */
export interface Editing {
  readonly id: string;
  readonly part: 'note' | 'codes' | 'statement' | 'words' | StatementValue;
}

/** What of a statement is corrected on its card by itself. */
export type StatementValue = 'speaker' | 'kind' | 'said';

/** A statement's words while they are corrected, and the edge that the keys move. */
export interface CorrectedWords {
  readonly spans: readonly Span[];
  readonly edge: Edge;
  /** Statements that the words take in. */
  readonly joins: readonly StatementId[];
}

/** One article as it is read: what the core gave, what is chosen, what is open. Lives as long as its room. */
export interface ReaderModel {
  readonly article: ArticleId;
  readonly view: ReadonlySignal<ArticleView | null>;
  readonly failure: ReadonlySignal<ErrorData | null>;
  readonly starts: ReadonlySignal<RunStarts>;
  /** What a long text is drawn in; null where it is drawn whole. */
  readonly parts: ReadonlySignal<readonly Part[] | null>;
  /** For each block the statement whose rule it carries. */
  readonly owners: ReadonlySignal<readonly (BlockStatement | null)[]>;
  readonly segments: ReadonlySignal<Segments>;
  readonly folded: ReadonlySignal<FoldedText>;
  /** Annotations and statements in reading order; what is lost has no span and comes last. */
  readonly entries: ReadonlySignal<readonly MarginEntry[]>;
  /** The statements that are shown: less sure suggestions only where they were asked for. */
  readonly statements: ReadonlySignal<readonly Statement[]>;
  /** Suggestions that are too little sure to be shown unasked. */
  readonly unsure: ReadonlySignal<readonly Statement[]>;
  readonly showsUnsure: Signal<boolean>;
  /** False where nothing can be written: a read-only library, or an older revision. */
  readonly writable: ReadonlySignal<boolean>;
  /** The text as it is drawn now; null until it is. */
  readonly page: Signal<PageText | null>;
  /** What the page was drawn from; another one when all of it was drawn anew. */
  readonly drawn: Signal<object | null>;
  /** The parts of a long text on the page; null where it is drawn whole. */
  readonly column: { current: PartColumn | null };
  /** What of a long text is near the window, so that paint that stands everywhere is put there alone; null: all of it. */
  readonly near: Signal<Span | null>;
  /** What scrolls. */
  readonly scroller: { current: HTMLElement | null };
  readonly selection: Signal<Span | null>;
  /** The selection as the keyboard makes it, with its fixed and its moving end; null when the mouse made it. */
  readonly cursor: Signal<Cursor | null>;
  /** Where the keyboard's cursor goes on once its selection is gone; null at the start. */
  readonly resume: { current: number | null };
  /** What the keyboard's cursor covers. */
  readonly cursorSpan: ReadonlySignal<Span | null>;
  /** True while the mouse still draws a selection: no tools come up yet. */
  readonly selecting: Signal<boolean>;
  readonly active: Signal<string | null>;
  /** Whose statements here are painted together and listed on the active card. */
  readonly speaker: Signal<SpeakerId | null>;
  readonly draft: Signal<Draft | null>;
  readonly editing: Signal<Editing | null>;
  /** Set while the words of a statement are corrected. */
  readonly corrected: Signal<CorrectedWords | null>;
  readonly furniture: Signal<boolean>;
  /** Whether what was left out is listed under the article. */
  readonly leftOut: Signal<boolean>;
  readonly finding: Signal<boolean>;
  /** What is found, and which of it is looked at. */
  readonly found: Signal<{ readonly spans: readonly Span[]; readonly at: number }>;
  /** Only the text: no rail, no bar, no margin. */
  readonly focus: Signal<boolean>;
  /** Whether the margin's list is open where there is no room beside the text. */
  readonly drawer: Signal<boolean>;
  readonly link: Signal<{ readonly href: string; readonly anchor: HTMLElement } | null>;
  /** Said to a screen reader. */
  readonly announcement: Signal<string>;
  readonly color: Signal<HighlightColor>;
  /** Reads the article again and keeps everything else; resolves when what was done before the call is shown. */
  reload(): Promise<void>;
  /** It is on the page, and read, until the answer is called. */
  show(): () => void;
}

const none: RunStarts = { startOf: () => null, blocks: [], runs: [] };
const lastColor = signal<HighlightColor>('amber');

export function createReaderModel(article: ArticleId, revision: RevisionId | undefined): ReaderModel {
  const view = signal<ArticleView | null>(null);
  const failure = signal<ErrorData | null>(null);
  const document = computed(() => view.value?.revision.document ?? null);
  const text = computed(() => view.value?.revision.text ?? '');
  const language = computed(() => view.value?.article.language ?? null);
  const starts = computed(() => (document.value === null ? none : runStarts(document.value)));
  const showsUnsure = signal(false);
  const leastSure = computed(() => settings.value.leastSure);
  const unsure = computed(() =>
    (view.value?.statements ?? []).filter((statement) => isUnsure(statement, leastSure.value)),
  );
  const statements = computed(() => {
    const all = view.value?.statements ?? [];
    return showsUnsure.value || unsure.value.length === 0
      ? all
      : all.filter((statement) => !isUnsure(statement, leastSure.value));
  });
  const cursor = signal<Cursor | null>(null);
  const reading = createLiveReading(async (stop) => {
    try {
      await placesKept();
      const next = await readArticle(article, revision, stop);
      if (stop.aborted) return;
      view.value = withSameDocument(view.value, next);
      failure.value = null;
    } catch (thrown) {
      if (!stop.aborted) failure.value = toErrorData(thrown);
    }
  });

  return {
    article,
    view,
    failure,
    starts,
    parts: computed(() => (document.value === null ? null : partsOf(document.value))),
    owners: computed(() => blockStatements(document.value?.blocks ?? [], starts.value.blocks, statements.value)),
    segments: computed(() => segmentsOf(text.value, starts.value.runs, language.value)),
    folded: computed(() => fold(text.value)),
    entries: computed(() => (view.value === null ? [] : entriesOf(view.value, statements.value))),
    statements,
    unsure,
    showsUnsure,
    writable: computed(() => !readOnly.value && view.value?.current === true),
    page: signal(null),
    drawn: signal(null),
    column: { current: null },
    near: signal(null),
    scroller: { current: null },
    selection: signal(null),
    cursor,
    resume: { current: null },
    cursorSpan: computed(() => (cursor.value === null ? null : spanOfCursor(cursor.value))),
    selecting: signal(false),
    active: signal(null),
    speaker: signal(null),
    draft: signal(null),
    editing: signal(null),
    corrected: signal(null),
    furniture: signal(false),
    leftOut: signal(false),
    finding: signal(false),
    found: signal({ spans: [], at: -1 }),
    focus: signal(false),
    drawer: signal(false),
    link: signal(null),
    announcement: signal(''),
    color: lastColor,
    reload: reading.touch,
    show: reading.show,
  };
}

function isUnsure({ state, confidence }: Statement, leastSure: number): boolean {
  return state === 'suggested' && confidence < leastSure;
}

/** Keeps the document's identity when the words are the same, so that the page isn't drawn anew. */
function withSameDocument(before: ArticleView | null, next: ArticleView): ArticleView {
  if (before === null || before.revision.id !== next.revision.id || before.revision.text !== next.revision.text)
    return next;
  return { ...next, revision: { ...next.revision, document: before.revision.document } };
}

function entriesOf(view: ArticleView, statements: readonly Statement[]): readonly MarginEntry[] {
  const shown = view.revision.id;
  const entries: MarginEntry[] = [
    ...statements.map((statement) => ({
      kind: 'statement' as const,
      id: statement.id,
      span: statement.revision === shown ? statement.span : null,
      statement,
    })),
    ...view.annotations.map((annotation) => ({
      kind: 'annotation' as const,
      id: annotation.id,
      span: annotation.revision === shown ? annotation.span : null,
      annotation,
    })),
  ];
  return entries.sort((a, b) => byPlace(a.span, b.span));
}

export const ReaderContext = createContext<ReaderModel | null>(null);

/** The model of the reader around this component. */
export function useReader(): ReaderModel {
  const model = useContext(ReaderContext);
  if (model === null) throw new Error('A part of the reader stands outside it.');
  return model;
}
