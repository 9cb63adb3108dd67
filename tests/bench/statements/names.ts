import type { LabelledArticle, LabelledSpeaker } from '../../support/labelled-statements/article.ts';

const articles =
  /^(?:the|a|an|der|die|das|ein|eine|el|los|la|las|un|una|une|le|les|il|lo|gli|uno|o|os|as|um|uma|de|het|een) |^l'/u;
const titles =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|herr|frau|m|mme|mlle|señor|señora|sr|sra|don|doña|signor|signora|dott|dottoressa|dhr|mevrouw|meneer)\.? /u;

/** A name as it is compared: any apostrophe, with or without spaces between initials, no article or form of address. */
export function nameKey(name: string): string {
  let key = name.normalize('NFC').toLowerCase().replace(/[’‘`]/gu, "'").replace(/\s+/gu, ' ').trim();
  // Initials first: "M. J. Kast" is no Monsieur.
  key = key.replace(/(?<=(?<!\p{L})\p{L})\.\s*(?=\p{L}(?!\p{L}))/gu, '');
  key = key.replace(articles, '').replace(/'s?$/u, '');
  while (titles.test(key)) key = key.replace(titles, '');
  return key.replace(/\./gu, '').trim();
}

function wordsOf(name: string): ReadonlySet<string> {
  return new Set(nameKey(name).match(/[\p{L}\p{N}'-]+/gu) ?? []);
}

function contains(whole: ReadonlySet<string>, part: ReadonlySet<string>): boolean {
  return part.size > 0 && [...part].every((word) => whole.has(word));
}

/** Whether an answer names this speaker. A description is right in any longer or shorter wording. */
export function isSpeaker(labelled: LabelledSpeaker, answer: string, naming: LabelledArticle['naming']): boolean {
  return labelled.names.some((name) => {
    if (nameKey(name) === nameKey(answer)) return true;
    if (labelled.form !== 'unnamed' && naming === 'whole') return false;
    const [wanted, given] = [wordsOf(name), wordsOf(answer)];
    return contains(wanted, given) || contains(given, wanted);
  });
}

export type SpeakerVerdict =
  /** Everybody who spoke, and nobody else. */
  | 'right'
  /** Names somebody, and not exactly those who spoke. */
  | 'wrong'
  /** Names nobody where somebody is known to have spoken. */
  | 'abstained'
  /** Names nobody, and nobody is to be named. */
  | 'rightly-nobody';

/**
 * A description in place of a name is right for somebody whom no name is known for, and for an organization that is
 * called so; in place of a person who could have been named it is nobody.
 */
export function judgeSpeakers(
  labelled: readonly LabelledSpeaker[],
  { speakers, described }: { readonly speakers: readonly string[]; readonly described: string | null },
  naming: LabelledArticle['naming'],
): SpeakerVerdict {
  if (speakers.length === 0) {
    if (labelled.length === 0) return 'rightly-nobody';
    const isDescribed =
      described !== null &&
      labelled.every((speaker) => speaker.form !== 'person' && isSpeaker(speaker, described, naming));
    return isDescribed ? 'right' : 'abstained';
  }
  // Of "Angus Mair and other skippers" the others may go without saying.
  const toBeNamed = labelled.filter(({ form }) => form !== 'unnamed');
  const isWhole =
    labelled.length > 0 &&
    toBeNamed.every((speaker) => speakers.some((name) => isSpeaker(speaker, name, naming))) &&
    speakers.every((name) => labelled.some((speaker) => isSpeaker(speaker, name, naming)));
  return isWhole ? 'right' : 'wrong';
}
