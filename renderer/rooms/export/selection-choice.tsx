import { useEffect, useState } from 'preact/hooks';
import type { Collection } from '../../../main/contract/collections.ts';
import type { CollectionId, SpeakerId } from '../../../main/contract/ids.ts';
import type { Selection } from '../../../main/contract/selection.ts';
import { api } from '../../api/api.ts';
import { figure } from '../../shared/lib/figures.ts';
import { collections, library } from '../../shared/state/library.ts';
import { notifyError } from '../../shared/state/notices.ts';
import { knownCount } from '../../shared/state/saved-search-counts.ts';
import { exportTexts as texts } from './texts.ts';

interface SelectionChoiceProps {
  /** Null while "a collection" is chosen and there is none. */
  readonly selection: Selection | null;
  /** What the room was opened with: articles can only be chosen in the Library, a person in People. */
  readonly given: Selection;
  readonly change: (selection: Selection | null) => void;
}

/** What goes out: everything, a collection, a search, or whom or what was chosen before. */
export function SelectionChoice(props: SelectionChoiceProps) {
  const { selection, given, change } = props;
  const first = collections.value[0];
  const of = selection?.of ?? 'collection';
  const option = (name: Selection['of'], make: () => Selection | null, count?: string) => (
    <label class="option">
      <input type="radio" name="what" checked={of === name} onChange={() => change(make())} />
      <span>{texts.whats[name]}</span>
      {count !== undefined && <span class="muted figures">{count}</span>}
    </label>
  );
  return (
    <fieldset class="what">
      <legend>{texts.what}</legend>
      {given.of === 'person' && (
        <label class="option">
          <input type="radio" name="what" checked={of === 'person'} onChange={() => change(given)} />
          <span>{texts.whats.person}</span>
          <PersonName person={given.person} />
        </label>
      )}
      {of === 'person' && <p class="indented hint muted">{texts.personText}</p>}
      {given.of === 'articles' && option('articles', () => given, texts.articles(given.articles.length))}
      {option('everything', () => ({ of: 'everything' }), texts.articles(library.value?.articles ?? 0))}
      {option('collection', () => (first === undefined ? null : { of: 'collection', collection: first.id }))}
      {of === 'collection' && <CollectionField {...props} />}
      {option('search', () => (given.of === 'search' ? given : { of: 'search', query: '' }))}
      {selection?.of === 'search' && (
        <input
          class="field indented"
          aria-label={texts.query}
          placeholder={texts.query}
          value={selection.query}
          onInput={(event) => change({ of: 'search', query: event.currentTarget.value })}
        />
      )}
    </fieldset>
  );
}

/** Whose words they are, by name. */
function PersonName({ person }: { readonly person: SpeakerId }) {
  const [name, setName] = useState('');
  useEffect(() => {
    const controller = new AbortController();
    api
      .call('people.describe', { id: person }, { signal: controller.signal })
      .then(({ name: read }) => setName(read))
      .catch((error: unknown) => {
        if (!controller.signal.aborted) notifyError(error);
      });
    return () => controller.abort();
  }, [person]);
  return <bdi class="muted">{name}</bdi>;
}

function CollectionField({ selection, change }: SelectionChoiceProps) {
  if (collections.value.length === 0) return <p class="indented muted">{texts.noCollections}</p>;
  return (
    <select
      class="field indented"
      aria-label={texts.collection}
      value={selection?.of === 'collection' ? selection.collection : ''}
      onChange={(event) => change({ of: 'collection', collection: event.currentTarget.value as CollectionId })}
    >
      {collections.value.map((collection) => (
        <option key={collection.id} value={collection.id}>
          {nameWithCount(collection)}
        </option>
      ))}
    </select>
  );
}

/** A saved search shows the count that is known of it: nothing is searched for a list of choices. */
function nameWithCount({ id, name, articles }: Collection): string {
  const count = articles ?? knownCount(id).value;
  return count === null ? name : `${name} (${figure(count)})`;
}
