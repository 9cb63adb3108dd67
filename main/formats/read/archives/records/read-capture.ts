import { VerbatimError } from '../../../../contract/index.ts';
import { decodeText } from '../../../../reading/document/decode.ts';
import {
  type CapturedDocument,
  type FormatReader,
  type FormatSource,
  type FoundInFile,
  isMention,
  type PagePictures,
} from '../../../format.ts';
import { declaredCharset } from '../../../shared/html/charset.ts';
import { readPage } from '../../web/html/read-page.ts';
import { sniffHtml } from '../../web/html/sniff.ts';
import { wordsOfMarkup } from '../../web/html/words.ts';
import { nameOfAddress, titleOfAddress } from './addresses.ts';
import { readersByType } from './document-readers.ts';
import { type Capture, openCapture, payloadOf } from './record.ts';

export const pageTypes: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);

/** How the body of a capture is read. */
export type CaptureKind = { readonly kind: 'page' } | { readonly kind: 'document'; readonly reader: FormatReader };

/** By the type that the server or the archive gives, or, where nobody says, by what stands there; null for what has no reader. */
export function kindOfCapture(mediaType: string, body: Uint8Array): CaptureKind | null {
  if (pageTypes.has(mediaType) || (mediaType === '' && sniffHtml(body.subarray(0, 4096), '') >= 0.8))
    return { kind: 'page' };
  const reader = readersByType.get(mediaType);
  return reader === undefined ? null : { kind: 'document', reader };
}

/** A capture's page as text, by the server's charset, a mark, its own declaration or its bytes. */
export function markupOfPayload(bytes: Uint8Array, charset: string | null): string {
  return decodeText(bytes, charset ?? declaredCharset(bytes)).text;
}

/** Reads the article of one record; for `FormatReader.read`. */
export async function* read(source: FormatSource): AsyncIterable<FoundInFile> {
  const capture = openCapture(source.bytes);
  if (capture === null)
    throw new VerbatimError('unsupported', 'It begins as a record of a web archive and is none that could be read.');
  const payload = await payloadOf(capture);
  if (payload.kind === 'unreadable') throw new VerbatimError('unsupported', payload.reason);
  const { bytes, troubles } = payload;
  const kind = kindOfCapture(capture.mediaType, bytes);
  if (kind === null)
    throw new VerbatimError(
      'unsupported',
      `The record holds no page but ${capture.mediaType || 'bytes of an unknown kind'}, which Verbatim does not read out of a web archive.`,
    );
  if (kind.kind === 'page') {
    yield withTroubles(await readArchivedPage(capture, bytes, source), troubles);
    return;
  }
  const name = nameOfAddress(capture.head.uri);
  for await (const found of kind.reader.read({ ...source, bytes, name, modified: null }))
    yield isMention(found) ? found : withTroubles(withAddress(found, capture), troubles);
}

/** All words of a record's body; for `FormatReader.words`. */
export async function words(bytes: Uint8Array): Promise<string> {
  const capture = openCapture(bytes);
  const payload = capture === null ? null : await payloadOf(capture);
  if (capture === null || payload?.kind !== 'bytes') return '';
  const kind = kindOfCapture(capture.mediaType, payload.bytes);
  switch (kind?.kind) {
    case undefined:
      return '';
    case 'page':
      return wordsOfMarkup(markupOfPayload(payload.bytes, capture.charset));
    case 'document':
      return kind.reader.words(payload.bytes);
  }
}

/** Pages of a document that was captured, for `FormatReader.pages`. */
export const pages: PagePictures = {
  async count(bytes) {
    const { paged, body } = await pagedBody(bytes);
    return paged.count(body);
  },
  async draw(bytes, page) {
    const { paged, body } = await pagedBody(bytes);
    return paged.draw(body, page);
  },
};

async function pagedBody(bytes: Uint8Array): Promise<{ readonly paged: PagePictures; readonly body: Uint8Array }> {
  const capture = openCapture(bytes);
  const payload = capture === null ? null : await payloadOf(capture);
  if (capture !== null && payload?.kind === 'bytes') {
    const kind = kindOfCapture(capture.mediaType, payload.bytes);
    if (kind?.kind === 'document' && kind.reader.pages !== undefined)
      return { paged: kind.reader.pages, body: payload.bytes };
  }
  throw new VerbatimError('unsupported', 'The original of this article has no pages.');
}

function readArchivedPage(capture: Capture, bytes: Uint8Array, source: FormatSource): Promise<CapturedDocument> {
  return readPage({
    markup: markupOfPayload(bytes, capture.charset),
    fallbackTitle: titleOfAddress(capture.head.uri),
    savedFrom: onTheWeb(capture.head.uri),
    captured: capture.captured,
    resource: async (_, absolute) => (absolute === null ? null : source.companion(absolute)),
    signal: source.signal,
  });
}

function withAddress(document: CapturedDocument, { head, captured }: Capture): CapturedDocument {
  const { metadata } = document;
  const url = metadata.url ?? onTheWeb(head.uri);
  const sources = metadata.url === null && url !== null ? { url: { from: 'archive', overruled: [] } } : {};
  return {
    ...document,
    metadata: { ...metadata, url, sources: { ...metadata.sources, ...sources } },
    captured: captured ?? document.captured,
    ...(captured === null ? {} : { capturedBy: 'record' as const }),
  };
}

/** What is wrong with the record goes before what is wrong with the page. */
function withTroubles(document: CapturedDocument, troubles: readonly string[]): CapturedDocument {
  const reasons = [...troubles, ...(document.partial === null ? [] : [document.partial])];
  return { ...document, partial: reasons.length === 0 ? null : reasons.join(' ') };
}

function onTheWeb(uri: string | null): string | null {
  return uri !== null && /^https?:\/\//iu.test(uri) ? uri : null;
}
