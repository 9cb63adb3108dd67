import { createReadStream } from 'node:fs';
import { type ArticleId, headingName, type Selection, VerbatimError } from '../../contract/index.ts';
import { streamAnnotations } from '../../formats/read/services/web-annotation.ts';
import { jsonLine } from '../../formats/shared/json/json-line.ts';
import { Codebook, leavingStatements } from '../../formats/write/marks.ts';
import { annotationToJsonLd, collectionToJsonLd, type WebAnnotation } from '../../formats/write/web-annotation.ts';
import { statementToJsonLd } from '../../formats/write/web-statement.ts';
import type { CoreContext } from '../context.ts';
import { VerbatimCheck } from '../verbatim-check/index.ts';
import { ArticleChecker } from './checked-article.ts';
import { scopeOf } from './scope.ts';
import { selectArticles } from './selection.ts';
import type { ExportWork, PackageWriter } from './work.ts';

/** One AnnotationCollection of statements and annotations, in one file. */
export const writeAnnotations: PackageWriter = async (work, sink) => {
  const spool = work.folder.spool('annotations.jsonl');
  for await (const leaving of work.articles()) {
    const { article } = leaving;
    for (const statement of leavingStatements(article)) {
      await spool.write(jsonLine(statementToJsonLd(leaving, statement, work.context.agent)));
      work.tally.handedOver(leaving, statement);
    }
    for (const annotation of article.annotations)
      await spool.write(jsonLine(annotationToJsonLd(article, annotation, work.codebook, work.context.agent)));
    work.tally.annotations += article.annotations.length;
    work.tally.articles += 1;
  }
  let bytes = 0;
  async function* text(): AsyncIterable<Uint8Array> {
    const description = {
      id: `urn:verbatim:${encodeURIComponent(work.name)}`,
      label: statementsLabel(work),
      created: work.at.toISOString(),
      agent: work.context.agent,
      total: spool.items,
    };
    for await (const part of collectionToJsonLd(description, spool.lines())) {
      const chunk = Buffer.from(part);
      bytes += chunk.byteLength;
      yield chunk;
    }
  }
  await sink.add(`${work.name}.jsonld`, text(), null);
  work.tally.wrote(bytes);
  const { tally } = work;
  const read = { statement: 0, annotation: 0, refused: 0 };
  for await (const { kind } of streamAnnotations(createReadStream(await sink.seal()))) {
    work.signal.throwIfAborted();
    read[kind] += 1;
  }
  if (read.statement !== tally.statements || read.annotation !== tally.annotations || read.refused > 0)
    throw new VerbatimError(
      'input-output',
      `The finished file was read back and holds ${read.statement + read.annotation} of ${spool.items} items; it was removed.`,
    );
  return {
    files: 1,
    bytes,
    validation: [
      {
        check: 'read back',
        ok: true,
        detail: `${read.statement} statements and ${read.annotation} annotations read again as W3C Web Annotations`,
      },
    ],
  };
};

/** What a collection of annotations is called. */
export function annotationsLabel({ label, library }: Pick<ExportWork, 'label' | 'library'>): string {
  return headingName(`Annotations of ${label}${library === null ? '' : `, from the library ${library}`}`);
}

function statementsLabel({ label, library }: Pick<ExportWork, 'label' | 'library'>): string {
  return headingName(
    `Statements and annotations of ${label}${library === null ? '' : `, from the library ${library}`}`,
  );
}

/**
 * Annotations one by one, for a program that wants them as they come (the terminal). Those whose
 * words fail the verbatim check are told to `onLeftOut`.
 */
export async function* exportedAnnotations(
  context: CoreContext,
  options: {
    readonly article: ArticleId | null;
    readonly signal: AbortSignal;
    readonly onLeftOut: (item: {
      readonly kind: string;
      readonly id: string;
      readonly label: string;
      readonly reason: string;
    }) => void;
  },
): AsyncIterable<WebAnnotation> {
  const selection: Selection =
    options.article === null ? { of: 'everything' } : { of: 'articles', articles: [options.article] };
  const { articles } = await selectArticles(context, selection, options.signal);
  const codebook = new Codebook(await context.pool.read('export.codes'));
  const checker = new ArticleChecker(context, new VerbatimCheck(context, options.signal), {
    takes: 'annotations',
    scope: scopeOf(selection, true, 'annotations'),
  });
  for (const id of articles) {
    const { article, leftOut } = await checker.article(id);
    for (const item of leftOut) options.onLeftOut(item);
    if (article === null) continue;
    for (const annotation of article.annotations)
      yield annotationToJsonLd(article, annotation, codebook, context.agent);
  }
}
