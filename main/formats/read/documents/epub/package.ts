import { VerbatimError } from '../../../../contract/index.ts';
import { attribute, childrenNamed, descendants, firstDescendant, wordsIn } from '../../../shared/xml/find.ts';
import { openZipInMemory, type ZipInMemory } from '../../../shared/zip/zip-in-memory.ts';
import { pathFrom, xmlAt } from './files.ts';
import { type BookMetadata, readMetadata } from './metadata.ts';
import { type Navigation, readNavigation } from './navigation.ts';

/** A book as its package describes it (EPUB 3.3, 4 and 5; OPF 2.0.1). */
export interface Book {
  readonly zip: ZipInMemory;
  readonly metadata: BookMetadata;
  readonly navigation: Navigation;
  /** The documents in reading order, each once, by their names in the zip. */
  readonly spine: readonly string[];
  /** How many documents the spine names that the book doesn't hold. */
  readonly missing: number;
  /** How many it names beyond those that are read. */
  readonly beyond: number;
  /** Whether its pages are laid out like printed ones (EPUB 3.3, 8.2.2). */
  readonly isFixed: boolean;
}

/** Longer spines are made to be slow. */
const longestSpine = 5000;

interface Item {
  readonly path: string;
  readonly type: string;
  readonly properties: string;
  readonly fallback: string | null;
}

/** Throws `unsupported` with the reason for a book that is locked or can't be read. */
export async function openBook(bytes: Uint8Array): Promise<Book> {
  const zip = await openZipInMemory(bytes);
  await refuseLocked(zip);
  const path = await packagePath(zip);
  const root = path === null ? null : await xmlAt(zip, path);
  const manifest = root === null ? null : firstDescendant(root, 'manifest');
  if (path === null || root === null || manifest === null)
    throw new VerbatimError(
      'unsupported',
      'It is an e-book without a readable package inside: it may be damaged or half-copied. Get it again.',
    );
  const items = new Map(
    childrenNamed(manifest, 'item').map((item): [string, Item] => [
      attribute(item, 'id') ?? '',
      {
        path: pathFrom(path, attribute(item, 'href') ?? ''),
        type: attribute(item, 'media-type') ?? '',
        properties: attribute(item, 'properties') ?? '',
        fallback: attribute(item, 'fallback'),
      },
    ]),
  );
  const spine = firstDescendant(root, 'spine');
  const navigation = [...items.values()].find(({ properties }) => /\bnav\b/u.test(properties))?.path ?? null;
  const ncx = items.get(attribute(spine, 'toc') ?? '') ?? [...items.values()].find(({ type }) => /dtbncx/u.test(type));
  const references = spine === null ? [] : childrenNamed(spine, 'itemref');
  const asked = references.slice(0, longestSpine).map((reference) => attribute(reference, 'idref') ?? '');
  const named = asked.flatMap((id) => documentOf(items, id) ?? []);
  const found = named.map((name) => zip.find(name));
  return {
    zip,
    metadata: readMetadata(root),
    navigation: await readNavigation(zip, { package: root, packagePath: path, navigation, ncx: ncx?.path ?? null }),
    spine: [...new Set(found.filter((name) => name !== null))].filter((name) => name !== navigation),
    missing: new Set([
      ...named.filter((_, index) => found[index] === null),
      ...asked.filter((id) => !items.has(id)).map((id) => `#${id}`),
    ]).size,
    beyond: references.length - asked.length,
    isFixed: [...descendants(root)].some(
      (meta) => attribute(meta, 'property') === 'rendition:layout' && wordsIn(meta) === 'pre-paginated',
    ),
  };
}

/** What a spine names may be of a kind that only some read, with others to fall back on (EPUB 3.3, 5.6.2.1). */
function documentOf(items: ReadonlyMap<string, Item>, id: string): string | null {
  const seen = new Set<Item>();
  for (let item = items.get(id); item !== undefined && !seen.has(item); item = items.get(item.fallback ?? '')) {
    seen.add(item);
    if (/xhtml|html|dtbook|svg/u.test(item.type) || /\.x?html?$/iu.test(item.path)) return item.path;
  }
  return null;
}

/** The first rendition; others show the same in another form. */
async function packagePath(zip: ZipInMemory): Promise<string | null> {
  const container = await xmlAt(zip, 'META-INF/container.xml');
  const files = container === null ? [] : [...descendants(container)].filter(({ name }) => name === 'rootfile');
  const file = files.find((one) => attribute(one, 'media-type') === 'application/oebps-package+xml') ?? files[0];
  const said = file === undefined ? null : attribute(file, 'full-path');
  return said ?? [...zip.names].find((name) => /\.opf$/iu.test(name)) ?? null;
}

/** Fonts may be obfuscated (EPUB 3.3, 4.4.3); a book of which anything else is encrypted is sold with a lock. */
async function refuseLocked(zip: ZipInMemory): Promise<void> {
  const root = await xmlAt(zip, 'META-INF/encryption.xml');
  const isLocked =
    zip.find('META-INF/sinf.xml') !== null ||
    (root !== null &&
      [...descendants(root)].some(
        (element) =>
          element.name === 'encryptionmethod' &&
          element.parent?.name !== 'encryptedkey' &&
          !/(?:idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)/u.test(attribute(element, 'algorithm') ?? ''),
      ));
  if (isLocked)
    throw new VerbatimError(
      'unsupported',
      'It is an e-book with a lock (DRM), which Verbatim cannot and may not open. Ask the publisher for one without.',
    );
}
