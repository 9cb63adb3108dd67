import { inflateMember } from '../gzip/member.ts';
import { isZip, localHeaderBytes, methods, signatures } from './zip-format.ts';

/**
 * What a zip is: a document of some program, or nothing but a zip. Told by the first members, as they stand at
 * the file's beginning, never by its name.
 */
export type ZipKind =
  | 'epub'
  | 'docx'
  | 'odt'
  | 'spreadsheet'
  | 'presentation'
  | 'drawing'
  | 'formula'
  | 'older-openoffice'
  | 'iwork'
  /** Of Microsoft's or OpenDocument's kind, as far as its beginning shows. */
  | 'office'
  | 'plain';

interface FirstMember {
  readonly name: string;
  /** Unpacked as far as it stands in the head; only of members that name a kind. */
  readonly content: string;
}

/** The kind of zip whose first bytes these are; null for what is no zip. */
export function zipKind(head: Uint8Array): ZipKind | null {
  if (!isZip(head)) return null;
  const members = [...firstMembers(Buffer.from(head.buffer, head.byteOffset, head.byteLength))];
  const contentOf = (name: string) => members.find((member) => member.name === name)?.content ?? '';
  const isThere = (pattern: RegExp) => members.some(({ name }) => pattern.test(name));
  const mimetype = contentOf('mimetype').trim();
  if (mimetype !== '') return kindOfMimetype(mimetype) ?? 'plain';
  if (isThere(/^META-INF\/container\.xml$/iu)) return 'epub';
  if (isThere(/^Index\/(?:Document|Tables\/.*|Slide.*)\.iwa$|^index\.apxl$/u)) return 'iwork';
  // A zip of letters holds all these names as well, inside its members.
  if (!packageFolders.test(members[0]?.name ?? '')) return 'plain';
  const types = contentOf('[Content_Types].xml');
  const main = /(wordprocessingml|spreadsheetml|presentationml|ms-word|ms-excel|ms-powerpoint|visio)[^"']*?main/iu;
  const said = main.exec(types)?.[1]?.toLowerCase();
  if (said !== undefined) return /word/u.test(said) ? 'docx' : kindOfPackage(said);
  if (isThere(/^word\//iu)) return 'docx';
  if (isThere(/^xl\//iu)) return 'spreadsheet';
  if (isThere(/^ppt\//iu)) return 'presentation';
  if (isThere(/^visio\//iu)) return 'drawing';
  return isThere(/^(?:\[Content_Types\]\.xml|META-INF\/manifest\.xml)$/u) ? 'office' : 'plain';
}

/** What stands first in packages of Office Open XML and OpenDocument. */
const packageFolders =
  /^(?:\[Content_Types\]\.xml|(?:_rels|docProps|docMetadata|customXml|word|xl|ppt|visio|META-INF|Configurations2|Thumbnails|Pictures)\/.*|(?:content|styles|meta|settings)\.xml)$/iu;

function kindOfMimetype(mimetype: string): ZipKind | null {
  if (mimetype.startsWith('application/epub+zip')) return 'epub';
  if (/^application\/vnd\.sun\.xml\./u.test(mimetype)) return 'older-openoffice';
  const kind = /^application\/(?:vnd\.oasis\.opendocument|x-vnd\.oasis\.opendocument)\.([a-z]+)/u.exec(mimetype)?.[1];
  switch (kind) {
    case undefined:
      return null;
    case 'text':
      return 'odt';
    case 'spreadsheet':
    case 'presentation':
    case 'formula':
      return kind;
    default:
      return 'drawing';
  }
}

function kindOfPackage(said: string): ZipKind {
  if (/spreadsheet|excel/u.test(said)) return 'spreadsheet';
  return /visio/u.test(said) ? 'drawing' : 'presentation';
}

/** More members than these are not needed to tell. */
const mostMembers = 200;
const namesKind = /^(?:mimetype|\[Content_Types\]\.xml)$/u;
const longestContent = 256 * 1024;
const largestInflated = 16 * 1024 * 1024;

/** The members whose local headers stand in the head (APPNOTE, 4.3.7), as far as each one's end is known. */
function* firstMembers(head: Buffer): Generator<FirstMember> {
  let at = 0;
  for (let count = 0; count < mostMembers && at + localHeaderBytes <= head.length; count += 1) {
    if (head.readUInt32LE(at) !== signatures.localHeader) return;
    const nameStart = at + localHeaderBytes;
    const start = nameStart + head.readUInt16LE(at + 26) + head.readUInt16LE(at + 28);
    const name = head.toString('utf8', nameStart, nameStart + head.readUInt16LE(at + 26));
    const isStored = head.readUInt16LE(at + 8) === methods.stored;
    const said = head.readUInt32LE(at + 18);
    // Written in one go, a member's length stands after it. Looking for the next header would find those of a zip inside.
    const isUnsaid = (head.readUInt16LE(at + 6) & descriptorFlag) !== 0 && said === 0;
    const content = head.subarray(start, isUnsaid ? head.length : start + said);
    if (isStored) {
      yield { name, content: namesKind.test(name) ? content.toString('utf8', 0, longestContent) : '' };
      if (isUnsaid) return;
      at = start + said;
    } else {
      const isAsked = namesKind.test(name);
      const { text, consumed } = isAsked || isUnsaid ? inflated(content) : { text: '', consumed: null };
      yield { name, content: isAsked ? text : '' };
      if (isUnsaid && consumed === null) return;
      at = isUnsaid ? afterDescriptor(head, start + (consumed ?? 0)) : start + said;
    }
  }
}

const descriptorFlag = 0x0008;

/** A data descriptor has 12 or 20 bytes, with or without a signature of 4 (APPNOTE, 4.3.9). */
function afterDescriptor(head: Buffer, end: number): number {
  for (const length of [16, 12, 24, 20])
    if (end + length + 4 <= head.length && head.readUInt32LE(end + length) === signatures.localHeader)
      return end + length;
  return head.length;
}

/** What unpacks of some bytes, and how many of them that took; null where their end isn't among them. */
function inflated(content: Uint8Array): { readonly text: string; readonly consumed: number | null } {
  const member = inflateMember(content, largestInflated);
  if (typeof member === 'string') return { text: '', consumed: null };
  const text = Buffer.from(member.bytes).toString('utf8', 0, longestContent);
  return { text, consumed: member.read < content.length ? member.read : null };
}
