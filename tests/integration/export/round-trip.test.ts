import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NewSuggestion } from '../../../db/queries/statements.ts';
import { openPackage } from '../../../main/core/export/open-package.ts';
import { sniffBag } from '../../../main/core/restore/sniff.ts';
import { validateBag } from '../../../main/formats/write/bagit/validate-bag.ts';
import { openMarkedLibrary } from '../../support/marked-library.ts';
import { everythingIn, filledLibrary, leftovers, packagesFolder, restoreInto, runExport } from './handed-over.ts';

describe('a hand-over package', { timeout: 120_000 }, () => {
  it.each(['bagit', 'bagit-zip'] as const)(
    '%s: what is restored into an empty library is equal to what was exported',
    async (format) => {
      const { library } = await filledLibrary();
      const before = await everythingIn(library);
      const to = join(packagesFolder(), format === 'bagit' ? 'package' : 'package.zip');

      const result = await runExport(library, { format, to });

      expect(result).toMatchObject({
        articles: 2,
        statements: 2,
        annotations: 3,
        leftOut: [],
        written: to,
        download: null,
      });
      expect(result.validation.every(({ ok }) => ok)).toBe(true);
      expect(await sniffBag(to)).toBe(true);

      const other = await openMarkedLibrary();
      const lines = await restoreInto(other, to);
      expect(lines.map(({ outcome, reason }) => [outcome, reason])).toEqual([
        ['taken', null],
        ['taken', null],
      ]);
      expect(untold(await everythingIn(other, before.events.length))).toEqual(before);
      expect(await other.indexIsRight()).toBe(true);

      // And once more: nothing doubles, everything is told to be there.
      const again = await restoreInto(other, to);
      expect(again.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate']);
      expect(untold(await everythingIn(other, before.events.length))).toEqual(before);
    },
  );

  it('brings home who spoke together, whom the article only describes, and what interrupts their words', async () => {
    const { library, budget } = await filledLibrary();
    const [first = '', second = ''] = budget.text.match(/[^\s.]+ [^.]+\./gu) ?? [];
    const spanOf = (words: string) => ({
      start: budget.text.indexOf(words),
      end: budget.text.indexOf(words) + words.length,
    });
    const suggestion = {
      kind: 'direct',
      said: null,
      confidence: 0.8,
      cue: null,
      reason: { rule: 'about', speakerBy: 'pronoun', others: ['Ada Byron'] },
    } satisfies Partial<NewSuggestion>;
    const [start, end] = [spanOf(second).start, spanOf(second).end];
    await library.pool.writeBatch('statements.insertSuggestions', {
      article: budget.article,
      revision: budget.revision,
      suggestions: [
        {
          ...suggestion,
          spans: [
            { start, end: start + 6 },
            { start: start + 10, end },
          ],
          speakers: [
            { name: 'Tomas Reyl', role: 'warden', organization: 'Harbour Trust' },
            { name: 'Åsa Lindqvist', role: null, organization: null },
          ],
          described: null,
        },
        { ...suggestion, spans: [spanOf(first)], speakers: [], described: 'a clerk' },
      ],
    });
    const before = await everythingIn(library);
    const to = join(packagesFolder(), 'package');
    await runExport(library, { format: 'bagit', to });
    const other = await openMarkedLibrary();
    await restoreInto(other, to);
    expect(untold(await everythingIn(other, before.events.length))).toEqual(before);
    const list = async (from: typeof other) =>
      (await from.statements['statements.list']({ offset: 0, limit: 50 }, from.call)).rows.map(
        ({ text, spans, speakers, described, reason }) => ({ text, spans, speakers, described, reason }),
      );
    expect(await list(other)).toEqual(await list(library));
    expect((await list(other)).find(({ spans }) => spans.length > 1)).toMatchObject({
      text: expect.stringContaining(' […] '),
      speakers: [{ name: 'Tomas Reyl', organization: 'Harbour Trust' }, { name: 'Åsa Lindqvist' }],
    });
    expect(await list(other)).toContainEqual(
      expect.objectContaining({ speakers: [], described: 'a clerk', reason: suggestion.reason }),
    );
  });

  it('holds for outside tools: every manifest is one that sha512sum and sha256sum accept', async () => {
    const { library } = await filledLibrary();
    const to = join(packagesFolder(), 'package');
    await runExport(library, { format: 'bagit', to });
    for (const algorithm of ['sha512', 'sha256'])
      for (const kind of ['manifest', 'tagmanifest']) {
        const lines = readFileSync(join(to, `${kind}-${algorithm}.txt`), 'utf8')
          .trimEnd()
          .split('\n');
        for (const line of lines) {
          const [hash, path] = line.split('  ');
          expect(
            createHash(algorithm)
              .update(readFileSync(join(to, path ?? '')))
              .digest('hex'),
          ).toBe(hash);
        }
      }
    const information = readFileSync(join(to, 'bag-info.txt'), 'utf8');
    for (const label of [
      'Source-Organization',
      'External-Description',
      'Bagging-Date',
      'Bag-Size',
      'Payload-Oxum',
      'Bag-Software-Agent',
    ])
      expect(information).toMatch(new RegExp(`^${label}: \\S`, 'm'));
    expect(readdirSync(join(to, 'data')).sort()).toEqual([
      'README.txt',
      'annotations.jsonld',
      'articles',
      'codes.json',
      'collections.json',
      'events.jsonl',
      'library.json',
      'originals',
      'statements.csv',
      'statements.json',
    ]);
  });

  it('says what was damaged, and takes nothing of it', async () => {
    const { library } = await filledLibrary();
    const folder = packagesFolder();
    const damage: Record<string, (root: string) => void> = {
      'a changed file': (root) => appendFileSync(join(root, 'data/statements.json'), ' '),
      'a missing file': (root) => rmSync(join(root, 'data/codes.json')),
      'an added file': (root) => writeFileSync(join(root, 'data/extra.txt'), 'more'),
      'a changed tag file': (root) => appendFileSync(join(root, 'bag-info.txt'), 'Contact-Name: Nobody\n'),
      'no library.json': (root) => rmSync(join(root, 'data/library.json')),
    };
    const other = await openMarkedLibrary();
    for (const [name, change] of Object.entries(damage)) {
      const to = join(folder, name.replaceAll(' ', '-'));
      await runExport(library, { format: 'bagit', to });
      change(to);
      expect(await sniffBag(to), name).toBe(true);
      const lines = await restoreInto(other, to);
      expect(lines, name).toMatchObject([{ path: '', outcome: 'refused' }]);
      expect(lines[0]?.reason, name).toMatch(/damaged/);
      expect((await everythingIn(other)).articles, name).toEqual([]);
    }
  });

  it('refuses a record that contradicts itself, though the bag around it is sound', async () => {
    const { library } = await filledLibrary();
    const to = join(packagesFolder(), 'package');
    await runExport(library, { format: 'bagit', to });
    const articles = join(to, 'data/articles');
    for (const name of readdirSync(articles).filter((file) => file.endsWith('.json'))) {
      const path = join(articles, name);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('The quay is not safe.', 'The quay is quite safe.'));
    }
    seal(to);
    expect((await validateBag(await openPackage(to))).errors).toEqual([]);

    const other = await openMarkedLibrary();
    const lines = await restoreInto(other, to);
    expect(lines.map(({ outcome }) => outcome).sort()).toEqual(['refused', 'taken']);
    expect(lines.find(({ outcome }) => outcome === 'refused')?.reason).toMatch(/does not have its hash/);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const { library } = await filledLibrary();
    for (const format of ['bagit', 'bagit-zip', 'markdown', 'csv', 'json-lines', 'annotations'] as const) {
      const folder = packagesFolder();
      const controller = new AbortController();
      const running = runExport(
        library,
        { format, to: join(folder, 'package') },
        { signal: controller.signal, onProgress: () => controller.abort() },
      );
      await expect(running, format).rejects.toMatchObject({ name: 'AbortError' });
      expect(leftovers(folder), format).toEqual([]);
    }
  });

  it('does not write into a folder that holds something', async () => {
    const { library } = await filledLibrary();
    const folder = packagesFolder();
    writeFileSync(join(folder, 'mine.txt'), 'keep me');
    await expect(runExport(library, { format: 'bagit', to: folder })).rejects.toMatchObject({ code: 'conflict' });
    expect(leftovers(folder)).toEqual(['mine.txt']);
  });

  it('says in words why a place cannot be written to', async () => {
    const { library } = await filledLibrary();
    const folder = packagesFolder();
    writeFileSync(join(folder, 'file'), 'a file, not a folder');
    for (const format of ['bagit', 'bagit-zip', 'annotations'] as const)
      await expect(runExport(library, { format, to: join(folder, 'file', 'inside') }), format).rejects.toMatchObject({
        code: 'input-output',
        message: expect.stringContaining('Nothing was left behind'),
      });
  });

  it('is a zip that other tools unpack, one folder at its top', async () => {
    const { library } = await filledLibrary();
    const folder = packagesFolder();
    const result = await runExport(library, { format: 'bagit-zip', to: join(folder, 'package.zip') });
    const listing = execFileSync(process.execPath, ['-e', unzipListing, join(folder, 'package.zip')], {
      encoding: 'utf8',
    });
    const names = JSON.parse(listing) as string[];
    expect(names).toHaveLength(result.files);
    expect(new Set(names.map((name) => name.split('/')[0])).size).toBe(1);
  });
});

