export interface PictureInFile {
  /** Hexadecimal digits and what stands between them, or bytes as they are. */
  readonly pieces: (string | Uint8Array)[];
  length: number;
  kind: string | null;
  width: number | null;
  height: number | null;
  alternative: string;
}

/** A picture of more hexadecimal digits or bytes is not kept. */
const longestPicture = 80 * 1024 * 1024;
/** Twentieths of a point to CSS pixels. */
const twipsToPixel = 15;

/** The kinds whose bytes are a picture's own file; the others are drawings of Windows and the Macintosh. */
const shownKinds: ReadonlySet<string> = new Set(['pngblip', 'jpegblip']);
const otherKinds: ReadonlySet<string> = new Set([
  'emfblip',
  'wmetafile',
  'dibitmap',
  'wbitmap',
  'macpict',
  'pmmetafile',
]);

/** The name that a figure has for the picture with a number. */
export function pictureName(number: number): string {
  return `picture ${number}`;
}

/** The pictures of an RTF file (1.9.1, "Pictures"). */
export class PictureStore {
  readonly #kept = new Map<string, PictureInFile>();

  begin(): PictureInFile {
    return { pieces: [], length: 0, kind: null, width: null, height: null, alternative: '' };
  }

  add(picture: PictureInFile, piece: string | Uint8Array): void {
    picture.length += piece.length;
    if (picture.length <= longestPicture) picture.pieces.push(piece);
  }

  word(picture: PictureInFile, name: string, value: number | null): void {
    if (shownKinds.has(name) || otherKinds.has(name)) picture.kind ??= name;
    else if (name === 'picwgoal' && value !== null) picture.width = value / twipsToPixel;
    else if (name === 'pichgoal' && value !== null) picture.height = value / twipsToPixel;
  }

  /** The number under which it is kept; null for one that can't be shown. */
  end(picture: PictureInFile): number | null {
    const { kind, length } = picture;
    if (kind === null || !shownKinds.has(kind) || length === 0 || length > longestPicture) return null;
    const number = this.#kept.size + 1;
    this.#kept.set(pictureName(number), picture);
    return number;
  }

  bytes(name: string): Uint8Array | null {
    const picture = this.#kept.get(name);
    if (picture === undefined) return null;
    const pieces = picture.pieces.filter((piece) => typeof piece !== 'string');
    if (pieces.length > 0) return Buffer.concat(pieces);
    return Buffer.from(picture.pieces.join('').replace(/[^\da-f]+/giu, ''), 'hex');
  }
}
