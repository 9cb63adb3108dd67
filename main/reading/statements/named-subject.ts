import type { Person } from '../../contract/index.ts';
import { isGivenName } from './given-names.ts';
import { isFullName, isOpener } from './names.ts';
import type { Passage } from './passages.ts';
import { isRoleModifier, isRoleWord, roleWord } from './roles.ts';

const english = /^the /iu;
const foreign = /^(?:der |die |das |la |le |el |il |lo |l[’'])/iu;
/** Count or point at people and name nobody: "Many Democrats". */
const quantifier =
  /^(?:many|some|most|several|few|all|both|two|three|four|five|six|other|another|more|no|every|each|one|these|those|his|her|their|its|our|my|local)$/iu;
/** Names are shorter; longer heads are nobody's. */
const longestHead = 120;
/** Begin a sentence with a capital, and are nobody's name. */
const unnamed =
  /^(?:police|family|staff|people|management|counsel|everyone|everybody|nobody|somebody|someone|neither|both|none|polizei|police|policía|polizia)$/iu;
/** A word of a name: with a capital, a particle, or written as some firms are ("ePort"). */
const nameWord =
  /^(?:(?:el-|al-|as-|an-|ul-|d[’']|\p{Ll}(?=\p{Lu}))?\p{Lu}[\p{L}\p{M}’'-]*|\p{Lu}\p{L}{0,3}\.|(?:\p{Lu}\.)+|&|de|la|las|los|van|der|den|von|of|al|el|bin|ibn|bint|abu|da|di|du|del|ter|y|e|zu)$/u;

/**
 * Whom the head of a subject names, though nothing else in the article vouches for it: "Governor April Marsh", "J.K.
 * Dowling", "NOSTA", "the Kremlin". Null for a description: "a spokesperson", "the company", "residents".
 */
export function namedBy(head: string, passages: readonly Passage[], language: string | null): Person | null {
  if (head.length > longestHead) return null;
  // "Le Duc" is a name in an English paper.
  const article = /^(?:en\b|$)/iu.test(language ?? '') ? english : foreign;
  const isDetermined = article.test(head);
  // "NASA's Steve Clarke": for whom somebody works is no part of the name.
  const owned = /^(.+?)[’']s (?=(?:\p{Lu}[\p{L}\p{M}.-]*\s)+\p{Lu})/u.exec(head);
  const tokens = withoutOpeners(
    head
      .slice(owned?.[0].length ?? 0)
      .replace(article, '')
      .trim()
      .split(/[ \u00A0]+/u),
  );
  const organization = owned?.[1]?.replace(article, '') ?? null;
  const from = Math.max(leadingRole(tokens), beforeGivenName(tokens));
  const own = tokens.slice(from);
  const name = own.join(' ');
  if (
    own.length === 0 ||
    own.length > 6 ||
    // "Greek Foreign Minister" is an office and "We've" a pronoun.
    (from === 0 && neverSurname.test(name)) ||
    /^(?:I|We|You|He|She|It|They)(?:[’']|$)/u.test(own[0] ?? '') ||
    quantifier.test(own[0] ?? '') ||
    /^\p{Ll}+$/u.test(own[0] ?? '') ||
    !own.every((token) => nameWord.test(token))
  )
    return null;
  // Every German noun has a capital ("Zahlreiche Anwohner"): there a role or an abbreviation must vouch for a name.
  if (/^de\b/iu.test(language ?? '') && from === 0 && !/^\p{Lu}{2,}$/u.test(name)) return null;
  if (own.length === 1) return aloneNamed(name, isDetermined, passages);
  const role = from > 0 ? tokens.slice(0, from).join(' ') : null;
  if (!isDetermined && (role !== null || isFullName(own, false) || isFullName(spelledOut(own), false)))
    return { name, role, organization };
  return { name, role: null, organization: name };
}

/** Ends in an office that is nobody's family name, as King, Bishop and Marshal are. */
export const neverSurname =
  / (?:Minister|Secretary|Ambassador|Spokes(?:man|woman|person)|Commissioner|President|Chancellor|Director|Officer|Superintendent|Department)$/u;

/** "As CISA": a small word that begins the sentence. */
function withoutOpeners(tokens: readonly string[]): readonly string[] {
  return tokens.length > 1 &&
    /^(?:as|when|while|like|but|and|so|since|after|before|whatever|sorry)$/iu.test(tokens[0] ?? '')
    ? tokens.slice(1)
    : tokens;
}

/** "Promoter Eddie Hearn", "Browns DL Sheldon Richardson": how many words stand before the given name of a full name. */
export function beforeGivenName(tokens: readonly string[]): number {
  if (isGivenName(tokens[0] ?? '')) return 0;
  const at = tokens.findIndex((token, index) => index > 0 && index < tokens.length - 1 && isGivenName(token));
  return at > 0 && tokens.slice(0, at).every((token) => /^\p{Lu}/u.test(token) && !/^\p{Lu}\.?$/u.test(token)) ? at : 0;
}

/** How many words at the start say what somebody is. What follows is a name, whatever its words mean: "Mayor Hollis Dean". */
function leadingRole(tokens: readonly string[]): number {
  let role = 0;
  for (const [index, token] of tokens.slice(0, -1).entries()) {
    if (isRoleWord(token)) role = index + 1;
    else if (!isRoleModifier(token)) break;
  }
  return role;
}

/** Initials written together are as good as a first name. */
function spelledOut(tokens: readonly string[]): string[] {
  return tokens.map((token, index) => (index === 0 && /^(?:\p{Lu}\.)+$/u.test(token) ? 'Initials' : token));
}

/** One word: a name where it can't be the ordinary word that begins a sentence. */
function aloneNamed(name: string, isDetermined: boolean, passages: readonly Passage[]): Person | null {
  const isAbbreviation = /^(?:\p{Lu}{2,}|\p{Ll}\p{Lu}\p{L}+)$/u.test(name);
  if (isAbbreviation || isDetermined)
    return isOrdinary(name, passages) ? null : { name, role: null, organization: name };
  if (/s$/u.test(name) || isOpener(name) || unnamed.test(name) || roleWord.test(name) || isOrdinary(name, passages))
    return null;
  return { name, role: null, organization: null };
}

const smallWords = new WeakMap<readonly Passage[], ReadonlySet<string>>();

/** Whether the article has the word with a small letter as well. */
function isOrdinary(name: string, passages: readonly Passage[]): boolean {
  let words = smallWords.get(passages);
  if (words === undefined) {
    words = new Set(passages.flatMap(({ text }) => text.match(/(?<!\p{L})\p{Ll}\p{L}*/gu) ?? []));
    smallWords.set(passages, words);
  }
  return words.has(name.toLowerCase());
}
