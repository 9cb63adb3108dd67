import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { CheckedJobInput, ExportResult, Progress } from '../../../main/contract/index.ts';
import { exportJobs } from '../../../main/core/export/handlers.ts';
import { parseFile } from '../../../main/core/extract/parse-file.ts';
import type { ParserPool } from '../../../main/core/extract/parser-pool.ts';
import type { ReportLine } from '../../../main/core/import/report/report.ts';
import { restoreBag } from '../../../main/core/restore/index.ts';
import { settle } from '../../../main/core/revisions/settle.ts';
import { compareCopies } from '../../../main/core/verbatim-check/compare-copies.ts';
import { type MarkedLibrary, openMarkedLibrary } from '../../support/marked-library.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder for packages, gone after the test. */
export function packagesFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-packages-'));
  folders.push(folder);
  return folder;
}

export const harbour = {
  url: 'https://courier.example/harbour/dredging',
  title: 'Quay closes “for dredging”, says Åsa Lindqvist 🛳',
  first: [
    'PORT ELLERY — The north quay will close on Monday.',
    'Harbour master Åsa Lindqvist issued the following statement:',
    'The quay is not safe. We will not open it before it is.',
    'Boats of less than ten metres may use the basin.',
    'The council meets on Thursday.',
  ],
  second: [
    'PORT ELLERY — The north quay has closed.',
    'Harbour master Åsa Lindqvist issued the following statement:',
    'The quay is not safe. We will not open it before it is.',
    'The council meets on Friday.',
  ],
};

export interface Filled {
  readonly library: MarkedLibrary;
  readonly harbourArticle: Awaited<ReturnType<MarkedLibrary['take']>>;
  readonly budget: Awaited<ReturnType<MarkedLibrary['take']>>;
}

/** A library whose readers run in the test's own thread: starting threads would cost more than all the rest. */
export async function openWithReaders(): Promise<MarkedLibrary> {
  const library = await openMarkedLibrary();
  const compare: ParserPool['compare'] = (bytes, copies) => compareCopies(bytes, copies);
  const read: ParserPool['parse'] = ({ bytes, name, modified, format = null, told = null }) =>
    parseFile({ bytes, name, modified, companion: async () => null, told, signal: library.call.signal }, format);
  Object.assign(library.context, { parsers: { size: 2, compare, parse: read, close: async () => undefined } });
  return library;
}

/**
 * A library with everything that a package must carry: two revisions with moved and lost marks,
 * nested codes, nested collections, a saved search, a rejected statement, words of many alphabets.
 */
