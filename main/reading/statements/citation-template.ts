import { assertNever, type CitationPlaceholder, citationPlaceholders } from '../../contract/index.ts';

/** What a template's placeholders stand for in one citation; null where there is nothing to tell. */
export type CitationValues = Readonly<Record<CitationPlaceholder, string | null>>;

/** A piece of a filled template: its own text, or what a placeholder stands for. */
export type FilledPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: CitationPlaceholder; readonly text: string };

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: CitationPlaceholder }
  | { readonly kind: 'optional'; readonly pieces: readonly Piece[] };

/**
 * Fills a template, line by line. What stands in `[…]` is left out where a placeholder in it has nothing to tell, and
 * so is a line of which nothing is left. Brackets without a placeholder, and braces around anything else, are text;
 * `\` before a bracket or a brace makes it text.
 */
export function fillTemplate(template: string, values: CitationValues): readonly (readonly FilledPiece[])[] {
  return template
    .split(/\r?\n/u)
    .map((line) => ({ line, filled: fill(readLine(line), values) }))
    .filter(({ line, filled }) => line.trim() === '' || filled.some(({ text }) => text.trim() !== ''))
    .map(({ filled }) => filled);
}

/** What a template names in braces that is no placeholder, each once. */
export function unknownPlaceholders(template: string): readonly string[] {
  const named = [...template.matchAll(/\\.|\{([^{}\n]*)\}/gu)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );
  return [...new Set(named.filter((name) => !isPlaceholder(name)))];
}

function fill(pieces: readonly Piece[], values: CitationValues): readonly FilledPiece[] {
  return pieces.flatMap((piece): readonly FilledPiece[] => {
    switch (piece.kind) {
      case 'text':
        return [piece];
      case 'placeholder':
        return [{ kind: 'value', name: piece.name, text: values[piece.name] ?? '' }];
      case 'optional':
        return isComplete(piece.pieces, values) ? fill(piece.pieces, values) : [];
      default:
        return assertNever(piece);
    }
  });
}

function isComplete(pieces: readonly Piece[], values: CitationValues): boolean {
  return pieces.every((piece) => piece.kind !== 'placeholder' || values[piece.name] !== null);
}

function readLine(line: string): readonly Piece[] {
  return readPieces(line).map((piece) =>
    piece.kind === 'optional' && !hasPlaceholder(piece.pieces) ? asText(piece) : piece,
  );
}

/** Brackets don't stand in brackets: the first that closes ends them. */
function readPieces(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [whole, escaped, placeholder, optional] of line.matchAll(
    /\\([[\]{}\\])|\{([^{}]*)\}|\[((?:\\.|[^\]\\])*)\]|[^\\{[]+|./gsu,
  )) {
    if (escaped !== undefined) pieces.push({ kind: 'text', text: escaped });
    else if (placeholder !== undefined && isPlaceholder(placeholder))
      pieces.push({ kind: 'placeholder', name: placeholder });
    else if (optional !== undefined) pieces.push({ kind: 'optional', pieces: readPieces(optional) });
    else pieces.push({ kind: 'text', text: whole });
  }
  return pieces;
}

function hasPlaceholder(pieces: readonly Piece[]): boolean {
  return pieces.some(({ kind }) => kind === 'placeholder');
}

function asText({ pieces }: Extract<Piece, { kind: 'optional' }>): Piece {
  return { kind: 'text', text: `[${pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')}]` };
}

function isPlaceholder(name: string): name is CitationPlaceholder {
  return (citationPlaceholders as readonly string[]).includes(name);
}
