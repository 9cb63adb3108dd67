import type { AwaitedPage } from '../../../main/contract/foreign-marks.ts';
import { dateWords } from '../../shared/lib/dates.ts';
import { awaitedTexts as texts } from './texts.ts';

/** One awaited page: its title, its address, what is kept for it and who told of it. */
export function AwaitedRow({ page }: { readonly page: AwaitedPage }) {
  const kept = [
    ...(page.published === null ? [] : [dateWords(page.published)]),
    ...(page.marks === 0 ? [] : [texts.marks(page.marks)]),
    texts.toldBy(page.files),
  ];
  return (
    <span class="line-item">
      <b>{page.title ?? texts.untitled}</b>
      <span class="path">{page.address ?? texts.noAddress}</span>
      <span class="reason">
        {page.tags.map((tag) => (
          <span key={tag} class="awaited-tag">
            {tag}
          </span>
        ))}
        {kept.join(' · ')}
      </span>
    </span>
  );
}
