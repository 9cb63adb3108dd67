import { Dialog } from '../../shared/parts/dialog.tsx';
import { KeyCaps } from '../../shared/parts/key-caps.tsx';
import { type KeyScope, scopes } from '../../shared/state/keys.ts';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { keyTexts } from './keys.ts';

/** The keys that work here and now, under the headings of those who listen; the room's own come first. */
export function KeyList() {
  // Those who were there when the box opened: the box itself listens to Escape only.
  const listed = scopes.value.filter((scope) => !scope.exclusive && scope.title !== '').toReversed();
  return (
    <Dialog title={keyTexts.title} onClose={closeOverlay} size="wide">
      <div class="key-list">
        {listed.map((scope) => (
          <ScopeKeys key={scope.id} scope={scope} above={listed.slice(0, listed.indexOf(scope))} />
        ))}
      </div>
    </Dialog>
  );
}

/** The keys of one scope that no scope above it has taken for something else. */
function ScopeKeys({ scope, above }: { readonly scope: KeyScope; readonly above: readonly KeyScope[] }) {
  const listed = Object.entries(scope.bindings()).filter(
    ([key, binding]) =>
      binding.unlisted !== true &&
      (binding.when?.() ?? true) &&
      !above.some((one) => one.bindings()[key] !== undefined && (one.bindings()[key]?.when?.() ?? true)),
  );
  if (listed.length === 0) return null;
  return (
    <section>
      <h3>{scope.title}</h3>
      <dl>
        {listed.map(([key, binding]) => (
          <div key={key}>
            <dt>
              <KeyCaps keys={key} />
            </dt>
            <dd>{binding.label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
