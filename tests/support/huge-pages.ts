import { Random } from '../bench/random.ts';

/** Saved pages that are far too large in one way each, of varied ordinary words, the same on every machine. */
export interface HugePages {
  /** One paragraph of so many words among ordinary ones. */
  paragraph(words: number): string;
  /** So many paragraphs of twenty words. */
  paragraphs(count: number): string;
  /** A word of so many letters in a paragraph. */
  word(letters: number): string;
  /** A title of so many letters without a space. */
  title(letters: number): string;
  /** A list of so many entries. */
  list(entries: number): string;
  /** A table of so many rows. */
  table(rows: number): string;
}

/** The title that each page has, or begins with. */
export const hugeTitles = {
  paragraph: 'The longest paragraph',
  paragraphs: 'The many paragraphs',
  word: 'The longest word',
  title: 'Headline',
  list: 'The longest list',
  table: 'The longest table',
} as const satisfies Record<keyof HugePages, string>;

const vocabulary =
  `harbour warden council quay ferry morning storm pier paper board ship river town people letter market winter
school bridge worker union company minister police court money street window house garden evening question answer
reason history region contract dredger silt oyster lamp road keeper parent teacher doctor nurse engine captain sailor
the of and to in that was for on with as his they at be this from had not but what all were when we there can which`.split(
    /\s+/,
  );

/** `middle` and `last` stand where their names say, in every page's text, and nowhere else. */
export function hugePages(words: {
  readonly first: string;
  readonly middle: string;
  readonly last: string;
}): HugePages {
  const random = new Random(11);
  const some = (count: number) => Array.from({ length: count }, () => random.pick(vocabulary));
  const sentences = (count: number): string[] => {
    const own = some(count);
    for (let at = 0; at < own.length; at += random.between(8, 20)) own[at] = `So ${own[at]}`;
    return own.map((word, at) => (own[at + 1]?.startsWith('So ') === true ? `${word}.` : word));
  };
  /** With a link or an emphasis here and there. */
  const inline = (count: number): string[] => {
    const own = sentences(count);
    for (let at = 15; at < own.length; at += random.between(60, 140))
      own[at] =
        random.between(0, 1) === 0 ? `<a href="https://ellery.example/${at}">${own[at]}</a>` : `<em>${own[at]}</em>`;
    return own;
  };
  const between = (items: readonly string[], middle: string) =>
    items.toSpliced(Math.floor(items.length / 2), 0, middle);
  const page = (title: string, content: string) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>
<p>${words.first} ${sentences(40).join(' ')}.</p>
${content}
<p>${sentences(40).join(' ')} ${words.last}</p></article></body></html>`;
  const letters = (count: number) =>
    Array.from({ length: count }, () => String.fromCharCode(97 + random.between(0, 25))).join('');
  return {
    paragraph: (count) => page(hugeTitles.paragraph, `<p>${between(inline(count), words.middle).join(' ')}</p>`),
    paragraphs: (count) =>
      page(
        hugeTitles.paragraphs,
        between(
          Array.from({ length: count }, () => `<p>${inline(20).join(' ')}.</p>`),
          `<p>${words.middle}</p>`,
        ).join('\n'),
      ),
    word: (count) =>
      page(hugeTitles.word, `<p>Before ${letters(count / 2)}${letters(count / 2)} after it. ${words.middle}</p>`),
    title: (count) =>
      page(`${hugeTitles.title}${letters(count)}`, `<p>${sentences(60).join(' ')}. ${words.middle}</p>`),
    list: (count) =>
      page(
        hugeTitles.list,
        `<ul>${between(
          Array.from({ length: count }, () => `<li>${inline(12).join(' ')}</li>`),
          `<li>${words.middle}</li>`,
        ).join('\n')}</ul>`,
      ),
    table: (count) =>
      page(
        hugeTitles.table,
        `<table><tr><th>Day</th><th>What</th><th>More</th></tr>${between(
          Array.from(
            { length: count },
            (_, row) => `<tr><td>${row}</td><td>${some(5).join(' ')}</td><td>${some(8).join(' ')}</td></tr>`,
          ),
          `<tr><td>middle</td><td>${words.middle}</td><td>of it</td></tr>`,
        ).join('\n')}</table>`,
      ),
  };
}
