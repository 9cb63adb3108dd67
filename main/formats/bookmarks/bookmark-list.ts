import { Parser } from 'htmlparser2';

/** A link of a list of links in HTML, and where in the list it stands. */
export interface Bookmark {
  readonly title: string;
  readonly address: string;
  /** Its own tags. */
  readonly tags: readonly string[];
  /** The headings or folders above it, the outermost first; those of a browser's own are not among them. */
  readonly folders: readonly string[];
  /** What is written below it. */
  readonly description: string;
  /** When it was added, as the list writes it; '' where it doesn't. */
  readonly added: string;
}

/** Folders deeper than this are one with the last: nobody sorts so finely. */
const deepest = 64;

interface Folder {
  name: string;
  /** A browser's own place ("Bookmarks bar"), which says nothing of what is in it. */
  readonly isOwn: boolean;
}

/**
 * Lists of links as browsers and reading services write them: the Netscape bookmark file (DL, DT, H3, A, DD:
 * folders inside folders) and Pocket's and Instapaper's older pages (H1, then UL or OL of A). Read tag by tag,
 * without a tree, so that depth and size cost nothing.
 */
export function bookmarksIn(markup: string): Bookmark[] {
  const found: Bookmark[] = [];
  const folders: Folder[] = [];
  let heading: { text: string; isOwn: boolean } | null = null;
  let named: Folder | null = null;
  let link: { title: string; attributes: Readonly<Record<string, string>> } | null = null;
  let description: string | null = null;
  const endDescription = (): void => {
    const last = found.at(-1);
    if (description !== null && last !== undefined) found[found.length - 1] = { ...last, description };
    description = null;
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        if (name !== 'br' && name !== 'p' && name !== 'b' && name !== 'i') endDescription();
      },
      onopentag(name, attributes) {
        if (name === 'a') link = { title: '', attributes };
        else if (/^h[1-6]$/u.test(name))
          heading = {
            text: '',
            isOwn: name === 'h1' || 'personal_toolbar_folder' in attributes || 'unfiled_bookmarks_folder' in attributes,
          };
        else if (name === 'dd') description = '';
        else if (name === 'dl' && folders.length < deepest) folders.push(named ?? { name: '', isOwn: true });
        if (name === 'dl') named = null;
      },
      ontext(text) {
        if (link !== null) link.title += text;
        else if (heading !== null) heading.text += text;
        else if (description !== null) description += text;
      },
      onclosetag(name) {
        if (name === 'a' && link !== null) {
          found.push(bookmark(link.title, link.attributes, folders));
          link = null;
        } else if (heading !== null && /^h[1-6]$/u.test(name)) {
          named = { name: heading.text, isOwn: heading.isOwn };
          heading = null;
        } else if (name === 'dl') {
          endDescription();
          folders.pop();
        }
      },
    },
    { decodeEntities: true },
  );
  parser.end(markup);
  endDescription();
  return found;
}

function bookmark(title: string, attributes: Readonly<Record<string, string>>, folders: readonly Folder[]): Bookmark {
  return {
    title,
    address: attributes.href ?? '',
    tags: (attributes.tags ?? '').split(','),
    folders: folders.filter(({ isOwn }) => !isOwn).map(({ name }) => name),
    description: '',
    added: attributes.add_date ?? attributes.time_added ?? '',
  };
}
