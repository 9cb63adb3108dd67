import type { ComponentChildren } from 'preact';
import type { Block } from '../../../main/contract/document.ts';
import { leftOutWords } from '../../../main/contract/left-out.ts';
import type { BlockStatement } from '../../shared/article/statement-blocks.ts';
import { shortWords } from '../../shared/lib/short-words.ts';
import { whoSpeaks } from '../../shared/statement/who-speaks.ts';
import { countIn, setAside } from './correct-actions.ts';
import { leftOutTexts } from './left-out-texts.ts';
import { useReader } from './model.ts';
import { PageMark } from './page-mark.tsx';
import { reader } from './texts.ts';

export interface FrameProps {
  readonly block: Block;
  /** The block's place in the document. */
  readonly index: number;
  readonly owner: BlockStatement | null;
  /** The mark or statement that is looked at. */
  readonly active: string | null;
  /** The page of the original that begins here. */
  readonly page: number | null;
  /** False for a piece of a block that isn't the one it begins, or ends, with. */
  readonly first?: boolean;
  readonly last?: boolean;
  readonly children: ComponentChildren;
}

/** What stands around a block: its statement's rule, its page's number, what can be done with it. */
export function BlockFrame(props: FrameProps) {
  const model = useReader();
  const { block, index, owner, page, first = true, last = true, children } = props;
  return (
    <div {...looks(props)}>
      {owner?.first === true && first && <span class="said">{beginning(owner)}</span>}
      {page !== null && first && <PageMark page={page} />}
      {children}
      {model.writable.value && last && <BlockAct block={block} index={index} />}
      {owner?.last === true && last && <span class="said">{reader.statementEnds}</span>}
    </div>
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

function beginning({ statement }: BlockStatement): string {
  return reader.statementBegins(whoSpeaks(statement) ?? reader.unknownSpeaker);
}

function looks({ block, owner, active, first = true, last = true }: FrameProps) {
  const classes = ['block', `block-${block.kind}`];
  if (block.role === 'furniture') classes.push('furniture');
  else if (block.purpose !== null) classes.push(`purpose-${block.purpose}`);
  if (owner !== null) {
    classes.push('in-statement', `statement-${owner.statement.state}`);
    if (owner.statement.id === active) classes.push('statement-active');
    if (owner.first && first) classes.push('statement-first');
    if (owner.last && last) classes.push('statement-last');
  }
  if (!last) classes.push('goes-on');
  return { class: classes.join(' '), ...(owner === null ? {} : { 'data-statement': owner.statement.id }) };
}
