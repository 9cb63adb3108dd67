import { decodeText } from '../../../reading/document/decode.ts';
import { fromBase64, fromQuotedPrintable } from './transfer-encoding.ts';

const encodedWord = /=\?([\w.:+-]{1,60})(?:\*[\w-]{0,40})?\?([bq])\?([^?]*)\?=/giu;

/**
 * Text of a header field with its encoded words read (RFC 2047). Words side by side are put together
 * before they are decoded: many programs cut them in the middle of a character.
 */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return withoutControls(value);
  let text = '';
  let end = 0;
  let run: { charset: string; bytes: Uint8Array[] } | null = null;
  const finish = (): void => {
    if (run !== null) text += decodeText(Buffer.concat(run.bytes), run.charset).text;
    run = null;
  };
  for (const match of value.matchAll(encodedWord)) {
    const [whole, charset = '', encoding = '', content = ''] = match;
    const between = value.slice(end, match.index);
    if (run === null || between.trim() !== '' || run.charset !== charset.toLowerCase()) {
      const isBesideAnother: boolean = run !== null && between.trim() === '';
      finish();
      // White space between encoded words is no part of the text (RFC 2047, 6.2).
      if (!isBesideAnother) text += between;
      run = { charset: charset.toLowerCase(), bytes: [] };
    }
    const bytes = Buffer.from(content, 'latin1');
    run.bytes.push(
      encoding.toLowerCase() === 'b'
        ? fromBase64(bytes)
        : fromQuotedPrintable(Buffer.from(content.replaceAll('_', ' '), 'latin1'), 'word'),
    );
    end = match.index + whole.length;
  }
  finish();
  return withoutControls(text + value.slice(end));
}

/** Line ends and control characters have no business in a head, decoded or not. */
function withoutControls(text: string): string {
  return text
    .replace(/[\t\n\v\f\r]+/gu, ' ')
    .replace(/[\p{Cc}\u{2028}\u{2029}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu, '')
    .trim();
}
