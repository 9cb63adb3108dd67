import type { Collection } from '../../main/contract/collections.ts';
import { Icon } from '../shared/parts/icon.tsx';
import { binCollection, renameCollection } from '../shared/state/collection-acts.ts';
import { readOnly } from '../shared/state/library.ts';
import { overlay } from '../shared/state/overlays.ts';
import { route } from '../shared/state/route.ts';
import { lookFor, query, collection as shown } from '../shared/state/search.ts';
import { CollectionCount } from './collection-count.tsx';
import { frame } from './texts/frame.ts';

/** A collection or saved search in the rail. A saved search comes into the field, where it can be seen and changed. */
export function CollectionItem({ collection, depth }: { readonly collection: Collection; readonly depth: number }) {
  const here =
    route.value.room === 'library' &&
    (collection.query === null ? shown.value === collection.id : query.value === collection.query);
  const open = () => (collection.query === null ? lookFor('', collection.id) : lookFor(collection.query));
  return (
    <li class="with-actions">
      <button
        type="button"
        class="item"
        aria-current={here ? 'true' : undefined}
        style={{ paddingInlineStart: `${8 + 16 * depth}px` }}
        onClick={open}
      >
        <Icon name={collection.query === null ? 'folder' : 'search'} />
        <b>{collection.name}</b>
        <CollectionCount collection={collection} />
      </button>
      {!readOnly.value && (
        <span class="item-actions">
          <ItemAction
            icon="pencil"
            label={`${frame.renameCollection}: ${collection.name}`}
            run={() => rename(collection)}
          />
          <ItemAction
            icon="bin"
            label={`${frame.deleteCollection}: ${collection.name}`}
            run={() => void binCollection(collection)}
          />
        </span>
      )}
    </li>
  );
}

function rename(collection: Collection): void {
  overlay.value = {
    kind: 'name',
    title: frame.collectionName,
    value: collection.name,
    save: (name) => void renameCollection(collection, name),
  };
}

function ItemAction(props: { readonly icon: 'pencil' | 'bin'; readonly label: string; readonly run: () => void }) {
  return (
    <button type="button" class="icon-button small" aria-label={props.label} title={props.label} onClick={props.run}>
      <Icon name={props.icon} />
    </button>
  );
}
