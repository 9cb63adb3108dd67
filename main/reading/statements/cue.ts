import { sentencesOf } from '../../contract/index.ts';
import type { Passage } from './passages.ts';

/** The words by which a newspaper introduces a statement that it prints whole. */
export interface Cue {
  /** As printed: the sentence that introduces, or the heading. */
  readonly text: string;
  /** Offset of `text` in the canonical text. */
  readonly start: number;
  /** In `text`: where the verb or noun stands that makes it a cue; the speaker is looked for around it. */
  readonly pivot: number;
  readonly pivotEnd: number;
  /** `here`: the words follow in the same paragraph from this offset (of the canonical text). */
  readonly here: number | null;
  readonly form: 'heading' | 'sentence';
  /** 0 to 1: how seldom these words introduce anything else. */
  readonly strength: number;
  /** Without a colon only quoted words may follow, or words in the first person. */
  readonly needsQuotation: boolean;
}

const noun =
  '(?:statement|remarks?|letter|message|memo(?:randum)?|e-?mail|press release|news release|release|declaration|communiqué|response|reply|apology|announcement|note|(?:facebook |twitter |blog |social media )?post|speech|testimony|thread|tweet)';
const adjectives = "(?:(?!that\\b|which\\b|of\\b|to\\b)[\\p{L}’'-]+ ){0,4}?";
const saying =
  '(?:said|says|wrote|writes|stated|states|declared|declares|added|responded|replied|announced|explained|told [^:]{2,40})';

interface CuePattern {
  readonly pattern: RegExp;
  readonly strength: number;
}

const english: readonly CuePattern[] = [
  {
    pattern: new RegExp(
      `\\b(?:the|this) following ${adjectives}${noun}(?!\\p{L})|\\b${noun}(?!\\p{L})[^:]{0,60}\\bas follows\\b`,
      'iu',
    ),
    strength: 0.92,
  },
  {
    pattern:
      /\b(?:read|reads|reading|released|published|printed|quoted|printed|text|statement|letter|remarks|message)\b[^:]{0,60}\bin (?:full|its entirety|their entirety)\b|\bfull (?:text|statement|remarks|letter|response)\b/iu,
    strength: 0.9,
  },
  {
    pattern: new RegExp(
      `\\b(?:issued|released|made|posted|published|gave|sent|delivered|read|provided|shared|offered|put out|sent out|tweeted)(?: [^:]{0,30})? (?:this|a|an|the|his|her|its|their) ${adjectives}${noun}(?!\\p{L})`,
      'iu',
    ),
    strength: 0.86,
  },
  {
    pattern: new RegExp(
      `\\b${saying}\\b[^:]{0,80}?\\b(?:in|via|through) (?:a|an|the|his|her|its|their|this|that) ${adjectives}${noun}(?!\\p{L})`,
      'iu',
    ),
    strength: 0.82,
  },
  {
    pattern: new RegExp(
      `\\b(?:in|via|through) (?:a|an|the|his|her|its|their|this|that) ${adjectives}${noun}(?!\\p{L})[^:]*?\\b${saying}(?=[^\\p{L}]|$)`,
      'iu',
    ),
    strength: 0.82,
  },
  {
    pattern: new RegExp(
      `\\b(?:the|this|that|his|her|its|their|whose|a|an|\\p{L}+[’']s?) ${adjectives}${noun}(?: from [^:]{2,60}| by [^:]{2,60}|,? (?:which|posted|issued|released|sent|published|dated|signed)[^:]{2,80})? ?,? ?(?:reads?|said|says|follows|continue[sd]|went on|stated|states|began|begins|stressed)\\b`,
      'iu',
    ),
    strength: 0.85,
  },
  {
    pattern: new RegExp(
      `\\bhere (?:is|are|['’]s)\\b[^:]{0,60}?\\b${noun}(?!\\p{L})|\\bhad (?:this|the following) to say\\b`,
      'iu',
    ),
    strength: 0.88,
  },
  {
    pattern:
      /(?<!^)\b(?:issued|released|sent|posted|published|tweeted|shared|provided|gave|offered|wrote|read(?: out)?|responded with|replied with|answered with) (?:[^:]{0,40} )?the following(?= (?:to|on|in|for|via|at|after|late|early|\p{Lu})|\s*:|,)/iu,
    strength: 0.85,
  },
  {
    pattern:
      /\b(?:posted|published|tweeted|shared|wrote|released|sent) this(?= (?:to|on|in|via|late|early|\p{Lu})|\s*:)/iu,
    strength: 0.8,
  },
];

