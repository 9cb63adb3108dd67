import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';
import type { Cue } from './cue.ts';
import { roleWord } from './roles.ts';

/** Words of a cue, by offsets in its text. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
}

/**
 * The head of the subject of a cue's verb: whom the sentence itself makes speak, however many others it names beside. It
 * ends before what hangs on it: a preposition, a relative clause.
 */
export interface Subject extends Phrase {
  /**
   * What may name whom the head describes: between commas behind it ("Reyl’s wife, Mara Reyl, said"), or before it, where
   * it is itself the description and its last comma is missing ("Cy Dee, mayor of Port Ellery said").
   */
  readonly beside: Phrase | null;
  /** Several speak together: "Cy Dee, Bo Li and Ana Voss". */
  readonly isJoint: boolean;
}

/** A verb by which somebody says, writes or gives out something. */
export const speechVerb = new RegExp(
  `(?<!\\p{L})${phraseSource(phrasesOf(({ statements }) => statements?.publishing))}(?!\\p{L})`,
  'giu',
);
/** A statement is no speaker: of "the statement reads" and "a letter was sent" somebody else is. Names are written with a capital. */
const printed = new RegExp(
  `(?<!\\p{L})${phraseSource(phrasesOf(({ statements }) => statements?.printed))}(?!\\p{L})`,
  'u',
);
const clauseOpener = new RegExp(
  `^${phraseSource(phrasesOf(({ statements }) => statements?.clauseOpeners))}(?!\\p{L})`,
  'iu',
);
/** Where, when or how: "at noon", "in a letter". No subject begins so. */
const adverbial = new RegExp(
  `^(?:late|early|shortly|midway|once|at|in|on|by|to|from|with|for|over|under|through|out|up|down|${phraseSource(phrasesOf(({ statements }) => statements?.clauseOpeners))})(?!\\p{L})`,
  'iu',
);

/** Whether a phrase says where, when or how, and not who. */
export function isAdverbial(phrase: string): boolean {
  return adverbial.test(phrase);
}
/** Leads to what hangs on the head of a subject. */
const complement = new RegExp(
  ` ${phraseSource(phrasesOf(({ statements }) => statements?.complements))}(?!\\p{L})`,
  'gu',
);
const beforeVerb = new RegExp(
  `(?:[ \\u00A0]${phraseSource(phrasesOf(({ statements }) => statements?.beforeVerbs))})+$`,
  'iu',
);

/** "Greg Olsen perfectly summed up": how somebody does it. */
const adverbs =
  /(?: (?:(?!(?:fami|al|assemb|bul|supp|rep|monopo|on)ly)\p{Ll}+ly|also|further|always|even|still|often|first|just|have|has|had|never))+$/u;

/** "featuring Ada Byron": what a work has in it. */
const presenting = new RegExp(`^${phraseSource(phrasesOf(({ statements }) => statements?.presenting))}(?!\\p{L})`, 'u');

const joining = /^(?:and|but|so|then|und|aber|et|mais|y|pero|e|ma|mas|en|maar) /iu;

/** "It read in full:": what was named before, and no speaker. */
const thing = /^(?:it|this|that|which|es|dies|das|cela|ceci|esto|questo)$/iu;

