import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';
import { roleWord } from './roles.ts';

/** Nouns that a name may stand before in English, and is not who speaks then. */
const noun = `(?:${roleWord.source}|(?<!\\p{L})${phraseSource([
  ...phrasesOf(({ statements }) => statements?.bodies),
  ...phrasesOf(({ statements }) => statements?.kindsOfPeople),
])})`;
/** At the end of a subject a plural is a noun; right behind a name "wants" and "supporters" look alike. */
const headNoun = new RegExp(`(?:${noun}s?|(?<!\\p{L})\\p{Ll}{3,}s)$`, 'iu');
const knownNoun = new RegExp(`^ ${noun}s?$`, 'iu');
const english = /^(?:en\b|$)/iu;

/**
 * Whether a name is an attribute of what follows it in its phrase: "the Alder campaign", "Alder supporters", "an Alder
 * spokesman". Whose name stands before the head does not speak.
 */
export function isAttribute(after: string, language: string | null): boolean {
  return english.test(language ?? '') && /^(?: \p{Ll}[\p{L}’'-]*){1,4}$/u.test(after) && headNoun.test(after);
}

/** The same of a name in running text, where a verb may follow as well: "Alder aides gathered", but "Alder wants more". */
export function isAttributeIn(text: string, end: number, language: string | null): boolean {
  const next = /^ \p{Ll}[\p{L}-]*/u.exec(text.slice(end, end + 40))?.[0] ?? '';
  return english.test(language ?? '') && knownNoun.test(next);
}

/** Whether a name between offsets is somebody's who belongs to it, and does not speak: "Reyl’s widow". */
export function isOwner(text: string, at: number, end: number): boolean {
  return /(?:[’']s|s[’'])$/u.test(text.slice(at, end))
    ? /^ \p{L}/u.test(text.slice(end))
    : /^[’']s? \p{L}/u.test(text.slice(end));
}

/** Whether a sentence isn't about whom it names at an offset: "hosted by Ada Byron", "Byron’s lawyer", "Byron supporters". */
export function isBeside(text: string, at: number, language: string | null): boolean {
  const name = /^\p{Lu}[\p{L}\p{M}.-]*(?: \p{Lu}[\p{L}\p{M}.-]*)*/u.exec(text.slice(at, at + 100))?.[0] ?? '';
  return (
    besides.test(text.slice(Math.max(0, at - 80), at)) ||
    isOwner(text, at, at + name.length) ||
    isAttributeIn(text, at + name.length, language)
  );
}

/** Right before a name that its sentence isn't about. */
const besides = new RegExp(
  `(?<!\\p{L})(?:by|with|against|about|between|like|${phraseSource(phrasesOf(({ statements }) => statements?.complements))})\\s(?:(?:the|a|an|former|then)\\s)?(?:\\p{L}+\\s)?$`,
  'iu',
);
