import type { Span } from '../../../main/contract/canonical-text.ts';
import type { Person } from '../../../main/contract/people.ts';
import type { StatementKind } from '../../../main/contract/statements.ts';
import { contains } from '../../shared/article/spans.ts';

/** How far before its words a speaker is usually named, in UTF-16 units; and how far after. */
const before = 900;
const after = 240;
const attributionLength = 60;

/**
 * Who most likely said the words: the one of the article's people whose name stands nearest before them, else
 * nearest after. A surname alone counts, since that is how an article goes on to call somebody. Only a proposal.
 */
export function likelySpeaker(text: string, span: Span, people: readonly Person[]): Person | null {
  const lead = text.slice(Math.max(0, span.start - before), span.start);
  const tail = text.slice(span.end, span.end + after);
  // ", Alder said." right behind the words is nearer than any name in front of them.
  const attribution = tail.slice(0, attributionLength).split('\n')[0] ?? '';
  const last = (name: string) => lead.length - 1 - lead.lastIndexOf(name);
  return (
    nearest(people, (name) => attribution.indexOf(name)) ??
    nearest(people, (name) => (lead.includes(name) ? last(name) : -1)) ??
    nearest(people, (name) => tail.indexOf(name))
  );
}

/** The person with the least distance; a negative one means that the name isn't there. */
function nearest(people: readonly Person[], distanceTo: (surname: string) => number): Person | null {
  const found = people
    .map((person) => ({ person, distance: distanceTo(person.name.split(/\s+/).at(-1) ?? person.name) }))
    .filter(({ distance }) => distance >= 0)
    .sort((a, b) => a.distance - b.distance);
  return found[0]?.person ?? null;
}

/** What kind of statement a span looks like: whole paragraphs, quoted, partly quoted, or reported. */
export function likelyKind(text: string, span: Span, runs: readonly Span[]): StatementKind {
  const words = text.slice(span.start, span.end);
  if (runs.some((run) => contains(span, run))) return 'block';
  const around = text.slice(Math.max(0, span.start - 1), span.end + 1);
  if (/^["“„«‘]/.test(words) || /^["“„«‘].*["”“»’]$/s.test(around)) return 'direct';
  return /["“”„«»]/.test(words) ? 'mixed' : 'indirect';
}
