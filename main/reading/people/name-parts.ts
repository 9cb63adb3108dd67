import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';

/** A person's name, taken apart to be compared with others. Letters are folded further than the library folds names. */
export interface NameParts {
  /** Names before the family name; a single letter is an initial. */
  readonly given: readonly string[];
  readonly family: string;
  /** Whether a title or an office stands before the name. */
  readonly hasTitle: boolean;
}

const title = new RegExp(`^(?:${phraseSource(phrasesOf(({ people }) => people?.beforeNames))})\\.?\\s+(?=\\S)`, 'iu');
const suffix = new RegExp(`,?\\s+(?:${phraseSource(phrasesOf(({ people }) => people?.afterNames))})\\.?$`, 'iu');
const particles = new Set(
  'van von der den de del della di da do dos du la le el al bin ibn ter ten zu af av y e'.split(' '),
);

/** Letters that no decomposition takes apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
};

/** Letters alone: without case, accents and signs; an umlaut written with an e (“Mueller”) is the umlaut. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[øłđðþæœßı]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/[\p{M}'’ʼ‘`]/gu, '')
    .replace(/(?<=[aou])e(?!$)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The parts of a name; null where nothing of it is one. */
export function nameParts(name: string): NameParts | null {
  // A register writes "Kast, Jane"; "Kast, Jr." is no given name.
  const plain = name.replace(suffix, '').replace(/^([^,]+), ([^,]+)$/u, '$2 $1');
  const bare = withoutTitles(plain);
  // Initials may stand without a space between them: "J.K."
  const tokens = plainName(bare.replace(/(?<=\p{L}\.)(?=\p{L})/gu, ' '))
    .split(' ')
    .filter((token) => token !== '');
  const family = tokens.pop();
  if (family === undefined || family.length < 2) return null;
  return { given: tokens.filter((token) => !particles.has(token)), family, hasTitle: bare !== plain };
}

/** "Dr. Prof. Kast": as many as there are. */
function withoutTitles(name: string): string {
  const bare = name.replace(title, '');
  return bare === name ? name : withoutTitles(bare);
}

/** Whether a part of a name is a letter that stands for a name; not in scripts that write a name with one sign. */
export function isInitial(part: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]$/u.test(part);
}
