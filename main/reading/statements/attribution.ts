import { assertNever, type Seal, type SpeakerReference } from '../../contract/index.ts';
import { type CitedPassage, isSame, type PassagePart, type PassageStatement, type Voice } from './cited-passage.ts';
import { writtenDate } from './written-date.ts';

/** Whose words a passage is made of, in sentences. */
export interface Attribution {
  /** Who said them, as what and when, and what is open about that; empty for the article's own words. */
  readonly sentences: readonly string[];
  /** Those of the sentences that must not be left unsaid, whatever else is told: nobody confirmed it, not all words are that speaker's. */
  readonly reservations: readonly string[];
  /** Whoever is named in them, in the order of the words; a speaker whom the article only describes by that description. */
  readonly speakers: readonly Omit<SpeakerReference, 'id'>[];
  /** The days on which they said it, as dates cut at their precision. */
  readonly said: readonly string[];
  /** How far the words are vouched for. */
  readonly seal: Seal;
}

/** Tells a passage of `text`. */
export function attributionOf(text: string, passage: CitedPassage): Attribution {
  switch (passage.kind) {
    case 'own':
      return { sentences: [], reservations: [], speakers: [], said: [], seal: 'original' };
    case 'voiced': {
      const reservations = reservationsOf([passage.voice]);
      return {
        sentences: [`${voiceInWords(passage.voice)}.`, ...reservations],
        reservations,
        ...whoOf([passage.voice]),
      };
    }
    case 'mixed':
      return mixedAttribution(text, passage.parts);
    default:
      return assertNever(passage);
  }
}

/** A speaker with role and organization, as then: "Ines Alder, harbour warden, Port Office". */
export function speakerInWords({ name, role, organization }: Omit<SpeakerReference, 'id'>): string {
  return [name, role, unlessIn(organization, role)].filter((part) => part !== null && part !== '').join(', ');
}

/** Whoever speaks in a statement; null where nobody knows. */
export function speakersInWords({
  speakers,
  described,
}: Pick<PassageStatement, 'speakers' | 'described'>): string | null {
  return speakers.length > 0 ? speakers.map(speakerInWords).join('; ') : described;
}

/** Each voice with its words, then the article's own: nobody gets words that are somebody else's. */
function mixedAttribution(text: string, parts: readonly PassagePart[]): Attribution {
  const voices: { readonly voice: Voice; readonly words: string[] }[] = [];
  const own: string[] = [];
  for (const { voice, span } of parts) {
    const words = `“${excerpt(text.slice(span.start, span.end))}”`;
    const known = voice === null ? undefined : voices.find((one) => isSame(one.voice, voice));
    if (voice === null) own.push(words);
    else if (known === undefined) voices.push({ voice, words: [words] });
    else known.words.push(words);
  }
  const beyond = voices.length > 1 ? 'These words are not one speaker’s.' : 'Not all of these words are the speaker’s.';
  const whose = [
    ...voices.map(({ voice, words }) => ended(`${voiceInWords(voice)}: ${words.join(', ')}`)),
    ...(own.length === 0 ? [] : [ended(`The article’s own words: ${own.join(', ')}`)]),
  ];
  const heard = voices.map(({ voice }) => voice);
  const told = [beyond, ...whose, ...reservationsOf(heard)];
  return { sentences: told, reservations: told, ...whoOf(heard) };
}

function whoOf(voices: readonly Voice[]): Pick<Attribution, 'speakers' | 'said' | 'seal'> {
  return {
    // No words leave that their original doesn't hold; what may have changed is the statement's.
    seal: voices.some(({ statement }) => isChanged(statement)) ? 'changed' : 'original',
    speakers: voices.flatMap(({ statement: { speakers, described } }): Attribution['speakers'] =>
      speakers.length === 0 && described !== null ? [{ name: described, role: null, organization: null }] : speakers,
    ),
    said: voices.flatMap(({ statement: { said } }) => (said === null ? [] : [said.value])),
  };
}

/** "Ines Alder, harbour warden, said 13 November 2024", and in whose words that stands. */
function voiceInWords({ statement, within }: Voice): string {
  const who = speakersInWords(statement) ?? 'Speaker not known';
  const said = statement.said === null ? [] : [`said ${writtenDate(statement.said.value)}`];
  const reported = statement.kind === 'indirect' ? ['reported in the article’s words'] : [];
  const outer = within.map((one) => `within the words of ${speakersInWords(one) ?? 'a speaker who is not known'}`);
  return [who, ...said, ...reported, ...outer].join(', ');
}

/** What is open about some voices. */
function reservationsOf(voices: readonly Voice[]): readonly string[] {
  const statements = voices.flatMap(({ statement, within }) => [statement, ...within]);
  const suggested = statements.filter(({ state }) => state !== 'confirmed').length;
  const packages = new Set(
    statements.flatMap(({ state, fromPackage }) =>
      state === 'confirmed' && fromPackage !== undefined ? [fromPackage] : [],
    ),
  );
  return [
    ...(suggested === 0
      ? []
      : [
          suggested === statements.length
            ? 'Who said it is suggested by Verbatim and confirmed by nobody.'
            : 'Not all of these speakers are confirmed: Verbatim suggested some.',
        ]),
    ...(statements.some(isChanged) ? ['The words have changed since the statement was made.'] : []),
    ...[...packages].map((name) => `Confirmed in the package ${name}, not here.`),
  ];
}

/** Whether a statement's words aren't those any more that it was made on. */
function isChanged({ placement }: PassageStatement): boolean {
  return placement === 'changed';
}

/** More characters of one speaker's words than this are told by their beginning and their end. */
const longestExcerpt = 90;
/** So many words stand at either end. */
const wordsAtEnds = 5;

/** On one line and without marks at its ends: those of a quotation belong to neither side. */
function excerpt(words: string): string {
  const line = words.replace(/\s+/gu, ' ').replace(/^[\s"“”„«»‘’‹›「」『』]+|[\s"“”„«»‘’‹›「」『』]+$/gu, '');
  const all = line.split(' ');
  if (line.length <= longestExcerpt || all.length <= 2 * wordsAtEnds) return line;
  return `${all.slice(0, wordsAtEnds).join(' ')} … ${all.slice(-wordsAtEnds).join(' ')}`;
}

/** A sentence with its full stop; words in quotation marks may bring it. */
function ended(sentence: string): string {
  return /[.!?…]”?$/u.test(sentence) ? sentence : `${sentence}.`;
}

/** "Chief of the Tucson Police Department, Tucson Police Department" says it twice. */
function unlessIn(organization: string | null, role: string | null): string | null {
  if (organization === null || role === null) return organization;
  return role.toLowerCase().includes(organization.toLowerCase()) ? null : organization;
}
