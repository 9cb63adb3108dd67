import type { LeavingPeople } from '../../formats/write/marks.ts';
import type { CoreContext } from '../context.ts';
import { type Scope, speakersInScope } from './scope.ts';

/** Whoever speaks in the library, with what of them besides their names goes along. */
export async function peopleThatLeave(context: CoreContext, scope: Scope): Promise<LeavingPeople> {
  const { speakers } = await context.pool.read('export.people');
  const kinds = new Map((await context.pool.read('export.speakerKinds')).map(({ id, kind }) => [id, kind]));
  // Articles that say a role are told by no format that asks here.
  const told = speakersInScope(speakers, { has: () => true }, { has: () => false }, scope);
  return new Map(
    told.map(({ id, aliases = [], roles = [] }) => [id, { kind: kinds.get(id) ?? 'person', aliases, roles }]),
  );
}
