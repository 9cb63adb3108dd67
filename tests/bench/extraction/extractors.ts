import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { canonicalText } from '../../../main/contract/index.ts';
import { isMention } from '../../../main/formats/format.ts';
import { openMhtml } from '../../../main/formats/read/web/mhtml/archive.ts';
import { mhtmlReader } from '../../../main/formats/read/web/mhtml/index.ts';
import { sniffFormat } from '../../../main/formats/registry.ts';
import { declaredCharset } from '../../../main/formats/shared/html/charset.ts';
import { parsePage } from '../../../main/formats/shared/html/tree.ts';
import { textOfPart } from '../../../main/formats/shared/mime/text-part.ts';
import { decodeText } from '../../../main/reading/document/decode.ts';
import { splitAuthors } from './truth.ts';

/** What an extractor makes of a page, in the form that all are scored in. */
export interface Extracted {
  readonly text: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** Begins with `YYYY-MM-DD` where the day is known. */
  readonly date: string | null;
}

export interface Extractor {
  readonly name: string;
  extract(bytes: Uint8Array, name: string): Promise<Extracted>;
}

const never = new AbortController().signal;

/** The product's own readers, with everything they do for an import but the storing. */
export const ours: Extractor = {
  name: 'Verbatim',
  async extract(bytes, name) {
    const source = { bytes, name, modified: null, companion: () => Promise.resolve(null), signal: never };
    const sniffed = sniffFormat(bytes, name);
    if (sniffed.kind === 'unknown') throw new Error(sniffed.reason);
    for await (const found of sniffed.reader.read(source)) {
      if (isMention(found)) continue;
      const { metadata } = found;
      return {
        text: canonicalText(found).text,
        title: metadata.title,
        authors: metadata.byline,
        date: metadata.published?.value ?? null,
      };
    }
    return { text: '', title: '', authors: [], date: null };
  },
};

export const readability: Extractor = {
  name: 'Readability',
  extract(bytes, name) {
    const { document } = parseHTML(markup(bytes, name));
    const article = new Readability(document).parse();
    return Promise.resolve({
      text: textOf(article?.content ?? ''),
      title: article?.title ?? '',
      authors: splitAuthors([article?.byline ?? '']),
      date: article?.publishedTime ?? null,
    });
  },
};

export const defuddle: Extractor = {
  name: 'Defuddle',
  async extract(bytes, name) {
    const { document } = parseHTML(markup(bytes, name));
    // useAsync would let it ask the network.
    const result = await Defuddle(document, 'https://bench.invalid/', { useAsync: false });
    return {
      text: textOf(result.content),
      title: result.title,
      authors: splitAuthors([result.author]),
      date: result.published === '' ? null : result.published,
    };
  },
};

/** The peers read HTML only: of an MHTML file they get the page that our reader takes out of it. */
function markup(bytes: Uint8Array, name: string): string {
  if (mhtmlReader.sniff(bytes.subarray(0, 64 * 1024), name) > 0) {
    const { root } = openMhtml(bytes);
    return root === null ? '' : textOfPart(root.entity);
  }
  return decodeText(bytes, declaredCharset(bytes)).text;
}

const blockTags =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)$/u;

/** The words of the peers' HTML, with a break at each block, so that none of them loses by joined words. */
function textOf(html: string): string {
  let text = '';
  const visit = (element: ReturnType<typeof parsePage>['root']): void => {
    for (const child of element.children) {
      if (child.kind === 'text') text += child.text;
      else {
        const breaks = blockTags.test(child.name);
        if (breaks) text += '\n';
        visit(child);
        if (breaks) text += '\n';
      }
    }
  };
  visit(parsePage(html).root);
  return text;
}
