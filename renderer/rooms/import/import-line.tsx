import type { ImportLine, ImportOutcome } from '../../../main/contract/imports.ts';
import { bytes } from '../../shared/lib/figures.ts';
import { shownTitle } from '../../shared/lib/short-words.ts';
import { Icon, type IconName } from '../../shared/parts/icon.tsx';
import { navigate } from '../../shared/state/route.ts';
import { importTexts as texts } from './texts.ts';

const icons: Readonly<Record<ImportOutcome, IconName>> = {
  taken: 'check',
  partial: 'warning',
  duplicate: 'copy',
  mended: 'check',
  revision: 'restore',
  mentioned: 'wait',
  unmapped: 'table',
  refused: 'cross',
};

/** Opens the article that a line of a report is about. */
export function openLine(line: ImportLine): void {
  if (line.article === null) return;
  navigate({
    room: 'reader',
    article: line.article,
    ...(line.revision === null || line.outcome === 'revision' ? {} : { revision: line.revision }),
  });
}

/** One line of a report: outcome, item, reason with advice, size. */
export function ImportLineRow({ line }: { readonly line: ImportLine }) {
  return (
    <>
      <span class={`outcome ${line.outcome}`}>
        <Icon name={icons[line.outcome]} /> {texts.outcomes[line.outcome]}
      </span>
      <span class="line-item">
        {line.title !== null && <b>{shownTitle(line.title)}</b>}
        <span class="path">{line.path}</span>
        {line.reason !== null && <span class="reason">{line.reason}</span>}
      </span>
      <span class="figures size">{bytes(line.bytes)}</span>
    </>
  );
}
