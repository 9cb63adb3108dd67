import type { RemovalLogEntry } from '../../../../contract/index.ts';
import type { MimeEntity } from '../../../shared/mime/entity.ts';

/** What came with a message and is not read with it: told by name, kind and size, so that nothing is lost unnoticed. */

/** Kinds that hold words, with what they are called. */
const documents: readonly (readonly [type: RegExp, ending: RegExp, kind: string])[] = [
  [/^application\/(?:x-)?pdf$/u, /\.pdf$/iu, 'PDF'],
  [
    /^application\/(?:msword|vnd\.ms-word.*|vnd\.openxmlformats-officedocument\.wordprocessingml\..*)$/u,
    /\.(?:docx?|dotx?)$/iu,
    'Word',
  ],
  [/^application\/vnd\.oasis\.opendocument\.text.*$/u, /\.(?:odt|fodt)$/iu, 'OpenDocument'],
  [/^(?:application|text)\/(?:rtf|richtext)$/u, /\.rtf$/iu, 'RTF'],
  [/^(?:text\/html|application\/xhtml\+xml)$/u, /\.x?html?$/iu, 'web page'],
  [/^(?:multipart\/related|application\/x-mimearchive)$/u, /\.(?:mht|mhtml|webarchive)$/iu, 'web page'],
  [/^text\/(?:plain|markdown)$/u, /\.(?:txt|md|markdown)$/iu, 'text'],
  [/^application\/(?:epub\+zip)$/u, /\.epub$/iu, 'EPUB'],
  [/^application\/(?:zip|x-zip.*|x-7z.*|gzip|x-tar)$/u, /\.(?:zip|7z|tar|gz|tgz)$/iu, 'archive'],
  [/^application\/(?:vnd\.ms-tnef|ms-tnef)$/u, /^winmail\.dat$/iu, 'Outlook’s own packet'],
];

interface Attached {
  readonly name: string;
  /** "PDF, 12 KB". */
  readonly what: string;
  readonly holdsWords: boolean;
}

function describe(entity: MimeEntity): Attached {
  const name = cleanName(entity.fileName ?? '');
  const known = documents.find(([type]) => type.test(entity.type)) ?? documents.find(([, ending]) => ending.test(name));
  const kind = known?.[2] ?? plainKind(entity.type);
  return {
    name: name === '' ? `an unnamed part (${kind})` : name,
    what: `${kind}, ${sizeOf(entity)}`,
    holdsWords: known !== undefined,
  };
}

function plainKind(type: string): string {
  switch (type.split('/', 1)[0]) {
    case 'image':
      return 'picture';
    case 'audio':
      return 'sound';
    case 'video':
      return 'film';
    default:
      return type;
  }
}

/** A name is shown, never used as a path: no folders, no control characters, no tricks of direction. */
function cleanName(name: string): string {
  return (name.split(/[/\\]/u).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200);
}

/** What it is once its transfer encoding is undone. */
function sizeOf(entity: MimeEntity): string {
  const isBase64 = /base64/iu.test(entity.fields.get('content-transfer-encoding') ?? '');
  const bytes = isBase64 ? Math.floor((entity.encodedLength * 3) / 4.1) : entity.encodedLength;
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1_048_576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

const mostEntries = 200;

/** A line of the log for each. */
export function attachmentLog(attachments: readonly MimeEntity[]): RemovalLogEntry[] {
  return attachments.slice(0, mostEntries).map((entity) => {
    const { name, what, holdsWords } = describe(entity);
    const advice = holdsWords ? ' Save it from your mail program and add it, if it should be read here.' : '';
    return { step: 'attachment', reason: `It is attached to the message (${what}).${advice}`, text: name };
  });
}

/** A sentence for the report on those that hold words; null without such. */
export function unreadAttachments(attachments: readonly MimeEntity[]): string | null {
  const unread = attachments.map(describe).filter(({ holdsWords }) => holdsWords);
  if (unread.length === 0) return null;
  const named = unread.slice(0, 5).map(({ name, what }) => `“${name}” (${what})`);
  const rest = unread.length > named.length ? ` and ${unread.length - named.length} more` : '';
  return unread.length === 1
    ? `What is attached was not taken with it: ${named[0] ?? ''}. Save it from your mail program, and add it.`
    : `What is attached was not taken with it: ${named.join(', ')}${rest}. Save them from your mail program, and add them.`;
}
