import type { HtmlElement } from '../../../shared/html/tree.ts';
import type { RemovalLog } from './removal-log.ts';

/**
 * Logs what stands outside the parts that are read and was not removed before: nothing that a page says
 * may vanish without a line, least of all where the wrong part was taken for the article.
 */
export function logOutside(
  root: HtmlElement,
  read: readonly HtmlElement[],
  isRemoved: (element: HtmlElement) => boolean,
  log: RemovalLog,
): void {
  const around = new Set<HtmlElement>();
  for (const part of read) for (let at = part.parent; at !== null && !around.has(at); at = at.parent) around.add(at);
  const inside = new Set(read);
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (child.kind === 'text' || inside.has(child) || isRemoved(child)) continue;
      if (around.has(child)) visit(child);
      else log.add('outside', 'It stands outside the part that holds the article.', child);
    }
  };
  visit(root);
}
