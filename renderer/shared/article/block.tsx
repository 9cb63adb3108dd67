import type { Block, FigureBlock, TableBlock } from '../../../main/contract/document.ts';
import { assertNever } from '../../../main/contract/errors.ts';
import { Inline } from './inline.tsx';
import { type ListNode, listTree } from './list-tree.ts';
import type { RunStarts } from './run-starts.ts';
import { articleTexts } from './texts.ts';

/**
 * One block of the document as elements. `starts` places its runs in the canonical text; an ordered list counts
 * from `number`.
 */
export function BlockView({
  block,
  index,
  starts,
  number,
}: {
  readonly block: Block;
  readonly index: number;
  readonly starts: RunStarts;
  readonly number?: number;
}) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return (
        <Heading>
          <Inline content={block.content} start={starts.startOf(index, [])} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Inline content={block.content} start={starts.startOf(index, [])} />
        </p>
      );
    case 'quotation':
      return (
        <blockquote>
          {block.paragraphs.map((content, paragraph) => (
            <p key={starts.startOf(index, [paragraph])}>
              <Inline content={content} start={starts.startOf(index, [paragraph])} />
            </p>
          ))}
          {block.attribution !== null && (
            <p class="attribution">
              <Inline content={block.attribution} start={starts.startOf(index, [block.paragraphs.length])} />
            </p>
          )}
        </blockquote>
      );
    case 'list':
      return (
        <Items nodes={listTree(block.items)} ordered={block.ordered} index={index} starts={starts} number={number} />
      );
    case 'figure':
      return <Figure block={block} />;
    case 'table':
      return <Table block={block} index={index} starts={starts} />;
    case 'preformatted': {
      const start = starts.startOf(index, []);
      return <pre>{start === null ? block.text : <span data-start={start}>{block.text}</span>}</pre>;
    }
    case 'rule':
      return <hr />;
    default:
      return assertNever(block);
  }
}

function Items(props: {
  readonly nodes: readonly ListNode[];
  readonly ordered: boolean;
  readonly index: number;
  readonly starts: RunStarts;
  readonly number?: number | undefined;
}) {
  const { nodes, ordered, index, starts, number = 1 } = props;
  const List = ordered ? 'ol' : 'ul';
  return (
    <List {...(ordered && number > 1 ? { start: number } : {})}>
      {nodes.map((node) => (
        <li key={node.index}>
          <Inline content={node.content} start={starts.startOf(index, [node.index])} />
          {node.children.length > 0 && <Items nodes={node.children} ordered={ordered} index={index} starts={starts} />}
        </li>
      ))}
    </List>
  );
}

function Figure({ block }: { readonly block: FigureBlock }) {
  return (
    <figure>
      {block.image === null ? (
        <p class="picture-missing">
          {articleTexts.pictureMissing}
          {block.alternative !== '' && ` ${block.alternative}`}
        </p>
      ) : (
        <img
          src={`/image/${block.image}`}
          alt={block.alternative}
          {...(block.width !== null && block.height !== null ? { width: block.width, height: block.height } : {})}
        />
      )}
      {block.caption !== null && (
        <figcaption>
          <Inline content={block.caption} start={null} />
        </figcaption>
      )}
    </figure>
  );
}

/** A scrolling region takes the focus, so that the arrow keys can scroll it (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 } as const;

function Table(props: { readonly block: TableBlock; readonly index: number; readonly starts: RunStarts }) {
  const { block, index, starts } = props;
  return (
    <section class="table-frame" aria-label={block.caption?.text ?? articleTexts.tableRegion} {...scrollable}>
      <table>
        {block.caption !== null && (
          <caption>
            <Inline content={block.caption} start={null} />
          </caption>
        )}
        <tbody>
          {block.rows.map((row, rowIndex) => (
            <tr key={starts.startOf(index, [rowIndex, 0])}>
              {row.cells.map((cell, cellIndex) => {
                const Cell = row.header ? 'th' : 'td';
                const start = starts.startOf(index, [rowIndex, cellIndex]);
                return (
                  <Cell key={start} {...(row.header ? { scope: 'col' } : {})}>
                    <Inline content={cell} start={start} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
