import { isOpener } from './names.ts';
import { isRoleWord, organizationEnd, organizationName, organizationOfRole, organizationWord } from './roles.ts';

/** The organisations that a text names, with where. */
export function organizationsIn(text: string): { name: string; at: number }[] {
  if (!organizationWord.test(text)) return [];
  return [...text.matchAll(organizationName)].flatMap((match) => {
    let name = match[0];
    let at = match.index;
    for (;;) {
      const first = /^(\S+) /u.exec(name)?.[1];
      if (first === undefined || !(isOpener(first) || /^(?:of|and|&)$/u.test(first))) break;
      name = name.slice(first.length + 1);
      at += first.length + 1;
    }
    // "Port Ellery Police Chief" names an office.
    const next = /^ (\p{Lu}[\p{L}-]*)/u.exec(text.slice(at + name.length))?.[1] ?? '';
    return name.includes(' ') && !isRoleWord(next) ? [{ name, at }] : [];
  });
}

const force = /(?:Police|Fire|Sheriff[’']s) (?:Department|Service|Force|Bureau|Office)$/u;

/** The organisation that a role's own words point to, among those the article names; null in doubt. */
export function organizationOf(role: string | null, organizations: readonly string[]): string | null {
  if (role === null) return null;
  const bare = role.replace(/^(?:former|acting|interim|deputy|assistant|then)\s+/iu, '');
  const rule = organizationOfRole.find(([pattern]) => pattern.test(bare));
  if (rule === undefined) return null;
  const [pattern, noun] = rule;
  const named = bare
    .replace(pattern, '')
    .replace(/\b(?:deputy|assistant|executive|vice|chief)\s*$/iu, '')
    .trim();
  const prefix = named.toLowerCase();
  if (prefix === '') {
    // "Commissioner Alder" belongs to the one commission that the article names, "Chief Dunn" to the one force.
    const isRanked = /^(?:chief|captain|sergeant|sgt\.?|lieutenant|lt\.?|detective|officer)$/iu.test(bare);
    if (!isRanked && !/\b(?:commissioner|council|sheriff|superintendent)/iu.test(bare)) return null;
    const only = new Set(organizations.filter((name) => (isRanked ? force : noun).test(name)));
    return only.size === 1 ? ([...only][0] ?? null) : null;
  }
  const fitting = organizations.filter((name) => {
    const lower = name.toLowerCase();
    const at = ` ${lower} `.indexOf(` ${prefix} `);
    return (
      at >= 0 &&
      noun.test(name) &&
      (at === 0 ||
        lower
          .slice(at + prefix.length)
          .trim()
          .split(' ').length <= 1)
    );
  });
  // "Tessaly spokesman" fits whatever begins with Tessaly: only one candidate is none too many.
  const distinct = [...new Set(fitting)];
  const found = distinct.length === 1 || noun.source !== '.' ? distinct[0] : undefined;
  // "Tessaly State University President": the role holds the organisation's own name.
  const isOwn =
    organizationEnd.test(named) && named.includes(' ') && !/(?:Police|Port|House|Force|Team|City)$/u.test(named);
  return found ?? (isOwn ? named : null);
}
