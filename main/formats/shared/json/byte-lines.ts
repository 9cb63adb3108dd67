/** One line of a file, numbered from 1: its bytes without the line feed, or null where it is longer than was allowed. */
export interface ByteLine {
  readonly line: number;
  readonly bytes: Uint8Array | null;
}

const lineFeed = 0x0a;

/**
 * The lines of JSON Lines (https://jsonlines.org) out of bytes in pieces. Only a line feed ends one: Node's own reader
 * of lines ends them at U+2028 and U+2029 too, which stand as they are inside strings of JSON (RFC 8259, section 7).
 * A line of more than `longest` bytes is told as soon as that is known and passed over to its end, so that no more
 * than that is held.
 */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncIterable<ByteLine> {
  let line = 1;
  let open: Uint8Array[] = [];
  let openBytes = 0;
  let passingOver = false;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; ) {
      const end = chunk.indexOf(lineFeed, from);
      const piece = chunk.subarray(from, end === -1 ? chunk.length : end);
      if (!passingOver) {
        open.push(piece);
        openBytes += piece.length;
        if (openBytes > longest) {
          yield { line, bytes: null };
          passingOver = true;
          open = [];
        }
      }
      if (end === -1) break;
      if (!passingOver) yield { line, bytes: Buffer.concat(open) };
      line += 1;
      open = [];
      openBytes = 0;
      passingOver = false;
      from = end + 1;
    }
  }
  if (openBytes > 0 && !passingOver) yield { line, bytes: Buffer.concat(open) };
}
