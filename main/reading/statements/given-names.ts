import { languages, phrasesOf } from '../languages/index.ts';

const everywhere = new Set([
  ...phrasesOf(({ givenNames }) => givenNames?.women),
  ...phrasesOf(({ givenNames }) => givenNames?.men),
]);

/** Whether a word is a given name in any language that is known here. */
export function isGivenName(token: string): boolean {
  return everywhere.has(token.toLowerCase());
}

const byLanguage = new Map(
  languages.flatMap(({ code, givenNames }) =>
    givenNames === undefined
      ? []
      : [[code, { women: new Set(givenNames.women), men: new Set(givenNames.men) }] as const],
  ),
);

/** Whether a given name is borne by women alone, or by men alone, in an article's language: Michele is a man in Italian. */
export function borneBy(token: string, language: string | null): 'women' | 'men' | null {
  const known = byLanguage.get(/^[a-z]+/iu.exec(language ?? '')?.[0].toLowerCase() ?? 'en');
  const name = token.toLowerCase();
  if (known === undefined || known.women.has(name) === known.men.has(name)) return null;
  return known.women.has(name) ? 'women' : 'men';
}
