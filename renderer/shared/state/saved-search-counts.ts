import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CollectionId } from '../../../main/contract/ids.ts';
import { api } from '../../api/api.ts';
import { createBackgroundLane } from './background-lane.ts';
import { followChanges, type Touched } from './changes.ts';
import { createLiveReading, type LiveReading } from './live-reading.ts';
import { someListAsks } from './paged-list.ts';

/**
 * How many articles saved searches find. Each is a search of its own, so they run one by one, only while they are
 * seen, and give way to whatever the person asks for.
 */
const lane = createBackgroundLane(someListAsks);

/** Milliseconds from a change to the counts that it touches: they needn't follow the rhythm of an import. */
const pause = 2000;

interface SavedSearchCount {
  readonly known: Signal<number | null>;
  readonly reading: LiveReading;
}
const counts = new Map<CollectionId, SavedSearchCount>();

/** What a saved search found when it was last counted; null before. */
export function knownCount(id: CollectionId): ReadonlySignal<number | null> {
  return countOf(id).known;
}

/** The count of a saved search is seen from now on; answers what ends that. */
export function seeCount(id: CollectionId): () => void {
  return countOf(id).reading.show();
}

function countOf(id: CollectionId): SavedSearchCount {
  const before = counts.get(id);
  if (before !== undefined) return before;
  const known = signal<number | null>(null);
  const reading = createLiveReading(async (stop) => {
    // A count that can't be had leaves the one before: the search itself tells what is wrong with it.
    const { articles } = await lane.run(stop, (giveWay) => api.call('collections.count', { id }, { signal: giveWay }));
    if (!stop.aborted) known.value = articles;
  });
  const count = { known, reading };
  counts.set(id, count);
  let soon: ReturnType<typeof setTimeout> | null = null;
  followChanges(touches(id), () => {
    if (soon !== null) return;
    soon = setTimeout(() => {
      soon = null;
      void reading.touch();
    }, pause);
  });
  return count;
}

/** Words, statements, notes and codes are what can be searched for. */
function touches(id: CollectionId): Touched {
  return (change) => {
    switch (change.subject) {
      case 'articles':
      case 'statements':
      case 'annotations':
      case 'codes':
        return true;
      case 'collections':
        return change.ids?.includes(id) ?? true;
      default:
        return false;
    }
  };
}
