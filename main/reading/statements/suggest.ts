import type {
  ArticleMetadata,
  Person,
  PreciseDate,
  ReadingDocument,
  Span,
  StatementKind,
  SuggestionReason,
} from '../../contract/index.ts';
import { confidenceOf } from './confidence.ts';
import { type Cue, readCue, readHeadingCue, readQuotationCue } from './cue.ts';
import { partedAtCues } from './cue-inside.ts';
import { dashDialogue } from './dash-dialogue.ts';
import { described } from './described-speaker.ts';
import { type Extent, extentAfter, isAttributionLine, quotationBlockExtent } from './extent.ts';
import { reportedWords } from './indirect.ts';
import { answersOf } from './interview.ts';
import { voiceOf } from './narration.ts';
import { type Passage, passagesOf } from './passages.ts';
import { type Cast, castOf, startingIn } from './people.ts';
import { quotationsIn } from './quotation-marks.ts';
import { type QuotedWords, quotedWords } from './quotations.ts';
import { reportingWords } from './reporting-words.ts';
import { saidDate } from './said-date.ts';
import type { Reading } from './scene.ts';
import { isWithin, overlapsAny } from './spans-in-order.ts';
import { type Speaker, speakerOf, speakerOfAttribution } from './speaker.ts';
import { subjectOf } from './subject.ts';
import { turnsOf } from './turns.ts';

/**
 * What somebody says in an article: printed whole, where a cue introduces it and marks, structure or the speaker's voice
 * hold it together; in turns; in quotation marks; or in the reporter's words. A person confirms or rejects it.
 */
export interface SuggestedStatement {
  /** In the document's canonical text, in its order: several where the cue interrupts the words. */
  readonly spans: readonly Span[];
  readonly kind: StatementKind;
  /** Several speak together; empty where nobody is named. */
  readonly speakers: readonly Person[];
  /** How the article calls a speaker whom it doesn't name. */
  readonly described: string | null;
  readonly said: PreciseDate | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** The words that introduced it, as printed; null for a quotation that only its attribution names. */
  readonly cue: string | null;
  readonly reason: SuggestionReason;
}

export interface Suggestions {
  readonly statements: readonly SuggestedStatement[];
  /** Whom the article introduces by name, in its order. */
  readonly people: readonly Person[];
}

/** The longest introduction that is kept with a statement, in UTF-16 units. */
const longestCue = 300;

export function suggestStatements(document: ReadingDocument, metadata: ArticleMetadata): Suggestions {
  const passages = passagesOf(document);
  const cast = castOf(passages, metadata.language);
  const people = cast.people.map(({ name, role, organization }) => ({ name, role, organization }));
  const statements =
    wholeArticle(passages, cast, metadata) ??
    ordered(
      turnByTurn(passages, cast, metadata),
      passageByPassage(passages, cast, metadata),
      inQuotationMarks(passages, cast, metadata),
    );
  return { statements, people };
}

/** In the text's order: turns before what a cue introduces, and of what is quoted or reported only what stands in neither. */
function ordered(
  turns: readonly SuggestedStatement[],
  introduced: readonly SuggestedStatement[],
  others: readonly SuggestedStatement[],
): SuggestedStatement[] {
  const beside = (statements: readonly SuggestedStatement[], printed: readonly SuggestedStatement[]) => {
    const taken = printed.flatMap(({ spans }) => spans);
    return statements.filter(({ spans }) => !spans.some((span) => overlapsAny(taken, span)));
  };
  const printed = byPlace([...turns, ...beside(introduced, turns)]);
  return byPlace([...printed, ...beside(others, printed)]);
}

function byPlace(statements: readonly SuggestedStatement[]): SuggestedStatement[] {
  return statements.toSorted((one, other) => (one.spans[0]?.start ?? 0) - (other.spans[0]?.start ?? 0));
}

/** What is said in turns, in interviews and transcripts. */
function turnByTurn(
  passages: readonly Passage[],
  cast: Cast,
  { publication, title }: ArticleMetadata,
): SuggestedStatement[] {
  const labelled = turnsOf(passages, cast, publication);
  const turns = labelled.length > 0 ? labelled : answersOf(passages, cast, title);
  return turns.map(({ span, person, label }) => ({
    spans: [span],
    kind: 'block',
    speakers: person === null ? [] : [person],
    described: null,
    said: null,
    confidence: person === null ? 0.6 : label === null ? 0.7 : 0.85,
    cue: label,
    reason: { rule: 'turn', speakerBy: person === null ? null : 'name', others: [] },
  }));
}