/** Lists a zip by fflate, a reader that is not ours; its unzip also inflates every entry. */
const unzipListing = `
const { unzipSync } = require('fflate');
console.log(JSON.stringify(Object.keys(unzipSync(require('fs').readFileSync(process.argv[1])))));`;

/** Writes manifests anew, as somebody would who changes a package and wants it to look sound. */
function seal(root: string): void {
  const hash = (algorithm: string, path: string) =>
    createHash(algorithm)
      .update(readFileSync(join(root, path)))
      .digest('hex');
  const payload = readdirSync(join(root, 'data'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const bytes = payload.reduce((sum, path) => sum + readFileSync(join(root, path)).byteLength, 0);
  const information = join(root, 'bag-info.txt');
  writeFileSync(
    information,
    readFileSync(information, 'utf8').replace(/Payload-Oxum: .*/, `Payload-Oxum: ${bytes}.${payload.length}`),
  );
  for (const algorithm of ['sha512', 'sha256'])
    writeFileSync(
      join(root, `manifest-${algorithm}.txt`),
      payload.map((path) => `${hash(algorithm, path)}  ${path}\n`).join(''),
    );
  const tags = ['bagit.txt', 'bag-info.txt', 'manifest-sha512.txt', 'manifest-sha256.txt'];
  for (const algorithm of ['sha512', 'sha256'])
    writeFileSync(
      join(root, `tagmanifest-${algorithm}.txt`),
      tags.map((path) => `${hash(algorithm, path)}  ${path}\n`).join(''),
    );
}

type Everything = Awaited<ReturnType<typeof everythingIn>>;

/**
 * Lines of the log that came with a package say so, and so do particulars that the original doesn't have (here the
 * originals are plain texts, and know of no publication); all else is the same.
 */
function untold({ events, articles, ...rest }: Everything): Everything {
  const toldBy = /, told by the package [^,]+$/;
  expect(events.every(({ agent }) => toldBy.test(agent))).toBe(true);
  const metadata = articles.flatMap((article) => article?.revisions.map((revision) => revision.metadata) ?? []);
  expect(metadata.every(({ sources }) => sources.publication?.from.startsWith('package '))).toBe(true);
  return {
    ...rest,
    articles: articles.map((article) =>
      article === null
        ? null
        : {
            ...article,
            // No byte of these originals dates its capture: that is the package's word.
            captures: article.captures.map((capture) => {
              if (capture.captured === null) return capture;
              expect(capture.capturedBy).toBe('package');
              return { ...capture, capturedBy: 'original' as const };
            }),
            revisions: article.revisions.map((revision) => ({
              ...revision,
              metadata: { ...revision.metadata, sources: {} },
            })),
          },
    ),
    events: events.map((event) => ({ ...event, agent: event.agent.replace(toldBy, '') })),
  };
}
