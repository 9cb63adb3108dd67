import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { CodeId } from '../../../main/contract/index.ts';
import type { CoreContext } from '../../../main/core/context.ts';
import { exportedAnnotations } from '../../../main/core/export/write-annotations.ts';
import { annotationFile, importAnnotations } from '../../../main/core/restore/annotations.ts';
import { looksLikeAnnotations } from '../../../main/formats/read/services/looks-like-annotations.ts';
import type { WebAnnotation } from '../../../main/formats/write/web-annotation.ts';
import { openMarkedLibrary } from '../../support/marked-library.ts';
import { parseCsv } from './csv-reader.ts';
import { everythingIn, filledLibrary, harbour, packagesFolder, restoreInto, runExport } from './handed-over.ts';

describe('Markdown', { timeout: 120_000 }, () => {
  it('writes one file an article: front matter, statements set apart with their speaker, notes as footnotes', async () => {
    const { library, harbourArticle } = await filledLibrary();
    const to = join(packagesFolder(), 'notes');
    const result = await runExport(library, { format: 'markdown', to });
    expect(readdirSync(to)).toHaveLength(2);
    expect(result).toMatchObject({
      files: 2,
      articles: 2,
      annotations: 3,
      validation: [{ check: 'read back', ok: true }],
    });
    const name = readdirSync(to).find((file) => file.startsWith('quay-closes'));
    expect(name).toBe(`quay-closes-for-dredging-says-asa-lindqvist-${harbourArticle.article.slice(-8)}.md`);
    const markdown = readFileSync(join(to, name ?? ''), 'utf8');
    const [, front = '', body = ''] = markdown.split(/^---$/m);
    expect(parseYaml(front)).toMatchObject({
      title: harbour.title,
      byline: ['Tomas Reyl'],
      publication: 'Port Ellery Courier',
      url: harbour.url,
      published: '2024-11-14',
      captured: '2024-11-15T09:30:00.000Z',
      id: harbourArticle.article,
      revision: 2,
    });
    expect(body).toContain(
      '> The quay is not safe.[^1] We will not open it before it is.\n>\n> — Åsa Lindqvist, harbour master, Port of Ellery, said 2024-11, suggested, not confirmed (exact in the original)\n\nThe council meets on Friday.',
    );
    expect(body).toContain(
      '[^1]: “The quay is not safe.” · highlighted amber · coded trust > police, and others\n\n    Compare *last year*.\n\n    See also: basin.',
    );
    expect(body).toMatch(
      /## Notes that lost their place\n\n- “Boats of less than ten metres may use the basin.” · highlighted amber\n\n {2}Gone in revision 2\?/,
    );
  });

  it('leaves personal notes at home when asked, in every format', async () => {
    const { library } = await filledLibrary();
    for (const format of ['bagit', 'markdown', 'csv', 'json-lines', 'annotations'] as const) {
      const to = join(packagesFolder(), 'package');
      const result = await runExport(library, { format, to, notes: false });
      expect(result.annotations, format).toBe(3);
      const texts = format === 'annotations' ? [to] : filesIn(to);
      for (const path of texts) expect(readFileSync(path, 'utf8'), path).not.toContain('last year');
    }
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('originals'))
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('JSON Lines', { timeout: 120_000 }, () => {
  it('write a statement a line with its speakers and spans, and annotations that other programs read', async () => {
    const { library } = await filledLibrary();
    const to = join(packagesFolder(), 'lines');
    const result = await runExport(library, { format: 'json-lines', to });
    expect(result).toMatchObject({ files: 2, annotations: 3, validation: [{ check: 'read back', ok: true }] });
    const linesOf = (name: string): Record<string, unknown>[] =>
      readFileSync(join(to, name), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    const statements = linesOf('statements.jsonl');
    expect(statements).toHaveLength(result.statements);
    const listed = await library.statements['statements.list']({ offset: 0, limit: 50 }, library.call);
    const told = ({ id, text, spans, seal, speakers }: (typeof listed.rows)[number]) => ({
      id,
      words: text,
      spans: spans.map(({ start, end }) => [start, end]),
      seal,
      speakers: speakers.map((speaker) => ({ ...speaker, kind: 'person', aliases: [] })),
    });
    expect(
      statements.map(({ id, words, spans, seal, speakers }) => ({ id, words, spans, seal, speakers })).sort(byId),
    ).toEqual(listed.rows.map(told).sort(byId));
    for (const line of linesOf('annotations.jsonl')) expect(line).toMatchObject({ type: 'Annotation' });
  });
});

function byId(one: { readonly id: unknown }, other: { readonly id: unknown }): number {
  return String(one.id) < String(other.id) ? -1 : 1;
}

describe('CSV', { timeout: 120_000 }, () => {
  it('writes statements and annotations with their sentence, their paragraph and the codes in full', async () => {
    const { library } = await filledLibrary();
    const to = join(packagesFolder(), 'tables');
    await runExport(library, { format: 'csv', to });
    const statements = parseCsv(readFileSync(join(to, 'statements.csv'), 'utf8'));
    expect(
      statements.map(({ speaker, role, organization, said, words, state }) => [
        speaker,
        role,
        organization,
        said,
        words,
        state,
      ]),
    ).toEqual([
      [
        'Åsa Lindqvist',
        'harbour master',
        'Port of Ellery',
        '2024-11',
        'The quay is not safe. We will not open it before it is.',
        'suggested',
      ],
      ['Ola Brandt', 'treasurer', '', '2023-02', '“Four percent, no more,”', 'confirmed'],
    ]);
    expect(statements[1]?.sentences).toBe('“Four percent, no more,” said treasurer Ola Brandt.');
    const annotations = parseCsv(readFileSync(join(to, 'annotations.csv'), 'utf8'));
    expect(annotations[0]).toMatchObject({
      title: harbour.title,
      quote: 'The quay is not safe.',
      sentence: 'The quay is not safe.',
      paragraph: 'The quay is not safe. We will not open it before it is.',
      codes: 'trust > police, and others',
      note: 'Compare *last year*.\n\nSee also: basin.',
      placement: 'moved',
    });
    expect(annotations[1]).toMatchObject({
      placement: 'lost',
      start: '',
      quote: 'Boats of less than ten metres may use the basin.',
    });
    // A spreadsheet would run this cell; the apostrophe keeps it text.
    expect(annotations[2]?.quote).toBe("'=SUM(A1)");
  });
});

describe('W3C annotations', { timeout: 120_000 }, () => {
  it('go out as one collection and come back equal into a library that has the articles', async () => {
    const { library } = await filledLibrary();
    const path = join(packagesFolder(), 'marks.jsonld');
    await runExport(library, { format: 'annotations', to: path });
    const bytes = readFileSync(path);
    const collection = JSON.parse(bytes.toString('utf8'));
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      // Two statements stand beside them.
      total: 5,
      first: { type: 'AnnotationPage', startIndex: 0 },
    });
    expect(collection.first.items).toHaveLength(5);
    expect(looksLikeAnnotations(bytes)).toBe(true);

    const before = await everythingIn(library);
    const bag = join(packagesFolder(), 'package');
    for (const article of before.articles)
      for (const annotation of article?.annotations ?? [])
        await library.annotations['annotations.bin']({ id: annotation.id }, library.call);
    await runExport(library, { format: 'bagit', to: bag });
    const other = await openMarkedLibrary();
    await restoreInto(other, bag);
    expect((await everythingIn(other)).articles.flatMap((article) => article?.annotations)).toEqual([]);

    const lines = await imported(other.context, bytes, 'marks.jsonld');
    const outcomes = (of: typeof lines) => of.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'refused');
    expect(outcomes(lines)).toEqual(['taken', 'taken', 'taken']);
    const after = await everythingIn(other);
    expect(after.articles.map((article) => article?.annotations)).toEqual(
      before.articles.map((article) => article?.annotations),
    );
    expect(await other.indexIsRight()).toBe(true);
    const again = await imported(other.context, bytes, 'marks.jsonld');
    expect(outcomes(again)).toEqual(['duplicate', 'duplicate', 'duplicate']);
  });

  it('find an article without an address by its very text, in a library that never met the first', async () => {
    const { library } = await filledLibrary();
    const path = join(packagesFolder(), 'marks.jsonld');
    await runExport(library, { format: 'annotations', to: path });
    const other = await openMarkedLibrary();
    const twin = await other.take({
      title: 'Budget passed',
      paragraphs: ['=SUM(A1) is how the treasurer began.', '“Four percent, no more,” said treasurer Ola Brandt.'],
    });
    const lines = await imported(other.context, readFileSync(path), 'marks.jsonld');
    expect(lines.map(({ outcome, article }) => [outcome, article])).toEqual([
      ['refused', null],
      ['mentioned', null],
      ['mentioned', null],
      ['refused', null],
      ['taken', twin.article],
    ]);
  });

  it('stream one by one for a program, the same as in the collection', async () => {
    const { library, budget } = await filledLibrary();
    const items: WebAnnotation[] = [];
    for await (const item of exportedAnnotations(library.context, {
      article: budget.article,
      signal: library.call.signal,
      onLeftOut: () => undefined,
    }))
      items.push(item);
    expect(items).toMatchObject([
      {
        type: 'Annotation',
        motivation: ['highlighting'],
        target: {
          source: `urn:uuid:${budget.article}`,
          styleClass: 'amber',
          selector: [
            { type: 'TextQuoteSelector', exact: '=SUM(A1)' },
            { type: 'TextPositionSelector', start: 0, end: 8 },
          ],
        },
      },
    ]);
  });

  it('of other programs are placed by their words, and never put elsewhere', async () => {
    const { library, harbourArticle } = await filledLibrary();
    const foreign = (exact: string, more: object = {}) => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      body: [
        { type: 'TextualBody', value: 'Seen by another program', purpose: 'commenting' },
        { type: 'TextualBody', value: 'Trust', purpose: 'tagging' },
        { type: 'TextualBody', value: 'harbours', purpose: 'tagging' },
      ],
      target: { source: `${harbour.url}?utm_source=feed#top`, selector: { type: 'TextQuoteSelector', exact } },
      ...more,
    });
    const file = [
      foreign('The council meets on Friday.', { id: 'https://other.example/1' }),
      foreign('We will not open it before it was.'),
      foreign('Nobody in this article has said anything of this kind, ever.'),
      {
        ...foreign('x'),
        target: { source: 'https://courier.example/unknown', selector: { type: 'TextQuoteSelector', exact: 'x' } },
      },
      { ...foreign('x'), target: harbour.url },
      { ...foreign('x'), bodyValue: 'both' },
      foreign('x', { target: { source: harbour.url, selector: { type: 'TextPositionSelector', start: 0, end: 4 } } }),
    ];
    const lines = await imported(library.context, Buffer.from(JSON.stringify(file)), 'foreign.json');
    expect(lines.map(({ outcome, reason }) => [outcome, reason?.slice(0, 34) ?? null])).toEqual([
      ['taken', null],
      ['partial', 'The words of the article differ a '],
      ['refused', 'Its words “Nobody in this article '],
      ['mentioned', 'Its article is not in the library '],
      ['taken', null],
      ['refused', 'It has both body and bodyValue, wh'],
      ['refused', 'Its words “” were not found in the'],
    ]);
    const record = await library.pool.read('export.articleRecord', harbourArticle.article);
    const taken = record?.annotations.at(-3);
    expect(taken).toMatchObject({
      quote: 'The council meets on Friday.',
      note: 'Seen by another program',
      color: null,
    });
    expect(record?.annotations.at(-1)).toMatchObject({ quote: '', note: 'Seen by another program' });
    const codes = await library.pool.read('export.codes');
    const names = taken?.codes.map((id: CodeId) => codes.find((code) => code.id === id)?.name);
    // "Trust" is the code that was there; "harbours" is new.
    expect(names).toEqual(['trust', 'harbours']);
    const again = await imported(library.context, Buffer.from(JSON.stringify(file)), 'foreign.json');
    expect([again[0], again[1], again[4]].map((one) => one?.outcome)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    const [broken] = await imported(library.context, Buffer.from('{"type":"Annotation", '), 'half.json');
    expect(broken).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('not whole JSON') });
  });
});

