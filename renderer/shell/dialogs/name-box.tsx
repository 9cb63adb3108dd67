import { useId } from 'preact/hooks';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { common } from '../../shared/texts/common.ts';

/** Asks for a name; those that may be meant are suggested while it is typed. */
export function NameBox(props: {
  readonly title: string;
  readonly value: string;
  readonly suggested?: readonly string[];
  readonly save: (name: string) => void;
}) {
  const id = useId();
  const suggested = props.suggested ?? [];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = form instanceof HTMLFormElement ? String(new FormData(form).get('name')).trim() : '';
    if (name === '') return;
    closeOverlay();
    props.save(name);
  };
  return (
    <Dialog title={props.title} onClose={closeOverlay}>
      <form onSubmit={submit}>
        <input
          class="field"
          name="name"
          aria-label={props.title}
          value={props.value}
          // Without names to suggest it is a plain field, and no list is announced.
          list={suggested.length > 0 ? id : undefined}
          maxLength={200}
          required
          autofocus
        />
        {suggested.length > 0 && (
          <datalist id={id}>
            {suggested.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        )}
        <footer>
          <button type="button" class="button" onClick={closeOverlay}>
            {common.cancel}
          </button>
          <button type="submit" class="button primary">
            {common.save}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
