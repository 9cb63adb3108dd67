import { danish } from './da.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import type { Language } from './language.ts';
import { norwegian } from './nb.ts';
import { dutch } from './nl.ts';
import { polish } from './pl.ts';
import { portuguese } from './pt.ts';
import { russian } from './ru.ts';
import { swedish } from './sv.ts';
import { chinese } from './zh.ts';

/**
 * What each language says of itself, put together. A page's own claim of its language is often wrong or
 * missing, and papers mix their own with English: so texts are held against the words of all languages.
 */
export const languages: readonly Language[] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  polish,
  dutch,
  swedish,
  danish,
  norwegian,
  russian,
  chinese,
];

/** The phrases of a kind in some languages, in all of them unless it is said which. */
export function phrasesOf(
  kind: (language: Language) => readonly string[] | undefined,
  among: readonly Language[] = languages,
): readonly string[] {
  return among.flatMap((language) => kind(language) ?? []);
}
