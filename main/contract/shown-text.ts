/**
 * Other people's text where it is shown among our own: a title in a line of a report, a file's name in
 * the terminal. One rule for every place, so that no name can turn a line around, break it in two,
 * colour a terminal or look like a line that Verbatim wrote. The words of articles and quotations are
 * evidence and are never changed where they are handed over as words.
 */

/** Control characters (C0, DEL, C1; escape sequences begin with them), separators of lines, and the byte order mark. */
const controls = '\\p{Cc}\\u2028\\u2029\\ufeff';
/** What embeds, overrides or isolates a direction (Unicode Bidirectional Algorithm, UAX 9, sections 2.1 to 2.3). */
const turns = '\\u202a-\\u202e\\u2066-\\u2069';
/** Marks that only tell the direction of what stands beside them (UAX 9, section 2.6). */
const directionMarks = '\\u061c\\u200e\\u200f';

const anyOfThem = new RegExp(`[${controls}${turns}${directionMarks}]`, 'gu');
const anyButLines = new RegExp(`(?![\\n\\t])[${controls}${turns}${directionMarks}]`, 'gu');
const beyondOneLine = new RegExp(`[${controls}\\s]+`, 'gu');
const anyTurn = new RegExp(`[${turns}]`, 'gu');

/** A name on one line of a terminal or a report: what could turn or break it is shown as its number, `\u{202e}`. */
export function shownName(name: string): string {
  return name.replace(anyOfThem, numbered);
}

/** Words of several lines in a terminal: the same, but lines and tabs stay. */
export function shownWords(words: string): string {
  return words.replace(anyButLines, numbered);
}

/**
 * A title or name where it heads something that is handed over (a heading, a column, a label): on one
 * line, without what turns the direction of what comes after it. Marks that Hebrew and Arabic names are
 * written with stay. The exact title stands in the JSON beside it.
 */
export function headingName(name: string): string {
  return name.replace(anyTurn, '').replace(beyondOneLine, ' ').trim();
}

/** JSON that is shown in a terminal: the same values, with what a terminal would act on written as its number. */
export function shownJson(value: unknown): string {
  // JSON.stringify escapes C0 already; outside strings it writes none of these.
  return JSON.stringify(value).replace(
    anyOfThem,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function numbered(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
