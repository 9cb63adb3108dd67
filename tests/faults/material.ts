import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compressed, httpAnswer, warcRecord } from '../support/web-archive.ts';
import type { Round } from './kill-scenario.ts';
import { OpenedLibrary } from './library.ts';

/** A saved page of the town's paper with a statement in it; each number gives another article. */
function reportPage(number: number): string {
  const title = `Report number ${number} from the quay`;
  const address = `https://courier.example/report-${number}`;
  const sentence = `The harbour board met for the ${number}th time and spoke about the spring rules, the dredging and the ferry.`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<link rel="canonical" href="${address}"><meta name="author" content="Tomas Reyl"></head><body><article>
<h1>${title}</h1><p>By Tomas Reyl</p>
<p>${sentence} Nothing had been decided when the members went home that evening.</p>
<p>“We will not close the pier in the year ${1900 + number},” said Ines Alder, the chair of the harbour board.</p>
${`<p>${sentence}</p>`.repeat(6)}</article></body></html>`;
}

/** Writes pages `report-0.html` … into a folder. */
export async function writePages(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let number = 0; number < count; number += 1)
    await writeFile(join(folder, `report-${number}.html`), reportPage(number));
}

/** Writes a web archive with so many pages. */
export async function writeArchive(path: string, count: number): Promise<void> {
  const records = Array.from({ length: count }, (_, number) =>
    warcRecord({
      uri: `https://courier.example/report-${number}`,
      id: `5c0f2f7e-0000-4000-8000-${String(number).padStart(12, '0')}`,
      block: httpAnswer(reportPage(number)),
    }),
  );
  await writeFile(path, compressed(records));
}

/** A library with so many articles, each annotated once, in a collection. */
export async function fillLibrary({ folder, library }: Round, count: number): Promise<void> {
  await writePages(join(folder, 'pages'), count);
  await OpenedLibrary.with(library, async (opened) => {
    const grants = [opened.core.grants.issue(join(folder, 'pages'), 'read')];
    await opened.run('import.run', { grants, collection: 'Quay' });
    for (const id of await opened.articles()) {
      const { revision } = await opened.call('articles.read', { article: id });
      const place = { article: id, revision: revision.id, start: 10, end: 30 };
      await opened.call('annotations.create', { ...place, color: 'green', note: 'a note of the first day' });
    }
  });
}
