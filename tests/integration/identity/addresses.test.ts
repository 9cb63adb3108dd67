import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { canonicalUrlVersion } from '../../../main/reading/identity/canonical-url.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

const body = ['The harbour board met on Tuesday and put the vote off until the spring.', 'Nobody spoke against it.'];
const now = 'https://courier.example/2024/board-meets';

/** Puts a library back to what an older Verbatim wrote, then opens it anew. */
async function asWrittenByOlderRules(library: TestLibrary, addresses: Readonly<Record<string, string>>) {
  await library.core.close();
  const db = new Database(join(library.path, 'library.sqlite'));
  for (const [title, url] of Object.entries(addresses))
    db.prepare('UPDATE articles SET url = ? WHERE title = ?').run(url, title);
  db.prepare("DELETE FROM settings WHERE key = 'identity.addressRules'").run();
  db.close();
  await library.reopen();
}

it('captures of one article find one another by whichever address they were saved', async () => {
  const library = await makeLibrary();
  const save = (name: string, url: string, extra: string) =>
    library.file(name, page({ title: 'The board meets', url, body: [...body, extra] }));
  const { lines } = await library.take(
    save('a.html', 'https://www.courier.example/2024/board-meets/?utm_source=feed', 'The first vote is in March.'),
    save('b.html', 'http://m.courier.example/2024/board-meets/amp', 'The second vote is in April.'),
    save(
      'c.html',
      'https://web.archive.org/web/20241120101500/https://courier.example/2024/board-meets',
      'The third vote is in May.',
    ),
  );
  expect(lines.map(({ outcome }) => outcome)).toEqual(['taken', 'revision', 'revision']);
  const { rows } = await library.call('search.run', { query: '' });
  expect(rows.map(({ article }) => article.url)).toEqual([now]);
});

it('an older library gets today’s addresses when it is opened, once', async () => {
  const library = await makeLibrary();
  await library.take(library.file('a.html', page({ title: 'The board meets', url: now, body })));
  await asWrittenByOlderRules(library, { 'The board meets': 'https://www.courier.example/2024/board-meets' });
  const { lines } = await library.take(
    library.file('b.html', page({ title: 'The board meets', url: now, body: [...body, 'The minutes were approved.'] })),
  );
  expect(lines.map(({ outcome }) => outcome)).toEqual(['revision']);
  await library.reopen();
  const { rows } = await library.call('events.list', { limit: 100 });
  expect(rows.filter(({ kind }) => kind === 'address').map(({ detail }) => detail)).toEqual([
    `Addresses brought into the form of rules ${canonicalUrlVersion}: 1 changed.`,
  ]);
});

it('two articles that fall together stay two, and the log says so', async () => {
  const library = await makeLibrary();
  await library.take(
    library.file(
      'a.html',
      page({ title: 'First copy', url: 'https://courier.example/a', body: [...body, 'The first vote is in March.'] }),
    ),
    library.file(
      'b.html',
      page({ title: 'Second copy', url: 'https://courier.example/b', body: [...body, 'The second vote is in April.'] }),
    ),
  );
  await library.core.close();
  // Both pages said the same address, which older rules took for two.
  const db = new Database(join(library.path, 'library.sqlite'));
  db.exec(`UPDATE revisions SET metadata = json_set(metadata, '$.url', '${now}')`);
  db.close();
  await asWrittenByOlderRules(library, {
    'First copy': `https://m.courier.example/2024/board-meets`,
    'Second copy': now,
  });
  const { rows } = await library.call('search.run', { query: '' });
  expect(Object.fromEntries(rows.map(({ article }) => [article.title, article.url]))).toEqual({
    'First copy': 'https://m.courier.example/2024/board-meets',
    'Second copy': now,
  });
  const events = (await library.call('events.list', { limit: 100 })).rows.filter(({ kind }) => kind === 'address');
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ outcome: 'warning' });
  expect(events[0]?.detail).toContain('“First copy” and “Second copy”');
  const { lines } = await library.take(
    library.file('c.html', page({ title: 'Third copy', url: now, body: [...body, 'The third vote is in May.'] })),
  );
  expect(lines.map(({ outcome }) => outcome)).toEqual(['revision']);
});
