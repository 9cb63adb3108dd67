import { overlay } from '../../shared/state/overlays.ts';
import { useReader } from './model.ts';
import { pageTexts } from './page-texts.ts';

/** The number of the original's page that begins here, in the margin; it opens the page's picture. */
export function PageMark({ page }: { readonly page: number }) {
  const { view } = useReader();
  return (
    <button
      type="button"
      class="page-mark"
      aria-label={pageTexts.mark(page)}
      title={pageTexts.show(page)}
      onClick={() => {
        const shown = view.value;
        const capture = shown?.captures.find(({ id }) => id === shown.revision.capture);
        if (capture !== undefined) overlay.value = { kind: 'page', capture: capture.id, name: capture.name, page };
      }}
    >
      {page}
    </button>
  );
}
