import { markedPieces } from '../lib/marked-text.ts';

/** Text with its matches marked. */
export function Marked(props: { readonly text: string; readonly marks: readonly (readonly [number, number])[] }) {
  return (
    <>
      {markedPieces(props.text, props.marks).map((piece, index) =>
        // Pieces have no identity but their place: the text is drawn anew with every search.
        piece.marked ? <mark key={`${index}m`}>{piece.text}</mark> : piece.text,
      )}
    </>
  );
}
