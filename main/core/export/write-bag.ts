import {
  type ArticleId,
  type ArticleRecord,
  type CodeId,
  type LibraryRecord,
  packageFormatVersion,
  type Sha256,
  VerbatimError,
} from '../../contract/index.ts';
import { jsonLine } from '../../formats/shared/json/json-line.ts';
import type { PackageSink } from '../../formats/shared/package/package.ts';
import { BagWriter } from '../../formats/write/bagit/bag-writer.ts';
import { validateBag } from '../../formats/write/bagit/validate-bag.ts';
import { statementTable } from '../../formats/write/csv/tables.ts';
import { articleToMarkdown } from '../../formats/write/markdown/article.ts';
import { statementEntry } from '../../formats/write/statement-entry.ts';
import { annotationToJsonLd, collectionToJsonLd } from '../../formats/write/web-annotation.ts';
import { awaitedLines } from './awaited-lines.ts';
import { articleFileName, extensionOf } from './file-name.ts';
import { openPackage } from './open-package.ts';
import { type HandedOver, handedOverEvents } from './provenance.ts';
import { packageReadme } from './readme.ts';
import { awaitedLeave, codesInScope, collectionsInScope, speakersInScope } from './scope.ts';
import type { Spool } from './spool.ts';
import type { ExportWork, PackageWriter, Written } from './work.ts';
import { annotationsLabel } from './write-annotations.ts';

/** The hand-over package: a bag with everything, that another Verbatim restores without loss. */
export const writeBag: PackageWriter = async (work, sink) => {
  const bag = new BagWriter(sink, { workFolder: work.folder.path });
  try {
    await writePayload(work, bag);
    const totals = await bag.finish(information(work));
    return await validated(work, sink, totals.files);
  } finally {
    await bag.close();
  }
};

async function writePayload(work: ExportWork, bag: BagWriter): Promise<void> {
  const { context, folder, scope, tally, signal } = work;
  const statementsCsv = folder.spool('statements.csv');
  const statementsJson = folder.spool('statements.json');
  const annotations = folder.spool('annotations.jsonl');
  await statementsCsv.write(statementTable.head);
  const writtenOriginals = new Set<Sha256>();
  const writtenArticles = new Set<ArticleId>();
  const usedCodes = new Set<CodeId>();
  const people = { speakers: new Set<string>(), organizations: new Set<string>() };

  for await (const leaving of work.articles()) {
    const { article } = leaving;
    const name = `articles/${articleFileName(article)}`;
    await addText(work, bag, `${name}.json`, `${JSON.stringify(article, null, 2)}\n`);
    await addText(work, bag, `${name}.md`, articleToMarkdown(leaving));
    for (const original of originalsOf(article)) {
      signal.throwIfAborted();
      if (writtenOriginals.has(original.sha256)) continue;
      writtenOriginals.add(original.sha256);
      await addOriginal(work, bag, original);
    }
    for (const statement of article.statements) {
      for (const { speaker, organization } of [statement, ...(statement.jointly ?? [])]) {
        if (speaker !== null) people.speakers.add(speaker.id);
        if (organization !== null) people.organizations.add(organization.id);
      }
      if (statement.state === 'rejected') continue;
      await statementsCsv.write(statementTable.line({ ...leaving, statement }));
      await writeItem(statementsJson, JSON.stringify(statementEntry(leaving, statement)));
      tally.handedOver(leaving, statement);
    }
    for (const annotation of article.annotations) {
      for (const code of annotation.codes) usedCodes.add(code);
      await annotations.write(jsonLine(annotationToJsonLd(article, annotation, work.codebook, context.agent)));
      tally.annotations += 1;
    }
    writtenArticles.add(article.id);
    tally.articles += 1;
  }

  await addSpool(work, bag, 'statements.csv', statementsCsv);
  const empty = statementsJson.items === 0;
  await statementsJson.write(empty ? '[]\n' : '\n]\n');
  await addSpool(work, bag, 'statements.json', statementsJson);
  const collection = {
    id: `urn:verbatim:${encodeURIComponent(work.name)}:annotations`,
    label: annotationsLabel(work),
    created: work.at.toISOString(),
    agent: context.agent,
    total: annotations.items,
  };
  await bag.addPayload('annotations.jsonld', encoded(collectionToJsonLd(collection, annotations.lines())), null);
  const codes = codesInScope(await context.pool.read('export.codes'), usedCodes, scope);
  await addText(work, bag, 'codes.json', pretty(codes));
  const collections = collectionsInScope(await context.pool.read('export.collections'), writtenArticles, scope);
  await addText(work, bag, 'collections.json', pretty(collections));
  const handed: HandedOver = {
    articles: writtenArticles,
    codes: new Set(codes.map(({ id }) => id)),
    collections: new Set(collections.map(({ id }) => id)),
    marksLeftOut: new Set(tally.leftOut.flatMap(({ kind, id }) => (kind === 'article' ? [] : [id]))),
  };
  await bag.addPayload('events.jsonl', encoded(eventLines(work, handed)), null);
  const isAwaiting = awaitedLeave(scope) && (await context.pool.read('export.awaited', 0, 1)).length > 0;
  if (isAwaiting) await bag.addPayload('awaited.jsonl', encoded(awaitedLines(work)), null);
  await addText(work, bag, 'README.txt', readme(work));
  const named = await context.pool.read('export.people');
  const library: LibraryRecord = {
    type: 'verbatim-library',
    version: packageFormatVersion,
    agent: context.agent,
    library: work.library ?? '',
    exported: work.at.toISOString(),
    selection: work.label,
    notes: scope.notes,
    articles: tally.articles,
    statements: tally.statements,
    annotations: tally.annotations,
    speakers: speakersInScope(named.speakers, people.speakers, writtenArticles, scope),
    organizations: named.organizations.filter(({ id }) => people.organizations.has(id)),
  };
  await addText(work, bag, 'library.json', pretty(library));
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function* encoded(texts: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text);
}

