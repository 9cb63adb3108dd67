import { VerbatimError } from '../../../../contract/index.ts';
import type { PagePicture, PagePictures } from '../../../format.ts';
import { openPdf } from './library.ts';

/** Draws a page as it was made, so that a reading copy can be held against it. */

/** Pixels of the picture's longer side; the text of a newspaper page can be read at it. */
const longestSide = 2_200;
/** Pixels for a point, at most: type is sharp on a fine screen. */
const largestScale = 2.5;

/** For `FormatReader.pages`. */
export const pages: PagePictures = { count: countPages, draw: drawPage };

async function countPages(bytes: Uint8Array): Promise<number> {
  const document = await openPdf(bytes, 'words');
  try {
    return document.numPages;
  } finally {
    await document.loadingTask.destroy();
  }
}

export async function drawPage(bytes: Uint8Array, number: number): Promise<PagePicture> {
  const document = await openPdf(bytes, 'image');
  try {
    if (number > document.numPages)
      throw new VerbatimError(
        'not-found',
        `The original has no page ${number}: its last one is page ${document.numPages}.`,
      );
    const page = await document.getPage(number);
    const whole = page.getViewport({ scale: 1 });
    const scale = Math.min(largestScale, longestSide / Math.max(whole.width, whole.height));
    const viewport = page.getViewport({ scale });
    const width = Math.max(1, Math.round(viewport.width));
    const height = Math.max(1, Math.round(viewport.height));
    // Imported when it is needed: it brings a drawing machine of thirty megabytes.
    const { createCanvas } = await import('@napi-rs/canvas');
    const canvas = createCanvas(width, height);
    await page.render({
      // Skia's canvas has the browser's interface as far as pdf.js draws with it; the types are two.
      canvas: canvas as unknown as HTMLCanvasElement,
      canvasContext: canvas.getContext('2d') as unknown as CanvasRenderingContext2D,
      viewport,
    }).promise;
    return { bytes: new Uint8Array(await canvas.encode('png')), width, height };
  } catch (error) {
    if (error instanceof VerbatimError) throw error;
    throw new VerbatimError(
      'unsupported',
      `Page ${number} can’t be drawn: it is damaged or uses something that isn’t known here. The original is kept as it is.`,
      {},
      { cause: error },
    );
  } finally {
    await document.loadingTask.destroy();
  }
}