export async function filledLibrary(): Promise<Filled> {
  const library = await openWithReaders();
  const suggestions = (text: string) => {
    const words = 'The quay is not safe. We will not open it before it is.';
    const start = text.indexOf(words);
    return [
      {
        spans: [{ start, end: start + words.length }],
        kind: 'block' as const,
        speakers: [{ name: 'Åsa Lindqvist', role: 'harbour master', organization: 'Port of Ellery' }],
        described: null,
        said: { value: '2024-11', precision: 'month' as const },
        confidence: 0.9,
        cue: 'issued the following statement:',
      },
    ];
  };
  const story = { title: harbour.title, url: harbour.url, publication: 'Port Ellery Courier', published: '2024-11-14' };
  const first = await library.take({
    ...story,
    captured: '2024-11-14T18:00:00.000Z',
    paragraphs: harbour.first,
    suggestions,
  });
  const trust = await library.codes['codes.create'](
    { name: 'trust', parent: null, definition: 'Whether words are believed; "really".' },
    library.call,
  );
  const police = await library.codes['codes.create'](
    { name: 'police, and others', parent: trust.id, definition: '', color: 3 },
    library.call,
  );
  await library.mark(first, 'The quay is not safe.', {
    note: 'Compare *last year*.\n\nSee also: basin.',
    codes: [police.id],
  });
  await library.mark(first, 'Boats of less than ten metres may use the basin.', { note: 'Gone in revision 2?' });
  const harbourArticle = await library.take({
    ...story,
    captured: '2024-11-15T09:30:00.000Z',
    paragraphs: harbour.second,
    suggestions,
  });
  for (const unsettled of await library.pool.read('takeIn.unsettled')) await settle(library.context, unsettled);
  // Captured once more with the same words: a capture without a revision of its own.
  await library.take({
    ...story,
    captured: '2024-11-16T08:00:00.000Z',
    title: 'Quay closed',
    paragraphs: harbour.second,
  });
  const budget = await library.take({
    title: 'Бюджет принят: +4 % für Straßen',
    publication: 'Marrow Bay Post',
    published: '2023',
    paragraphs: ['=SUM(A1) is how the treasurer began.', '“Four percent, no more,” said treasurer Ola Brandt.'],
  });
  await library.mark(budget, '=SUM(A1)');
  const start = budget.text.indexOf('“Four');
  await library.statements['statements.create'](
    {
      article: budget.article,
      revision: budget.revision,
      start,
      end: start + '“Four percent, no more,”'.length,
      kind: 'direct',
      speakers: [{ name: 'Ola Brandt', role: 'treasurer', organization: null }],
      said: '2023-02',
    },
    library.call,
  );
  const rejected = await library.statements['statements.create'](
    {
      article: budget.article,
      revision: budget.revision,
      start: 0,
      end: 8,
      kind: 'indirect',
      speakers: [],
      said: null,
    },
    library.call,
  );
  await library.statements['statements.update']({ id: rejected.id, state: 'rejected' }, library.call);
  const county = await library.collections['collections.create'](
    { name: 'Tessaly County', parent: null, query: null },
    library.call,
  );
  const ports = await library.collections['collections.create'](
    { name: 'Ports', parent: county.id, query: null },
    library.call,
  );
  await library.collections['collections.create']({ name: 'Quays', parent: county.id, query: 'quay' }, library.call);
  await library.collections['collections.add']({ id: ports.id, articles: [harbourArticle.article] }, library.call);
  return { library, harbourArticle, budget };
}

export async function runExport(
  library: MarkedLibrary,
  input: Partial<CheckedJobInput<'export.run'>> &
    Pick<CheckedJobInput<'export.run'>, 'format'> & { readonly to?: string },
  options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void } = {},
): Promise<ExportResult> {
  const { to, ...rest } = input;
  const target = to === undefined ? null : library.context.grants.issue(to, 'write');
  return exportJobs(library.context)['export.run'](
    { selection: { of: 'everything' }, notes: true, ...rest, target },
    {
      signal: options.signal ?? library.call.signal,
      pausing: library.call.signal,
      progress: options.onProgress ?? (() => undefined),
      about: () => undefined,
      turn: async () => undefined,
    },
  );
}

export async function restoreInto(library: MarkedLibrary, path: string): Promise<ReportLine[]> {
  const lines: ReportLine[] = [];
  for await (const line of restoreBag(library.context, path, { signal: library.call.signal })) lines.push(line);
  return lines;
}

/** All that leaves a library, record by record. Events of the restore itself are later than `until`. */
export async function everythingIn(library: MarkedLibrary, until: number | null = null) {
  const ids = await library.pool.read('export.articleIds', 0, 1000);
  const articles = await Promise.all(ids.map(({ id }) => library.pool.read('export.articleRecord', id)));
  const events = await library.pool.read('export.events', 0, 10_000);
  return {
    articles: articles.toSorted((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1)),
    codes: await library.pool.read('export.codes'),
    collections: await library.pool.read('export.collections'),
    people: await library.pool.read('export.people'),
    events: events.map(({ event }) => event).slice(0, until ?? events.length),
  };
}

/** What stands in a folder and was not wanted: half-written packages. */
export function leftovers(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
