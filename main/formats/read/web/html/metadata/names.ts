import { withoutShouting } from '../../../../../reading/document/byline.ts';
import { monthOf } from '../../../../../reading/document/month-names.ts';
import { agency, closer, degree, deskWord, notNames, opener, saysRole } from './name-words.ts';

/** From byline lines to names of people. */

export interface NameOptions {
  /** The publication's own name is no author. */
  readonly publication: string | null;
}

/**
 * Splits a byline into names: "By Ana Bell and Tom Ruiz, staff reporters" gives two. What is no
 * name (a desk, a role, an address) is left out.
 */
export function namesIn(byline: string, options: NameOptions): string[] {
  const names: string[] = [];
  for (const written of splitNames(withoutFrame(byline))) {
    const name = withoutAffiliation(tidyName(written), options);
    // After a full name, or a firm's, a single word is a town, unless an agency signs too.
    const first = names[0] ?? '';
    if ((first.includes(' ') || agency.test(first)) && !name.includes(' ') && !agency.test(name)) continue;
    if (degree.test(name) || !isName(name, options)) continue;
    if (!names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
  }
  return names;
}

/** A byline without what introduces it and what is said beside it. */
function withoutFrame(byline: string): string {
  let text = byline
    .replace(/\s+/gu, ' ')
    .replace(
      /^(?:view|show|see|read|more)\b[^:]{0,30}\b(?:by|of|from)\s+|^(?:alle|weitere|mehr) (?:beiträge|artikel) (?:von|anzeigen von)\s+/iu,
      '',
    )
    .replace(/\s*\b(?:view|show|see) (?:all|more)\b.*$|\s*search for (?:this|more).*$/iu, '')
    .replace(/\s*[|•·–—-]+\s*$/u, '')
    .replace(/^(?:Post author|Authors?|Autor(?:in)?|By|Von|About|Über)(?=\s*\p{Lu}\p{Ll})/u, '')
    .replace(/\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \p{Lu}\p{Ll}+ \d.*$/u, '')
    .replace(
      /\s+(?:Illustration(?:en)?|Foto(?:s|graf(?:ie|ien|in)?)?|Photos?|Bild(?:er)?|Grafik|Übersetzung|Video)\s*(?::|von\b|by\b).*$/u,
      '',
    )
    .replace(/\s*(?:\bDate\b|\bShares?\b|Follow|\b[Ii]n\s+\p{Lu}).*$/u, '')
    .trim();
  for (let round = 0; round < 3; round += 1) {
    const shorter = text.replace(opener, '').trim();
    if (shorter === text) break;
    text = shorter;
  }
  text = withoutRole(text).replace(/^.{3,60}\b(?:artikel|text|beitrag) von:?\s+(?=\p{Lu})/iu, '');
  return beforeDate(text)
    .replace(/https?:\/\/\S+|\S+@\S+\.\S+|(?<!\S)@\w+/gu, ' ')
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** "Ana Bell December 6, 2017", "Ana Bell 6 de mayo": a month beside a number ends the names. */
function beforeDate(text: string): string {
  for (const match of text.matchAll(
    /(?<=^|[\s,])(?:\d{1,2}\S{0,2}\s+(?:de\s+|of\s+)?(\p{L}{3,10})|(\p{L}{3,10})\.?(?=\s+\d))(?!\p{L})/gu,
  ))
    if (monthOf(match[1] ?? match[2] ?? '', null) !== null) return text.slice(0, match.index);
  return text;
}

const separator = /\s*(?:;|\||•|·|\s\/\s|,)\s*/u;
const conjunction = /\s+(?:and|AND|und|UND|y|et|e|en|og|och|i|with|mit|&|\+)\s+(?=\p{Lu})/u;

/** The parts of a list of names. "Ministry for Harbours and Fisheries" is one: an "and" parts whole names only, or single ones. */
function splitNames(text: string): string[] {
  return text.split(separator).flatMap((part) => {
    const ends = part.split(conjunction);
    return ends.every((end) => mayBeName(end)) ? ends : [part];
  });
}

function mayBeName(text: string): boolean {
  const name = tidyName(text);
  return !name.includes(' ') || isFullName(name) || saysRole(name) || /\d/u.test(name);
}

/** "Ana Bell Associated Press", "Ana Bell Harbour Courier": whom a person writes for is no part of the name. */
function withoutAffiliation(name: string, { publication }: NameOptions): string {
  const words = name.split(' ');
  for (let length = words.length - 1; length >= 2; length -= 1) {
    const rest = words.slice(length).join(' ');
    if (!agency.test(rest) && (publication === null || squeeze(rest) !== squeeze(publication))) continue;
    const person = words.slice(0, length).join(' ');
    if (isFullName(person)) return person;
  }
  return name;
}

/** Whether a line says that it names its writer ("By …", "Autor: …"), rather than holding a name only. */
export function saysWriter(line: string): boolean {
  return opener.test(line.trim());
}

/** "FOCUS-Online-Experte Ana Bell", "Staff Writer Ana Bell": the role before a name is none of it. */
function withoutRole(text: string): string {
  return text.replace(
    /^(?:\S+ )?\S*(?:Experte|Expertin|Redakteur(?:in)?|Reporter(?:in)?|Korrespondent(?:in)?|Gastautor(?:in)?|Rechtsanwält(?:in)?|Rechtsanwalt|Correspondent|Editor|Writer)\s+(?=\p{Lu}\S+ \p{Lu})/u,
    '',
  );
}

function tidyName(part: string): string {
  const name = part
    .replace(opener, '')
    .replace(closer, '')
    .replace(/\s(?:am|at|on|um|le|el|in|im|den)$/u, '')
    .replace(/^[\s"'“”„.,:;–—|*-]+|[\s"'“”„,:;–—|*/-]+$/gu, '')
    .trim();
  return withoutCapitals(fromAccount(name));
}

/** Capital letters only are how a byline is set; a firm's own may be meant so. */
function withoutCapitals(name: string): string {
  return /^[\p{Lu}.'’-]+(?: [\p{Lu}.'’-]{2,}){1,3}$/u.test(name) && !deskWord.test(name) && !agency.test(name)
    ? withoutShouting(name)
    : name;
}

/** "ana.bell" is how an account writes "Ana Bell". */
function fromAccount(name: string): string {
  return /^\p{Ll}{2,}\.\p{Ll}{3,}$/u.test(name)
    ? name.replace('.', ' ').replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
    : name;
}

export function isName(text: string, options: NameOptions): boolean {
  if (text.length < 2 || text.length > 60 || !/\p{L}/u.test(text)) return false;
  if (/^(?:eine?|der|die|das|the|an?) /iu.test(text) && text.split(' ').length > 2 && !agency.test(text)) return false;
  if (notNames.test(text) || /^\/|[<>{}=#%]|https?:|www\./iu.test(text)) return false;
  const words = text.split(' ');
  if (words.length > 6) return false;
  if (/\d{2}|\d\.\s/u.test(text)) return false;
  if (words.length > 1 && saysRole(text)) return false;
  if (options.publication !== null && squeeze(text) === squeeze(options.publication)) return false;
  return !/\.(?:com|de|org|net|at|ch|fr|es|it|co\.uk|pl)$/iu.test(text);
}

function squeeze(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(?:the|der|die|das|la|le|el)\s/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const particle =
  "(?:de|da|di|do|dos|das|del|della|du|der|den|van|von|vom|zu|zur|zum|ter|ten|la|le|el|al|bin|ibn|y|e|af|av|und|v\\.|d’|d')";
const nameWord = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const fullName = new RegExp(
  `^(?:(?:Dr|Prof|Dipl)\\S* )*${nameWord}(?: (?:${particle} )*${nameWord}){1,4}$|^\\p{Script=Han}{2,4}$`,
  'u',
);

/** "Ana Bell", not "abell", "ana.bell" or "Admin". */
export function isFullName(name: string): boolean {
  return fullName.test(name) && !deskWord.test(name) && !agency.test(name);
}
