import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { number, object, safeParse, string, union } from 'valibot';
import { cleanText } from './characters.ts';
import { softEndLength } from './layout/joining.ts';
import { type PageAnnotation, readAnnotations, withLinks } from './links.ts';
import { type Look, type PageText, readLook, readPieces } from './pieces.ts';
import { type PageStructure, StructureReader } from './structure.ts';

/** All pages of a document as pieces, read one after the other so that only one is in memory as a drawing. */

/** Longer documents are read so far: a thousand pages are a quarter of an hour's printing and a minute's reading here. */
export const mostPages = 1_000;
/** Letters; a long novel has three million. */
const mostLetters = 8_000_000;

export interface ReadPage {
  readonly text: PageText;
  readonly structure: PageStructure;
  readonly annotations: readonly PageAnnotation[];
}

export interface ReadPages {
  readonly pages: readonly ReadPage[];
  /** How many the document says it has. */
  readonly count: number;
  /** Pages that could not be read, with the reason. */
  readonly failed: readonly { readonly page: number; readonly reason: string }[];
  /** The letters before the soft hyphens that lines end with. */
  readonly softEnds: ReadonlySet<string>;
  /** The language that the document gives, or null. */
  readonly language: string | null;
}

export async function readPages(document: PDFDocumentProxy): Promise<ReadPages> {
  const reader = new PageReader();
  const pages: ReadPage[] = [];
  const failed: { page: number; reason: string }[] = [];
  let letters = 0;
  for (let number = 1; number <= Math.min(document.numPages, mostPages) && letters < mostLetters; number += 1) {
    try {
      const page = await document.getPage(number);
      const read = await reader.read(page);
      pages.push(read);
      letters += read.text.raw.length;
      page.cleanup();
    } catch (error) {
      failed.push({ page: number, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { pages, count: document.numPages, failed, softEnds: reader.softEnds, language: reader.language };
}

class PageReader {
  readonly softEnds = new Set<string>();
  language: string | null = null;
  readonly #looks = new Map<string, Look>();
  readonly #structures = new StructureReader();

  async read(page: PDFPageProxy): Promise<ReadPage> {
    const text = await page.getTextContent({ includeMarkedContent: true });
    this.language ??= text.lang;
    const unknown = Object.keys(text.styles).filter((name) => !this.#looks.has(name));
    if (unknown.length > 0) await this.#learnLooks(page, unknown);
    const structure = this.#structures.read(await readTree(page));
    const annotations = await readAnnotations(page);
    const viewport = page.getViewport({ scale: 1 });
    const pieces = readPieces({ number: page.pageNumber, viewport, text, looks: this.#looks }, structure.contentOf);
    return { text: withLinks(pieces, annotations, viewport), structure, annotations };
  }

  /** A page's drawing brings its fonts, which say whether they are bold; pdf.js gives them in no other way. */
  async #learnLooks(page: PDFPageProxy, names: readonly string[]): Promise<void> {
    const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const drawing = await page.getOperatorList();
    for (const name of names)
      this.#looks.set(name, readLook(page.commonObjs.has(name) ? page.commonObjs.get(name) : null));
    let sofar = '';
    for (const [index, operator] of drawing.fnArray.entries()) {
      if (operator !== OPS.showText) continue;
      for (const letter of lettersOf(drawing.argsArray[index])) {
        // pdf.js leaves soft hyphens out of a page's text; only here they can be seen.
        if (letter === '\u00AD') this.softEnds.add(sofar.slice(-softEndLength));
        else sofar = (sofar + cleanText(letter).replace(/\s/gu, '')).slice(-softEndLength * 4);
      }
    }
  }
}

const glyphSchema = object({ unicode: string() });
const shownSchema = union([number(), glyphSchema]);

function lettersOf(operands: unknown): string[] {
  const shown: unknown = Array.isArray(operands) ? operands[0] : null;
  if (!Array.isArray(shown)) return [];
  return shown.flatMap((glyph: unknown) => {
    const read = safeParse(shownSchema, glyph);
    return read.success && typeof read.output === 'object' ? [read.output.unicode] : [];
  });
}

/** A structure that can't be read is none: the page's words don't depend on it. */
async function readTree(page: PDFPageProxy) {
  try {
    return await page.getStructTree();
  } catch {
    return null;
  }
}
