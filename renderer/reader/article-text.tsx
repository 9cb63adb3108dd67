import { useMemo } from 'preact/hooks';
import type { Block, BlockPurpose } from '../../main/contract/document.ts';
import { leftOutWords } from '../../main/contract/left-out.ts';
import type { Statement } from '../../main/contract/statements.ts';
import { Icon } from '../components/icon.tsx';
import { shortWords } from '../lib/short-words.ts';
import { leftOutTexts } from '../texts/left-out.ts';
import { reader } from '../texts/reader.ts';
import { BlockView } from './block.tsx';
import { countIn, setAside } from './correct-actions.ts';
import { useReader } from './model.ts';
import { PageMark } from './page-mark.tsx';
import { pageStarts } from './page-starts.ts';
import { type BlockStatement, blockStatements } from './statement-blocks.ts';

/** The article's text: its blocks, the rules of its statements, and one line for what is set aside. */
export function ArticleText({
  blocks,
  statements,
}: {
  readonly blocks: readonly Block[];
  readonly statements: readonly Statement[];
}) {
  const model = useReader();
  const starts = model.starts.value;
  const owners = useMemo(() => blockStatements(blocks, starts.blocks, statements), [blocks, starts, statements]);
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
          <div key={`${index}`} {...looks(block, owners[index] ?? null, active)}>
            {owners[index]?.first === true && <span class="said">{beginning(owners[index])}</span>}
            {pages[index] != null && <PageMark page={pages[index]} />}
            {views[index]}
            {model.writable.value && <BlockAct block={block} index={index} />}
            {owners[index]?.last === true && <span class="said">{reader.statementEnds}</span>}
          </div>
        ),
      )}
      <FurnitureFold blocks={blocks} />
    </>
  );
}

/** What a person can say of a block that is no text of the article; of that, by selecting it. */
function BlockAct({ block, index }: { readonly block: Block; readonly index: number }) {
  const model = useReader();
  const aside = block.role === 'furniture';
  if (!aside && block.kind !== 'figure') return null;
  const label = aside ? leftOutTexts.countIn : leftOutTexts.setAside;
  const words = shortWords(leftOutWords(block)) || leftOutTexts.picture;
  return (
    <button
      type="button"
      class="link-button block-act"
      aria-label={leftOutTexts.named(label, words)}
      onClick={() => void (aside ? countIn(model, index) : setAside(model, [index]))}
    >
      {label}
    </button>
  );
}

function beginning(owner: BlockStatement | undefined): string {
  return reader.statementBegins(owner?.statement.speaker?.name ?? reader.unknownSpeaker);
}

function looks(block: Block, owner: BlockStatement | null, active: string | null) {
  const classes = ['block', `block-${block.kind}`];
  if (block.role === 'furniture') classes.push('furniture');
  else if (block.purpose !== null) classes.push(`purpose-${block.purpose}`);
  if (owner !== null) {
    classes.push('in-statement', `statement-${owner.statement.state}`);
    if (owner.statement.id === active) classes.push('statement-active');
    if (owner.first) classes.push('statement-first');
    if (owner.last) classes.push('statement-last');
  }
  return { class: classes.join(' '), ...(owner === null ? {} : { 'data-statement': owner.statement.id }) };
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