function inQuotationMarks(passages: readonly Passage[], cast: Cast, metadata: ArticleMetadata): SuggestedStatement[] {
  const { language, published } = metadata;
  const words = reportingWords(language);
  const dialogue = dashDialogue(passages, words);
  const lines = dialogue.map(({ outer }) => outer);
  const marked = quotationsIn(passages).filter(({ outer }) => !overlapsAny(lines, outer));
  const quotations = partedAtCues(
    [...marked, ...dialogue].sort((one, other) => one.outer.start - other.outer.start),
    passages,
    words,
  );
  const quoted = quotations.map(({ outer }) => outer);
  const direct = quotedWords({ passages, cast, language, published, quotations });
  const spoken = direct.flatMap(({ who, spans }) => (who === null ? [] : [{ who, at: spans[0]?.start ?? 0 }]));
  const indirect = reportedWords({ passages, cast, language, published, quoted, spoken });
  const suggested = (
    spans: readonly Span[],
    kind: StatementKind,
    { who, said, cue }: Pick<QuotedWords, 'who' | 'said' | 'cue'>,
    rule: SuggestionReason['rule'],
  ): SuggestedStatement => {
    const speakers = who?.speakers ?? [];
    const reason = { rule, speakerBy: who?.by ?? null };
    return {
      spans,
      kind,
      speakers,
      described: who?.described ?? null,
      said,
      confidence: confidenceOf(kind, reason),
      cue,
      reason: { ...reason, others: othersNear(spans[0]?.start ?? 0, speakers, reason, { passages, cast, quoted }) },
    };
  };
  return [
    ...direct.map((one) => suggested(one.spans, one.kind, one, one.rule)),
    ...indirect.map((one) => suggested(one.spans, 'indirect', one, 'reported')),
  ];
}

/** Names that are told are few: enough to see that somebody else may be meant. */
const mostOthers = 3;

/** Who is named in the paragraph and the one before, where nothing but their place says whose the words are. */
function othersNear(
  at: number,
  speakers: readonly Person[],
  { rule, speakerBy }: Omit<SuggestionReason, 'others'>,
  { passages, cast, quoted }: Pick<Reading, 'passages' | 'cast'> & { readonly quoted: readonly Span[] },
): string[] {
  const isNamed = speakerBy === 'name' || speakerBy === 'organization' || speakerBy === 'description';
  if (isNamed && (rule === 'clause' || rule === 'reported')) return [];
  const here = passages.findLastIndex(({ start }) => start <= at);
  const from = passages[Math.max(0, here - 1)]?.start ?? 0;
  const names = startingIn(cast.possible, ({ start }) => start, from, at)
    .filter(({ start }) => !isWithin(quoted, start))
    .map(({ person }) => person.name)
    .filter((name) => !speakers.some((speaker) => speaker.name === name));
  return [...new Set(names.toReversed())].slice(0, mostOthers);
}

function passageByPassage(passages: readonly Passage[], cast: Cast, metadata: ArticleMetadata): SuggestedStatement[] {
  const statements: SuggestedStatement[] = [];
  let index = 0;
  while (index < passages.length) {
    const passage = passages[index];
    if (passage === undefined) break;
    const found = afterCue(passages, index, cast, metadata.language) ?? attributedQuotation(passages, index, cast);
    if (found === null) {
      index += 1;
      continue;
    }
    statements.push(toStatement(found, passages, cast, metadata));
    // The paragraph after may introduce the next one.
    index = Math.max(found.extent.next, index + 1);
  }
  return statements;
}

interface Found {
  readonly cue: Cue | null;
  readonly speaker: Speaker | null;
  readonly extent: Extent;
  readonly strength: number;
}

function afterCue(passages: readonly Passage[], index: number, cast: Cast, language: string | null): Found | null {
  const passage = passages[index];
  const following = passages[index + 1];
  if (passage === undefined) return null;
  const certain = readCue(passage);
  const cue = certain ?? (following?.kind === 'quotation' ? readQuotationCue(passage) : null);
  if (cue === null) return null;
  const speaker = speakerOf(cue, cast, passages, language);
  // "Section 10 says:" before a quotation is no cue unless somebody speaks in it.
  if (certain === null && speaker?.isInCue !== true) return null;
  const extent = extentAfter(cue, passages, cue.here === null ? index + 1 : index, speaker, cast, language);
  return extent === null ? null : { cue, speaker, extent, strength: cue.strength };
}

/** A quotation block that names its speaker below. A pull quote repeats the article and is none. */
function attributedQuotation(passages: readonly Passage[], index: number, cast: Cast): Found | null {
  const passage = passages[index];
  if (passage?.kind !== 'quotation' || passage.isAttribution || isContinued(passages, index)) return null;
  const extent = quotationBlockExtent(passages, index);
  if (extent === null || extent.attribution === null) return null;
  const person = speakerOfAttribution(extent.attribution, cast);
  if (person === null || isRepeated(passage, passages)) return null;
  // A post set into the page is somebody's words, but seldom a statement that the article is about.
  const strength = /\(@[\p{L}\d_.]+\)/u.test(extent.attribution.text) ? 0.55 : 0.75;
  return { cue: null, speaker: { person, isInferred: false, isInCue: false }, extent, strength };
}

