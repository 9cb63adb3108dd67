import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Block } from '../../../main/contract/document.ts';
import { BlockView } from '../../shared/article/block.tsx';
import { type BlockPiece, firstNumber, type Part, startsOfPiece } from '../../shared/article/parts.ts';
import type { BlockStatement } from '../../shared/article/statement-blocks.ts';
import { whoSpeaks } from '../../shared/statement/who-speaks.ts';
import { BlockFrame } from './block-frame.tsx';
import { useReader } from './model.ts';

/** One part of a long text. It is drawn anew only for what changes in it, however much changes elsewhere. */
export function PartView({
  part,
  blocks,
  pages,
}: {
  readonly part: Part;
  readonly blocks: readonly Block[];
  readonly pages: ReadonlySignal<readonly (number | null)[]>;
}) {
  const model = useReader();
  const ownersOf = () => part.pieces.map(({ index }) => model.owners.value[index] ?? null);
  // As words, because statements are other objects after every reading.
  useComputed(() => ownersOf().map(described).join('\n')).value;
  const owners = model.owners.peek();
  const active = useComputed(() => {
    const { value } = model.active;
    return ownersOf().some((owner) => owner?.statement.id === value) ? value : null;
  }).value;
  const shown = useComputed(
    () => part.pieces.some(({ block }) => block.role === 'furniture') && model.furniture.value,
  ).value;
  return (
    <>
      {part.pieces.map((piece, at) =>
        piece.block.role === 'furniture' && !shown ? null : (
          <BlockFrame
            key={`${at}`}
            block={piece.block}
            index={piece.index}
            owner={owners[piece.index] ?? null}
            active={active}
            page={pages.value[piece.index] ?? null}
            first={piece.first}
            last={piece.last}
          >
            <PieceView piece={piece} whole={blocks[piece.index]} />
          </BlockFrame>
        ),
      )}
    </>
  );
}

function PieceView({ piece, whole }: { readonly piece: BlockPiece; readonly whole: Block | undefined }) {
  const { starts } = useReader();
  return (
    <BlockView
      block={piece.block}
      index={piece.index}
      starts={startsOfPiece(piece, starts.value)}
      number={firstNumber(piece, whole)}
    />
  );
}

function described(owner: BlockStatement | null): string {
  if (owner === null) return '';
  const { statement, first, last } = owner;
  return `${statement.id} ${statement.state} ${first} ${last} ${whoSpeaks(statement) ?? ''}`;
}
