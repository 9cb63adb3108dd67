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
  if (!/[ \u00A0]$/u.test(before)) return nothing;
  if (before.endsWith(', ')) {
    const parted = afterLastMark(before.slice(0, -2));
    // "its chief executive, Jonas Pell", "la maire de Port-Ellery, Anne Duval"
    const introduced = introducedBy.exec(parted)?.[1];
    return roleForOrganization(parted) ?? (introduced === undefined ? nothing : readPhrase(introduced));
  }
  const near = afterLastMark(before.trimEnd());
  const role = trimRole(near.split(/[ \u00A0]+/u));
  return roleForOrganization(near) ?? (role === null ? nothing : { role, organization: null });
}

const forOrganization = / (?:for|of|at|with) (?:the )?(?=\p{Lu})/gu;
/** Longer ones are sentences. */
const longestOrganization = 61;

/** "a spokeswoman for the Harbour Commission": the role, and whose it is. */
function roleForOrganization(phrase: string): Given | null {
  for (const match of phrase.matchAll(forOrganization)) {
    const organization = phrase.slice(match.index + match[0].length);
    if (organization.length > longestOrganization || !organizationEnd.test(organization)) continue;
    const role = trimRole(phrase.slice(0, match.index).split(' '));
    if (role !== null) return { role, organization };
  }
  return null;
}

/** What stands behind the last mark of punctuation. No pattern: one that ends at the end is tried from every letter on. */
function afterLastMark(text: string): string {
  let from = text.length;
  while (from > 0 && !'.,;:!?()“”"'.includes(text.charAt(from - 1))) from -= 1;
  return text.slice(from);
}

const introducedBy =
  /(?:^|\s)(?:(?:the|its|his|her|our|their|die|der|das|le|la|el|il|(?:the |a )?\p{L}+[’']s) |l[’'])(?:\p{Ll}+['’]s )?(.{3,80})$/iu;

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
  // "his bid for president" is no office.
  if (head !== null && /(?:^|\s)(?:for|against|to|from)\s/u.test(phrase.slice(0, head.index))) return nothing;
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
