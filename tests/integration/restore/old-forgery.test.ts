import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWritable } from '../../../db/open.ts';
import { sha256Of } from '../../../main/core/originals/hash.ts';
import { makeLibrary } from '../../support/library.ts';
import { changeStored } from '../../support/stored-revisions.ts';

const story =
  'The harbour plan was put off on Monday.\n\n“We will not build it,” harbour master Ines Vau said in front of the council.\n';

it('a forgery that an older version took in is found by the check, told wherever its words are, and neither cited nor exported', async () => {
  const library = await makeLibrary();
  await library.take(
    library.file('plan.txt', `Harbour plan\n\n${story}`),
    library.file('ferry.txt', `Ferry\n\n${'The ferry leaves later from Monday on. '.repeat(5)}\n`),
  );
  await library.core.close();
  // Text, hash and blocks agree with each other, as in a package that was forged with care.
  const db = openWritable(join(library.path, 'library.sqlite'));
  const forge = (text: string) => text.replaceAll('We will not build it', 'We will never build it');
  changeStored(db, ({ text, document }) =>
    text.includes('not build') ? { text: forge(text), sha256: sha256Of(forge(text)), document: forge(document) } : null,
  );
  db.close();
  await library.reopen();

  const { ok, lines } = await library.run('health.check', {});
  expect(ok).toBe(false);
  expect(lines.filter((line) => !line.ok).map(({ check }) => check)).toEqual(
    expect.arrayContaining(['reading copy', 'reading copies']),
  );
  const copies = lines.filter(({ check }) => check.startsWith('reading cop')).map(({ detail }) => detail);
  expect(copies[0]).toMatch(/“Harbour plan” differs: the original “plan\.txt” does not hold “.*We will never build it/);
  expect(copies[1]).toMatch(/2 reading copies were compared with their originals in .*1 of them differ/);

  const { rows } = await library.call('search.run', { query: 'harbour' });
  const [hit] = rows;
  expect(hit?.article.differs).toContain('does not hold');
  const view = await library.call('articles.read', { article: hit?.article.id ?? ('' as never) });
  expect(view.revision.verbatim).toMatchObject({ state: 'differs', reason: expect.stringContaining('never build') });
  const statements = await library.call('statements.list', {});
  expect(statements.rows.every(({ differs }) => differs?.includes('never build'))).toBe(true);
  const other = await library.call('search.run', { query: 'ferry' });
  expect(other.rows[0]?.article.differs).toBeUndefined();

  const target = library.core.grants.issue(join(library.folder, 'out'), 'write');
  const result = await library.run('export.run', { format: 'bagit', selection: { of: 'everything' }, target });
  expect(result.articles).toBe(1);
  expect(result.leftOut).toMatchObject([{ kind: 'article', label: 'Harbour plan' }]);
}, 120_000);
