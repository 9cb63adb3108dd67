import { VerbatimError } from '../../../../contract/index.ts';
import { type MimeEntity, type MimeMessage, parseMime, parseMimeFlat } from '../../../shared/mime/entity.ts';
import {
  leavesOf,
  locateParts,
  RelatedParts as Related,
  type RelatedParts,
} from '../../../shared/mime/related-parts.ts';
import { textOfPart } from '../../../shared/mime/text-part.ts';
import { unflow, withoutArmour } from './flowed.ts';

/** An e-mail message taken apart: what is read, and what came with it. */
export interface Letter {
  readonly fields: MimeEntity['fields'];
  /** The parts that are the message's own text, in reading order. */
  readonly bodies: readonly MimeEntity[];
  readonly related: RelatedParts;
  readonly attachments: readonly MimeEntity[];
  /** Messages that were sent along whole. */
  readonly messages: readonly MimeEntity[];
  readonly unclosed: boolean;
  readonly truncated: boolean;
}

/** Opens a message. Throws `unsupported` where its text is encrypted or hidden in a signature. */
export function openLetter(bytes: Uint8Array): Letter {
  return letterOf(parseMime(messageOf(bytes)));
}

/** The same with the words of all messages that were sent along as its own, in their order. */
export function openLetterFlat(bytes: Uint8Array): Letter {
  return letterOf(parseMimeFlat(messageOf(bytes)));
}

function letterOf({ root, unclosed, truncated }: MimeMessage): Letter {
  const contents = new Contents();
  contents.take(root, true);
  return {
    fields: root.fields,
    bodies: contents.bodies,
    related: new Related(locateParts(root, leavesOf(root))),
    attachments: contents.attachments,
    messages: contents.messages,
    unclosed,
    truncated,
  };
}

/** Apple Mail's `.emlx` writes a message's length above it and a property list below. */
function messageOf(bytes: Uint8Array): Uint8Array {
  const first = /^(\d{1,12})[ \t]*\r?\n/u.exec(Buffer.from(bytes.subarray(0, 32)).toString('latin1'));
  if (first?.[1] === undefined) return bytes;
  const start = first[0].length;
  return bytes.subarray(start, start + Number(first[1]));
}

/** A plain part as its writer meant it. */
export function plainTextOf(entity: MimeEntity): string {
  const text = textOfPart(entity);
  const isFlowed = entity.parameters.get('format')?.toLowerCase() === 'flowed';
  return withoutArmour(isFlowed ? unflow(text, entity.parameters.get('delsp')?.toLowerCase() === 'yes') : text);
}

/** True for markup; else the part is plain text. */
export function isMarkup({ type }: MimeEntity): boolean {
  return type === 'text/html' || type === 'application/xhtml+xml';
}

/** What only programs read: invitations' answers, signatures, the words for voice mail. */
const forPrograms =
  /^(?:application\/(?:pgp-signature|(?:x-)?pkcs7-signature|pgp-encrypted)|message\/(?:delivery-status|disposition-notification|feedback-report)|text\/(?:rfc822-headers|x-amp-html|x-watch-html))$/u;

class Contents {
  readonly bodies: MimeEntity[] = [];
  readonly attachments: MimeEntity[] = [];
  readonly messages: MimeEntity[] = [];

  take(entity: MimeEntity, isFirst: boolean): void {
    const { type, parts } = entity;
    if (type.startsWith('multipart/')) this.#takeParts(entity, isFirst);
    else if (/^application\/(?:x-)?pkcs7-mime$/u.test(type)) throw sealed(entity);
    else if (type === 'message/rfc822' || type === 'message/global') this.messages.push(entity);
    else if (forPrograms.test(type)) return;
    else if (this.#isBody(entity, isFirst)) {
      if (/^\s*-----BEGIN PGP MESSAGE-----/u.test(type === 'text/plain' ? textOfPart(entity).slice(0, 200) : ''))
        throw encrypted('OpenPGP');
      this.bodies.push(entity);
    } else if (parts.length === 0) this.attachments.push(entity);
  }

  #isBody(entity: MimeEntity, isFirst: boolean): boolean {
    if (entity.type !== 'text/plain' && !isMarkup(entity)) return false;
    if (entity.disposition === 'attachment') return isFirst && entity.fileName === null;
    return isFirst || entity.fileName === null;
  }

  #takeParts({ type, parts }: MimeEntity, isFirst: boolean): void {
    switch (type) {
      case 'multipart/encrypted':
        throw encrypted('OpenPGP');
      case 'multipart/signed':
        for (const part of parts.slice(0, 1)) this.take(part, isFirst);
        return;
      case 'multipart/alternative': {
        const chosen = chooseAlternative(parts);
        if (chosen !== null) this.take(chosen, isFirst);
        return;
      }
      case 'multipart/related': {
        const [first, ...rest] = parts;
        if (first !== undefined) this.take(first, isFirst);
        this.attachments.push(...rest.flatMap(leavesOf));
        return;
      }
      default:
        for (const [index, part] of parts.entries()) this.take(part, isFirst && index === 0);
    }
  }
}

/**
 * Of alternatives the last is the richest (RFC 2046, 5.1.4). Markup is read where it has the words; a page
 * that only says "see our site" gives way to the plain text beside it.
 */
function chooseAlternative(parts: readonly MimeEntity[]): MimeEntity | null {
  const withMarkup = parts.findLast((part) => leavesOf(part).some(isMarkup));
  const plain = parts.findLast((part) => part.type === 'text/plain');
  if (withMarkup === undefined || plain === undefined) return withMarkup ?? plain ?? parts.at(-1) ?? null;
  const words = (text: string): number => text.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0;
  const markup = leavesOf(withMarkup)
    .filter(isMarkup)
    .map((part) => textOfPart(part).replace(/<(style|script|title)\b[\s\S]*?<\/\1\s*>|<[^<>]*>/giu, ' '))
    .join(' ');
  return words(markup) * 2 >= words(plainTextOf(plain)) ? withMarkup : plain;
}

function encrypted(how: string): VerbatimError {
  return new VerbatimError(
    'unsupported',
    `The message is encrypted (${how}). Open it in your mail program, save what it shows as a file of its own (as text, as a page or as PDF), and add that.`,
  );
}

function sealed(entity: MimeEntity): VerbatimError {
  const kind = entity.parameters.get('smime-type')?.toLowerCase() ?? '';
  if (kind !== 'signed-data' && !/\.p7s$/iu.test(entity.fileName ?? '')) return encrypted('S/MIME');
  return new VerbatimError(
    'unsupported',
    'The message is inside its own signature (S/MIME), where only a mail program can read it. Open it there, save what it shows as a file of its own, and add that.',
  );
}
