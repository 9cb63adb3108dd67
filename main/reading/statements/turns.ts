import type { Person, Span } from '../../contract/index.ts';
import { interviewee } from './interview.ts';
import { isFullName } from './names.ts';
import type { Passage } from './passages.ts';
import type { Cast } from './people.ts';
import { isRoleWord } from './roles.ts';
import { isWithin } from './spans-in-order.ts';
import { familyName, type Label, labelOf, labelsAnswer, labelsQuestion } from './turn-labels.ts';

/** What one person says in an interview or a transcript, behind a label ("A: …", "SORENSEN: …") or a question. */
export interface Turn {
  readonly span: Span;
  /** Null where the label stands for somebody whom the article doesn't name, or for several. */
  readonly person: Person | null;
  /** Null where a question alone says whose turn it is. */
  readonly label: string | null;
}

interface PlacedLabel extends Label {
  readonly index: number;
}

/** The turns of an interview or a transcript; none where an article is neither. A question of the paper's own is no statement. */
export function turnsOf(passages: readonly Passage[], cast: Cast, publication: string | null): Turn[] {
  // Questions are often set as headings; what is said in one is no statement.
  const labels = passages.flatMap((passage, index): PlacedLabel[] => {
    const label = passage.kind === 'paragraph' || passage.kind === 'heading' ? labelOf(passage.text) : null;
    return label === null ? [] : [{ ...label, index }];
  });
  const answers = labels.filter(labelsAnswer);
  const isInterview = answers.length >= 2 && labels.some(labelsQuestion);
  const people =
    isInterview || !isTalk(passages, labels) ? new Map<string, Person>() : namedIn(passages, labels, cast, publication);
  const named = labels.filter(({ text }) => people.has(text));
  const again = new Set(named.map(({ text }) => familyName(text)).filter((name, at, all) => all.indexOf(name) !== at));
  const turns = isInterview ? answers : again.size > 0 ? named : [];
  const asked = isInterview ? interviewee(passages, labels[0]?.index ?? 0, cast) : null;
  return turns.flatMap((label): Turn[] => {
    const first = passages[label.index];
    if (first?.kind !== 'paragraph') return [];
    const last = lastOf(passages, label, labels) ?? first;
    return [
      {
        span: { start: first.start + label.words, end: last.end },
        person: isInterview ? asked : (people.get(label.text) ?? null),
        label: label.text,
      },
    ];
  });
}

/** A turn goes on to the next label, or to a question that has none; behind the last one the reporter may speak. */
function lastOf(passages: readonly Passage[], label: PlacedLabel, labels: readonly PlacedLabel[]): Passage | undefined {
  const next = labels.find(({ index }) => index > label.index);
  if (next === undefined) return undefined;
  let last: Passage | undefined;
  for (const passage of passages.slice(label.index + 1, next.index)) {
    if (passage.kind !== 'paragraph' || /\?\s*$/u.test(passage.text)) break;
    last = passage;
  }
  return last;
}

/** "COURIER": the paper asks. */
function isPaper(label: string, publication: string | null): boolean {
  return publication?.toLowerCase().split(/\s+/u).includes(label.toLowerCase()) ?? false;
}

/** Who each label names: in full, or by the family name of somebody whom another label or the article names in full. */
function namedIn(
  passages: readonly Passage[],
  labels: readonly PlacedLabel[],
  cast: Cast,
  publication: string | null,
): ReadonlyMap<string, Person> {
  const found = new Map<string, Person>();
  const inLabels = labels.flatMap(({ index, words }): Span[] => {
    const start = passages[index]?.start ?? 0;
    return [{ start, end: start + words }];
  });
  const told = cast.possible.filter(({ start }) => !isWithin(inLabels, start)).map(({ person }) => person);
  for (const { text } of labels) {
    const person = isPaper(text, publication) ? null : nameOf(text, told);
    if (person !== null) found.set(text, person);
  }
  for (const { text } of labels) {
    const full = [...found.values()].filter(({ name }) => familyName(name) === text.toLowerCase());
    const [only] = full;
    if (only !== undefined && !found.has(text) && new Set(full.map(({ name }) => name)).size === 1)
      found.set(text, only);
  }
  return found;
}

/** Where nobody asks anything, labels are those of a list: "Design firm: …". */
function isTalk(passages: readonly Passage[], labels: readonly PlacedLabel[]): boolean {
  const first = labels[0]?.index ?? 0;
  const last = labels.at(-1)?.index ?? 0;
  return passages.slice(first, last + 1).some(({ text }) => /[?？]["”’»]?\s*$/u.test(text));
}

/**
 * Who a label names: somebody of whom the article tells by the family name, or, as transcripts have it, whoever stands in
 * capitals. Any other label may be a thing's: "Mutual Exploration: …".
 */
function nameOf(label: string, told: readonly Person[]): Person | null {
  const family = familyName(label);
  const known = new Map(told.filter(({ name }) => familyName(name) === family).map((person) => [person.name, person]));
  const [only] = known.values();
  const tokens = label.split(' ').filter((token) => token !== '');
  const lead = tokens.findLastIndex((token) => isRoleWord(token)) + 1;
  const own = tokens.slice(lead < tokens.length ? lead : 0).map(written);
  const role = lead > 0 && lead < tokens.length ? tokens.slice(0, lead).map(written).join(' ') : null;
  if (only !== undefined && known.size === 1)
    return {
      name: only.name.split(' ').map(written).join(' '),
      role: only.role === null ? role : only.role.split(' ').map(written).join(' '),
      organization: only.organization,
    };
  const isInCapitals = label === label.toUpperCase();
  return isInCapitals && isFullName(own, true) ? { name: own.join(' '), role, organization: null } : null;
}

/** A word in capitals as it is written otherwise. */
function written(word: string): string {
  return /^\p{Lu}[\p{Lu}’'-]+$/u.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word;
}
