import { askToExtract } from '../../shared/state/extracting.ts';
import { extractionTexts as texts } from '../../shared/texts/extraction.ts';
import { useReader } from './model.ts';

/** Has the shown article read again; nothing where nothing can be written. */
export function ExtractThis() {
  const { article, writable } = useReader();
  if (!writable.value) return null;
  return (
    <button
      type="button"
      class="link-button"
      onClick={() => askToExtract({ of: 'articles', articles: [article] }, texts.article)}
    >
      {texts.action}
    </button>
  );
}
