import { phrasesOf } from '../languages/index.ts';

const women = new Set(phrasesOf(({ givenNames }) => givenNames?.women));
const men = new Set(phrasesOf(({ givenNames }) => givenNames?.men));

export function isGivenName(token: string): boolean {
  const name = token.toLowerCase();
  return women.has(name) || men.has(name);
}

/** Whether a given name is borne by women alone, or by men alone, in the languages that are known here. */
export function borneBy(token: string): 'women' | 'men' | null {
  const name = token.toLowerCase();
  if (women.has(name) === men.has(name)) return null;
  return women.has(name) ? 'women' : 'men';
}
