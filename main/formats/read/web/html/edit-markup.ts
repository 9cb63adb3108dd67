import { QuoteType, Tokenizer } from 'htmlparser2';

/**
 * Changes what programs wrote into the tags of a page that they saved, before the page is read. Only
 * tags, comments and data are touched, never a word that a reader of the page saw.
 */

export interface MarkupAttribute {
  /** Lower case. */
  readonly name: string;
  /** As written, entities and all. */
  readonly value: string;
  /** Where the value begins in the markup. */
  readonly start: number;
}

export interface MarkupTag {
  /** Lower case. */
  readonly name: string;
  readonly kind: 'open' | 'close';
  /** From "<" to after ">". */
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly MarkupAttribute[];
}

/** A range that becomes another text. */
export interface MarkupEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface MarkupVisitor {
  tag(tag: MarkupTag): void;
  comment?(start: number, end: number): void;
  /** What stands between tags; in scripts too. */
  text?(start: number, end: number): void;
}

/** Tells all tags of a page in order. Never throws on any text; the time taken grows with its length only. */
export function visitMarkup(source: string, visitor: MarkupVisitor): void {
  let name = '';
  let start = 0;
  let attribute = '';
  let from = -1;
  let until = -1;
  let attributes: MarkupAttribute[] = [];
  const finish = (end: number): void => visitor.tag({ name, kind: 'open', start, end: end + 1, attributes });
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      onopentagname(at, end) {
        name = source.slice(at, end).toLowerCase();
        start = at - 1;
        attributes = [];
      },
      onattribname(at, end) {
        attribute = source.slice(at, end).toLowerCase();
        from = -1;
      },
      onattribdata(at, end) {
        if (from < 0) from = at;
        until = end;
      },
      onattribend(quote) {
        if (quote !== QuoteType.NoValue && from >= 0)
          attributes.push({ name: attribute, value: source.slice(from, until), start: from });
      },
      onopentagend: finish,
      onselfclosingtag: finish,
      onclosetag(at, end) {
        const close = source.indexOf('>', end);
        visitor.tag({
          name: source.slice(at, end).toLowerCase(),
          kind: 'close',
          start: at - 2,
          end: close < 0 ? source.length : close + 1,
          attributes: [],
        });
      },
      oncomment: (at, end) => visitor.comment?.(at, end),
      ontext: (at, end) => visitor.text?.(at, end),
      onattribentity() {},
      ontextentity() {},
      oncdata() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}

/** The markup with its edits made. Of two that overlap the one that begins first counts. */
export function editMarkup(source: string, edits: readonly MarkupEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    if (edit.start < at) continue;
    pieces.push(source.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  pieces.push(source.slice(at));
  return pieces.join('');
}
