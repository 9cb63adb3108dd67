import { attribute, childNamed, descendants, elementsOf, firstDescendant, wordsIn } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import type { ZipInMemory } from '../../../shared/zip/zip-in-memory.ts';
import { fragmentOf, pathFrom, xmlAt } from './files.ts';
import { type Matter, matterOfType } from './matter.ts';

/** A line of a book's table of contents. */
export interface ContentsEntry {
  readonly label: string;
  /** The document's name in the zip. */
  readonly path: string;
  /** A place in it; null for its beginning. */
  readonly fragment: string | null;
  /** 0 for the outermost. */
  readonly depth: number;
  /** What the line around it says, or null. */
  readonly section: string | null;
  /** Who wrote it, where the table says so; programs that gather news do. */
  readonly author: string | null;
}

export interface Navigation {
  readonly contents: readonly ContentsEntry[];
  /** What the package says of documents that are no chapters, by their names in the zip. */
  readonly matter: ReadonlyMap<string, Matter>;
}

/** More lines are made to be slow. */
const mostEntries = 20_000;

interface Sources {
  readonly package: XmlElement;
  readonly packagePath: string;
  /** EPUB 3's navigation document. */
  readonly navigation: string | null;
  /** EPUB 2's. */
  readonly ncx: string | null;
}

/** Reads the table of contents (EPUB 3.3, 7; NCX of OPF 2.0.1) and what is told of the parts of the book. */
export async function readNavigation(zip: ZipInMemory, sources: Sources): Promise<Navigation> {
  const { navigation, ncx } = sources;
  const contents: ContentsEntry[] = [];
  const matter = new Map<string, Matter>();
  const nav = navigation === null ? null : await xmlAt(zip, navigation);
  if (navigation !== null && nav !== null) {
    const lists = [...descendants(nav)].filter(({ name }) => name === 'nav');
    const typeOf = (list: XmlElement) => attribute(list, 'epub:type') ?? '';
    const table =
      lists.find((list) => /\btoc\b/u.test(typeOf(list))) ?? lists.find((list) => typeOf(list) === '') ?? null;
    const add = adder(zip, navigation, contents);
    if (table !== null) readList(childNamed(table, 'ol'), null, 0, add);
    const marks = lists.find((list) => /\blandmarks\b/u.test(typeOf(list)));
    for (const mark of marks === undefined ? [] : descendants(marks))
      if (mark.name === 'a')
        note(matter, zip, pathFrom(navigation, attribute(mark, 'href') ?? ''), attribute(mark, 'epub:type'));
  }
  const map = ncx === null || contents.length > 0 ? null : await xmlAt(zip, ncx);
  if (ncx !== null && map !== null) readPoints(firstDescendant(map, 'navmap'), null, 0, adder(zip, ncx, contents));
  const guide = firstDescendant(sources.package, 'guide');
  for (const reference of guide === null ? [] : elementsOf(guide))
    note(matter, zip, pathFrom(sources.packagePath, attribute(reference, 'href') ?? ''), attribute(reference, 'type'));
  return { contents, matter };
}

type Add = (href: string | null, entry: Omit<ContentsEntry, 'path' | 'fragment'>) => void;

function adder(zip: ZipInMemory, file: string, contents: ContentsEntry[]): Add {
  return (href, entry) => {
    const path = href === null ? null : zip.find(pathFrom(file, href));
    if (href === null || path === null || entry.label === '' || contents.length >= mostEntries) return;
    contents.push({ ...entry, path, fragment: fragmentOf(href) });
  };
}

function note(matter: Map<string, Matter>, zip: ZipInMemory, path: string, type: string | null): void {
  const name = zip.find(path);
  const kind = matterOfType(type ?? '');
  if (name !== null && kind !== null && !matter.has(name)) matter.set(name, kind);
}

function readList(list: XmlElement | null, section: string | null, depth: number, add: Add): void {
  for (const item of list === null ? [] : elementsOf(list)) {
    const line = childNamed(item, 'a') ?? childNamed(item, 'span');
    const label = wordsIn(line) ?? '';
    add(line === null ? null : attribute(line, 'href'), { label, depth, section, author: null });
    readList(childNamed(item, 'ol'), label === '' ? section : label, depth + 1, add);
  }
}

function readPoints(container: XmlElement | null, section: string | null, depth: number, add: Add): void {
  for (const point of container === null ? [] : elementsOf(container)) {
    if (point.name !== 'navpoint') continue;
    const label = wordsIn(childNamed(point, 'navlabel')) ?? '';
    const said = [...elementsOf(point)].find((one) => one.name === 'meta' && attribute(one, 'name') === 'author');
    const content = childNamed(point, 'content');
    add(content === null ? null : attribute(content, 'src'), {
      label,
      depth,
      section,
      author: said === undefined ? null : wordsIn(said),
    });
    readPoints(point, label === '' ? section : label, depth + 1, add);
  }
}
