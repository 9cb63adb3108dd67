import { parse, safeParse } from 'valibot';
import type { ArticleClue } from '../../../db/queries/foreign-annotations.ts';
import { AnnotationId, CodeId, type ForeignMark, storable } from '../../contract/index.ts';
import { type ForeignAnnotation, streamAnnotations } from '../../formats/read/services/web-annotation.ts';
import { BrokenJson } from '../../formats/shared/json/json-stream.ts';
import { canonicalUrl } from '../../reading/identity/canonical-url.ts';
import { idOfMark } from '../awaited/mark-id.ts';
import type { CoreContext } from '../context.ts';
import { type ReportLine, refusal } from '../import/report/report.ts';
import { whyNotWorkedOn } from '../texts/text-threads.ts';

/** A file of annotations, which is read twice: through to its end before anything of it is taken. */
export interface AnnotationFile {
  /** As the report names it. */
  readonly name: string;
  readonly bytes: number;
  stream(): AsyncIterable<Uint8Array>;
}

/**
 * Takes in annotations of whatever program for articles that are in the library. Each is placed by
 * its words; one whose words are not found in its article is refused by name, never put elsewhere. A file that is
 * not whole is refused whole.
 */
export async function* importAnnotations(
  context: CoreContext,
  { name, bytes, stream }: AnnotationFile,
  signal: AbortSignal,
): AsyncIterable<ReportLine> {
  let items = 0;
  try {
    for await (const _ of streamAnnotations(stream())) {
      signal.throwIfAborted();
      items += 1;
    }
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof BrokenJson)) throw error;
    const where = `line ${error.line}, ${error.problem}`;
    yield refusal(name, bytes, `It looks like annotations and is not whole JSON (${where}). Export it again.`);
    return;
  }
  if (items === 0) {
    yield refusal(name, bytes, 'It holds no annotations.');
    return;
  }
  for await (const item of streamAnnotations(stream())) {
    signal.throwIfAborted();
    yield item.kind === 'annotation'
      ? await importOne(context, withStorableNote(item.annotation), name)
      : refusal(`${name} › ${item.label}`, 0, item.kind === 'refused' ? item.reason : onlyClaimed);
  }
}

/** Why a statement that a file tells is not taken in (decision 0237). */
const onlyClaimed =
  'It is a statement. Statements come back with a BagIt package, which holds the article and its original; in this file they are only claimed.';

/** The same of a file whose bytes are there. */
export function annotationFile(bytes: Uint8Array, name: string): AnnotationFile {
  return {
    name,
    bytes: bytes.byteLength,
    async *stream() {
      yield bytes;
    },
  };
}

/** Its quotation stays as it came: it is looked for in the article and kept as the article has it. */
function withStorableNote(annotation: ForeignAnnotation): ForeignAnnotation {
  return { ...annotation, note: storable(annotation.note), tags: storable(annotation.tags) };
}

async function importOne(context: CoreContext, annotation: ForeignAnnotation, name: string): Promise<ReportLine> {
  const label = annotation.id ?? shorten(annotation.selectors.quote.exact);
  const base = { path: `${name} › ${label}`, article: null, revision: null, title: null, bytes: 0 };
  const article = await context.pool.read('restore.annotatedArticle', cluesOf(annotation));
  if (article === null) return { ...base, ...(await awaitArticle(context, annotation, name)) };
  const place = await context.texts.work('placeForeign', { article, annotation }).catch(whyNotWorkedOn);
  const its = { ...base, title: article.title, article: article.id };
  if (typeof place === 'string')
    return { ...its, outcome: 'refused', reason: `It could not be looked for in its article: ${place}` };
  if (place === null)
    return {
      ...its,
      outcome: 'refused',
      reason: `Its words “${shorten(annotation.selectors.quote.exact)}” were not found in the article; it was not put anywhere else.`,
    };
  const { outcome } = await context.pool.writeBatch(
    'restore.annotation',
    {
      id: uuidOf(annotation.id),
      article: article.id,
      ...place,
      color: annotation.color ?? (annotation.note === '' && annotation.tags.length === 0 ? 'amber' : null),
      note: annotation.note,
      tags: annotation.tags.map((tag) => ({ id: codeIdOf(tag.id), name: tag.name })),
      created: annotation.created,
      modified: annotation.modified,
      from: 'a file of W3C Web Annotations',
    },
    context.agent,
  );
  return {
    ...its,
    revision: place.revision,
    outcome: outcome === 'known' ? 'duplicate' : place.changed ? 'partial' : 'taken',
    reason:
      outcome === 'known'
        ? 'This annotation is in the library already (or in its bin).'
        : place.changed
          ? 'The words of the article differ a little from those it was made on; it was placed where they stand.'
          : null,
  };
}

/** An annotation of an article that isn't here waits for it, where it names the article by an address. */
async function awaitArticle(
  context: CoreContext,
  annotation: ForeignAnnotation,
  file: string,
): Promise<Pick<ReportLine, 'outcome' | 'reason'>> {
  const missing = `Its article is not in the library (${[...new Set(annotation.sources)].join(', ')}).`;
  const address = annotation.sources.find((source) => uuidOf(source) === null && canonicalUrl(source) !== null);
  const url = canonicalUrl(address ?? null);
  if (address === undefined || url === null)
    return { outcome: 'refused', reason: `${missing} Add the article, then this file again.` };
  const { selectors, note, color, tags, created, modified } = annotation;
  const mark: ForeignMark = {
    id: annotation.id,
    quote: annotation.isOnWhole || selectors.quote.exact === '' ? null : selectors.quote,
    start: annotation.hasPosition ? selectors.position.start : null,
    note,
    color,
    tags: tags.map((tag) => tag.name),
    created,
    modified,
  };
  if (mark.quote === null && !annotation.isOnWhole)
    return { outcome: 'refused', reason: `${missing} It names no words by which it could be placed there later.` };
  const id = uuidOf(annotation.id) ?? idOfMark('Web Annotation', url, mark);
  await context.pool.writeBatch('awaited.tell', [
    { url, address, title: null, published: null, file, tags: [], marks: [{ id, mark }] },
  ]);
  context.changes.gather({ subject: 'awaited', ids: null });
  return { outcome: 'mentioned', reason: `${missing} It waits for it, and is put on it when it comes.` };
}

/** By its id, where our own file names it; by its address; by the hash of the very text. */
function cluesOf(annotation: ForeignAnnotation): readonly ArticleClue[] {
  const named = annotation.sources.flatMap((source): ArticleClue[] => {
    const id = uuidOf(source);
    if (id !== null) return [{ by: 'id', value: id }];
    const url = canonicalUrl(source);
    return url === null ? [] : [{ by: 'url', value: url }];
  });
  return annotation.text === null ? named : [...named, { by: 'text', value: annotation.text }];
}

function uuidOf(address: string | null): string | null {
  const uuid = /^urn:uuid:(.+)$/i.exec(address ?? '')?.[1]?.toLowerCase();
  const result = safeParse(AnnotationId, uuid);
  return result.success ? result.output : null;
}

function codeIdOf(address: string | null): CodeId | null {
  const id = uuidOf(address);
  return id === null ? null : parse(CodeId, id);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 77)}…`;
}
