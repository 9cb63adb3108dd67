import { VerbatimError } from '../../../../contract/index.ts';
import type { FormatSource, FoundInFile } from '../../../format.ts';
import type { MimeEntity } from '../../../shared/mime/entity.ts';
import { textOfPart } from '../../../shared/mime/text-part.ts';
import { wordsOfText } from '../../documents/text/read.ts';
import { wordsOfMarkup } from '../../web/html/words.ts';
import { isMarkup, type Letter, openLetter, openLetterFlat, plainTextOf } from './letter.ts';
import { readLetter } from './read-letter.ts';

/** Messages sent along with messages are articles of their own to this depth, and so many of them. */
const deepest = 4;
const mostMessages = 500;
const flattened = `Messages lie in messages here more than ${deepest} deep: the words of the deeper ones follow one another in this one.`;
const unreadMessages =
  'There are more messages sent along with messages than are read. Save those as files of their own in your mail program, and add these.';
interface FoundLetter {
  readonly letter: Letter;
  /** Empty for the message itself, "1", "1.2" for those sent along. */
  readonly part: string;
  /** Why messages that were sent along could not be read. */
  readonly unread: readonly string[];
}

/** For `FormatReader.read`. */
export async function* read({ bytes, name, signal }: FormatSource): AsyncIterable<FoundInFile> {
  const fallbackTitle = name.replace(/\.(?:emlx?|email)$/iu, '').trim() || 'Untitled message';
  for (const found of lettersIn(bytes)) yield await readLetter({ ...found, fallbackTitle, signal });
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return lettersIn(bytes)
    .flatMap(({ letter }) => letter.bodies)
    .map(wordsOfBody)
    .join('\n');
}

/** The message and those sent along with it, in order. */
function lettersIn(bytes: Uint8Array): FoundLetter[] {
  const found: FoundLetter[] = [];
  const visit = (sent: Uint8Array, part: string, depth: number): void => {
    const whole = openLetter(sent);
    const isFlat = depth >= deepest && whole.messages.length > 0;
    const letter = isFlat ? openLetterFlat(sent) : whole;
    const unread: string[] = isFlat ? [flattened] : [];
    found.push({ letter, part, unread });
    for (const [index, message] of letter.messages.entries()) {
      if (isFlat || found.length >= mostMessages) {
        unread.push(unreadMessages);
        return;
      }
      try {
        visit(message.content(), part === '' ? String(index + 1) : `${part}.${index + 1}`, depth + 1);
      } catch (error) {
        if (!(error instanceof VerbatimError)) throw error;
        unread.push(error.message);
      }
    }
  };
  visit(bytes, '', 0);
  // A message that is nothing but the envelope of others is no article of its own.
  const [outer, ...inner] = found;
  const isEnvelope = outer?.letter.bodies.every((body) => !/[\p{L}\p{N}]/u.test(wordsOfBody(body))) === true;
  return isEnvelope && inner.length > 0 ? inner : found;
}

function wordsOfBody(body: MimeEntity): string {
  return isMarkup(body) ? wordsOfMarkup(textOfPart(body)) : wordsOfText(plainTextOf(body));
}
