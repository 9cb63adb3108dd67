import type { SayingArticle, SpeakerRole, SpeakerRoleId } from '../../contract/index.ts';
import { plainName } from './name-parts.ts';

/** A role as some articles word it, with the first and the last that do. */
export interface RoleTold {
  readonly role: string | null;
  readonly organization: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly firstSaid: SayingArticle;
  readonly lastSaid: SayingArticle;
  readonly statements: number;
}

/** A role that a person keeps by hand. */
export interface RoleKept {
  readonly role: string | null;
  readonly organization: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly kept: SpeakerRoleId;
  readonly said: SayingArticle | null;
}

/**
 * Somebody's roles, the latest first: those that differ in capitals and signs alone are one, by the wording that most
 * statements have. What a person keeps stays as it was written.
 */
export function rolesOverTime(told: readonly RoleTold[], kept: readonly RoleKept[]): readonly SpeakerRole[] {
  const joined = new Map<string, RoleTold>();
  for (const role of told) {
    const key = `${plainName(role.role ?? '')}|${plainName(role.organization ?? '')}`;
    const before = joined.get(key);
    joined.set(key, before === undefined ? role : joinedWith(before, role));
  }
  const byHand = kept.map(
    ({ said, ...role }): SpeakerRole => ({ ...role, firstSaid: said, lastSaid: said, statements: 0 }),
  );
  return [...[...joined.values()].map((role): SpeakerRole => ({ ...role, kept: null })), ...byHand].toSorted(
    laterFirst,
  );
}

function joinedWith(one: RoleTold, other: RoleTold): RoleTold {
  const wording = other.statements > one.statements ? other : one;
  const first = isBefore(other.since, one.since) ? other : one;
  const last = isAfter(other.until, one.until) ? other : one;
  return {
    role: wording.role,
    organization: wording.organization,
    since: first.since,
    firstSaid: first.firstSaid,
    until: last.until,
    lastSaid: last.lastSaid,
    statements: one.statements + other.statements,
  };
}

/** Whether a day is known and lies before another, or the other isn't known. */
function isBefore(one: string | null, other: string | null): boolean {
  return one !== null && (other === null || one < other);
}

function isAfter(one: string | null, other: string | null): boolean {
  return one !== null && (other === null || one > other);
}

/** By the last day, then by the first; what has none comes last. */
function laterFirst(one: SpeakerRole, other: SpeakerRole): number {
  const last = (role: SpeakerRole): string => role.until ?? role.since ?? '';
  return (
    last(other).localeCompare(last(one)) ||
    (other.since ?? '').localeCompare(one.since ?? '') ||
    other.statements - one.statements
  );
}
