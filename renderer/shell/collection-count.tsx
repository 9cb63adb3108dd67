import { useEffect, useRef } from 'preact/hooks';
import type { Collection } from '../../main/contract/collections.ts';
import type { CollectionId } from '../../main/contract/ids.ts';
import { figure } from '../shared/lib/figures.ts';
import { knownCount, seeCount } from '../shared/state/saved-search-counts.ts';

/** How many articles a collection has; a saved search is counted while this is seen, and shows what is known meanwhile. */
export function CollectionCount({ collection: { id, articles } }: { readonly collection: Collection }) {
  if (articles === null) return <SavedSearchCount id={id} />;
  return <span class="figures">{figure(articles)}</span>;
}

function SavedSearchCount({ id }: { readonly id: CollectionId }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const { current: element } = place;
    if (element === null) return;
    let unsee = () => {};
    const observer = new IntersectionObserver((entries) => {
      unsee();
      unsee = entries.at(-1)?.isIntersecting === true ? seeCount(id) : () => {};
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      unsee();
    };
  }, [id]);
  const known = knownCount(id).value;
  return (
    <span ref={place} class="figures">
      {known === null ? '' : figure(known)}
    </span>
  );
}
