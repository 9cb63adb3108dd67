import { shell } from '../../api/api.ts';
import { figure } from '../../shared/lib/figures.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { DiffersLine } from '../../shared/parts/verbatim-notice.tsx';
import { overlay } from '../../shared/state/overlays.ts';
import { back } from '../../shared/state/route.ts';
import { isPlaced } from './margin.tsx';
import { useReader } from './model.ts';
import { listName, placeInResults } from './neighbours.ts';
import { reader } from './texts.ts';

/** Over the text: the way back, the place in the list, a few tools, and how far one has read. */
export function ReaderBar({
  beside,
  progress,
}: {
  readonly beside: boolean;
  readonly progress: { readonly current: HTMLDivElement | null };
}) {
  const model = useReader();
  const place = placeInResults(model.article);
  const verbatim = model.view.value?.revision.verbatim;
  return (
    <header class="reader-bar">
      <button type="button" class="icon-button" aria-label={reader.back} title={reader.back} onClick={back}>
        <Icon name="back" />
      </button>
      {place !== null && (
        <span class="reader-place">
          <b>{listName()}</b> <span class="figures">{reader.place(place.at + 1, figure(place.total))}</span>
        </span>
      )}
      {verbatim?.state === 'differs' && <DiffersLine reason={verbatim.reason} />}
      <span class="grow" />
      {!beside && <MarksButton />}
      <button
        type="button"
        class="icon-button"
        aria-label={reader.find}
        title={reader.find}
        onClick={() => {
          model.finding.value = true;
        }}
      >
        <Icon name="search" />
      </button>
      <button
        type="button"
        class="icon-button letters"
        aria-label={reader.appearance}
        title={reader.appearance}
        onClick={() => {
          overlay.value = { kind: 'appearance' };
        }}
      >
        <span aria-hidden="true">
          A<small>A</small>
        </span>
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={reader.focus}
        title={reader.focus}
        aria-pressed={model.focus.value}
        onClick={() => {
          model.focus.value = !model.focus.value;
        }}
      >
        <Icon name="focus" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={reader.print}
        title={reader.print}
        onClick={() => shell.print()}
      >
        <Icon name="print" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={reader.keys}
        title={reader.keys}
        onClick={() => {
          overlay.value = { kind: 'keys' };
        }}
      >
        <kbd>?</kbd>
      </button>
      <div
        class="progress"
        role="progressbar"
        aria-label={reader.progress}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        ref={progress}
      />
    </header>
  );
}

function MarksButton() {
  const model = useReader();
  const count = model.entries.value.filter(isPlaced).length;
  return (
    <button
      type="button"
      class="button quiet"
      aria-expanded={model.drawer.value}
      onClick={() => {
        model.drawer.value = !model.drawer.value;
      }}
    >
      <Icon name="statements" />
      {reader.marksCount(count)}
    </button>
  );
}
