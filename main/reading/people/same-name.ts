import type { SameNameReason, SpeakerId, SpeakerKind } from '../../contract/index.ts';
import { isInitial, type NameParts, nameParts, plainName } from './name-parts.ts';

/** Somebody whose name is held against those of others. */
export interface NamedPerson {
  readonly id: SpeakerId;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly organization: string | null;
  readonly statements: number;
}

export interface SameName {
  /** The fuller name, which would stay. */
  readonly one: SpeakerId;
  readonly other: SpeakerId;
  readonly reasons: readonly SameNameReason[];
}

/** More are not told: a person decides about each of them. */
export const mostProposed = 1000;
/** Of those with one family and one given name so many are held against each other, the most quoted. */
const mostAlike = 40;

/**
 * Names that may be one person's, the likeliest first. Only those with one family name are compared, found by that, by
 * the given name and its first letter, so that the time grows with the number of people. A name that says little ("J.
 * Kast", "Kast") is proposed where one person alone can be meant, or where one alone spoke for the same organization:
 * two people made one are worse than one in two places.
 */
export function proposeSameNames({
  people,
  apart,
}: {
  readonly people: readonly NamedPerson[];
  /** Pairs that a person says are two people. */
  readonly apart: readonly (readonly [SpeakerId, SpeakerId])[];
}): readonly SameName[] {
  const told = new Set(apart.map(([one, other]) => pairKey(one, other)));
  const found = new Map<string, SameName & { readonly weight: number }>();
  for (const [one, other] of pairsOf(people)) {
    const key = pairKey(one.person.id, other.person.id);
    if (told.has(key) || found.has(key)) continue;
    const reasons = reasonsOf(one, other);
    if (reasons === null) continue;
    const [fuller, shorter] = isFuller(other, one) ? [other, one] : [one, other];
    const statements = Math.min(one.person.statements, other.person.statements);
    found.set(key, {
      one: fuller.person.id,
      other: shorter.person.id,
      reasons,
      // Reasons come first; among those with the same ones, whose words are more.
      weight: weightOf(reasons) + Math.min(statements, 1e6) / 1e7,
    });
  }
  return [...found.values()]
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, mostProposed)
    .map(({ weight: _weight, ...pair }) => pair);
}

interface Entry {
  readonly person: NamedPerson;
  readonly parts: NameParts;
  readonly organization: string | null;
}

function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function* pairsOf(people: readonly NamedPerson[]): Iterable<readonly [Entry, Entry]> {
  const families = new Map<string, Entry[]>();
  const organizations = new Map<string, Entry[]>();
  for (const person of people) {
    if (person.kind === 'organization') {
      const family = plainName(person.name).replaceAll(' ', '');
      // It speaks for itself: that both do says nothing.
      put(organizations, family, { person, parts: { given: [], family, hasTitle: false }, organization: null });
      continue;
    }
    const parts = nameParts(person.name);
    const organization = person.organization === null ? null : plainName(person.organization);
    if (parts !== null) put(families, parts.family, { person, parts, organization });
  }
  for (const alike of organizations.values()) yield* eachPair(alike);
  for (const family of families.values()) if (family.length > 1) yield* pairsInFamily(family);
}

function* pairsInFamily(family: readonly Entry[]): Iterable<readonly [Entry, Entry]> {
  const byGiven = new Map<string, Entry[]>();
  for (const entry of family) put(byGiven, entry.parts.given[0] ?? '', entry);
  const full = new Map<string, Entry[]>();
  for (const [given, entries] of byGiven) {
    yield* eachPair(entries);
    if (given !== '' && !isInitial(given)) for (const entry of entries) put(full, given.charAt(0), entry);
  }
  const all = [...full.values()].flat();
  for (const [given, entries] of byGiven) {
    if (given !== '' && !isInitial(given)) continue;
    const candidates = given === '' ? all : (full.get(given) ?? []);
    for (const entry of entries) for (const meant of meantBy(entry, candidates)) yield [meant, entry];
  }
}

