import { useState } from 'preact/hooks';
import type { Collection } from '../../../main/contract/collections.ts';
import type { ArticleId } from '../../../main/contract/ids.ts';
import { libraryTexts as texts } from '../../rooms/library/texts.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { Icon } from '../../shared/parts/icon.tsx';
import { addToCollection, addToNewCollection } from '../../shared/state/collection-acts.ts';
import { collections } from '../../shared/state/library.ts';
import { closeOverlay } from '../../shared/state/overlays.ts';

/** Puts articles into a collection that is there, or into a new one named on the spot. */
export function ChooseCollection({ articles }: { readonly articles: readonly ArticleId[] }) {
  const [words, setWords] = useState('');
  const name = words.trim();
  const made = collections.value.filter((one) => one.query === null);
  const listed = made.filter((one) => one.name.toLowerCase().includes(name.toLowerCase()));
  const isNew = name !== '' && !made.some((one) => one.name.toLowerCase() === name.toLowerCase());
  const put = (chosen: Collection) => {
    closeOverlay();
    void addToCollection(chosen, articles);
  };
  const make = () => {
    closeOverlay();
    void addToNewCollection(name, articles);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const [first] = listed;
    if (first !== undefined) put(first);
    else if (isNew) make();
  };
  return (
    <Dialog title={`${texts.chooseCollection}: ${texts.total(articles.length)}`} onClose={closeOverlay}>
      <form onSubmit={submit}>
        <input
          class="field"
          aria-label={texts.chooseCollectionField}
          placeholder={texts.chooseCollectionField}
          value={words}
          maxLength={200}
          autofocus
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <ul class="choices">
          {listed.map((one) => (
            <li key={one.id}>
              <button type="button" class="item" onClick={() => put(one)}>
                <Icon name="folder" /> <b>{one.name}</b> <span class="figures">{one.articles}</span>
              </button>
            </li>
          ))}
          {isNew && (
            <li>
              <button type="button" class="item" onClick={make}>
                <Icon name="plus" /> <b>{texts.createCollection(name)}</b>
              </button>
            </li>
          )}
        </ul>
        {made.length === 0 && name === '' && <p class="muted">{texts.noCollections}</p>}
      </form>
    </Dialog>
  );
}
