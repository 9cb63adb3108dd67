import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { VerbatimError } from '../../../../contract/index.ts';

/**
 * pdf.js as it is used here: in the parser thread itself, with no script of the document, no font of the
 * machine and nothing from the network. It is imported only when a PDF comes, because it is large.
 */

/** What a document is opened for: its words need no pictures, an image of a page needs them. */
export type OpenFor = 'words' | 'image';

/** Pictures with more pixels are left out of a page's image; a newspaper page scanned at 400 dpi has 45 million. */
const largestPicture = 50_000_000;

/** The folder of pdf.js, where its character maps and stand-in fonts lie. */
function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
}

const dataFolders: Readonly<Record<string, string>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
  wasmUrl: 'wasm',
};

/** Gives pdf.js the files of its own package, by bare names only. */
class PackagedData {
  readonly fetch = async ({ kind, filename }: { readonly kind: string; readonly filename: string }) => {
    const folder = dataFolders[kind];
    if (folder === undefined || !/^[\w-]+(?:\.\w+)?$/u.test(filename))
      throw new Error(`pdf.js has no file “${filename}” of the kind ${kind}`);
    return new Uint8Array(await readFile(join(packageFolder(), folder, filename)));
  };
}

/**
 * Opens a PDF. Takes a copy, because pdf.js keeps the bytes it is given. Throws `unsupported` with a sentence for
 * the report when it is locked with a password or too damaged to be opened; a password that only
 * restricts what may be done with it ("owner password") hinders nobody from reading.
 */
export async function openPdf(bytes: Uint8Array, purpose: OpenFor): Promise<PDFDocumentProxy> {
  const { getDocument, PasswordException } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    BinaryDataFactory: PackagedData,
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'standard_fonts/',
    wasmUrl: 'wasm/',
    useSystemFonts: false,
    useWorkerFetch: false,
    disableFontFace: true,
    fontExtraProperties: purpose === 'words',
    // Zero leaves out every picture before it is decoded.
    maxImageSize: purpose === 'words' ? 0 : largestPicture,
    verbosity: 0,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    if (error instanceof PasswordException)
      throw new VerbatimError(
        'unsupported',
        'It is a PDF locked with a password, and its words can’t be read without it. Save a copy without the password and add that.',
      );
    throw new VerbatimError(
      'unsupported',
      'It is a PDF whose structure is damaged or incomplete, and no page of it could be found. Download or export it again.',
      {},
      { cause: error },
    );
  }
}
