import type { VerbatimState } from '../../../main/contract/revisions.ts';
import { verbatimTexts as texts } from '../texts/verbatim.ts';
import { Icon } from './icon.tsx';

/** In a list, a card or a bar: a line that words differ from their original. The reason is its tooltip. */
export function DiffersLine({ reason }: { readonly reason: string }) {
  return (
    <span class="verbatim-line" title={texts.differsWhole(reason)}>
      <Icon name="warning" />
      {texts.differs}
    </span>
  );
}

/** Over the words themselves: in whole sentences, with the reason. Nothing where the words are their original's. */
export function VerbatimNotice({ verbatim }: { readonly verbatim: VerbatimState | undefined }) {
  if (verbatim === undefined || verbatim.state === 'sound') return null;
  const isDifferent = verbatim.state === 'differs';
  return (
    <p class={isDifferent ? 'verbatim-notice differs' : 'verbatim-notice'} role="note">
      <Icon name="warning" />
      <span>{isDifferent ? texts.differsWhole(verbatim.reason) : texts.notComparedWhole(verbatim.reason)}</span>
    </p>
  );
}
