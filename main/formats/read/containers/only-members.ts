import type { Member, OpenContainer } from '../../format.ts';

/** A container that is read from its beginning for each of its members: they refer to nothing in it, and nothing stays open. */
export function onlyMembers(members: () => AsyncIterable<Member>): OpenContainer {
  return { members, resource: () => Promise.resolve(null), close: () => Promise.resolve() };
}
