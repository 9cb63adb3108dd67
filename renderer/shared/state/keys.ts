import { signal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { keyName } from '../lib/key-names.ts';

export interface KeyBinding {
  /** What the key does, as `?` shows it. */
  readonly label: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Also while a text field has the focus. Keys with Ctrl/Cmd and Escape always do. */
  readonly typing?: boolean;
  /** Works, but isn't listed (a second key for the same thing). */
  readonly unlisted?: boolean;
  /** While false the key isn't bound, and isn't listed. */
  readonly when?: () => boolean;
}
export type KeyBindings = Readonly<Record<string, KeyBinding>>;

export interface KeyScope {
  readonly id: string;
  /** The heading over these keys in the list that `?` shows. */
  readonly title: string;
  readonly bindings: () => KeyBindings;
  /** A dialog's scope: what lies under it hears nothing. */
  readonly exclusive: boolean;
}

/** The scopes that listen now; the last one hears a key first. */
export const scopes = signal<readonly KeyScope[]>([]);

/**
 * Binds keys while the component is shown. A scope mounted later wins over an earlier one with the same
 * key. Bindings may change from render to render; names are those of `keyName` (`j`, `Mod+k`, `Shift+Enter`).
 */
export function useKeys(
  bindings: KeyBindings,
  options: { readonly title?: string; readonly exclusive?: boolean } = {},
): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  const id = useId();
  const { title = '', exclusive = false } = options;
  // Before the next key comes: what is drawn listens.
  useLayoutEffect(() => {
    const scope: KeyScope = { id, title, exclusive, bindings: () => latest.current };
    scopes.value = [...scopes.value, scope];
    return () => {
      scopes.value = scopes.value.filter((one) => one !== scope);
    };
  }, [id, title, exclusive]);
}

/** True where a key press writes text, so that plain letters must be left alone. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  );
}

/** The binding that answers a key now, looking from the topmost scope down to the first exclusive one. */
export function bindingFor(name: string, typing: boolean): KeyBinding | null {
  for (const scope of scopes.value.toReversed()) {
    const binding = scope.bindings()[name];
    if (binding !== undefined && (binding.when?.() ?? true)) {
      const always = name.startsWith('Mod+') || name === 'Escape';
      if (!typing || always || binding.typing === true) return binding;
    }
    if (scope.exclusive) return null;
  }
  return null;
}

/** Listens on the whole page; called once, at the start. */
export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    // A focused button answers Enter and Space itself.
    if ((event.key === 'Enter' || event.key === ' ') && pressesItself(event.target)) return;
    const binding = bindingFor(keyName(event), isTyping(event.target));
    if (binding === null) return;
    event.preventDefault();
    binding.run(event);
  });
}

function pressesItself(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLButtonElement ||
    target instanceof HTMLAnchorElement ||
    (target instanceof HTMLElement && target.tagName === 'SUMMARY') ||
    (target instanceof HTMLInputElement && ['checkbox', 'radio', 'button', 'submit'].includes(target.type))
  );
}
