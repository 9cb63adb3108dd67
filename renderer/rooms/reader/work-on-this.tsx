import { askToExtract } from '../../shared/state/extracting.ts';
import { askToFind } from '../../shared/state/finding-again.ts';
import { oneArticle } from '../../shared/state/meant-selection.ts';
import { extractionTexts as texts } from '../../shared/texts/extraction.ts';
import { findingTexts } from '../../shared/texts/finding.ts';
import { useReader } from './model.ts';

/** Has the shown article read again; nothing where nothing can be written. */
export function ExtractThis() {
  const { article, writable } = useReader();
  if (!writable.value) return null;
  return (
    <button type="button" class="link-button" onClick={() => askToExtract(oneArticle(article))}>
      {texts.action}
    </button>
  );
}

/** Has statements looked for again in the shown article; nothing where nothing can be written. */
export function FindInThis() {
  const { article, writable } = useReader();
  if (!writable.value) return null;
  return (
    <button type="button" class="link-button" onClick={() => askToFind(oneArticle(article))}>
      {findingTexts.action}
    </button>
  );
}
