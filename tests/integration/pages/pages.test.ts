import { expect, it } from 'vitest';
import { verifyRevision } from '../../../main/core/verbatim-check/index.ts';
import { makeLibrary, page } from '../../support/library.ts';
import { simplePdf } from '../../support/pdf-writer.ts';
import { fixture } from '../../unit/formats/reading.ts';

const served = (path: string) => new Request(`http://127.0.0.1${path}`);

it('takes a PDF in, holds its words against the original, and draws its pages when they are asked for', async () => {
  const library = await makeLibrary();
  const { lines } = await library.take(library.file('report.pdf', fixture('pdf/report.pdf')));
  expect(lines).toMatchObject([{ outcome: 'taken', title: 'Silt in Gannet Cove: what was measured', reason: null }]);
  expect(await library.search('"reached on five days out of twenty-three"')).toHaveLength(1);

  const article = lines[0]?.article;
  if (article == null) throw new Error('nothing was taken');
  const view = await library.call('articles.read', { article });
  expect(view.hasPages).toBe(true);
  expect(new Set(view.revision.document.blocks.map((block) => block.page))).toEqual(new Set([1, 2]));
  await verifyRevision(library.core.context(), view.revision.id);

  const [capture] = view.captures;
  if (capture === undefined) throw new Error('no capture');
  expect(await library.call('captures.pages', { capture: capture.id })).toEqual({ pages: 2 });
  const drawn = await library.core.handleFetch(served(`/page/${capture.id}/2`));
  expect(drawn.status).toBe(200);
  expect(Object.fromEntries(drawn.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    // A browser keeps no copy of it on its own disk.
    'cache-control': 'no-store',
  });
  expect(Buffer.from(await drawn.arrayBuffer()).readUInt32BE(16)).toBeGreaterThan(600);

  const gone = await library.core.handleFetch(served(`/page/${capture.id}/3`));
  expect([gone.status, await gone.text()]).toEqual([404, 'The original has no page 3: its last one is page 2.']);
  expect((await library.core.handleFetch(served('/page/018f6d2e-0000-7000-8000-000000000000/1'))).status).toBe(404);
  expect((await library.core.handleFetch(served(`/page/${capture.id}/0`))).status).toBe(404);
});

it('says of a page of the web that its original has no pages', async () => {
  const library = await makeLibrary();
  const { lines } = await library.take(
    library.file('pier.html', page({ title: 'Pier closed', body: ['The north pier of Port Ellery is closed.'] })),
  );
  const article = lines[0]?.article;
  if (article == null) throw new Error('nothing was taken');
  const { captures, hasPages } = await library.call('articles.read', { article });
  expect(hasPages).toBe(false);
  const capture = captures[0]?.id ?? expect.fail('no capture');
  await expect(library.call('captures.pages', { capture })).rejects.toThrow(
    'The original of this article has no pages.',
  );
  expect((await library.core.handleFetch(served(`/page/${capture}/1`))).status).toBe(422);
});

it('reports what of a PDF was not taken, and goes on', async () => {
  const library = await makeLibrary();
  const folder = library.file('scans/empty.pdf', simplePdf({ pages: [{ words: [] }] })).replace(/empty\.pdf$/u, '');
  library.file('scans/cut.pdf', new Uint8Array(Buffer.from('%PDF-1.4\n1 0 obj')));
  library.file('scans/whole.pdf', fixture('pdf/press-release.pdf'));
  const { lines } = await library.take(folder);
  const told = Object.fromEntries(
    lines.map(({ path, outcome, reason }) => [path.replace(/^.*\//u, ''), [outcome, reason]]),
  );
  expect(told).toEqual({
    'cut.pdf': ['refused', expect.stringContaining('structure is damaged or incomplete')],
    'empty.pdf': ['partial', expect.stringContaining('It holds no text')],
    'whole.pdf': ['taken', null],
  });
});