/** A role without an article: "mayor", "2012 Präsident". */
const bareRole = new RegExp(`^(?:\\d{4} |\\p{Ll}+ )?${roleWord.source}$`, 'iu');
/** Nothing but words with capitals. */
const nameAlone = /^(?:\p{Lu}[\p{L}\p{M}.’'-]* ){1,5}\p{Lu}[\p{L}\p{M}’'-]*$/u;

/** UTF-16 units before a verb; what is longer is no introduction, and patterns that look back over it would take long. */
const longestClause = 1000;

/** Null where the sentence has no verb of speech with a subject before it: the speaker stands elsewhere, or nowhere. */
export function subjectOf(cue: Cue): Subject | null {
  if (cue.form !== 'sentence') return null;
  const verb = verbAt(cue);
  return verb === null ? null : subjectBefore(cue.text, verb);
}

/** The head of the subject of the verb that begins at an offset of a sentence; null where nothing before it can be one. */
export function subjectBefore(sentence: string, verb: number): Subject | null {
  if (verb > longestClause) return null;
  const parts = partsOf(blanked(sentence.slice(0, verb)));
  // A comma right before the verb closes an apposition: the head stands before that.
  const isClosed = parts.at(-1)?.text.trim() === '';
  const ofClause = parts.filter(({ text }) => text.trim() !== '');
  // "But Kathy Wylde, chief executive of …, said": a word that joins is no clause.
  const opens = (text: string) => clauseOpener.test(text.trim().replace(joining, ''));
  const head = isClosed ? ofClause.find(({ text }) => !opens(text)) : ofClause.at(-1);
  if (head === undefined) return null;
  const leading = /^\s*/u.exec(head.text)?.[0].length ?? 0;
  const joined = joining.exec(head.text.slice(leading))?.[0].length ?? 0;
  const start = head.start + leading + joined;
  const phrase = head.text
    .slice(leading + joined)
    .replace(beforeVerb, '')
    .trimEnd()
    .replace(adverbs, '')
    .trimEnd();
  const bare = phrase.slice(0, complementOf(phrase));
  // "The statement was sent": the passive's subject is what is said, not who says it.
  if (
    bare === '' ||
    thing.test(bare) ||
    printed.test(bare) ||
    presenting.test(bare) ||
    / (?:was|were|is|are|been|being|wurde|été|fue|stato|stata)$/iu.test(phrase)
  )
    return null;
  const at = ofClause.indexOf(head);
  const before = ofClause[at - 1];
  const isDescription = bareRole.test(bare) && before !== undefined && nameAlone.test(before.text.trim());
  const beside = isClosed ? ofClause[at + 1] : isDescription ? before : undefined;
  return {
    start,
    end: start + bare.length,
    beside: beside === undefined ? null : trimmed(beside),
    isJoint: isJoint(bare, isClosed ? [] : ofClause.slice(0, -1)),
  };
}

/** Where what hangs on a head begins. "Nuno de Sá", "Mei van der Zee": a particle of a name leads to nothing. */
function complementOf(phrase: string): number {
  for (const match of phrase.matchAll(complement)) {
    const isParticle =
      /^ (?:de|di|da|do|del|van|von|du|der)$/u.test(match[0]) &&
      /\p{Lu}[\p{L}’'-]*$/u.test(phrase.slice(0, match.index)) &&
      /^(?: (?:la|las|los|der|den|’t|'t))? \p{Lu}/u.test(phrase.slice(match.index + match[0].length)) &&
      !roleWord.test(phrase.slice(0, match.index).split(' ').at(-1) ?? '');
    if (!isParticle && !isOfName(phrase, match)) return match.index;
  }
  return phrase.length;
}

/** "The Dairy Farmers of Canada": many of them, with an article, are an organisation with its whole name. */
function isOfName(phrase: string, { 0: lead, index }: RegExpExecArray): boolean {
  return (
    lead === ' of' &&
    /^the (?:\p{Lu}[\p{L}’'-]* )+\p{Lu}[\p{L}’'-]*s$/iu.test(phrase.slice(0, index)) &&
    /^ (?:the )?\p{Lu}/u.test(phrase.slice(index + lead.length))
  );
}

function trimmed({ text, start }: Part): Phrase {
  const words = text.trim();
  const from = start + text.indexOf(words);
  return { start: from, end: from + words.length };
}

/** Where the verb of the cue stands: its pivot, else the last verb of speech before it, else the first in it. */
function verbAt({ text, pivot, pivotEnd }: Cue): number | null {
  const verbs = [...text.matchAll(speechVerb)].map(({ index }) => index);
  const before = verbs.findLast((at) => at <= pivot);
  return before ?? verbs.find((at) => at < pivotEnd) ?? null;
}

/** Brackets and what stands between dashes are no part of the clause; blanks keep its offsets. */
function blanked(clause: string): string {
  return clause.replace(/\([^()]*\)|\[[^[\]]*\]| [–—] [^–—]* [–—](?= )/gu, (aside) => ' '.repeat(aside.length));
}

interface Part {
  readonly text: string;
  readonly start: number;
}

function partsOf(clause: string): Part[] {
  const parts: Part[] = [];
  for (const text of clause.split(/[,;:]/u))
    parts.push({ text, start: (parts.at(-1)?.start ?? -1) + (parts.at(-1)?.text.length ?? 0) + 1 });
  return parts;
}

/** "Bo Li and Ana Voss", with or without more names before. An organisation may have an "and" of its own in one name. */
function isJoint(head: string, before: readonly Part[]): boolean {
  const [, first = '', second = ''] = /^(.+?) (?:and|und|et|y|e|&) (.+)$/u.exec(head) ?? [];
  if (first === '') return false;
  const isName = (words: string) => /^(?:\S+ )*\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+$/u.test(words.trim());
  return isName(second) && (isName(first) || before.some(({ text }) => isName(text)));
}
