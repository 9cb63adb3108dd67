import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { ArticleView } from '../../main/contract/articles.ts';
import { findTerms } from '../../main/contract/words.ts';
import { BlockView } from '../reader/block.tsx';
import { readPageText } from '../reader/page-text.ts';
import { paint, unpaint } from '../reader/painting.ts';
import { runStarts } from '../reader/run-starts.ts';
import { blockStatements } from '../reader/statement-blocks.ts';
import { libraryTexts as texts } from '../texts/library.ts';

/** The text of the previewed article: its body with statements ruled and the search's terms marked. */
export function PreviewText({ view, terms }: { readonly view: ArticleView; readonly terms: readonly string[] }) {
  const { revision, statements } = view;
  const { blocks } = revision.document;
  const box = useRef<HTMLDivElement>(null);
  const starts = useMemo(() => runStarts(revision.document), [revision]);
  const owners = useMemo(
    () =>
      blockStatements(
        blocks,
        starts.blocks,
        statements.filter((statement) => statement.state !== 'rejected'),
      ),
    [blocks, starts, statements],
  );
  useLayoutEffect(() => {
    if (box.current === null) return;
    paint(readPageText(box.current), 'term', findTerms(revision.text, terms));
    return unpaint;
  }, [revision, terms]);
  return (
    <div ref={box} class="preview-text">
      {blocks.slice(0, mostBlocks).map((block, index) =>
        block.role === 'furniture' ? null : (
          // A block is known by its place: the document of a revision never changes.
          <div key={`${index}`} class={owners[index] === null ? 'block' : 'block in-statement'}>
            <BlockView block={block} index={index} starts={starts} />
          </div>
        ),
      )}
      {blocks.length > mostBlocks && <p class="muted">{texts.previewRest}</p>}
    </div>
  );
}

/** A preview is for a look; nobody reads a book in it. */
const mostBlocks = 300;
