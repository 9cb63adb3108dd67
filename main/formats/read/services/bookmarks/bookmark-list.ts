import { Tokenizer } from 'htmlparser2';
import { mostFolders } from '../exports/folders.ts';

/** A link of a list of links in HTML, and where in the list it stands. */
export interface Bookmark {
  readonly title: string;
  readonly address: string;
  /** Its own tags. */
  readonly tags: readonly string[];
  /** The headings or folders around it, the outermost first; those of a browser's own are not among them. */
  readonly folders: readonly string[];
  /** What is written below it. */
  readonly description: string;
  /** When it was added, as the list writes it; '' where it doesn't. */
  readonly added: string;
}

interface Folder {
  readonly name: string;
  /** A browser's own place ("Bookmarks bar"), which says nothing of what is in it. */
  readonly isOwn: boolean;
}

type Attributes = ReadonlyMap<string, string>;

/**
 * Lists of links as browsers and reading services write them: the Netscape bookmark file (DL, DT, H3, A, DD:
 * folders inside folders) and Pocket's and Instapaper's older pages (H1, then UL or OL of A).
 */
export function bookmarksIn(markup: string): Bookmark[] {
  const found: Bookmark[] = [];
  const folders: Folder[] = [];
  let heading: { text: string; readonly isOwn: boolean } | null = null;
  let named: Folder | null = null;
  let link: { title: string; readonly attributes: Attributes } | null = null;
  let description: string | null = null;
  const endLink = (): void => {
    if (link !== null) found.push(bookmark(link.title, link.attributes, folders));
    link = null;
  };
  const endDescription = (): void => {
    const last = found.at(-1);
    if (description !== null && last !== undefined) found[found.length - 1] = { ...last, description };
    description = null;
  };
  visitTags(markup, {
    open(name, attributes) {
      if (!inline.has(name)) endDescription();
      if (name === 'a') {
        endLink();
        link = { title: '', attributes };
      } else if (isHeading(name))
        heading = { text: '', isOwn: name === 'h1' || ownPlaces.some((own) => attributes.has(own)) };
      else if (name === 'dd') description = '';
      else if (name === 'dl') {
        folders.push(named ?? { name: '', isOwn: true });
        named = null;
      }
    },
    text(text) {
      if (link !== null) link.title += text;
      else if (heading !== null) heading.text += text;
      else if (description !== null) description += text;
    },
    close(name) {
      if (name === 'a') endLink();
      else if (isHeading(name) && heading !== null) {
        named = { name: heading.text, isOwn: heading.isOwn };
        heading = null;
      } else if (name === 'dl') {
        endLink();
        endDescription();
        folders.pop();
      }
    },
  });
  endLink();
  endDescription();
  return found;
}

const inline: ReadonlySet<string> = new Set(['br', 'p', 'b', 'i']);
const ownPlaces = ['personal_toolbar_folder', 'unfiled_bookmarks_folder'] as const;

function isHeading(name: string): boolean {
  return /^h[1-6]$/u.test(name);
}

function bookmark(title: string, attributes: Attributes, folders: readonly Folder[]): Bookmark {
  return {
    title,
    address: attributes.get('href') ?? '',
    tags: (attributes.get('tags') ?? '').split(','),
    folders: folders
      .slice(-mostFolders)
      .filter(({ isOwn }) => !isOwn)
      .map(({ name }) => name),
    description: '',
    added: attributes.get('add_date') ?? attributes.get('time_added') ?? '',
  };
}

interface TagVisitor {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Tells tags and text in order, names in lower case. Nothing is nested: depth and size cost nothing. */
function visitTags(markup: string, visitor: TagVisitor): void {
  let tag = '';
  let attribute = '';
  let value = '';
  let attributes = new Map<string, string>();
  const finish = (): void => visitor.open(tag, attributes);
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = markup.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = markup.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        value += markup.slice(start, end);
      },
      onattribentity(codePoint) {
        value += String.fromCodePoint(codePoint);
      },
      onattribend() {
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: finish,
      onselfclosingtag: finish,
      onclosetag: (start, end) => visitor.close(markup.slice(start, end).toLowerCase()),
      ontext: (start, end) => visitor.text(markup.slice(start, end)),
      ontextentity: (codePoint) => visitor.text(String.fromCodePoint(codePoint)),
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
}
