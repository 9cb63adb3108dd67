import { QuoteType, Tokenizer } from 'htmlparser2';

/** Attributes whose words blocks may show: an image's alternative text. */
const shownAttributes = new Set(['alt', 'title', 'content', 'value', 'label', 'placeholder', 'aria-label']);
const silent = new Set(['script', 'style']);

/**
 * Every word of a page in its own order, from the same tags as the tree but without nesting, then the
 * words of attributes. Text parted by tags alone stays joined: white space doesn't count for who compares.
 */
export function wordsOf(source: string): string {
  const pieces: string[] = [];
  const fromAttributes: string[] = [];
  let name = '';
  let attribute = '';
  let value = '';
  let skipping = false;
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext(start, end) {
        if (!skipping) pieces.push(source.slice(start, end));
      },
      ontextentity(codePoint) {
        if (!skipping) pieces.push(String.fromCodePoint(codePoint));
      },
      onopentagname(start, end) {
        name = source.slice(start, end).toLowerCase();
      },
      onopentagend() {
        skipping = silent.has(name);
      },
      onselfclosingtag() {
        skipping = false;
      },
      onclosetag() {
        skipping = false;
      },
      onattribname(start, end) {
        attribute = source.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        value += source.slice(start, end);
      },
      onattribentity(codePoint) {
        value += String.fromCodePoint(codePoint);
      },
      onattribend(quote) {
        if (quote !== QuoteType.NoValue && shownAttributes.has(attribute)) fromAttributes.push(value);
      },
      oncdata(start, end) {
        pieces.push(source.slice(start, end));
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return `${pieces.join('')}\n${fromAttributes.join('\n')}`;
}
