import { matchOf } from './match.ts';
import { group, type PlaceQuery, type Query } from './query.ts';

/**
 * Takes `in:statement` and `in:notes` out of a tree by confining the words they stand beside, however
 * deep in parentheses.
 *
 * - In statements, all the words and `speaker:` beside it must hold of one and the same statement.
 * - In notes, the words are looked for in notes.
 * - Both together: in the one or the other. With a minus: the words, but not there.
 * - Without words: the article has statements, or notes. A field like `title:` keeps its own place.
 */
export function confine(query: Query): Query {
  switch (query.kind) {
    case 'in':
      return confineAll([], query.place);
    case 'not':
      return { kind: 'not', part: confine(query.part) };
    case 'or':
      return group('or', query.parts.map(confine)) ?? query;
    case 'and': {
      const others = query.parts.filter((part) => placeOf(part) === null);
      const places = query.parts.map(placeOf).filter((place) => place !== null);
      const wanted = places.filter((place) => !place.negative);
      const unwanted = places.filter((place) => place.negative);
      const there = group(
        'or',
        wanted.map(({ place }) => confineAll(others, place)),
      );
      return (
        group('and', [
          ...(there === null ? others.map(confine) : [there]),
          ...unwanted.map(({ place }): Query => ({ kind: 'not', part: confineAll(others, place) })),
        ]) ?? query
      );
    }
    default:
      return query;
  }
}

function placeOf(query: Query): { readonly place: PlaceQuery['place']; readonly negative: boolean } | null {
  if (query.kind === 'in') return { place: query.place, negative: false };
  if (query.kind === 'not' && query.part.kind === 'in') return { place: query.part.place, negative: true };
  return null;
}

function confineAll(parts: readonly Query[], place: PlaceQuery['place']): Query {
  const inside = parts.filter((part) => canStand(part, place));
  const outside = parts.filter((part) => !canStand(part, place)).map((part) => confine(push(part, place)));
  const query = group('and', inside);
  const there = place === 'statement' ? ({ kind: 'statement', query } as const) : inNotes(query);
  // Words in alternatives with other things are confined each for itself; then nothing is left to ask of one place.
  const confined = query === null && outside.some((part) => part.kind === 'or') ? outside : [there, ...outside];
  return group('and', confined) ?? there;
}

/** True when the whole part can be asked of one statement, or of notes: free words, and what holds of a statement. */
function canStand(query: Query, place: PlaceQuery['place']): boolean {
  switch (query.kind) {
    case 'words':
      return query.field === null;
    case 'speaker':
    case 'unnamed':
    case 'role':
    case 'organization':
    case 'kind':
    case 'state':
    case 'said':
      return place === 'statement';
    case 'not':
      return canStand(query.part, place);
    case 'and':
    case 'or':
      return query.parts.every((part) => canStand(part, place));
    case 'code':
    case 'collection':
    case 'language':
    case 'date':
    case 'in':
    case 'statement':
    case 'notes':
      return false;
  }
}

/** Confines each free word of a part that holds other things too. */
function push(query: Query, place: PlaceQuery['place']): Query {
  switch (query.kind) {
    case 'words':
      return query.field === null ? (group('and', [{ kind: 'in', place }, query]) ?? query) : query;
    case 'not':
      return { kind: 'not', part: push(query.part, place) };
    case 'and':
    case 'or':
      // A group with a place of its own keeps it.
      if (query.parts.some((part) => placeOf(part) !== null)) return query;
      return { kind: query.kind, parts: query.parts.map((part) => push(part, place)) };
    default:
      return query;
  }
}

/** Where words are only excluded, there must be notes without them. */
function inNotes(query: Query | null): Query {
  if (query === null) return { kind: 'notes' };
  const there = moveToNotes(query);
  return matchOf(there)?.negative ? { kind: 'and', parts: [{ kind: 'notes' }, there] } : there;
}

function moveToNotes(query: Query): Query {
  switch (query.kind) {
    case 'words':
      return { ...query, field: 'notes' };
    case 'not':
      return { kind: 'not', part: moveToNotes(query.part) };
    case 'and':
    case 'or':
      return { kind: query.kind, parts: query.parts.map(moveToNotes) };
    default:
      return query;
  }
}
