import { shell } from '../../api/api.ts';
import { Icon, type IconName } from '../../shared/parts/icon.tsx';
import { overlay } from '../../shared/state/overlays.ts';
import { back } from '../../shared/state/route.ts';
import { step } from './acts.ts';
import type { CompareModel } from './model.ts';
import { swapSides } from './sides.ts';
import { compareTexts as texts } from './texts.ts';

/** Over the columns: the way back, the differences one after the other, what is shown of the text. */
export function CompareBar({ model }: { readonly model: CompareModel }) {
  const total = model.differences.value.length;
  const comparison = model.comparison.value;
  return (
    <header class="reader-bar compare-bar">
      <Tool icon="back" label={texts.back} run={back} />
      {comparison !== null && (
        <>
          <span class="compare-place figures">{texts.place(model.at.value, total)}</span>
          <Tool icon="chevron" label={texts.previous} turned run={() => step(model, -1)} disabled={total === 0} />
          <Tool icon="chevron" label={texts.next} run={() => step(model, 1)} disabled={total === 0} />
          <span class="grow" />
          <button
            type="button"
            class="chip"
            aria-pressed={model.onlyDifferences.value}
            onClick={() => {
              model.onlyDifferences.value = !model.onlyDifferences.value;
            }}
          >
            {texts.onlyDifferences}
          </button>
          <Tool icon="swap" label={texts.swap} run={() => swapSides(comparison)} />
          <Tool icon="print" label={texts.print} run={() => shell.print()} />
        </>
      )}
      {comparison === null && <span class="grow" />}
      <button
        type="button"
        class="icon-button"
        aria-label={texts.keysButton}
        title={texts.keysButton}
        onClick={() => {
          overlay.value = { kind: 'keys' };
        }}
      >
        <kbd>?</kbd>
      </button>
    </header>
  );
}

function Tool(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly turned?: boolean;
  readonly disabled?: boolean;
  readonly run: () => void;
}) {
  return (
    <button
      type="button"
      class={`icon-button${props.turned === true ? ' turned' : ''}`}
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled}
      onClick={props.run}
    >
      <Icon name={props.icon} />
    </button>
  );
}