/** In other languages the noun with a colon after its sentence says enough. */
const foreign: readonly CuePattern[] = [
  {
    pattern:
      /\b(?:folgende[nrs]? (?:\p{L}+ )?(?:Erklärung|Stellungnahme|Mitteilung|Botschaft|Brief|Statement)|im Wortlaut)\b/iu,
    strength: 0.9,
  },
  {
    pattern:
      /\b(?:in|aus|per) (?:einer|einem|der|dem|seiner|ihrer|seinem|ihrem) (?:\p{L}+ )?(?:\p{L}*erklärung|stellungnahme|\p{L}*mitteilung|botschaft|(?:offenen )?brief|schreiben|statement|tweet)\b/iu,
    strength: 0.8,
  },
  {
    pattern:
      /\b(?:communiqué|déclaration|lettre|message|texte)(?: \p{L}+)? (?:suivante?|intégrale?)(?!\p{L})|\bvoici (?:le texte|la déclaration|l[’']intégralité)/iu,
    strength: 0.9,
  },
  {
    pattern: /\b(?:dans|par) (?:un|une|son|sa|leur) (?:bref )?(?:communiqué|déclaration|lettre|message)(?!\p{L})/iu,
    strength: 0.8,
  },
  {
    pattern:
      /\b(?:el|la) siguiente (?:comunicado|declaración|carta|mensaje|nota)(?!\p{L})|\btexto (?:íntegro|completo)\b/iu,
    strength: 0.9,
  },
  {
    pattern:
      /\b(?:en|mediante|a través de) (?:un|una|su) (?:breve )?(?:comunicado|declaración|carta|mensaje|nota)(?!\p{L})/iu,
    strength: 0.8,
  },
  {
    pattern: /\b(?:il|la) seguente (?:comunicato|dichiarazione|lettera|messaggio|nota)(?!\p{L})|\btesto integrale\b/iu,
    strength: 0.9,
  },
  {
    pattern: /\b(?:in|con) (?:un|una|un[’']|sua) ?(?:comunicato|dichiarazione|lettera|messaggio|nota)(?!\p{L})/iu,
    strength: 0.8,
  },
];

/** What follows "a letter with these figures:" is no statement. */
const listAnnounced =
  /\b(?:figures|demands|questions|points|conditions|steps|reasons|changes|items|names|numbers|rules|goals|things|options|recommendations|measures|key findings)\b[^:]{0,30}:?$/iu;

const headingCues: readonly RegExp[] = [
  /^(?:the |her |his |its |their )?(?:statement|letter|message|remarks) in full$/iu,
  /^(?:(?:the |read the )?(?:full|complete|written|official|public|joint|prepared) )*(?:text of (?:the )?)?(?:statement|remarks|open letter|letter|message|declaration|response)(?:$|:|\s(?:of|by|from|on behalf of|in full|attributed to|to)\b)/iu,
  /^(?:read )?(?:the |her |his |its |their )?full (?:text|statement|remarks|letter)\b/iu,
  /^[\p{Lu}][\p{L} .’'-]{2,60}[’']s? (?:full |written |official |open )?(?:statement|remarks|letter|message|response|reply)(?: (?:in full|on .{2,60}))?:?$/iu,
  /^(?:erklärung|stellungnahme|offener brief|mitteilung|statement) (?:von|des|der|vom)\b/iu,
  /^(?:die|der) (?:erklärung|brief|stellungnahme) im wortlaut/iu,
  /^(?:déclaration|communiqué|message|lettre ouverte) (?:de|du|des|d[’'])/iu,
  /^(?:comunicado|declaración|carta abierta|mensaje) (?:de|del)\b/iu,
  /^(?:comunicato|dichiarazione|lettera aperta|messaggio) (?:di|del|della|dell[’'])/iu,
];

function firstMatch(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match;
  }
  return null;
}

/** "Statement of Mayor Ada Byron", "Full statement": also as the title of a whole article. */
export function readHeadingCue(text: string, start: number): Cue | null {
  if (text.length > 160) return null;
  const match = firstMatch(headingCues, text);
  if (match === null) return null;
  return {
    text,
    start,
    pivot: match.index,
    pivotEnd: match[0].length,
    here: null,
    form: 'heading',
    strength: 0.85,
    needsQuotation: false,
  };
}

/** The cue in a paragraph: its last sentence, ending in a colon, or a sentence whose colon quoted words follow. */
export function readCue(passage: Passage): Cue | null {
  if (passage.kind === 'heading') return readHeadingCue(passage.text, passage.start);
  if (passage.kind !== 'paragraph') return null;
  const text = passage.text.trimEnd();
  if (!/:$|:[\s\u00A0]+["“„«]|\b(?:following|in full|reads?|below|follows)\b/iu.test(text))
    return standingLine(passage, text);
  const last = sentencesOf(text).at(-1);
  if (last === undefined) return null;
  if (text.endsWith(':')) {
    return (
      // A colon inside ends no sentence, so the last one may hold more than the introduction; that is well.
      toCue(passage, text.slice(last.start, last.end), last.start, null, false) ??
      (text.length <= 100 ? readHeadingCue(text, passage.start) : null)
    );
  }
  const inline = inlineColon(text);
  if (inline !== null) {
    const opening = sentencesOf(text.slice(0, inline.colon)).at(-1);
    if (opening !== undefined) {
      const cue = toCue(
        passage,
        text.slice(opening.start, inline.colon + 1),
        opening.start,
        passage.start + inline.words,
        true,
      );
      if (cue !== null) return cue;
    }
  }
  if (/[.!]$/u.test(text) && /\b(?:following|in full|reads?|below|follows)\b/iu.test(text.slice(last.start))) {
    const cue = toCue(passage, text.slice(last.start, last.end), last.start, null, true);
    if (cue !== null && cue.strength >= 0.85) return cue;
  }
  return standingLine(passage, text);
}

/** "Statement of Mayor Ada Byron" set as a line of its own. */
function standingLine(passage: Passage, text: string): Cue | null {
  return text.length <= 100 && !/[.!?,;]$/u.test(text) ? readHeadingCue(text, passage.start) : null;
}

/** The first colon with quoted words after it: where it stands, and where the words begin. */
function inlineColon(text: string): { readonly colon: number; readonly words: number } | null {
  const match = /:[\s\u00A0]+(?=["“„«])/u.exec(text);
  return match === null ? null : { colon: match.index, words: match.index + match[0].length };
}

function toCue(
  passage: Passage,
  sentence: string,
  at: number,
  here: number | null,
  needsQuotation: boolean,
): Cue | null {
  // "You will receive the following reply:" explains something to the reader.
  if (listAnnounced.test(sentence) || /\byou\b/iu.test(sentence.replace(/[“"][^”"]*[”"]/gu, ''))) return null;
  const found = [...english, ...(sentence.endsWith(':') ? foreign : [])]
    .map(({ pattern, strength }) => ({ match: pattern.exec(sentence), strength }))
    .find(({ match }) => match !== null);
  const match = found?.match ?? null;
  if (found === undefined || match === null) return null;
  // The introduction's noun stands near its end: fourteen words later it was something else's.
  const tail = sentence.slice(match.index + match[0].length);
  if (tail.split(/\s+/u).length > 15) return null;
  return {
    text: sentence,
    start: passage.start + at,
    pivot: match.index,
    pivotEnd: match.index + match[0].length,
    here,
    form: 'sentence',
    strength: here === null ? found.strength : found.strength - 0.1,
    needsQuotation,
  };
}

const anySaying =
  /(?<![\p{L}])(?:said|says|wrote|writes|stated|declared|added|posted|tweeted|announced|responded|replied|explained|continued|according to|sagte|schrieb|schreibt|erklärte|teilte|heißt es|a déclaré|a écrit|écrit|dijo|escribió|declaró|ha detto|ha scritto|ha dichiarato)(?![\p{L}])/giu;

/** A paragraph with any verb of speech and a colon: enough when a marked quotation follows. */
export function readQuotationCue(passage: Passage): Cue | null {
  if (passage.kind !== 'paragraph') return null;
  const text = passage.text.trimEnd();
  const last = sentencesOf(text).at(-1);
  if (last === undefined || !text.endsWith(':')) return null;
  const sentence = text.slice(last.start, last.end);
  const verb = [...sentence.matchAll(anySaying)].at(-1);
  if (verb === undefined) return null;
  return {
    text: sentence,
    start: passage.start + last.start,
    pivot: verb.index,
    pivotEnd: verb.index + verb[0].length,
    here: null,
    form: 'sentence',
    strength: 0.75,
    needsQuotation: true,
  };
}
