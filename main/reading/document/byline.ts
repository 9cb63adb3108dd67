import { blockText } from '../../contract/canonical-text.ts';
import type { Block } from '../../contract/index.ts';
import { phrasesOf } from '../languages/index.ts';
import { holding, phraseSource } from '../languages/phrases.ts';

/** Names of authors in the lines where newspapers put them. */

const particle = '(?:de|da|di|del|della|der|den|du|van|von|zu|ter|la|le|al|el|bin|ibn|y|af|av|dos)';
/** A name's word: capitalised, or an initial; "O’Neill", "Anne-Marie", "McKay", "J.". */
const nameWord = "\\p{Lu}(?:[\\p{L}\\p{M}'’-]*[\\p{L}\\p{M}]|\\.(?:[ -]?\\p{Lu}\\.)*)?\\.?";
const fullName = `${nameWord}(?: (?:${particle} )*${nameWord}){1,4}`;
const fullNamePattern = new RegExp(`^${fullName}$`, 'u');

const notInNames = holding(phrasesOf(({ bylines }) => bylines?.notInNames));

/** What newspapers are called. */
export const paperWord = holding(phrasesOf(({ bylines }) => bylines?.paperWords));

const affiliationPrepositions = phrasesOf(({ bylines }) => bylines?.affiliationPrepositions);
const affiliations = phraseSource(phrasesOf(({ bylines }) => bylines?.affiliations));

/** ", Staff Writer", " for the Port Ellery Courier" */
const roleAfterName = new RegExp(
  `\\s*(?:[,|/•·–—-]|${phraseSource(affiliationPrepositions, { opens: true, closes: true })})\\s*(?:[\\p{L}-]+\\s+){0,6}${affiliations}.*$`,
  'iu',
);
const affiliationOpens = new RegExp(`^\\s*(?:[,|/•·–—-]|${phraseSource(affiliationPrepositions)}(?: the)?)\\s*`, 'iu');

export interface Byline {
  readonly names: readonly string[];
  /** What stood after the names ("Port Ellery Courier"), or null. */
  readonly affiliation: string | null;
}

/** Capital letters only are how a byline is set, not how a name is written. */
export function withoutShouting(name: string): string {
  if (name !== name.toUpperCase() || !/\p{Lu}{3}/u.test(name)) return name;
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}|(?<=\bmc)\p{L}/gu, (letter) => letter.toUpperCase());
}

export function looksLikeName(text: string): boolean {
  // One family name may be a paper's word ("Ana Press"); with more words before it, it is a paper.
  const isPaper = paperWord.test(text) && text.split(' ').length > 3;
  return text.length <= 60 && fullNamePattern.test(text) && !notInNames.test(text) && !isPaper;
}

/** "Tomas Reyl, Ana Voss and Bo Li" → three names; empty when one of them is no name. */
export function splitNames(text: string): string[] {
  const parts = text
    .split(/\s*(?:,|;|&|\/|\||\band\b|\bAND\b|\bund\b|\bUND\b|\bet\b|\by\b|\be\b|\bwith\b|\bmit\b)\s*/u)
    .map((part) => withoutShouting(part.replace(/\s+/gu, ' ').trim()))
    .filter((part) => part !== '');
  return parts.every(looksLikeName) ? parts : [];
}

const bylineLabel = new RegExp(
  `^${phraseSource(phrasesOf(({ bylines }) => bylines?.lineLabels))}\\s*[:\\s]\\s*(?=\\p{Lu})`,
  'iu',
);

/**
 * The names in a byline that stands alone: "By Tomas Reyl and Ana Voss, Port Ellery Courier", "Von Ada
 * Brand", "Tomas Reyl, Staff Writer". Null for anything else.
 */
export function readByline(line: string): Byline | null {
  const text = line
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[–—-]\s*/u, '');
  if (text.length > 160) return null;
  const label = bylineLabel.exec(text)?.[0] ?? '';
  const rest = text
    .slice(label.length)
    .replace(/[.|]$/u, '')
    .replace(/\s*[(|].*$/u, '')
    .replace(/\s*\S+@\S+$/u, '');
  const role = roleAfterName.exec(rest);
  if (label === '' && role === null) return null;
  const names = splitNames(role === null ? rest : rest.slice(0, role.index));
  if (names.length === 0) {
    // "By Tomas Reyl, Marrow Bay": what follows the comma is a place, or the paper.
    const comma = rest.indexOf(',');
    const first = label === '' || comma < 0 ? [] : splitNames(rest.slice(0, comma));
    if (first.length > 0) return { names: first, affiliation: rest.slice(comma + 1).trim() };
    return label === '' ? null : nameBeforePaper(rest);
  }
  const affiliation = role?.[0].replace(affiliationOpens, '').trim();
  return { names, affiliation: affiliation === undefined || affiliation === '' ? null : affiliation };
}

/** "By Tomas Reyl Port Ellery Courier", as it comes when a page is copied. */
function nameBeforePaper(text: string): Byline | null {
  const match = new RegExp(`^(${nameWord} (?:(?:\\p{Lu}\\.|${particle}) )*${nameWord}) (\\p{Lu}.*)$`, 'u').exec(text);
  const [, name = '', paper = ''] = match ?? [];
  return looksLikeName(name) && paperWord.test(paper) && paper.length <= 50
    ? { names: [withoutShouting(name)], affiliation: paper }
    : null;
}

const contactLine = new RegExp(
  `^(?:to )?(?:please )?(?:contact|reach|e-?mail|call|follow|write(?: to)?|text)(?: the| our)?(?: [\\p{L}&]+){0,5}?(?: (?:reporters?|(?:staff )?writers?|authors?|correspondents?|columnists?|journalists?|editors?))? (?<name>${fullName})(?=,| at | on | via | by |:| @| \\()`,
  'iu',
);
const canBeReached = new RegExp(
  `^(?:(?:[Ss]taff )?(?:[Ww]riter|[Rr]eporter|[Ee]ditor|[Cc]olumnist|[Cc]orrespondent) )?(?<name>${fullName}) (?:can|may) be (?:reached|contacted)\\b`,
  'u',
);

/**
 * The reporter whom a contact line names ("Contact reporter Tomas Reyl at …"), or null. The name must be
 * written as one: the line's verb may be in capitals, the name decides by its own letters.
 */
export function reporterOfContactLine(line: string): string | null {
  const text = line.replace(/\s+/gu, ' ').trim();
  const reached = canBeReached.exec(text)?.groups?.name;
  if (reached !== undefined && looksLikeName(reached)) return reached;
  const found = contactLine.exec(text)?.groups?.name;
  if (found === undefined) return null;
  // Matched without regard to case; keep the longest end of it that is a name.
  const words = found.split(' ');
  for (let from = 0; from < words.length - 1; from += 1) {
    const candidate = words.slice(from).join(' ');
    if (looksLikeName(candidate)) return withoutShouting(candidate);
  }
  return null;
}

/** The reporters whom the contact lines name. */
export function reportersOf(blocks: readonly Block[]): string[] {
  const names = blocks.flatMap((block) => {
    const found =
      block.role === 'furniture' && block.purpose === 'contact' ? reporterOfContactLine(blockText(block)) : null;
    return found === null ? [] : [found];
  });
  return [...new Set(names)];
}
