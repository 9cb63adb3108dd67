import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useKeys } from '../state/keys.ts';
import { common } from '../texts/common.ts';
import { Icon } from './icon.tsx';

/**
 * A modal box. The browser's own `dialog` keeps the focus inside and gives it back; the keys of the room
 * beneath hear nothing while it is open.
 */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly size?: 'small' | 'wide' | 'page' | 'palette';
}) {
  const box = useRef<HTMLDialogElement>(null);
  useKeys({}, { exclusive: true });
  useEffect(() => {
    const dialog = box.current;
    if (dialog === null) return;
    const before = document.activeElement;
    dialog.showModal();
    // A box with a field begins in the field; the browser would begin at Close.
    if (!dialog.querySelector(':focus')?.matches('input, textarea, [autofocus]'))
      dialog.querySelector<HTMLElement>('[autofocus], .dialog-body input, .dialog-body textarea')?.focus();
    return () => {
      dialog.close();
      // A box that is out of the page already gives nothing back.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
  const close = (event: Event) => {
    event.preventDefault();
    props.onClose();
  };
  return (
    // A click beside the box reaches the dialog element itself. The keyboard's way out is Escape.
    <dialog
      ref={box}
      class={`dialog ${props.size ?? 'small'}`}
      aria-label={props.title}
      onCancel={close}
      onMouseDown={(event) => event.target === event.currentTarget && close(event)}
    >
      <div class="dialog-body">
        <header>
          <h2>{props.title}</h2>
          <button type="button" class="icon-button" aria-label={common.close} onClick={props.onClose}>
            <Icon name="close" />
          </button>
        </header>
        {props.children}
      </div>
    </dialog>
  );
}