describe('an export', { timeout: 120_000 }, () => {
  it('of a collection takes what is in it and below it, saved searches included', async () => {
    const { library, harbourArticle } = await filledLibrary();
    const collections = await library.pool.read('export.collections');
    for (const name of ['Ports', 'Quays', 'Tessaly County']) {
      const collection = collections.find((candidate) => candidate.name === name);
      if (collection === undefined) throw new Error(`no collection ${name}`);
      const to = join(packagesFolder(), 'package');
      const result = await runExport(library, {
        format: 'bagit',
        to,
        selection: { of: 'collection', collection: collection.id },
      });
      expect(result.articles, name).toBe(1);
      expect(readdirSync(join(to, 'data/articles'))[0], name).toContain(harbourArticle.article.slice(-8));
    }
  });

  it('of a search takes what has all the words, and says when nothing has', async () => {
    const { library } = await filledLibrary();
    const to = join(packagesFolder(), 'package');
    const result = await runExport(library, { format: 'csv', to, selection: { of: 'search', query: 'treasurer' } });
    expect(result).toMatchObject({ articles: 1, statements: 1, annotations: 1 });
    await expect(
      runExport(library, {
        format: 'csv',
        to: join(packagesFolder(), 'none'),
        selection: { of: 'search', query: 'treasurer dredging' },
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('without a target is offered as a download, under a token, until the program ends', async () => {
    const { library } = await filledLibrary();
    const result = await runExport(library, { format: 'csv' });
    expect(result.written).toBeNull();
    expect(result.download?.name).toMatch(/^library-.*\.zip$/);
    const fetched = await library.context.downloads.handle(new Request(`http://127.0.0.1${result.download?.url}`));
    expect(fetched?.status).toBe(200);
    expect(fetched?.headers.get('content-disposition')).toContain(result.download?.name);
    const bytes = new Uint8Array((await fetched?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect([bytes[0], bytes[1]]).toEqual([0x50, 0x4b]);
    expect(bytes.byteLength).toBe(Number(fetched?.headers.get('content-length')));
    const guessed = await library.context.downloads.handle(
      new Request('http://127.0.0.1/download/AAAAAAAAAAAAAAAAAAAAAAAA/x.zip'),
    );
    expect(guessed?.status).toBe(404);
    expect(await library.context.downloads.handle(new Request('http://127.0.0.1/image/x'))).toBeNull();
    await library.context.downloads.close();
  });

  it('tells how far it is and is recorded in the log', async () => {
    const { library } = await filledLibrary();
    const phases = new Set<string>();
    const folder = packagesFolder();
    mkdirSync(join(folder, 'empty'));
    await runExport(
      library,
      { format: 'bagit', to: join(folder, 'empty') },
      { onProgress: ({ phase }) => phases.add(phase) },
    );
    expect([...phases]).toEqual(['working', 'validating', 'finishing']);
    expect(await library.log('export')).toEqual([
      'bagit of everything: 2 articles, 2 statements, 3 annotations; every word checked; validated.',
    ]);
  });
});

async function imported(context: CoreContext, bytes: Uint8Array, name: string) {
  const lines = [];
  const { signal } = new AbortController();
  for await (const line of importAnnotations(context, annotationFile(bytes, name), signal)) lines.push(line);
  return lines;
}
