import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ArticleView } from '../../../main/contract/articles.ts';
import type { ReadingDocument } from '../../../main/contract/document.ts';
import type { ArticleId, RevisionId } from '../../../main/contract/ids.ts';
import './reader.css';
import './timeline.css';
import '../../shared/styles/alike.css';
import './reader-margin.css';
import './statement-card.css';
import './statement-editing.css';
import './statement-beside.css';
import './note-card.css';
import './margin-drawer.css';
import './reader-forms.css';
import '../../shared/styles/article-tools.css';
import './reader-paint.css';
import '../../shared/styles/article-print.css';
import './left-out.css';
import { readPageText } from '../../shared/article/page-text.ts';
import { settings } from '../../shared/state/settings.ts';
import { common } from '../../shared/texts/common.ts';
import { ArticleText } from './article-text.tsx';
import { FindBar } from './find-bar.tsx';
import { Head } from './head.tsx';
import { LeftOut } from './left-out.tsx';
import { LinkBox } from './link-box.tsx';
import { Margin } from './margin.tsx';
import { createReaderModel, ReaderContext, type ReaderModel, useReader } from './model.ts';
import { columnGap, measureOf, pageLayout } from './page-layout.ts';
import { ReaderBar } from './reader-bar.tsx';
import { reader } from './texts.ts';
import { Toolbar } from './toolbar.tsx';
import { useClicks } from './use-clicks.ts';
import { useLive } from './use-live.ts';
import { usePainting } from './use-painting.ts';
import { usePosition } from './use-position.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import { useSelection } from './use-selection.ts';

export interface ReaderProps {
  readonly article: ArticleId;
  readonly revision?: RevisionId;
  readonly terms?: readonly string[];
  readonly at?: number;
}

/** The reading room for one article. */
export function Reader(props: ReaderProps) {
  const { article, revision } = props;
  // Another article is another room: nothing of the last one's state may stay.
  return <Room key={`${article} ${revision ?? ''}`} {...props} />;
}

const noTerms: readonly string[] = [];

function Room({ article, revision, terms = noTerms, at }: ReaderProps) {
  const model = useMemo(() => createReaderModel(article, revision), [article, revision]);
  useLive(model);
  const view = model.view.value;
  return (
    <ReaderContext.Provider value={model}>
      {view === null ? <Waiting model={model} /> : <Page view={view} terms={terms} at={at} />}
    </ReaderContext.Provider>
  );
}

/** Before the article is there, and when it can't be. Nothing is drawn for a wait too short to notice. */
function Waiting({ model }: { readonly model: ReaderModel }) {
  const failure = model.failure.value;
  return failure === null ? (
    <div class="reader-waiting" role="status">
      {reader.loading}
    </div>
  ) : (
    <div class="reader-failed" role="alert">
      <h1>{reader.failedTitle}</h1>
      <p>{failure.message}</p>
      <button type="button" class="button" onClick={() => void model.reload()}>
        {common.tryAgain}
      </button>
    </div>
  );
}

function Page({
  view,
  terms,
  at,
}: {
  readonly view: ArticleView;
  readonly terms: readonly string[];
  readonly at: number | undefined;
}) {
  const model = useReader();
  const scroller = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  const progress = useRef<HTMLDivElement>(null);
  /** What the page's text was last read from. */
  const drawn = useRef<{ readonly document: ReadingDocument; readonly furniture: boolean } | null>(null);
  const width = useWidth(scroller);
  const { column, margin } = pageLayout(width, settings.value);
  const focus = model.focus.value;
  const { document } = view.revision;
  const furniture = model.furniture.value;
  const entry = useMemo(() => ({ at, terms }), [at, terms]);

  useLayoutEffect(() => {
    model.scroller.current = scroller.current;
    scroller.current?.focus({ preventScroll: true });
  }, [model]);
  useLayoutEffect(() => {
    if (text.current === null || (drawn.current?.document === document && drawn.current.furniture === furniture))
      return;
    drawn.current = { document, furniture };
    model.drawn.value = drawn.current;
    model.page.value = readPageText(text.current);
  });
  useEffect(() => {
    globalThis.document.documentElement.toggleAttribute('data-focus', focus);
    return () => globalThis.document.documentElement.removeAttribute('data-focus');
  }, [focus]);
  usePosition(model, text, progress, entry);
  usePainting(model, terms);
  useClicks(model, text);
  useReaderKeys(model, useSelection(model, text));

  const beside = margin !== null;
  return (
    <div class={`reader${focus ? ' focused' : ''}`}>
      <ReaderBar beside={beside} progress={progress} />
      {model.finding.value && <FindBar />}
      <div ref={scroller} class="reader-page" tabIndex={-1} style={gridOf(column, focus ? null : margin)}>
        <article ref={text} class="column" aria-labelledby="reader-headline" lang={view.article.language ?? undefined}>
          <Head view={view} />
          {view.revision.text === '' && <NoWords />}
          <ArticleText blocks={document.blocks} measure={measureOf(column, settings.value.textSize)} />
          <LeftOut view={view} />
        </article>
        <Toolbar />
        <LinkBox />
        {!focus && (beside || model.drawer.value) && <Margin beside={beside} />}
      </div>
      <p class="said" role="status" aria-live="polite">
        {model.announcement.value}
      </p>
    </div>
  );
}

function NoWords() {
  return (
    <div class="reader-empty">
      <h2>{reader.emptyTitle}</h2>
      <p>{reader.emptyText}</p>
    </div>
  );
}

function gridOf(column: number, margin: number | null): string {
  return `--column: ${column}px; --margin: ${margin ?? 0}px; --column-gap: ${margin === null ? 0 : columnGap}px`;
}

/** The width that the last page had, which the next one most often has too: so a long text is laid out once. */
let lastWidth = 0;

/** The width of an element in CSS pixels, followed as it changes. */
function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(lastWidth);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const follow = () => {
      lastWidth = current.clientWidth;
      setWidth(lastWidth);
    };
    follow();
    const watch = new ResizeObserver(follow);
    watch.observe(current);
    return () => watch.disconnect();
  }, [element]);
  return width;
}
