import type { Collection } from '../../../main/contract/collections.ts';
import type { CollectionId } from '../../../main/contract/ids.ts';
import type { Selection } from '../../../main/contract/selection.ts';
import { figure } from '../../shared/lib/figures.ts';
import { collections, library } from '../../shared/state/library.ts';
import { knownCount } from '../../shared/state/saved-search-counts.ts';
import { exportTexts as texts } from './texts.ts';

interface SelectionChoiceProps {
  /** Null while "a collection" is chosen and there is none. */
  readonly selection: Selection | null;
  /** What the room was opened with: articles can only be chosen in the Library. */
  readonly given: Selection;
  readonly change: (selection: Selection | null) => void;
}

/** What goes out: everything, a collection, a search, or the articles that were chosen before. */
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
