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

export function judgeSpeakers(
  labelled: readonly LabelledSpeaker[],
  answered: readonly string[],
  naming: LabelledArticle['naming'],
): SpeakerVerdict {
  if (answered.length === 0) return labelled.length === 0 ? 'rightly-nobody' : 'abstained';
  const isWhole =
    labelled.length === answered.length &&
    labelled.every((speaker) => answered.some((name) => isSpeaker(speaker, name, naming))) &&
    answered.every((name) => labelled.some((speaker) => isSpeaker(speaker, name, naming)));
  return isWhole ? 'right' : 'wrong';
}
