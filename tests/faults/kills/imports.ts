import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Examination, KillScenario } from '../kill-scenario.ts';
import { type Findings, missing, OpenedLibrary } from '../library.ts';
import { fillLibrary, writeArchive, writePages } from '../material.ts';

const count = 16;

function acknowledgedAreThere(library: string, acknowledged: readonly string[]): Promise<Examination> {
  return OpenedLibrary.reading(library, async (opened) => {
    const articles = await opened.articles();
    const findings = [...missing('an article', acknowledged, articles), ...(await opened.unsound())];
    return { there: { articles: articles.length }, findings };
  });
}

async function allAreThereOnce(library: string): Promise<Findings> {
  return OpenedLibrary.reading(library, async (opened) => {
    const { length } = await opened.articles();
    return length === count ? [] : [`${length} articles instead of ${count}`];
  });
}

export const importOfAFolder: KillScenario = {
  name: 'import of a folder',
  prepare: ({ folder }) => writePages(join(folder, 'pages'), count),
  act: ({ folder }) => ['import', join(folder, 'pages')],
  examine: ({ library }, acknowledged) => acknowledgedAreThere(library, acknowledged),
  examineEnd: ({ library }) => allAreThereOnce(library),
};

export const importOfAWebArchive: KillScenario = {
  name: 'import of a web archive',
  async prepare({ folder }) {
    await mkdir(join(folder, 'pages'));
    await writeArchive(join(folder, 'pages', 'crawl.warc.gz'), count);
  },
  act: ({ folder }) => ['import', join(folder, 'pages', 'crawl.warc.gz')],
  examine: ({ library }, acknowledged) => acknowledgedAreThere(library, acknowledged),
  examineEnd: ({ library }) => allAreThereOnce(library),
};

/** A package of another library is taken in: articles with their annotations, codes and collections. */
export const restoreOfAPackage: KillScenario = {
  name: 'restore of a package',
  async prepare({ folder }) {
    const other = join(folder, 'Other');
    await fillLibrary({ folder, library: other }, count);
    await OpenedLibrary.with(other, (opened) =>
      opened.run('export.run', {
        format: 'bagit',
        selection: { of: 'everything' },
        target: opened.core.grants.issue(join(folder, 'package'), 'write'),
      }),
    );
  },
  act: ({ folder }) => ['import', join(folder, 'package')],
  examine: ({ library }, acknowledged) => acknowledgedAreThere(library, acknowledged),
  async examineEnd({ library }) {
    const findings = await allAreThereOnce(library);
    const notes = await OpenedLibrary.reading(library, async (opened) => {
      const views = [];
      for (const article of await opened.articles()) views.push(await opened.call('articles.read', { article }));
      return views.flatMap(({ annotations }) => annotations).filter(({ note }) => note === 'a note of the first day');
    });
    return [...findings, ...(notes.length === count ? [] : [`${notes.length} annotations instead of ${count}`])];
  },
};
