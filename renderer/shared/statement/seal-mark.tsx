import type { StatementId } from '../../../main/contract/ids.ts';
import { type Seal, sealInWords } from '../../../main/contract/seals.ts';
import { Icon } from '../parts/icon.tsx';
import { overlay } from '../state/overlays.ts';
import { sealTexts } from './seal-texts.ts';

/** How far a statement's words are vouched for; a press holds them against the original and shows its passage. */
export function SealMark(props: { readonly seal: Seal; readonly statement: StatementId; readonly tabIndex?: number }) {
  const { seal, statement } = props;
  return (
    <button
      type="button"
      class={`seal-mark ${seal}`}
      title={sealTexts.show}
      {...(props.tabIndex === undefined ? {} : { tabIndex: props.tabIndex })}
      onClick={() => {
        overlay.value = { kind: 'seal', statement };
      }}
    >
      <Icon name={seal === 'original' ? 'health' : 'warning'} />
      {sealInWords[seal]}
    </button>
  );
}
