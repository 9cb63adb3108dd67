import { VerbatimError } from '../../../../contract/index.ts';
import { decodeText } from '../../../../reading/document/decode.ts';
import { declaredCharset } from '../../../shared/html/charset.ts';
import { readBinaryPropertyList } from '../../../shared/property-list/binary.ts';
import {
  isDictionary,
  type PropertyListDictionary,
  PropertyListError,
  type PropertyListValue,
} from '../../../shared/property-list/value.ts';
import { readXmlPropertyList } from '../../../shared/property-list/xml.ts';
import { isBinary } from './sniff.ts';

/** A page that Safari saved, with what it shows (WebKit, LegacyWebArchive.cpp). */
export interface WebArchive {
  readonly page: WebResource;
  /** What the page and its frames show, by address. */
  readonly resources: ReadonlyMap<string, WebResource>;
  /** The pages in frames, and in frames of these. */
  readonly frames: readonly WebResource[];
}

export interface WebResource {
  readonly data: Uint8Array;
  /** As the archive has it; empty without one. */
  readonly address: string;
  /** Lower case, without parameters. */
  readonly mediaType: string;
  readonly encoding: string | null;
}

/** Opens a web archive. Throws `unsupported` with the reason where it is none or damaged. */
export function openWebArchive(bytes: Uint8Array): WebArchive {
  const list = readList(bytes);
  const archive = isDictionary(list) ? readArchive(list) : null;
  if (archive === null)
    throw new VerbatimError(
      'unsupported',
      'It is a property list without a web page in it. If it should be a page, open it in Safari and save it again.',
    );
  return archive;
}

function readList(bytes: Uint8Array): PropertyListValue {
  try {
    return isBinary(bytes)
      ? readBinaryPropertyList(bytes)
      : readXmlPropertyList(decodeText(bytes, declaredCharset(bytes)).text);
  } catch (error) {
    if (!(error instanceof PropertyListError)) throw error;
    throw new VerbatimError(
      'unsupported',
      `The web archive is damaged: ${error.message} Open it in Safari, if Safari still can, and save it again.`,
    );
  }
}

function readArchive(list: PropertyListDictionary): WebArchive | null {
  const page = readResource(list.get('WebMainResource'));
  if (page === null) return null;
  const resources = new Map<string, WebResource>();
  for (const value of listOf(list.get('WebSubresources'))) {
    const resource = readResource(value);
    if (resource !== null && !resources.has(resource.address)) resources.set(resource.address, resource);
  }
  const frames: WebResource[] = [];
  for (const value of listOf(list.get('WebSubframeArchives'))) {
    const inner = isDictionary(value) ? readArchive(value) : null;
    if (inner === null) continue;
    frames.push(inner.page, ...inner.frames);
    for (const [address, resource] of inner.resources) if (!resources.has(address)) resources.set(address, resource);
  }
  return { page, resources, frames };
}

function listOf(value: PropertyListValue | undefined): readonly PropertyListValue[] {
  return Array.isArray(value) ? value : [];
}

function readResource(value: PropertyListValue | undefined): WebResource | null {
  if (!isDictionary(value)) return null;
  const data = value.get('WebResourceData');
  if (!(data instanceof Uint8Array)) return null;
  const text = (name: string): string => {
    const found = value.get(name);
    return typeof found === 'string' ? found : '';
  };
  return {
    data,
    address: text('WebResourceURL'),
    mediaType: text('WebResourceMIMEType').split(';', 1)[0]?.trim().toLowerCase() ?? '',
    encoding: text('WebResourceTextEncodingName') || null,
  };
}

/** A page as text, by the encoding that Safari used, a mark, its own declaration or its bytes. */
export function markupOf({ data, encoding }: WebResource): string {
  return decodeText(data, encoding ?? declaredCharset(data)).text;
}
