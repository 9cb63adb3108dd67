import { useEffect, useState } from 'preact/hooks';
import { type ErrorData, toErrorData } from '../../../main/contract/errors.ts';
import type { CaptureId } from '../../../main/contract/ids.ts';
import { api } from '../../api/api.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { Icon } from '../../shared/parts/icon.tsx';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { common } from '../../shared/texts/common.ts';
import { pageTexts as texts } from './page-texts.ts';

/** A page of an article's original, drawn as it was made. */
export function PagePicture(props: { readonly capture: CaptureId; readonly name: string; readonly page: number }) {
  const { capture, name } = props;
  const [page, setPage] = useState(props.page);
  const [count, setCount] = useState<number | null>(null);
  const [failure, setFailure] = useState<ErrorData | null>(null);
  useEffect(() => {
    api.call('captures.pages', { capture }).then(
      ({ pages }) => setCount(pages),
      (error: unknown) => setFailure(toErrorData(error)),
    );
  }, [capture]);
  return (
    <Dialog title={texts.title(name)} onClose={closeOverlay} size="page">
      {failure === null ? <Picture key={page} capture={capture} page={page} /> : <p role="alert">{failure.message}</p>}
      {count !== null && (
        <footer class="page-turner">
          <button
            type="button"
            class="button"
            disabled={page <= 1}
            aria-label={texts.previous}
            onClick={() => setPage(page - 1)}
          >
            <Icon name="back" />
          </button>
          <span role="status">{texts.place(page, count)}</span>
          <button
            type="button"
            class="button onward"
            disabled={page >= count}
            aria-label={texts.next}
            onClick={() => setPage(page + 1)}
          >
            <Icon name="back" />
          </button>
        </footer>
      )}
    </Dialog>
  );
}

/** A region that scrolls takes the focus, so that the arrow keys can scroll it (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 } as const;

function Picture({ capture, page }: { readonly capture: CaptureId; readonly page: number }) {
  const [state, setState] = useState<'waiting' | 'drawn' | 'failed'>('waiting');
  return (
    <section class="page-frame" aria-label={texts.frame(page)} aria-busy={state === 'waiting'} {...scrollable}>
      {state === 'failed' ? (
        <p role="alert">{texts.notDrawn}</p>
      ) : (
        <>
          {state === 'waiting' && <p class="late">{common.loading}</p>}
          <img
            src={`/page/${capture}/${page}`}
            alt={texts.picture(page)}
            hidden={state === 'waiting'}
            onLoad={() => setState('drawn')}
            onError={() => setState('failed')}
          />
        </>
      )}
    </section>
  );
}
