import { isOpener } from './names.ts';
import { isRoleModifier, isRoleWord, organizationEnd, organizationName, roleWord } from './roles.ts';

/**
 * What the words around a name say of the person. The role is kept as the article words it ("Tucson Police
 * Chief", not "Chief of Police"): it is a quotation too, and whoever confirms the statement may change it.
 */
export interface Given {
  readonly role: string | null;
  readonly organization: string | null;
}

const nothing: Given = { role: null, organization: null };

/** A rank or a doctorate says less than an office: "department spokesman Sgt. Pete Dugan". */
export const rank = /^(?:Dr|Prof|Sgt|Lt|Capt|Cpl|Col|Maj|Gen|Rev|Sir|Dame|Lord|Lady)\.?$/u;

export function roleAround(before: string, titled: string | null, after: string): Given {
  const following = roleAfter(after);
  const preceding = roleBefore(before);
  const isRank = titled !== null && rank.test(titled);
  if (titled !== null && !isRank) return { role: titled, organization: following.organization };
  if (preceding.role !== null) return preceding;
  if (following.role !== null) return following;
  return { role: titled, organization: null };
}

/** "police chief ", "a spokeswoman for the Harbour Commission, " in front of a name. */
function roleBefore(before: string): Given {
  // Asked first because the pattern is dear and most names have nothing of the kind before them.
  const isBehindOrganization = /\b(?:for|of|at|with) .*\p{Lu}.*\s$/u.test(before);
  const ofOrganization = !isBehindOrganization
    ? null
    : /([\p{L}’'-]+(?: [\p{L}’'-]+){0,4}) (?:for|of|at|with) (?:the )?(\p{Lu}[^,.;:]{2,60}?),? $/u.exec(before);
  const named = ofOrganization?.[2] ?? '';
  if (ofOrganization !== null && organizationEnd.test(named)) {
    const role = trimRole((ofOrganization[1] ?? '').split(' '));
    if (role !== null) return { role, organization: named };
  }
  // "its chief executive, Jonas Pell", "la maire de Port-Ellery, Anne Duval"
  const parted = introducedBefore.exec(before)?.[1];
  if (parted !== undefined) return readPhrase(parted.replace(/^\p{Ll}+['’]s /u, ''));
  const tokens = afterLastMark(before)
    .split(/[ \u00A0]/u)
    .filter((token) => token !== '');
  const role = trimRole(tokens);
  return role === null || !/[ \u00A0]$/u.test(before) ? nothing : { role, organization: null };
}

/** What stands behind the last mark of punctuation. No pattern: one that ends at the end is tried from every letter on. */
function afterLastMark(text: string): string {
  let from = text.length;
  while (from > 0 && !'.,;:!?()“”"'.includes(text.charAt(from - 1))) from -= 1;
  return text.slice(from);
}

const introducedBefore =
  /(?:^|[\s(“"])(?:the|its|his|her|our|their|die|der|das|le|la|l[’']|el|il|(?:the |a )?\p{L}+[’']s) ?([^,.;:()“”"]{3,80}), $/iu;

/** The role at the end of these words: its head and what modifies it, or null where the last is no role. */
function trimRole(tokens: readonly string[]): string | null {
  const head = tokens.at(-1);
  // "council member" is an office, a member alone is none.
  const isMember =
    head === 'member' &&
    /^(?:council|board|committee|parliament|assembly|cabinet|commission|party|union)$/iu.test(tokens.at(-2) ?? '');
  if (head === undefined || !(isMember || isRoleWord(head))) return null;
  let from = tokens.length - 1;
  while (from > 0 && tokens.length - from < 7) {
    const token = tokens[from - 1] ?? '';
    const isName = /^\p{Lu}/u.test(token) && !isOpener(token) && !/['’]s$/u.test(token);
    // "Board of Regents chairwoman"
    const isInside = token === 'of' && from > 1 && organizationEnd.test(tokens[from - 2] ?? '');
    if (!isName && !isInside && !isRoleModifier(token) && !isRoleWord(token)) break;
    from -= 1;
  }
  return tokens.slice(from).join(' ');
}

/** A finite verb makes a clause of what looked like a role. */
const isClause =
  /(?:^|\s)(?:have|has|had|is|are|was|were|will|would|can|could|may|does|did|hat|ist|war|sind|a|est|sont|ha|es|son)(?:\s|$)/iu;

const articles = '(?:as|als|a|an|the|its|his|her|our|their|then|now|who is|who was|der|die|das|le|la|l’|el|il)';

const appositionPattern = new RegExp(
  `^(?:['’]s)?(?:,| \\(| (?:is|was|serves as|has been)(?= (?:a|an|the)\\b))(?: \\d{1,3},)? (?:\\d{4} )?(?:${articles} )?([^,.;:()—–]{3,110}?)(?:[,.;:()—–]| (?:said|says|told|wrote|who|has|had|was|is|will|would|sagte|sagt|erklärte|teilte|schrieb|betonte|a déclaré|a dit|dijo|afirmó|declaró|ha detto|ha dichiarato)(?!\\p{L})|$)`,
  'u',
);

/** ", the harbour commissioner," and ", a spokeswoman for the commission," behind a name. */
function roleAfter(after: string): Given {
  return readPhrase(appositionPattern.exec(after)?.[1]?.trim() ?? '');
}

/** A role with what it belongs to: "spokeswoman for the commission", "mayor of Port Ellery". */
function readPhrase(phrase: string): Given {
  const words = phrase.split(' ');
  if (phrase === '' || words.length > 14 || isClause.test(phrase)) return nothing;
  // The role's head stands early; a role word far back is somebody else's.
  const opening = words.slice(0, 5).join(' ');
  if (
    !roleWord.test(opening) ||
    /^(?:and|but|who|which|said|says|told|whose|where|when|with|along|as|including|und|et|y|e) /iu.test(phrase)
  )
    return nothing;
  // "Ines Alder, Mayor Ada Byron and …" is a list of people.
  const head = roleWord.exec(opening);
  const rest = head === null ? '' : phrase.slice(head.index + head[0].length).trim();
  if (/^\p{Lu}[\p{L}’'-]+ \p{Lu}/u.test(rest)) return nothing;
  const parted = /^(.*?) (?:for|of|at|with|from|der|des|du|de la|del) (?:the )?(\p{Lu}.*)$/u.exec(phrase);
  if (parted === null) return { role: phrase, organization: null };
  const [, role = '', behind = ''] = parted;
  // Of what follows, only the name: "Tessaly Ferries since May".
  const place =
    /^\p{Lu}\S*(?: (?:(?:of|and|&|for|the|für|der|des|de|la) ){0,2}\p{Lu}\S*){0,7}/u.exec(behind)?.[0] ?? behind;
  const isOffice =
    organizationEnd.test(place) ||
    [...place.matchAll(organizationName)].some((match) => match.index === 0 && match[0].includes(' '));
  const isBusiness =
    /\b(?:spokes(?:man|woman|person)|executive|ceo|cfo|founder|co-founder|director|manager|professor|analyst|researcher|attorney|lawyer|sprecher(?:in)?|porte-parole|portavoz)\b/iu.test(
      role,
    );
  return isOffice || isBusiness ? { role, organization: place } : { role: phrase, organization: null };
}