/** Whom a name that says little can mean: one alone, or one alone of its organization. */
function meantBy(entry: Entry, candidates: readonly Entry[]): readonly Entry[] {
  const fitting = candidates.filter((candidate) => reasonsOf(candidate, entry) !== null);
  if (areOne(fitting)) return fitting.slice(0, mostAlike);
  const colleagues = fitting.filter(({ organization }) => organization !== null && organization === entry.organization);
  return areOne(colleagues) ? colleagues.slice(0, mostAlike) : [];
}

/** Whether all have one given name, however it is written. */
function areOne(entries: readonly Entry[]): boolean {
  return entries.length > 0 && entries.every(({ parts }) => parts.given[0] === entries[0]?.parts.given[0]);
}

function* eachPair(entries: readonly Entry[]): Iterable<readonly [Entry, Entry]> {
  const most = entries.length <= mostAlike ? entries : mostQuoted(entries);
  for (const [index, one] of most.entries()) for (const other of most.slice(index + 1)) yield [one, other];
}

function mostQuoted(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((one, other) => other.person.statements - one.person.statements).slice(0, mostAlike);
}

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else entries.push(entry);
}

/** Why two with one family name may be one; null where their given names say that they are two. */
function reasonsOf(one: Entry, other: Entry): readonly SameNameReason[] | null {
  const given = reasonsOfGiven(one.parts.given, other.parts.given);
  if (given === null) return null;
  const reasons: SameNameReason[] = [...given];
  if (one.parts.hasTitle !== other.parts.hasTitle) reasons.unshift('title');
  // The letters are the same, and the names are not: signs and accents differ.
  if (reasons.length === 0) reasons.push('spelling');
  if (one.organization !== null && one.organization === other.organization) reasons.push('organization');
  return reasons;
}

function reasonsOfGiven(one: readonly string[], other: readonly string[]): readonly SameNameReason[] | null {
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  const [first, ...middle] = longer;
  const [shortFirst, ...shortMiddle] = shorter;
  if (first === undefined) return [];
  if (shortFirst === undefined) return ['family-name'];
  if (!fits(first, shortFirst)) return null;
  let isShortened = first !== shortFirst;
  let at = 0;
  for (const part of shortMiddle) {
    const found = middle.findIndex((candidate, index) => index >= at && fits(candidate, part));
    if (found === -1) return null;
    isShortened ||= middle[found] !== part;
    at = found + 1;
  }
  return [
    ...(isShortened ? (['initials'] as const) : []),
    ...(longer.length > shorter.length ? (['middle-names'] as const) : []),
  ];
}

function fits(one: string, other: string): boolean {
  if (one === other) return true;
  return (isInitial(one) && other.startsWith(one)) || (isInitial(other) && one.startsWith(other));
}

const weights: Readonly<Record<SameNameReason, number>> = {
  spelling: 5,
  title: 4,
  'middle-names': 3,
  initials: 2,
  'family-name': 1,
  organization: 0,
};

/** The weakest reason decides; a common organization lifts it by half a step. */
function weightOf(reasons: readonly SameNameReason[]): number {
  const names = reasons.filter((reason) => reason !== 'organization').map((reason) => weights[reason]);
  return Math.min(...names) + (reasons.includes('organization') ? 0.5 : 0);
}

/** A full name stays rather than an initial, one without a title rather than with it, a longer one, the more quoted. */
function isFuller(one: Entry, other: Entry): boolean {
  const spelledOut = ({ parts }: Entry): number => parts.given.filter((part) => !isInitial(part)).length;
  const differences = [
    spelledOut(one) - spelledOut(other),
    Number(other.parts.hasTitle) - Number(one.parts.hasTitle),
    one.parts.given.length - other.parts.given.length,
    one.person.statements - other.person.statements,
  ];
  return (differences.find((difference) => difference !== 0) ?? 0) > 0;
}