/** Inside a quotation block a new statement begins only behind the line of another's name. */
function isContinued(passages: readonly Passage[], index: number): boolean {
  const before = passages[index - 1];
  return before !== undefined && before.block === passages[index]?.block && !isAttributionLine(before.text);
}

function isRepeated(passage: Passage, passages: readonly Passage[]): boolean {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const words = bare(passage.text);
  return passages.some((other) => other.block !== passage.block && bare(other.text).includes(words));
}

/** "Statement by Mayor Ada Byron" over an article that is nothing else. */
function wholeArticle(
  passages: readonly Passage[],
  cast: Cast,
  metadata: ArticleMetadata,
): SuggestedStatement[] | null {
  const heading = readHeadingCue(metadata.title, -metadata.title.length - 1);
  const first = passages.find((passage) => passage.kind === 'paragraph');
  const last = passages.findLast((passage) => passage.kind !== 'heading' && passage.purpose !== 'correction');
  if (
    heading === null ||
    first === undefined ||
    last === undefined ||
    !/\b(?:of|by|from|von|de|du|des|del|di)\b/iu.test(metadata.title)
  )
    return null;
  const voices = passages.map((passage) => voiceOf(passage, null, cast));
  const spoken = voices.filter(({ isFirstPerson }) => isFirstPerson).length;
  if (spoken === 0 || voices.some(({ narration }) => narration >= 2.5)) return null;
  if (passages.some((passage) => readCue(passage) !== null)) return null;
  const named = castOf(
    [
      {
        block: -1,
        kind: 'heading',
        isAttribution: false,
        purpose: null,
        text: metadata.title,
        start: heading.start,
        end: -1,
      },
    ],
    metadata.language,
  );
  const everybody: Cast = {
    people: [...named.people, ...cast.people],
    mentions: [...named.mentions, ...cast.mentions],
    possible: [...named.possible, ...cast.possible],
    organizations: [...named.organizations, ...cast.organizations],
  };
  const speaker = speakerOf(heading, everybody, [], metadata.language);
  const extent: Extent = {
    span: { start: first.start, end: last.end },
    next: passages.length,
    attribution: null,
    isMarked: false,
  };
  return [toStatement({ cue: heading, speaker, extent, strength: 0.7 }, passages, everybody, metadata)];
}

function toStatement(
  found: Found,
  passages: readonly Passage[],
  cast: Cast,
  metadata: ArticleMetadata,
): SuggestedStatement {
  const { cue, extent } = found;
  const signed = extent.attribution === null ? null : speakerOfAttribution(extent.attribution, cast);
  const speaker =
    found.speaker === null || (found.speaker.isInferred && signed !== null)
      ? signed === null
        ? null
        : { person: signed, isInferred: false, isInCue: false }
      : found.speaker;
  return {
    spans: [extent.span],
    kind: 'block',
    speakers: speaker === null ? [] : [speaker.person],
    described: speaker === null ? describedIn(cue, metadata.language) : null,
    said: saidIn(cue, extent, metadata),
    confidence: confidenceOfBlock(found, speaker, passages),
    cue: cue === null ? null : cue.text.slice(0, longestCue),
    reason: {
      rule: cue === null ? 'signed' : cue.form === 'heading' ? 'title' : 'cue',
      speakerBy: speaker === null ? null : speaker.isInferred ? 'role' : 'name',
      others: [],
    },
  };
}

/** "The Alder campaign issued …": how the introduction calls whom it doesn't name. */
function describedIn(cue: Cue | null, language: string | null): string | null {
  const subject = cue === null ? null : subjectOf(cue);
  if (cue === null || subject === null || subject.isJoint) return null;
  return described(cue.text.slice(subject.start, subject.end), language)?.described ?? null;
}

/** The day that the introduction states, else that in the line of the name (a post's date). */
function saidIn(cue: Cue | null, extent: Extent, metadata: ArticleMetadata): PreciseDate | null {
  const introduced = cue === null ? null : saidDate(cue.text, metadata.published, metadata.language);
  return (
    introduced ??
    (extent.attribution === null ? null : saidDate(extent.attribution.text, metadata.published, metadata.language))
  );
}

/** The cue's strength, more for an end that marks show, less for a speaker who had to be inferred. */
function confidenceOfBlock({ extent, strength }: Found, speaker: Speaker | null, passages: readonly Passage[]): number {
  let confidence = strength;
  if (extent.isMarked) confidence += 0.05;
  else if (extent.next < passages.length) confidence -= 0.05;
  if (speaker === null) confidence -= 0.2;
  else if (speaker.isInferred) confidence -= 0.07;
  return Math.round(Math.min(0.97, Math.max(0.2, confidence)) * 100) / 100;
}
