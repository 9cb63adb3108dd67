import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { ArticleView } from '../../../main/contract/articles.ts';
import type { Block } from '../../../main/contract/document.ts';
import { findTerms } from '../../../main/contract/words.ts';
import { BlockView } from '../../shared/article/block.tsx';
import { readPageText } from '../../shared/article/page-text.ts';
import { paint, unpaint } from '../../shared/article/painting.ts';
import { partsOf, startsOfPiece } from '../../shared/article/parts.ts';
import { type RunStarts, runStarts } from '../../shared/article/run-starts.ts';
import { blockStatements } from '../../shared/article/statement-blocks.ts';
import { libraryTexts as texts } from './texts.ts';

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
  const parts = useMemo(() => partsOf(revision.document)?.slice(0, mostParts) ?? null, [revision]);
  useLayoutEffect(() => {
    if (box.current === null) return;
    const end = parts?.findLast(({ span }) => span !== null)?.span?.end ?? revision.text.length;
    paint(readPageText(box.current), 'term', findTerms(revision.text, terms, { start: 0, end }));
    return unpaint;
  }, [revision, terms, parts]);
  const framed = (block: Block, index: number, key: number, own: RunStarts) =>
    block.role === 'furniture' ? null : (
      // A block is known by its place: the document of a revision never changes.
      <div key={`${key}`} class={owners[index] === null ? 'block' : 'block in-statement'}>
        <BlockView block={block} index={index} starts={own} />
      </div>
    );
  return (
    <div ref={box} class="preview-text">
      {parts === null
        ? blocks.slice(0, mostBlocks).map((block, index) => framed(block, index, index, starts))
        : parts
            .flatMap(({ pieces }) => pieces)
            .map((piece, key) => framed(piece.block, piece.index, key, startsOfPiece(piece, starts)))}
      {(parts !== null || blocks.length > mostBlocks) && <p class="muted">{texts.previewRest}</p>}
    </div>
  );
}

/** A preview is for a look; nobody reads a book in it. */
const mostBlocks = 300;
/** As much of a text that is drawn in parts. */
const mostParts = 4;
