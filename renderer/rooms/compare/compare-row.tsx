import type { ComponentChildren } from 'preact';
import type {
  ComparedBlock,
  ComparedField,
  ComparedRow,
  ComparedStatement,
  ComparedWords,
} from '../../../main/contract/comparison.ts';
import { asWhat, whoSpeaks } from '../../shared/statement/who-speaks.ts';
import { type Part, rowId } from './differences.ts';
import { excerptOf, type Passage } from './excerpt.ts';
import { MarkedWords, type Side } from './marked-words.tsx';
import { changeWords, compareTexts as texts } from './texts.ts';

type Change = ComparedRow['change'];

/** Signs beside the rows; each change has its own, for eyes that don't tell the colours. */
const signs: Readonly<Record<Change, string>> = { same: '', changed: '≠', gone: '−', added: '+', moved: '⇅' };

/** A row of any table here: left, what happened, right. */
function Row(props: {
  readonly part: Part;
  readonly index: number;
  readonly change: Change;
  readonly isAt: boolean;
  readonly left: ComponentChildren;
  readonly right: ComponentChildren;
  readonly middle?: ComponentChildren;
}) {
  const { change } = props;
  return (
    <div
      id={rowId(props.part, props.index)}
      role="row"
      class={`compare-row ${change}${props.isAt ? ' at' : ''}`}
      tabIndex={change === 'same' ? undefined : -1}
    >
      <div role="cell" class="side left">
        {props.left}
      </div>
      <div role="cell" class="change">
        {props.middle ?? (
          <>
            <span aria-hidden="true">{signs[change]}</span>
            <span class="said">{changeWords[change]}</span>
          </>
        )}
      </div>
      <div role="cell" class="side right">
        {props.right}
      </div>
    </div>
  );
}

/** A part of the body. */
export function BodyRow(props: {
  readonly row: ComparedRow;
  readonly index: number;
  readonly isAt: boolean;
  readonly goTo: (row: number) => void;
}) {
  const { row, index, isAt } = props;
  return (
    <Row
      part="row"
      index={index}
      change={row.change}
      isAt={isAt}
      left={row.left.map((block) => <Block key={block.start} block={block} side="left" change={row.change} />)}
      right={row.right.map((block) => <Block key={block.start} block={block} side="right" change={row.change} />)}
      middle={
        row.change === 'moved' ? (
          <button
            type="button"
            class="moved-to"
            aria-label={texts.movedTo}
            title={texts.movedTo}
            onClick={() => props.goTo(row.counterpart)}
          >
            {signs.moved}
          </button>
        ) : undefined
      }
    />
  );
}

/** A block that stands on one side only is one mark; its words are not marked one by one. */
function Block({
  block,
  side,
  change,
}: {
  readonly block: ComparedBlock;
  readonly side: Side;
  readonly change: Change;
}) {
  const name = `compared kind-${block.kind}`;
  const isAlone = change === 'gone' || change === 'added';
  const words = isAlone || change === 'changed' ? <MarkedWords marked={block} side={side} /> : block.text;
  if (block.kind === 'heading')
    return (
      <p class={name} role="heading" aria-level={(block.level ?? 2) + 1}>
        {words}
      </p>
    );
  return <p class={name}>{words}</p>;
}

/** Headline, subheading, byline or date. */
export function FieldRow({
  field,
  index,
  isAt,
}: {
  readonly field: ComparedField;
  readonly index: number;
  readonly isAt: boolean;
}) {
  const side = (name: Side) => {
    const marked = field[name];
    return (
      marked !== null && (
        <p class={`compared field-${field.name}`}>
          {field.name !== 'title' && <span class="field-name">{texts.fields[field.name]} </span>}
          <MarkedWords marked={marked} side={name} />
        </p>
      )
    );
  };
  return <Row part="field" index={index} change={field.change} isAt={isAt} left={side('left')} right={side('right')} />;
}

/** A statement that changed, went or came. */
export function StatementRow(props: {
  readonly statement: ComparedStatement;
  readonly index: number;
  readonly isAt: boolean;
}) {
  const { statement } = props;
  const excerpt = excerptOf(statement);
  const side = (name: Side) => {
    const words = statement[name];
    return words !== null && <Words words={words} passages={excerpt[name]} side={name} />;
  };
  return (
    <Row
      part="statement"
      index={props.index}
      change={statement.change}
      isAt={props.isAt}
      left={side('left')}
      right={side('right')}
    />
  );
}

function Words(props: {
  readonly words: ComparedWords;
  readonly passages: readonly (Passage | null)[];
  readonly side: Side;
}) {
  const role = asWhat(props.words);
  return (
    <>
      <p class="compared-speaker">
        <b>{whoSpeaks(props.words) ?? texts.unknownSpeaker}</b>
        {role !== '' && <span> {role}</span>}
      </p>
      <div class="in-compared-statement">
        {props.passages.map((passage, index) =>
          passage === null ? (
            <p key={`${index}`} class="compared elided">
              <span aria-hidden="true">[…]</span>
              <span class="said">{texts.elided}</span>
            </p>
          ) : (
            <p key={`${index}`} class="compared">
              <MarkedWords marked={passage} side={props.side} />
            </p>
          ),
        )}
      </div>
    </>
  );
}
