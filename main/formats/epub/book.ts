import { posix } from 'node:path';
import type { PreciseDate } from '../../contract/index.ts';
import { VerbatimError } from '../../contract/index.ts';
import { parseDate } from '../../core/document/dates.ts';
import { decodeXml } from '../xml/decode.ts';
import { attribute, childNamed, childrenNamed, descendants, firstDescendant, wordsIn } from '../xml/find.ts';
import { parseXml, type XmlElement } from '../xml/tree.ts';
import { openZipInMemory, type ZipInMemory } from '../zip/zip-in-memory.ts';

/** A book as its package describes it (EPUB 3.3, 5; OPF 2.0). */
export interface Book {
  readonly zip: ZipInMemory;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly published: PreciseDate | null;
  readonly modified: PreciseDate | null;
  readonly language: string | null;
  readonly description: string | null;
  /** The documents in reading order, each once, by their path in the zip. */
  readonly spine: readonly string[];
  /** What the table of contents calls a document, by its path. */
  readonly titles: ReadonlyMap<string, string>;
  /** Documents that the spine names and the book doesn't hold. */
  readonly missing: readonly string[];
}

/** Longer spines are made to be slow. */
const longestSpine = 5000;

/** Throws `unsupported` with the reason for a book that is encrypted or can't be read. */
export function openBook(bytes: Uint8Array): Book {
  const zip = openZipInMemory(bytes);
  refuseEncrypted(zip);
  const container = xmlAt(zip, 'META-INF/container.xml');
  const path = container === null ? null : attribute(firstDescendant(container, 'rootfile'), 'full-path');
  const root = path === null ? null : xmlAt(zip, path);
  const manifest = root === null ? null : firstDescendant(root, 'manifest');
  if (path === null || root === null || manifest === null)
    throw new VerbatimError(
      'unsupported',
      'It is an e-book without a readable package inside: it may be damaged or half-copied. Download it again.',
    );
  const inBook = (href: string) =>
    posix.normalize(posix.join(posix.dirname(path), unescaped(href.split('#')[0] ?? '')));
  const items = new Map(
    childrenNamed(manifest, 'item').map((item) => [
      attribute(item, 'id') ?? '',
      {
        path: inBook(attribute(item, 'href') ?? ''),
        type: attribute(item, 'media-type') ?? '',
        properties: attribute(item, 'properties') ?? '',
      },
    ]),
  );
  const spineElement = firstDescendant(root, 'spine');
  const named = (spineElement === null ? [] : childrenNamed(spineElement, 'itemref'))
    .slice(0, longestSpine)
    .flatMap((reference) => items.get(attribute(reference, 'idref') ?? '') ?? [])
    .filter(({ type }) => /xhtml|html|xml/u.test(type) && !/svg|ncx/u.test(type));
  const spine = [...new Set(named.map((item) => item.path))];
  const navigation = [...items.values()].find(({ properties }) => /\bnav\b/u.test(properties))?.path ?? null;
  const ncx = items.get(attribute(spineElement, 'toc') ?? '')?.path ?? null;
  return {
    zip,
    ...readMetadata(root),
    spine: spine.filter((one) => zip.names.has(one) && one !== navigation),
    titles: readTitles(zip, navigation, ncx),
    missing: spine.filter((one) => !zip.names.has(one)),
  };
}

/** Fonts may be obfuscated (EPUB 3.3, 4.4); anything else that is encrypted is sold with a lock. */
function refuseEncrypted(zip: ZipInMemory): void {
  const root = xmlAt(zip, 'META-INF/encryption.xml');
  if (root === null) return;
  const locked = [...descendants(root)].some(
    (element) =>
      element.name === 'encryptionmethod' &&
      !/(?:idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)/u.test(attribute(element, 'algorithm') ?? ''),
  );
  if (locked)
    throw new VerbatimError(
      'unsupported',
      'It is an e-book with a lock (DRM), which Verbatim cannot and may not open. Ask the publisher for one without.',
    );
}

function readMetadata(root: XmlElement): Omit<Book, 'zip' | 'spine' | 'titles' | 'missing'> {
  const metadata = firstDescendant(root, 'metadata');
  const all = (name: string) =>
    metadata === null ? [] : [...descendants(metadata)].filter((element) => element.name === name);
  const words = (name: string) => wordsIn(all(name)[0] ?? null);
  const refined = new Map(
    all('meta').map((meta) => [`${attribute(meta, 'refines')} ${attribute(meta, 'property')}`, wordsIn(meta)]),
  );
  const authors = all('creator').flatMap((creator) => {
    const role = attribute(creator, 'opf:role') ?? refined.get(`#${attribute(creator, 'id')} role`) ?? 'aut';
    const name = wordsIn(creator);
    return name === null || !/^(?:aut|edt)$/iu.test(role) ? [] : [name];
  });
  const modified = wordsIn(all('meta').find((meta) => attribute(meta, 'property') === 'dcterms:modified') ?? null);
  const date = words('date');
  return {
    title: words('title'),
    authors,
    publisher: words('publisher'),
    published: date === null ? null : parseDate(date, 'en'),
    modified: modified === null ? null : parseDate(modified, 'en'),
    language: words('language'),
    description: words('description'),
  };
}

/** The table of contents: EPUB 3's navigation document, else the NCX of EPUB 2. The first name of a document counts. */
function readTitles(zip: ZipInMemory, navigation: string | null, ncx: string | null): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const add = (from: string, href: string | null, label: string | null) => {
    if (href === null || label === null) return;
    const path = posix.normalize(posix.join(posix.dirname(from), unescaped(href.split('#')[0] ?? '')));
    if (!titles.has(path)) titles.set(path, label);
  };
  const nav = navigation === null ? null : xmlAt(zip, navigation);
  if (navigation !== null && nav !== null)
    for (const element of descendants(nav))
      if (element.name === 'a') add(navigation, attribute(element, 'href'), wordsIn(element));
  const map = ncx === null ? null : xmlAt(zip, ncx);
  if (ncx !== null && map !== null)
    for (const point of descendants(map))
      if (point.name === 'navpoint')
        add(ncx, attribute(childNamed(point, 'content'), 'src'), wordsIn(childNamed(point, 'navlabel')));
  return titles;
}

function xmlAt(zip: ZipInMemory, path: string): XmlElement | null {
  const bytes = zip.read(path);
  return bytes === null ? null : parseXml(decodeXml(bytes)).root;
}

function unescaped(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    // Not escaped: the written form is the name.
    return href;
  }
}
