import { parseHTML } from 'linkedom';
import type { Token } from 'marked';
import type { InlineMark, InlineText } from '../../../../contract/index.ts';

/** Inline Markdown as text with marks. Where a source line ends stays visible until the text is folded. */

/** A break that the author asked for, as against the end of a source line; folding makes it a line feed. */
export const hardBreak = '\u2028';

export interface FoundImage {
  readonly source: string;
  readonly alternative: string;
  readonly caption: string | null;
}

export interface RawInline extends InlineText {
  readonly images: readonly FoundImage[];
}

const decoded = new Map<string, string>();

/** A named or numbered character reference as its character; what is none stays as written. */
function decodeReference(reference: string): string {
  const known = decoded.get(reference);
  if (known !== undefined) return known;
  const { document } = parseHTML(`<html><body><p>${reference}</p></body></html>`);
  const text = document.querySelector('p')?.textContent ?? reference;
  decoded.set(reference, text);
  return text;
}

export function decodeReferences(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/gu, decodeReference);
}

const followed = /^(?:https?:|mailto:)/iu;

export function inlineOf(tokens: readonly Token[] | undefined): RawInline {
  let text = '';
  const marks: InlineMark[] = [];
  const images: FoundImage[] = [];
  let hidden: string | null = null;
  const walk = (list: readonly Token[]) => {
    for (const token of list) read(token);
  };
  const wrap = (kind: 'emphasis' | 'strong', inner: readonly Token[]) => {
    const start = text.length;
    walk(inner);
    if (text.length > start) marks.push({ kind, start, end: text.length });
  };
  const read = (token: Token): void => {
    if (token.type === 'html') {
      // What stands between <script> and </script> is code, not words.
      const tag = /^<(\/?)(script|style)\b/iu.exec(token.raw);
      if (tag !== null) hidden = tag[1] === '/' ? null : (tag[2] ?? null);
      else if (/^<br\b/iu.test(token.raw)) text += hardBreak;
      return;
    }
    if (hidden !== null) return;
    switch (token.type) {
      case 'em':
        wrap('emphasis', token.tokens ?? []);
        return;
      case 'strong':
        wrap('strong', token.tokens ?? []);
        return;
      case 'del':
        walk(token.tokens ?? []);
        return;
      case 'codespan': {
        const start = text.length;
        text += decodeReferences(token.text);
        if (text.length > start) marks.push({ kind: 'code', start, end: text.length });
        return;
      }
      case 'br':
        text += hardBreak;
        return;
      case 'image':
        images.push({
          source: token.href,
          alternative: decodeReferences(token.text),
          caption: token.title ? decodeReferences(token.title) : null,
        });
        return;
      case 'link': {
        const start = text.length;
        walk(token.tokens ?? []);
        if (text.length > start && followed.test(token.href))
          marks.push({ kind: 'link', start, end: text.length, href: token.href });
        return;
      }
      case 'escape':
        text += token.text;
        return;
      default:
        if ('tokens' in token && token.tokens !== undefined && token.tokens.length > 0) walk(token.tokens);
        else text += decodeReferences('text' in token && typeof token.text === 'string' ? token.text : token.raw);
    }
  };
  walk(tokens ?? []);
  return { text, marks, images };
}

/** White space folded, marks moved along; marks that lose all their text are dropped. */
export function fold(inline: InlineText, from = 0, to = inline.text.length): InlineText {
  let text = '';
  // Asked of the text itself, its last letter would have the whole of it copied together for every space.
  let last = '';
  const places: number[] = [];
  for (let index = 0; index < inline.text.length; index += 1) {
    places.push(text.length);
    if (index < from || index >= to) continue;
    const character = inline.text[index] ?? '';
    if (character === hardBreak) {
      text = text === '' ? '' : `${text.trimEnd()}\n`;
      last = '\n';
    } else if (!/[\s--[\u00A0\u202F\u2007]]/v.test(character)) {
      text += character;
      last = character;
    } else if (text !== '' && last !== ' ' && last !== '\n') {
      text += ' ';
      last = ' ';
    }
  }
  places.push(text.length);
  text = text.trimEnd();
  const marks = inline.marks.flatMap((mark): InlineMark[] => {
    const start = Math.min(places[mark.start] ?? 0, text.length);
    let end = Math.min(places[mark.end] ?? text.length, text.length);
    while (end > start && /\s/u.test(text[end - 1] ?? '')) end -= 1;
    return end > start ? [{ ...mark, start, end }] : [];
  });
  return { text, marks };
}

/** The words of raw HTML, a paragraph for each of its blocks; scripts, styles and comments have none. */
export function wordsOfHtml(html: string): string[] {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, ' ')
    .replace(/<(script|style|template|noscript|iframe|object)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, ' ')
    .replace(
      /<\/?(?:p|div|br|hr|li|ul|ol|tr|table|h[1-6]|figure|figcaption|blockquote|section|article|header|footer|aside|details|summary|pre)\b[^>]*>/giu,
      '\n\n',
    )
    .replace(/<[a-z/!?][^>]*(?:>|$)/giu, '')
    .split(/\n\s*\n/u)
    .map((part) =>
      decodeReferences(part)
        .replace(/[\s--[\u00A0\u202F\u2007]]+/gv, ' ')
        .trim(),
    )
    .filter((part) => part !== '');
}
