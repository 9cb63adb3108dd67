/** What of a keyboard event decides which key it is. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The name of a key press as bindings write it: `j`, `?`, `Enter`, `Mod+k` (Ctrl, or Cmd on a Mac),
 * `Shift+ArrowDown`. Shift is left out where it is already in the character (`?`, `J`), but named with
 * `Mod`, where the character's case depends on the platform.
 */
export function keyName(press: KeyPress): string {
  const named = press.key.length > 1 || press.key === ' ';
  const mod = press.ctrlKey || press.metaKey;
  const base = press.key === ' ' ? 'Space' : mod && !named ? press.key.toLowerCase() : press.key;
  const parts: string[] = [];
  if (mod) parts.push('Mod');
  if (press.altKey) parts.push('Alt');
  if (press.shiftKey && (named || mod)) parts.push('Shift');
  parts.push(base);
  return parts.join('+');
}

const symbols: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
};

/** The caps to draw for a binding's key on this machine: `Mod+k` → `⌘`, `K` or `Ctrl`, `K`. */
export function keyCaps(name: string, mac: boolean): string[] {
  if (name === '+') return ['+'];
  return name
    .split(/\+(?!$)/)
    .map((part) =>
      part === 'Mod'
        ? mac
          ? '⌘'
          : 'Ctrl'
        : (symbols[part] ?? (part.length === 1 && name.length > 1 ? part.toUpperCase() : part)),
    );
}
