import type { SpeakerChangeId, SpeakerId } from '../../../main/contract/ids.ts';
import type { MethodInput } from '../../../main/contract/methods.ts';
import type { SpeakerDescription, SpeakerRole } from '../../../main/contract/people.ts';
import { api } from '../../api/api.ts';
import { navigate } from '../../shared/state/route.ts';
import { perform } from '../../shared/state/undo.ts';
import { peopleTexts as texts } from './texts.ts';

type Named = Pick<SpeakerDescription, 'id' | 'name'>;

/** Whatever gives words to somebody is done anew with an id of its own each time, by which it is taken back. */
function givingAct(label: string, give: () => Promise<SpeakerChangeId>): Promise<boolean> {
  let change: SpeakerChangeId | null = null;
  return perform({
    label,
    do: async () => {
      change = await give();
    },
    undo: async () => {
      if (change !== null) await api.call('people.undo', { change });
    },
  });
}

/** Makes two one, and goes to the one that stays. */
export async function merge(from: Named, into: Named): Promise<void> {
  const done = await givingAct(
    texts.merge.done(from.name, into.name),
    async () => (await api.call('people.merge', { from: from.id, into: into.id })).change,
  );
  if (done) navigate({ room: 'people', person: into.id });
}

/** The same, where the person stays with the list of pairs. */
export function mergePair(from: Named, into: Named): Promise<boolean> {
  return givingAct(
    texts.merge.done(from.name, into.name),
    async () => (await api.call('people.merge', { from: from.id, into: into.id })).change,
  );
}

/** Parts a name again that was merged. */
export function part(name: string, change: SpeakerChangeId, into: SpeakerId): Promise<boolean> {
  let merged: SpeakerChangeId | null = change;
  let parted: SpeakerId | null = null;
  return perform({
    label: texts.merge.parted(name),
    do: async () => {
      if (merged !== null) await api.call('people.undo', { change: merged });
      merged = null;
      const { rows } = await api.call('people.list', { words: name, limit: 100 });
      parted = rows.find((row) => row.name === name)?.id ?? null;
    },
    undo: async () => {
      if (parted !== null) merged = (await api.call('people.merge', { from: parted, into })).change;
    },
  });
}

/** Gives statements to somebody else. */
export function give(
  from: Named,
  to: MethodInput<'people.move'>['to'] & { readonly shown: string },
  which: MethodInput<'people.move'>['which'],
  count: number,
): Promise<boolean> {
  const { shown, ...target } = to;
  return givingAct(
    texts.give.done(count, shown),
    async () => (await api.call('people.move', { from: from.id, to: target, which })).change,
  );
}

export function tellApart(one: Named, other: Named): Promise<boolean> {
  const pair = { one: one.id, other: other.id };
  return perform({
    label: texts.proposals.toldApart(one.name, other.name),
    do: () => api.call('people.tellApart', pair),
    undo: () => api.call('people.forgetApart', pair),
  });
}

type Kept = Pick<SpeakerDescription, 'name' | 'notes'> & { readonly kind: SpeakerDescription['kind'] | null };

/** Writes name, kind or notes. */
export function change(person: SpeakerDescription, changed: Partial<Kept>): Promise<boolean> {
  const { id } = person;
  const before: Kept = { name: person.name, notes: person.notes, kind: person.isKindKept ? person.kind : null };
  const undone = Object.fromEntries(Object.keys(changed).map((key) => [key, before[key as keyof Kept]]));
  return perform({
    label: 'notes' in changed ? texts.noteSaved : texts.names.saved,
    do: () => api.call('people.update', { id, ...changed }),
    undo: () => api.call('people.update', { id, ...undone }),
  });
}

export function addAlias(id: SpeakerId, name: string): Promise<boolean> {
  return perform({
    label: texts.names.added(name),
    do: () => api.call('people.addAlias', { id, name }),
    undo: () => api.call('people.removeAlias', { id, name }),
  });
}

export function removeAlias(id: SpeakerId, name: string): Promise<boolean> {
  return perform({
    label: texts.names.removed(name),
    do: () => api.call('people.removeAlias', { id, name }),
    undo: () => api.call('people.addAlias', { id, name }),
  });
}

export function keepRole(role: MethodInput<'people.keepRole'>): Promise<boolean> {
  let kept: SpeakerRole['kept'] = null;
  return perform({
    label: texts.role.kept,
    do: async () => {
      kept = await api.call('people.keepRole', role);
    },
    undo: async () => {
      if (kept !== null) await api.call('people.removeRole', { role: kept });
    },
  });
}

export function removeRole(id: SpeakerId, told: SpeakerRole): Promise<boolean> {
  let { kept } = told;
  return perform({
    label: texts.role.removed,
    do: async () => {
      if (kept !== null) await api.call('people.removeRole', { role: kept });
    },
    undo: async () => {
      const { role, organization, since, until, firstSaid } = told;
      kept = await api.call('people.keepRole', {
        id,
        role,
        organization,
        since,
        until,
        article: firstSaid?.id ?? null,
      });
    },
  });
}
