import { type AnnotationRecord, type StatementRecord, VerbatimError } from '../../contract/index.ts';
import { jsonLine } from '../../formats/shared/json/json-line.ts';
import { CheckedWriter } from '../../formats/shared/package/checked-writer.ts';
import type { PackageSink } from '../../formats/shared/package/package.ts';
import { annotationTable, statementTable } from '../../formats/write/csv/tables.ts';
import { articleToMarkdown } from '../../formats/write/markdown/article.ts';
import { type LeavingArticle, leavingStatements } from '../../formats/write/marks.ts';
import { statementEntry } from '../../formats/write/statement-entry.ts';
import { articleToTei } from '../../formats/write/tei/article.ts';
import { annotationToJsonLd } from '../../formats/write/web-annotation.ts';
import { articleFileName } from './file-name.ts';
import { openPackage } from './open-package.ts';
import type { ExportWork, PackageWriter, Written } from './work.ts';

/** One Markdown file an article. */
export const writeMarkdown: PackageWriter = (work, sink) =>
  writeTexts(work, sink, (leaving) => {
    work.tally.annotations += leaving.article.annotations.length;
    return { extension: 'md', text: articleToMarkdown(leaving) };
  });

/** One TEI document an article. */
export const writeTei: PackageWriter = (work, sink) =>
  writeTexts(work, sink, (leaving) => ({
    extension: 'xml',
    text: articleToTei(leaving, { agent: work.context.agent, at: work.at }),
  }));

async function writeTexts(
  work: ExportWork,
  sink: PackageSink,
  write: (leaving: LeavingArticle) => { readonly extension: string; readonly text: string },
): Promise<Written> {
  const writer = new CheckedWriter(sink);
  for await (const leaving of work.articles()) {
    const { article } = leaving;
    const { extension, text } = write(leaving);
    const bytes = Buffer.from(text);
    await writer.add(`${articleFileName(article)}.${extension}`, bytes, bytes.byteLength);
    work.tally.articles += 1;
    for (const statement of leavingStatements(article)) work.tally.handedOver(leaving, statement);
    work.tally.wrote(bytes.byteLength);
  }
  return readBack(work, sink, writer);
}

/** `statements.csv` and `annotations.csv`. */
export const writeCsv: PackageWriter = (work, sink) =>
  writeMarks(work, sink, {
    extension: 'csv',
    head: { statements: statementTable.head, annotations: annotationTable.head },
    statement: (statement, leaving) => statementTable.line({ ...leaving, statement }),
    annotation: (annotation, { article }) => annotationTable.line({ article, annotation, codebook: work.codebook }),
  });

/** `statements.jsonl` and `annotations.jsonl`: a statement a line, an annotation a line as W3C Web Annotations. */
export const writeJsonLines: PackageWriter = (work, sink) =>
  writeMarks(work, sink, {
    extension: 'jsonl',
    head: { statements: '', annotations: '' },
    statement: (statement, leaving) => jsonLine(statementEntry(leaving, statement)),
    annotation: (annotation, { article }) =>
      jsonLine(annotationToJsonLd(article, annotation, work.codebook, work.context.agent)),
  });

/** How marks are written one a line, in two files. */
interface MarkLines {
  readonly extension: string;
  readonly head: { readonly statements: string; readonly annotations: string };
  statement(statement: StatementRecord, leaving: LeavingArticle): string;
  annotation(annotation: AnnotationRecord, leaving: LeavingArticle): string;
}

async function writeMarks(work: ExportWork, sink: PackageSink, lines: MarkLines): Promise<Written> {
  const writer = new CheckedWriter(sink);
  const names = { statements: `statements.${lines.extension}`, annotations: `annotations.${lines.extension}` };
  const statements = work.folder.spool(names.statements);
  const annotations = work.folder.spool(names.annotations);
  if (lines.head.statements !== '') await statements.write(lines.head.statements);
  if (lines.head.annotations !== '') await annotations.write(lines.head.annotations);
  for await (const leaving of work.articles()) {
    const { article } = leaving;
    for (const statement of leavingStatements(article)) {
      await statements.write(lines.statement(statement, leaving));
      work.tally.handedOver(leaving, statement);
    }
    for (const annotation of article.annotations) {
      await annotations.write(lines.annotation(annotation, leaving));
      work.tally.annotations += 1;
    }
    work.tally.articles += 1;
  }
  for (const [name, spool] of [
    [names.statements, statements],
    [names.annotations, annotations],
  ] as const) {
    const { content, size } = await spool.content();
    await writer.add(name, content, size);
    work.tally.wrote(size);
  }
  return readBack(work, sink, writer);
}

/** Compares the finished package with what was written. */
export async function readBack(work: ExportWork, sink: PackageSink, writer: CheckedWriter): Promise<Written> {
  const source = await openPackage(await sink.seal());
  try {
    const differences = await writer.compare(source, work.signal);
    if (differences.length > 0)
      throw new VerbatimError(
        'input-output',
        `The finished package was read back and differs (${differences[0]}); it was removed. The disk may be failing; try another one.`,
        { differences: differences.join('\n') },
      );
    return {
      files: writer.files,
      bytes: writer.bytes,
      validation: [
        { check: 'read back', ok: true, detail: `${writer.files} files read again, each as it was written` },
      ],
    };
  } finally {
    await source.close();
  }
}
