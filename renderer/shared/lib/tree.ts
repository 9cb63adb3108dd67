/** Anything with an id and a parent: codes, collections. */
export interface TreeNode {
  readonly id: string;
  readonly parent: string | null;
}
export interface TreeRow<Node extends TreeNode> {
  readonly node: Node;
  /** 0 at the root. */
  readonly depth: number;
  readonly children: number;
}

/** A tree as rows in reading order, each under its parent; siblings keep the order they come in. */
export function treeRows<Node extends TreeNode>(nodes: readonly Node[]): TreeRow<Node>[] {
  const known = new Set<string>(nodes.map((node) => node.id));
  const byParent = Map.groupBy(nodes, (node) => (node.parent !== null && known.has(node.parent) ? node.parent : null));
  const rows: TreeRow<Node>[] = [];
  const walk = (parent: string | null, depth: number) => {
    for (const node of byParent.get(parent) ?? []) {
      rows.push({ node, depth, children: byParent.get(node.id)?.length ?? 0 });
      walk(node.id, depth + 1);
    }
  };
  walk(null, 0);
  return rows;
}

/** A node and all beneath it: the places to which it can't be moved. */
export function withDescendants(nodes: readonly TreeNode[], id: string): Set<string> {
  const found = new Set([id]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const node of nodes)
      if (node.parent !== null && found.has(node.parent) && !found.has(node.id)) {
        found.add(node.id);
        grown = true;
      }
  }
  return found;
}
