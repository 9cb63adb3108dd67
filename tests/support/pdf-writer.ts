import { deflateSync } from 'node:zlib';

/**
 * Writes small PDFs by hand (ISO 32000-1, 7.5), so that a test says exactly what stands in one: where
 * each word is, what is broken, what is hidden.
 */
export class PdfWriter {
  readonly #objects: (string | Uint8Array)[] = [];

  /** Keeps a number for an object that is written later. */
  reserve(): number {
    this.#objects.push('null');
    return this.#objects.length;
  }

  /** Adds an object and tells its number. */
  add(body: string): number {
    this.#objects.push(body);
    return this.#objects.length;
  }

  set(number: number, body: string): void {
    this.#objects[number - 1] = body;
  }

  stream(data: string | Uint8Array, dictionary = ''): number {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    this.#objects.push(
      Buffer.concat([
        Buffer.from(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`, 'latin1'),
        bytes,
        Buffer.from('\nendstream', 'latin1'),
      ]),
    );
    return this.#objects.length;
  }

  packed(data: string | Uint8Array, dictionary = ''): number {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    return this.stream(deflateSync(bytes), `/Filter /FlateDecode ${dictionary}`);
  }

  /** The file, with a cross-reference table and the given entries of the trailer. */
  finish(root: number, trailer = ''): Uint8Array {
    const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
    let length = parts[0]?.length ?? 0;
    const offsets: number[] = [];
    const push = (bytes: Uint8Array) => {
      parts.push(bytes);
      length += bytes.length;
    };
    for (const [index, body] of this.#objects.entries()) {
      offsets.push(length);
      push(Buffer.from(`${index + 1} 0 obj\n`, 'latin1'));
      push(typeof body === 'string' ? Buffer.from(body, 'latin1') : body);
      push(Buffer.from('\nendobj\n', 'latin1'));
    }
    const start = length;
    const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const size = this.#objects.length + 1;
    push(
      Buffer.from(
        `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root ${root} 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
        'latin1',
      ),
    );
    return new Uint8Array(Buffer.concat(parts));
  }
}

/** Words at a place: x from the left, y from the bottom, in points. */
export interface SetWords {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly font?: 'regular' | 'bold' | 'italic';
  /** Degrees, against the clock. */
  readonly turned?: number;
}

const fontNames = { regular: 'F1', bold: 'F2', italic: 'F3' } as const;

/** A page's content: its words in Helvetica, in Windows' code page. */
export function content(words: readonly SetWords[]): string {
  return words
    .map(({ x, y, text, size = 10, font = 'regular', turned = 0 }) => {
      const angle = (turned * Math.PI) / 180;
      const [cosine, sine] = [Math.cos(angle).toFixed(4), Math.sin(angle).toFixed(4)];
      const written = text.replace(/[\\()]/gu, (sign) => `\\${sign}`);
      return `BT /${fontNames[font]} ${size} Tf ${cosine} ${sine} ${-Number(sine)} ${cosine} ${x} ${y} Tm (${written}) Tj ET`;
    })
    .join('\n');
}

export interface SimplePage {
  readonly words: readonly SetWords[];
  /** Entries of the page's dictionary. */
  readonly entries?: string;
}

export interface SimplePdf {
  readonly pages: readonly SimplePage[];
  readonly box?: string;
  /** Entries of the catalogue and of the information dictionary. */
  readonly catalogue?: string;
  readonly information?: string;
  /** Adds objects before the file is finished. */
  readonly more?: (writer: PdfWriter) => void;
}

export function simplePdf({ pages, box = '[0 0 595 842]', catalogue = '', information, more }: SimplePdf): Uint8Array {
  const writer = new PdfWriter();
  const root = writer.reserve();
  const tree = writer.reserve();
  const fonts = writeFonts(writer);
  const kids = pages.map(({ words, entries = '' }) => {
    const stream = writer.packed(content(words));
    return writer.add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox ${box} /Contents ${stream} 0 R /Resources << /Font ${fonts} >> ${entries} >>`,
    );
  });
  writer.set(tree, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  writer.set(root, `<< /Type /Catalog /Pages ${tree} 0 R ${catalogue} >>`);
  more?.(writer);
  const info = information === undefined ? '' : `/Info ${writer.add(`<< ${information} >>`)} 0 R`;
  return writer.finish(root, info);
}

/** Helvetica in three cuts, as a resource dictionary. */
export function writeFonts(writer: PdfWriter): string {
  const font = (name: string) =>
    writer.add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`);
  return `<< /F1 ${font('Helvetica')} 0 R /F2 ${font('Helvetica-Bold')} 0 R /F3 ${font('Helvetica-Oblique')} 0 R >>`;
}

/** Lines one under the other, a column as a program would set it. */
export function column(
  lines: readonly string[],
  place: { readonly x: number; readonly y: number; readonly size?: number; readonly leading?: number },
): SetWords[] {
  const { x, y, size = 10, leading = 13 } = place;
  return lines.map((text, index) => ({ x, y: y - index * leading, text, size }));
}
