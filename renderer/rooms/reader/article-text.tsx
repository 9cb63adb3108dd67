import { useMemo } from 'preact/hooks';
import type { Block, BlockPurpose } from '../../../main/contract/document.ts';
import { BlockView } from '../../shared/article/block.tsx';
import { Icon } from '../../shared/parts/icon.tsx';
import { BlockFrame } from './block-frame.tsx';
import { LongText } from './long-text.tsx';
import { useReader } from './model.ts';
import type { Measure } from './page-layout.ts';
import { pageStarts } from './page-starts.ts';
import { reader } from './texts.ts';

/** The article's text: its blocks, the rules of its statements, and one line for what is set aside. */
export function ArticleText({ blocks, measure }: { readonly blocks: readonly Block[]; readonly measure: Measure }) {
  const model = useReader();
  const parts = model.parts.value;
  return (
    <>
      {parts === null ? <WholeText blocks={blocks} /> : <LongText blocks={blocks} parts={parts} measure={measure} />}
      <FurnitureFold blocks={blocks} />
    </>
  );
}

function WholeText({ blocks }: { readonly blocks: readonly Block[] }) {
  const model = useReader();
  const starts = model.starts.value;
  const owners = model.owners.value;
  const shown = model.furniture.value;
  const active = model.active.value;
  const pages = useMemo(() => pageStarts(blocks, ({ role }) => role === 'body' || shown), [blocks, shown]);
  // The blocks themselves are drawn once; what changes around them are looks.
  const views = useMemo(
    () => blocks.map((block, index) => <BlockView key="block" block={block} index={index} starts={starts} />),
    [blocks, starts],
  );
  return (
    <>
      {blocks.map((block, index) =>
        block.role === 'furniture' && !shown ? null : (
          // A block is known by its place: the document of a revision never changes.
          <BlockFrame
            key={`${index}`}
            block={block}
            index={index}
            owner={owners[index] ?? null}
            active={active}
            page={pages[index] ?? null}
          >
            {views[index]}
          </BlockFrame>
        ),
      )}
    </>
  );
}

/** What the page carried besides the article: named in one line, shown in its place on demand. */
function FurnitureFold({ blocks }: { readonly blocks: readonly Block[] }) {
  const { furniture } = useReader();
  const purposes = new Set<BlockPurpose>();
  for (const block of blocks) if (block.role === 'furniture') purposes.add(block.purpose ?? 'other');
  if (purposes.size === 0) return null;
  const names = [...purposes].map((purpose) => reader.furniture[purpose]);
  return (
    <button
      type="button"
      class="fold"
      aria-expanded={furniture.value}
      onClick={() => {
        furniture.value = !furniture.value;
      }}
    >
      <Icon name="folder" />
      <span>{reader.furnitureShow(new Intl.ListFormat('en-GB', { type: 'unit' }).format(names))}</span>
      <span class="fold-act">{furniture.value ? reader.hide : reader.show}</span>
    </button>
  );
}
