import { normaliseText } from '../text/lines.ts';

/** The characters of a PDF's text, as a reader would write them. */

/** Letters that exist only as shapes of others (“ﬁ”, Arabic in its positional forms) as those others (Unicode, 23.8). */
const shapes = /[\uFB00-\uFB06\uFB13-\uFB17\uFB1D-\uFB4F\uFB50-\uFDFF\uFE70-\uFEFC]/gu;
/** Bullets of symbol fonts, which have no character of their own. */
const symbolBullets = /^[\uF0A7\uF0A8\uF076\uF0B7\uF0D8\uF0FC](?=\s|$)/u;

export function cleanText(text: string): string {
  return normaliseText(text)
    .replace(shapes, (letter) => letter.normalize('NFKC'))
    .replace(symbolBullets, '•')
    .replaceAll('\n', ' ');
}
