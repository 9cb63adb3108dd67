import { Dialog } from '../../shared/parts/dialog.tsx';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { common } from '../../shared/texts/common.ts';

/** Asks for a name. */
export function NameBox(props: {
  readonly title: string;
  readonly value: string;
  readonly save: (name: string) => void;
}) {
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
          maxLength={200}
          required
          autofocus
        />
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
