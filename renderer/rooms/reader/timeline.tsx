import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleView } from '../../../main/contract/articles.ts';
import { revisionChain } from '../../../main/contract/revision-chain.ts';
import type { RevisionSummary } from '../../../main/contract/revisions.ts';
import { instantWords } from '../../shared/lib/dates.ts';
import { navigate } from '../../shared/state/route.ts';
import { reader } from './texts.ts';

const texts = reader.timeline;

/** The article's revisions as they followed one another; each can be opened, or compared with the one shown. */
export function Timeline({ view }: { readonly view: ArticleView }) {
  const chain = revisionChain(view.revisions);
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    // A long chain scrolls sideways; where one is stays in view.
    const { current } = list;
    const shown = current?.querySelector<HTMLElement>('.shown');
    if (current && shown) current.scrollLeft = shown.offsetLeft - (current.clientWidth - shown.offsetWidth) / 2;
  }, [view.revision.id]);
  if (chain.length < 2) return null;
  return (
    <nav class="timeline" aria-label={texts.title}>
      <ol ref={list}>
        {chain.map((revision) => (
          <Point key={revision.id} revision={revision} view={view} />
        ))}
      </ol>
    </nav>
  );
}

function Point(props: { readonly revision: RevisionSummary; readonly view: ArticleView }) {
  const { revision, view } = props;
  const isShown = revision.id === view.revision.id;
  const isCurrent = revision.id === view.currentRevision;
  const { captured, fileDated } = revision;
  const time = captured ?? fileDated;
  const when = time === null ? texts.noDate : instantWords(time);
  const told = captured === null && fileDated !== null ? texts.fileDated(when) : texts.captured(when);
  return (
    <li class={isShown ? 'shown' : undefined}>
      <button
        type="button"
        class="point"
        aria-current={isShown ? 'true' : undefined}
        aria-label={texts.label(revision.number, told, revision.extractor, isCurrent)}
        onClick={() =>
          navigate({ room: 'reader', article: view.article.id, ...(isCurrent ? {} : { revision: revision.id }) })
        }
      >
        <b>{when.split(',')[0]}</b>
        {captured === null && fileDated !== null && <span>{reader.fileDated}</span>}
        <span>{isCurrent ? texts.current(revision.number) : texts.number(revision.number)}</span>
      </button>
      <span>{revision.extractor}</span>
      {!isShown && (
        <>
          {' · '}
          <button
            type="button"
            class="link-button"
            aria-label={texts.compareWith(revision.number)}
            onClick={() => compareRevisions(view, revision)}
          >
            {texts.compare}
          </button>
        </>
      )}
    </li>
  );
}

/** Puts two revisions side by side, the older one on the left. */
function compareRevisions(view: ArticleView, other: RevisionSummary): void {
  const article = view.article.id;
  const chain = revisionChain(view.revisions).map(({ id }) => id);
  const [left, right] = [other.id, view.revision.id].sort((a, b) => chain.indexOf(a) - chain.indexOf(b));
  if (left !== undefined && right !== undefined)
    navigate({ room: 'compare', sides: { left: { article, revision: left }, right: { article, revision: right } } });
}

/** The revision shown beside the one before it; the first one beside the one after it. False where there is but one. */
export function compareWithNeighbour(view: ArticleView): boolean {
  const chain = revisionChain(view.revisions);
  const at = chain.findIndex(({ id }) => id === view.revision.id);
  const neighbour = chain[at - 1] ?? chain[at + 1];
  if (neighbour === undefined) return false;
  compareRevisions(view, neighbour);
  return true;
}
