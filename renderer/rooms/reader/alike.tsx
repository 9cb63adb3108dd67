import { useState } from 'preact/hooks';
import type { ArticleView } from '../../../main/contract/articles.ts';
import type { AlikeArticle } from '../../../main/contract/duplicates.ts';
import { dateWords } from '../../shared/lib/dates.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { dismissDuplicates } from '../../shared/state/duplicate-acts.ts';
import { readOnly } from '../../shared/state/library.ts';
import { navigate } from '../../shared/state/route.ts';
import { duplicateTexts as texts } from '../../shared/texts/duplicates.ts';
import { reader } from './texts.ts';

/** In the head: that other articles carry much of the same text, and which, when one wants to know. */
export function Alike({ view }: { readonly view: ArticleView }) {
  const [open, setOpen] = useState(false);
  const { alike, article } = view;
  if (alike.length === 0) return null;
  return (
    <div class="alike">
      <button
        type="button"
        class="alike-line"
        aria-expanded={open}
        aria-controls="reader-alike"
        onClick={() => setOpen(!open)}
      >
        {texts.inReader(alike.length)}
        <Icon name="chevron" />
      </button>
      {open && (
        <ul id="reader-alike" aria-label={texts.list}>
          {alike.map((other) => (
            <li key={other.id}>
              <Other other={other} view={view} />
              {!readOnly.value && (
                <button
                  type="button"
                  class="link-button"
                  aria-label={texts.notSameAs(other.title)}
                  onClick={() => void dismissDuplicates(article.id, [other.id])}
                >
                  {texts.notSame}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Other({ other, view }: { readonly other: AlikeArticle; readonly view: ArticleView }) {
  const { article, revision } = view;
  const facts = [
    other.publication ?? '',
    other.published === null ? reader.notDated : dateWords(other.published),
    other.contained === null ? texts.sameAddress : texts.contained(other.contained, article.words, other.words),
  ].filter((fact) => fact !== '');
  return (
    <>
      <button type="button" class="alike-title" onClick={() => navigate({ room: 'reader', article: other.id })}>
        {other.title === '' ? reader.untitled : other.title}
      </button>
      <span class="figures">{facts.join(' · ')}</span>
      <button
        type="button"
        class="link-button"
        aria-label={texts.compareWith(other.title)}
        onClick={() =>
          navigate({
            room: 'compare',
            sides: { left: { article: article.id, revision: revision.id }, right: { article: other.id } },
          })
        }
      >
        {texts.compare}
      </button>
    </>
  );
}
