import { keyCaps } from '../lib/key-names.ts';

const mac = navigator.platform.startsWith('Mac');

/** A key or combination, as caps: `Mod+k` → Ctrl K. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <span class="caps">
      {keyCaps(keys, mac).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
