import { offsetOf } from '../../shared/article/page-text.ts';
import { pointAt } from '../../shared/article/pieces.ts';
import type { ReaderModel } from './model.ts';

/** Draws something anew and leaves the page's selection on the same words, which way round it was made. */
export function keepSelection(model: ReaderModel, element: HTMLElement, drawAnew: () => void): void {
  const selection = document.getSelection();
  const before = model.page.value;
  if (selection === null || before === null || selection.isCollapsed) {
    drawAnew();
    return;
  }
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const forward = selection.direction !== 'backward';
  const place = (node: Node | null, offset: number, side: 'start' | 'end') =>
    node !== null && element.contains(node) ? { at: offsetOf(before, node, offset, side), side } : null;
  const anchor = place(anchorNode, anchorOffset, forward ? 'start' : 'end');
  const focus = place(focusNode, focusOffset, forward ? 'end' : 'start');
  drawAnew();
  const after = model.page.value;
  if (after === null || (anchor === null && focus === null)) return;
  const from =
    anchor === null ? { node: anchorNode, offset: anchorOffset } : pointAt(after.pieces, anchor.at, anchor.side);
  const to = focus === null ? { node: focusNode, offset: focusOffset } : pointAt(after.pieces, focus.at, focus.side);
  if (from?.node != null && to?.node != null) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
