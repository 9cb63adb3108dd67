import { type Span, type Statement, wholeCharacters } from '../../contract/index.ts';

/** What of a statement says whose words a passage is. */
export type PassageStatement = Pick<
  Statement,
  'spans' | 'kind' | 'state' | 'placement' | 'speakers' | 'described' | 'said' | 'fromPackage'
>;

/** One voice: whose statement it is, and in whose it stands where somebody is quoted within somebody's words. */
export interface Voice {
  readonly statement: PassageStatement;
  /** Statements by others that the same words lie in, the nearest first. */
  readonly within: readonly PassageStatement[];
}

/** A stretch of a passage that is one voice's; `voice` is null for the article's own words. */
export interface PassagePart {
  readonly span: Span;
  readonly voice: Voice | null;
}

/** Whose words a passage is made of. */
export type CitedPassage =
  /** The article's own, all of them. */
  | { readonly kind: 'own'; readonly spans: readonly Span[] }
  /** One voice's, all of them: several spans where the passage passes over what interrupts that voice. */
  | { readonly kind: 'voiced'; readonly spans: readonly Span[]; readonly voice: Voice }
  /** The passage reaches beyond a statement, or into several. */
  | { readonly kind: 'mixed'; readonly spans: readonly [Span]; readonly parts: readonly PassagePart[] };

/**
 * Whose words a selected passage is made of, by the statements of the same text (rejected ones left out). What holds
 * neither letter nor figure (a quotation mark, a space) counts for nobody. Spans count UTF-16 units of `text`; one
 * that begins or ends within a character takes the whole of it.
 */
export function citedPassage(text: string, selected: Span, statements: readonly PassageStatement[]): CitedPassage {
  const passage = trimmed(text, wholeCharacters(text, selected));
  const parts = joined(text, stretches(passage, statements));
  const voice = parts.find((part) => part.voice !== null)?.voice ?? null;
  if (voice === null) return { kind: 'own', spans: [passage] };
  const spoken = parts.filter((part) => part.voice !== null);
  const isOneVoice = spoken.every((part) => part.voice !== null && isSame(part.voice, voice));
  const ends = parts[0]?.voice != null && parts.at(-1)?.voice != null;
  const interruptions = parts.filter((part) => part.voice === null);
  if (
    isOneVoice &&
    ends &&
    interruptions.every(({ span }) => spoken.some((part) => isInterruption(part.voice?.statement, span)))
  )
    return { kind: 'voiced', spans: spoken.map(({ span }) => trimmed(text, span)), voice };
  return { kind: 'mixed', spans: [passage], parts: parts.map((part) => ({ ...part, span: trimmed(text, part.span) })) };
}

/** The passage cut wherever a statement begins or ends, each stretch with the statements that it lies in. */
function stretches(
  passage: Span,
  statements: readonly PassageStatement[],
): readonly { readonly span: Span; readonly statements: readonly PassageStatement[] }[] {
  const touching = statements
    .flatMap((statement) => statement.spans.map((span) => ({ statement, span })))
    .filter(({ span }) => span.start < passage.end && span.end > passage.start);
  const cuts = [
    ...new Set([
      passage.start,
      passage.end,
      ...touching.flatMap(({ span }) => [Math.max(span.start, passage.start), Math.min(span.end, passage.end)]),
    ]),
  ].sort((one, other) => one - other);
  // The cuts rise, so what has begun and not ended is carried along.
  const byStart = touching.toSorted((one, other) => one.span.start - other.span.start);
  let open: typeof byStart = [];
  let next = 0;
  return cuts.slice(0, -1).map((start, index) => {
    open = open.filter(({ span }) => span.end > start);
    for (let begun = byStart[next]; begun !== undefined && begun.span.start <= start; begun = byStart[next]) {
      if (begun.span.end > start) open.push(begun);
      next += 1;
    }
    const nearest = open.toSorted((one, other) => lengthOf(one.span) - lengthOf(other.span));
    return { span: { start, end: cuts[index + 1] ?? start }, statements: nearest.map(({ statement }) => statement) };
  });
}

/** Stretches of one voice become one part; what holds no word goes along with what stands before it, or is dropped. */
function joined(text: string, cut: ReturnType<typeof stretches>): readonly PassagePart[] {
  const parts: { span: { start: number; end: number }; voice: Voice | null }[] = [];
  for (const { span, statements } of cut) {
    if (!/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end))) continue;
    const voice = voiceOf(statements);
    const last = parts.at(-1);
    if (last !== undefined && areSame(last.voice, voice) && goesOn(text, last, span)) last.span.end = span.end;
    else parts.push({ span: { ...span }, voice });
  }
  return parts;
}

/** Two stretches of a statement are parted by what interrupts it, even where that is only a mark. */
function goesOn(text: string, last: PassagePart, next: Span): boolean {
  return last.voice === null || !/\S/u.test(text.slice(last.span.end, next.start));
}

function voiceOf(nearestFirst: readonly PassageStatement[]): Voice | null {
  const [nearest] = nearestFirst;
  if (nearest === undefined) return null;
  // Of two statements of the same words by the same people the one that somebody confirmed is told.
  const same = nearestFirst.filter((one) => isOfSamePeople(one, nearest));
  const statement = same.find(({ state }) => state === 'confirmed') ?? nearest;
  const within: PassageStatement[] = [];
  for (const one of nearestFirst)
    if (!isOfSamePeople(one, statement) && !within.some((other) => isOfSamePeople(one, other))) within.push(one);
  return { statement, within };
}

function areSame(one: Voice | null, other: Voice | null): boolean {
  return one === null || other === null ? one === other : isSame(one, other);
}

/** Whether two voices are told in the same words. Statements of one person on two days are two. */
export function isSame(one: Voice, other: Voice): boolean {
  if (one.within.length !== other.within.length) return false;
  const told = ({ kind, state, said, speakers, described, fromPackage }: PassageStatement): string =>
    JSON.stringify([kind === 'indirect', state, said?.value, described, fromPackage, speakers.map(inRole)]);
  return (
    told(one.statement) === told(other.statement) &&
    one.within.every((outer, index) => told(outer) === told(other.within[index] ?? outer))
  );
}

function inRole({ name, role, organization }: PassageStatement['speakers'][number]): readonly (string | null)[] {
  return [name, role, organization];
}

function isOfSamePeople(one: PassageStatement, other: PassageStatement): boolean {
  const people = ({ speakers, described }: PassageStatement): string =>
    JSON.stringify([described, speakers.map(({ name }) => name)]);
  return people(one) === people(other);
}

/** Whether a stretch lies between two spans of a statement. */
function isInterruption(statement: PassageStatement | undefined, { start, end }: Span): boolean {
  return (statement?.spans ?? []).some((span, index, spans) => {
    const next = spans[index + 1];
    return next !== undefined && span.end <= start && end <= next.start;
  });
}

/** Without white space at its ends; a span of nothing else stays as it is. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = words.length - words.trimStart().length;
  const to = words.trimEnd().length;
  return from >= to ? { start, end } : { start: start + from, end: start + to };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
