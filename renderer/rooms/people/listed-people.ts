import { effect, signal } from '@preact/signals';
import type { MethodInput } from '../../../main/contract/methods.ts';
import type { SpeakerKind, SpeakerRow } from '../../../main/contract/people.ts';
import { api } from '../../api/api.ts';
import { followChanges, touchedBy } from '../../shared/state/changes.ts';
import { openedLibrary } from '../../shared/state/library.ts';
import { createPagedList } from '../../shared/state/paged-list.ts';

/** What the list of people is narrowed to, and in which order it stands. */
export interface PeopleFilters {
  readonly words: string;
  readonly kind: SpeakerKind | '';
  readonly sort: NonNullable<MethodInput<'people.list'>['sort']>;
}
export const filters = signal<PeopleFilters>({ words: '', kind: '', sort: 'statements' });
/** The row with the cursor. */
export const peopleAt = signal(0);
export const people = createPagedList<SpeakerRow, null>(100);

export function changeFilters(change: Partial<PeopleFilters>): void {
  filters.value = { ...filters.value, ...change };
}

effect(() => {
  if (openedLibrary.value === null) return;
  const { words, kind, sort } = filters.value;
  peopleAt.value = 0;
  people.replace(async (offset, limit, signal) => {
    const { rows, total } = await api.call(
      'people.list',
      { words: words.trim(), ...(kind === '' ? {} : { kind }), sort, offset, limit },
      { signal },
    );
    return { rows, total, summary: null };
  });
});

followChanges(touchedBy('speakers', 'statements', 'articles'), people.refresh);
