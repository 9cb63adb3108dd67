import { Dialog } from '../../shared/parts/dialog.tsx';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { common } from '../../shared/texts/common.ts';

/** Asks before the one kind of act that can't be undone. Enter alone never confirms: Cancel has the focus. */
export function Confirm(props: {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly run: () => void;
}) {
  const confirm = () => {
    closeOverlay();
    props.run();
  };
  return (
    <Dialog title={props.title} onClose={closeOverlay}>
      <p>{props.text}</p>
      <footer>
        <button type="button" class="button" autofocus onClick={closeOverlay}>
          {common.cancel}
        </button>
        <button type="button" class="button danger" onClick={confirm}>
          {props.action}
        </button>
      </footer>
    </Dialog>
  );
}