async function addText(work: ExportWork, bag: BagWriter, path: string, text: string): Promise<void> {
  work.signal.throwIfAborted();
  const bytes = Buffer.from(text);
  await bag.addPayload(path, bytes, bytes.byteLength);
  work.tally.wrote(bytes.byteLength);
}

async function addSpool(work: ExportWork, bag: BagWriter, path: string, spool: Spool): Promise<void> {
  work.signal.throwIfAborted();
  const { content, size } = await spool.content();
  await bag.addPayload(path, content, size);
  work.tally.wrote(size);
}

async function writeItem(spool: Spool, json: string): Promise<void> {
  await spool.write(`${spool.items === 0 ? '[\n' : ',\n'}${json}`);
}

interface PackedOriginal {
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly extension: string;
}

function originalsOf(article: ArticleRecord): readonly PackedOriginal[] {
  return [
    ...article.captures.map(({ original, bytes, name }) => ({ sha256: original, bytes, extension: extensionOf(name) })),
    ...article.revisions.flatMap(({ images }) =>
      images.map(({ sha256, bytes, mediaType }) => ({ sha256, bytes, extension: imageExtension(mediaType) })),
    ),
  ];
}

function imageExtension(mediaType: string): string {
  const subtype = /^image\/([a-z0-9]+)/.exec(mediaType)?.[1];
  return subtype === undefined ? '' : `.${subtype === 'jpeg' ? 'jpg' : subtype}`;
}

/** Read at once up to this size. */
const smallOriginal = 256 * 1024;

/** Its hash is compared once more as the bytes pass: the file could have changed since the check. */
async function addOriginal(work: ExportWork, bag: BagWriter, original: PackedOriginal): Promise<void> {
  const { originals } = work.context;
  const content =
    original.bytes <= smallOriginal ? await originals.read(original.sha256) : originals.stream(original.sha256);
  const { sha256, bytes } = await bag.addPayload(
    `originals/${original.sha256}${original.extension}`,
    content,
    original.bytes,
  );
  work.tally.wrote(bytes);
  if (sha256 !== original.sha256)
    throw new VerbatimError(
      'words-differ',
      `The original ${original.sha256} changed while the package was written. Nothing was handed over; run the check in Health.`,
    );
}

async function* eventLines(work: ExportWork, handed: HandedOver): AsyncIterable<string> {
  let lines: string[] = [];
  for await (const { event } of handedOverEvents(work.context, work.scope, handed, { signal: work.signal })) {
    lines.push(jsonLine(event));
    if (lines.length < 500) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

function readme(work: ExportWork): string {
  return packageReadme({
    agent: work.context.agent,
    library: work.library,
    date: work.at.toISOString().slice(0, 10),
    selection: work.label,
    notes: work.scope.notes,
    articles: work.tally.articles,
    statements: work.tally.statements,
    annotations: work.tally.annotations,
    leftOut: work.tally.leftOut,
    brokenSeals: work.tally.brokenSeals,
  });
}

/** The reserved elements of RFC 8493 §2.2.2 that can be told truthfully; nobody's address is invented. */
function information(work: ExportWork): readonly (readonly [string, string])[] {
  const { context, library, tally } = work;
  const elements: readonly (readonly [string, string | null])[] = [
    ['Source-Organization', library && `Verbatim library "${library}"`],
    [
      'External-Description',
      `News articles and the statements quoted in them: ${tally.articles} articles, ${tally.statements} statements, ${tally.annotations} annotations (${work.label}). See data/README.txt.`,
    ],
    ['External-Identifier', work.name],
    ['Internal-Sender-Identifier', library],
    ['Internal-Sender-Description', work.label],
    ['Bagging-Date', work.at.toISOString().slice(0, 10)],
    ['Bag-Group-Identifier', library],
    ['Bag-Count', '1 of 1'],
    ['Bag-Software-Agent', context.agent],
  ];
  return elements.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

async function validated(work: ExportWork, sink: PackageSink, files: number): Promise<Written> {
  const source = await openPackage(await sink.seal());
  try {
    const report = await validateBag(source, {
      signal: work.signal,
      onBytes: (bytes) => work.tally.validated(bytes),
    });
    if (!report.valid)
      throw new VerbatimError(
        'input-output',
        `The finished package did not validate (${report.errors[0]}) and was removed. The disk may be failing; try another one.`,
        { errors: report.errors.join('\n') },
      );
    return {
      files,
      bytes: source.files.reduce((sum, file) => sum + file.size, 0),
      validation: [
        { check: 'structure', ok: true, detail: `BagIt ${report.version}, as RFC 8493 asks` },
        {
          check: 'completeness',
          ok: true,
          detail: `${report.payloadFiles} files of ${report.payloadBytes} bytes, all listed`,
        },
        { check: 'checksums', ok: true, detail: `${report.algorithms.join(' and ')} of every file agree` },
        ...report.warnings.map((warning) => ({ check: 'remark', ok: true, detail: warning })),
      ],
    };
  } finally {
    await source.close();
  }
}
