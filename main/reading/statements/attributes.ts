import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';
import { roleWord } from './roles.ts';

/** Nouns that a name may stand before in English, and is not who speaks then. */
const headNoun = new RegExp(
  `(?:${roleWord.source}|(?<!\\p{L})(?:${phraseSource([
    ...phrasesOf(({ statements }) => statements?.bodies),
    ...phrasesOf(({ statements }) => statements?.kindsOfPeople),
  ])}|\\p{Ll}{3,}s))$`,
  'iu',
);

/**
 * Whether a name is an attribute of what follows it in its phrase: "the Alder campaign", "Alder supporters", "an Alder
 * spokesman". Whose name stands before the head does not speak.
 */
export function isAttribute(after: string, language: string | null): boolean {
  return /^(?:en\b|$)/iu.test(language ?? '') && /^(?: \p{Ll}[\p{L}’'-]*){1,4}$/u.test(after) && headNoun.test(after);
}

/** Whether a sentence isn't about whom it names at an offset: "hosted by Ada Byron", "Byron’s lawyer", "Byron supporters". */
export function isBeside(text: string, at: number, language: string | null): boolean {
  const name = /^\p{Lu}[\p{L}\p{M}.-]*(?: \p{Lu}[\p{L}\p{M}.-]*)*/u.exec(text.slice(at, at + 100))?.[0] ?? '';
  const after = text.slice(at + name.length, at + name.length + 60);
  const word = /^ \p{Ll}[\p{L}-]*/u.exec(after)?.[0] ?? '';
  return besides.test(text.slice(Math.max(0, at - 80), at)) || /^[’']s?\s/u.test(after) || isAttribute(word, language);
}

/** Right before a name that its sentence isn't about. */
const besides = new RegExp(
  `(?<!\\p{L})(?:by|with|against|about|between|like|${phraseSource(phrasesOf(({ statements }) => statements?.complements))})\\s(?:(?:the|a|an|former|then)\\s)?(?:\\p{L}+\\s)?$`,
  'iu',
);
