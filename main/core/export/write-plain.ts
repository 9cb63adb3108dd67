import { VerbatimError } from '../../contract/index.ts';
import { CheckedWriter } from '../../formats/shared/package/checked-writer.ts';
import type { PackageSink } from '../../formats/shared/package/package.ts';
import { annotationTable, statementTable } from '../../formats/write/csv/tables.ts';
import { articleToMarkdown } from '../../formats/write/markdown/article.ts';
import { articleFileName } from './file-name.ts';
import { openPackage } from './open-package.ts';
import type { ExportWork, PackageWriter, Written } from './work.ts';

/** One Markdown file an article. */
export const writeMarkdown: PackageWriter = async (work, sink) => {
  const writer = new CheckedWriter(sink);
  for await (const { article, confirmedByPackage } of work.articles()) {
    const bytes = Buffer.from(articleToMarkdown(article, work.codebook, confirmedByPackage));
    await writer.add(`${articleFileName(article)}.md`, bytes, bytes.byteLength);
    work.tally.articles += 1;
    work.tally.statements += article.statements.filter(({ state }) => state !== 'rejected').length;
    work.tally.annotations += article.annotations.length;
    work.tally.wrote(bytes.byteLength);
  }
  return readBack(work, sink, writer);
};

/** `statements.csv` and `annotations.csv`. */
export const writeCsv: PackageWriter = async (work, sink) => {
  const writer = new CheckedWriter(sink);
  const statements = work.folder.spool('statements.csv');
  const annotations = work.folder.spool('annotations.csv');
  await statements.write(statementTable.head);
  await annotations.write(annotationTable.head);
  for await (const { article, confirmedByPackage } of work.articles()) {
    for (const statement of article.statements) {
      if (statement.state === 'rejected') continue;
      await statements.write(statementTable.line({ article, statement, confirmedByPackage }));
      work.tally.statements += 1;
    }
    for (const annotation of article.annotations) {
      await annotations.write(annotationTable.line({ article, annotation, codebook: work.codebook }));
      work.tally.annotations += 1;
    }
    work.tally.articles += 1;
  }
  for (const [name, spool] of [
    ['statements.csv', statements],
    ['annotations.csv', annotations],
  ] as const) {
    const { content, size } = await spool.content();
    await writer.add(name, content, size);
    work.tally.wrote(size);
  }
  return readBack(work, sink, writer);
};

async function readBack(work: ExportWork, sink: PackageSink, writer: CheckedWriter): Promise<Written> {
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
