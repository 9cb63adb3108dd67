import type { InlineText } from '../../../main/contract/document.ts';
import { type InlineNode, inlineTree } from './inline-tree.ts';
import { articleTexts } from './texts.ts';

/** One run of inline text. With a `start` it counts in the canonical text, and says where. */
export function Inline({ content, start }: { readonly content: InlineText; readonly start: number | null }) {
  const nodes = inlineTree(content);
  return start === null ? <Nodes nodes={nodes} /> : <span data-start={start}>{<Nodes nodes={nodes} />}</span>;
}

function Nodes({ nodes }: { readonly nodes: readonly InlineNode[] }) {
  return <>{nodes.map((node, index) => drawn(node, index))}</>;
}

function drawn(node: InlineNode, key: number) {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'strong':
      return (
        <strong key={key}>
          <Nodes nodes={node.children} />
        </strong>
      );
    case 'emphasis':
      return (
        <em key={key}>
          <Nodes nodes={node.children} />
        </em>
      );
    case 'code':
      return (
        <code key={key}>
          <Nodes nodes={node.children} />
        </code>
      );
    case 'link':
      return <Link key={key} href={node.href} nodes={node.children} />;
  }
}

/** Said and reached as a link. An `a` could be opened by middle click or drag, past every handler. */
const linkRole = { role: 'link', tabIndex: 0 } as const;

/**
 * A link of the original. It shows its address and offers to copy it (`useClicks` listens for all of them);
 * whatever is done to it, nothing is fetched.
 */
function Link({ href, nodes }: { readonly href: string; readonly nodes: readonly InlineNode[] }) {
  return (
    <span class="text-link" data-href={href} title={articleTexts.linkTitle} {...linkRole}>
      <Nodes nodes={nodes} />
    </span>
  );
}
