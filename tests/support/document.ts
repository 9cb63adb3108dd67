import { configure } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';

/**
 * A document for components that are rendered by themselves. jsdom has no layout and no modal boxes: where a component
 * needs one, the test says how large things are, and what stands here of `dialog` is what the standard says of it.
 * What only a browser can show (colours, what is clipped, the focus that can't leave a box) the end-to-end specs do.
 */
configure({
  // What hangs fails; what is only slow on a busy machine does not.
  asyncUtilTimeout: 60_000,
  // A person's act is over when what it changes is drawn.
  eventWrapper: (event) => {
    let result: unknown;
    act(() => {
      result = event();
    });
    return result;
  },
});

class NoResizes implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NoResizes;
Object.assign(globalThis, {
  matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
});
// Without layout nothing is out of view.
Element.prototype.scrollIntoView ??= () => undefined;

/** HTML, 4.11.4: a modal box that is shown puts the focus into itself. What is out of the page gives none back. */
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.setAttribute('open', '');
    const first = this.querySelector<HTMLElement>('[autofocus]') ?? this.querySelector<HTMLElement>('button, input');
    first?.focus();
  },
  close(this: HTMLDialogElement) {
    this.removeAttribute('open');
  },
});

const shown: HTMLElement[] = [];
afterEach(() => {
  for (const place of shown.splice(0)) {
    act(() => render(null, place));
    place.remove();
  }
});

/** Draws something in a place of its own, until the test is over. What is returned draws something else there. */
export function show(what: ComponentChild): (next: ComponentChild) => void {
  const place = document.createElement('div');
  document.body.append(place);
  shown.push(place);
  const draw = (next: ComponentChild) => act(() => render(next, place));
  draw(what);
  return draw;
}

const scrolled = new WeakMap<Element, number>();

/**
 * Says how large things are that a list asks: its own height, and that of each row, in CSS pixels. What is scrolled by
 * the program tells it afterwards, as in a browser.
 */
export function giveHeights({ list, row }: { readonly list: number; readonly row: number }): void {
  const heightOf = (element: Element) => (element.hasAttribute('data-row') ? row : list);
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', {
    configurable: true,
    get(this: HTMLElement) {
      return heightOf(this);
    },
  });
  Object.defineProperty(HTMLElement.prototype, 'scrollTop', {
    configurable: true,
    get(this: HTMLElement) {
      return scrolled.get(this) ?? 0;
    },
    set(this: HTMLElement, top: number) {
      if (top === this.scrollTop) return;
      scrolled.set(this, top);
      queueMicrotask(() => act(() => void this.dispatchEvent(new Event('scroll'))));
    },
  });
  HTMLElement.prototype.getBoundingClientRect = function () {
    return new DOMRect(0, 0, 800, heightOf(this));
  };
}

/** A person at the keyboard and the mouse. */
export const person = () => userEvent.setup();

/** What axe finds in the page as it is, a line each. Colours need a browser, and a component alone is no landmark. */
export async function axeFinds(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
