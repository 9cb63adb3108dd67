import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { type ForeignMarks, type MemberDescription, VerbatimError } from '../../../../contract/index.ts';
import { parseDate } from '../../../../reading/document/dates.ts';
import type { ContainerSource, Member, MentionedArticle, OpenContainer } from '../../../format.ts';
import { readRegularFile } from '../../../shared/regular-file.ts';
import { decodeXml } from '../../../shared/xml/decode.ts';
import { parseXml } from '../../../shared/xml/tree.ts';
import { largestMember, tooLargeMember } from '../../containers/member-limits.ts';
import { cleanLine, instantOf, listed } from '../exports/brought.ts';
import { type ZoteroAttachment, type ZoteroItem, zoteroItems } from './items.ts';

const program = 'Zotero';
type ReadMember = Extract<Member, { kind: 'file' | 'refused' }>;

/** For `ContainerReader.open`. */
export async function open(source: ContainerSource): Promise<OpenContainer> {
  const folder = await realpath(dirname(source.path));
  return {
    members: () => membersOf(source, folder),
    async resource(member, address) {
      const path = await inside(folder, join(dirname(member), address));
      return path === null ? null : readRegularFile(path, largestMember, source.signal);
    },
    close: () => Promise.resolve(),
  };
}

async function* membersOf(source: ContainerSource, folder: string): AsyncIterable<Member> {
  const rdf = await readRegularFile(source.path, largestMember, source.signal);
  if (rdf === null)
    throw new VerbatimError('limit-exceeded', 'This RDF has more than 256 MB. Export the library in parts.');
  const document = parseXml(decodeXml(rdf));
  if (document.root === null) throw new VerbatimError('unsupported', 'It holds no XML that can be read as RDF.');
  const done = source.after === null ? -1 : Number(source.after);
  for (const [index, item] of zoteroItems(document.root).entries()) {
    source.signal.throwIfAborted();
    if (index > done) yield* membersOfItem(item, folder, String(index));
    source.progress(0);
  }
  if (document.truncated || document.open.size > 0)
    yield {
      kind: 'summary',
      reason: 'The RDF breaks off; what stands before its end was taken. Export it again.',
      isEmpty: false,
    };
}

async function* membersOfItem(item: ZoteroItem, folder: string, position: string): AsyncIterable<Member> {
  const marks: ForeignMarks = { program, tags: item.tags, marks: item.notes };
  const brought = marks.tags.length + marks.marks.length === 0 ? {} : { marks };
  let taken = 0;
  for (const attachment of item.attachments) {
    if (attachment.path === null) continue;
    const member = await readAttachment(attachment.path, folder, position);
    if (member.kind !== 'file') {
      yield member;
      continue;
    }
    yield { ...member, told: descriptionOf(item, attachment, member.path), ...brought };
    taken += 1;
  }
  if (taken === 0) yield { kind: 'mentions', mentions: [mentionOf(item, marks)], position };
}

function mentionOf({ about, title, url, published }: ZoteroItem, marks: ForeignMarks): MentionedArticle {
  const part = url ?? title ?? about;
  return listed({ part, title: cleanLine(title), url, published: parseDate(published ?? '', 'en'), marks });
}

/** A snapshot or a book says best what it is; of a PDF or a text the person's entry knows more. */
function descriptionOf(item: ZoteroItem, attachment: ZoteroAttachment, path: string): MemberDescription {
  return {
    part: '',
    program,
    precedence: /\.(?:pdf|txt|md|docx|odt|rtf)$/iu.test(path) ? 'over' : 'under',
    title: cleanLine(item.title),
    url: item.url ?? attachment.url,
    byline: [...item.byline],
    publication: item.publication,
    published: item.published,
    language: item.language,
    description: item.abstract,
    saved: instantOf(attachment.accessed ?? item.accessed),
  };
}

async function readAttachment(written: string, folder: string, position: string): Promise<ReadMember> {
  const refuse = (reason: string): ReadMember => ({ kind: 'refused', path: written, reason, position });
  const relative = decodedPath(written);
  if (isAbsolute(relative) || /^[a-z][a-z\d+.-]*:/iu.test(relative) || relative.split(/[\\/]/u).includes('..'))
    return refuse('Its place leads out of the export’s folder; it was not read. Add the file itself if you trust it.');
  const path = await inside(folder, relative);
  if (path === null)
    return refuse(
      'It is not in the folder beside the RDF. Export again with “Export Files”, and add the whole folder.',
    );
  const { size, mtime } = await stat(path);
  if (size === 0) return refuse('It is empty.');
  if (size > largestMember) return refuse(tooLargeMember);
  const bytes = await readRegularFile(path, largestMember);
  if (bytes === null) return refuse(tooLargeMember);
  return { kind: 'file', path: relative, bytes, modified: mtime.toISOString(), record: null, position };
}

function decodedPath(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    // A percent sign of the name itself.
    return written;
  }
}

/** A file in a folder, links followed; null where it isn't there or leads out. */
async function inside(folder: string, relative: string): Promise<string | null> {
  try {
    const path = await realpath(join(folder, relative));
    return path.startsWith(folder + sep) && (await stat(path)).isFile() ? path : null;
  } catch {
    return null;
  }
}
