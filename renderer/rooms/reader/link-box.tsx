import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { articleTexts } from '../../shared/article/texts.ts';
import { copyText } from '../../shared/state/clipboard.ts';
import { useReader } from './model.ts';
import { reader } from './texts.ts';

/** Where a link of the original leads: its address to read and to copy. Verbatim never goes there. */
export function LinkBox() {
  const model = useReader();
  const box = useRef<HTMLDivElement>(null);
  const shown = model.link.value;
  useLayoutEffect(() => {
    const { current: scroller } = model.scroller;
    if (shown === null || box.current === null || scroller === null) return;
    const view = scroller.getBoundingClientRect();
    const line = shown.anchor.getClientRects()[0] ?? shown.anchor.getBoundingClientRect();
    const left = Math.min(line.left - view.left, view.width - box.current.offsetWidth - 16);
    box.current.style.top = `${Math.round(line.bottom - view.top + scroller.scrollTop + 6)}px`;
    box.current.style.left = `${Math.round(Math.max(16, left))}px`;
    box.current.querySelector('button')?.focus({ preventScroll: true });
  }, [model, shown]);
  useEffect(() => {
    if (shown === null) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) model.link.value = null;
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [model, shown]);
  if (shown === null) return null;
  return (
    <div ref={box} class="link-box" role="dialog" aria-label={articleTexts.linkTitle}>
      <span class="address">{shown.href}</span>
      <button
        type="button"
        class="button"
        onClick={() => {
          model.link.value = null;
          shown.anchor.focus({ preventScroll: true });
          void copyText(model, shown.href, reader.said.copiedAddress);
        }}
      >
        {reader.copyLink}
      </button>
      <p class="muted">{articleTexts.linkTitle}</p>
    </div>
  );
}
