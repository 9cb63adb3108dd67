import { appendFileSync, chmodSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ArticleId, StatementId } from '../../../main/contract/index.ts';
import { forgeCopies } from '../../support/forged-copy.ts';
import { makeLibrary, type TestLibrary } from '../../support/library.ts';

const said = 'We will not build it';
const paragraph = `“${said},” harbour master Ines Vau said in front of the council.`;
const plan = `Harbour plan\n\nThe harbour plan was put off on Monday.\n\n${paragraph}\n`;

/** A library with one article, in which one statement is confirmed. */
async function withStatement(): Promise<{ library: TestLibrary; article: ArticleId; id: StatementId }> {
  const library = await makeLibrary();
  const { lines } = await library.take(library.file('plan.txt', plan));
  const article = lines[0]?.article;
  if (article == null) throw new Error('the plan was not taken in');
  const { revision, statements } = await library.call('articles.read', { article });
  for (const { id } of statements) await library.call('statements.bin', { id });
  const start = revision.text.indexOf(said);
  const { id } = await library.call('statements.create', {
    article,
    revision: revision.id,
    start,
    end: start + said.length,
    kind: 'direct',
    speakers: [{ name: 'Ines Vau', role: 'harbour master', organization: null }],
    said: null,
  });
  return { library, article, id };
}

async function sealInLedger(library: TestLibrary, id: StatementId): Promise<string | undefined> {
  const { rows } = await library.call('statements.list', {});
  return rows.find((row) => row.id === id)?.seal;
}

async function originalOf(library: TestLibrary, article: ArticleId): Promise<string> {
  const { captures } = await library.call('articles.read', { article });
  const [capture] = captures;
  if (capture === undefined) throw new Error('the article has no capture');
  return library.core.context().originals.path(capture.original);
}

describe('the seal of a statement', { timeout: 120_000 }, () => {
  it('is exact in the original where its words stand there, and shows their paragraph', async () => {
    const { library, article, id } = await withStatement();
    const checked = await library.call('statements.check', { id });
    expect(checked).toMatchObject({ seal: 'original', reason: null, words: said, madeOn: null });
    expect(checked.passage).toEqual({ text: paragraph, words: { start: 1, end: 1 + said.length }, isExact: true });
    const { revision, captures } = await library.call('articles.read', { article });
    expect(checked.sha256).toBe(revision.sha256);
    expect(checked.original).toEqual({ name: 'plan.txt', sha256: captures[0]?.original });
    expect(await sealInLedger(library, id)).toBe('original');
    expect((await library.call('statements.cite', { id })).plain).toMatch(/Exact in the original\. Text sha256:/);
  });

  it('is broken by a forged reading copy, whose original shows its own words', async () => {
    const { library, id } = await withStatement();
    await forgeCopies(library, 'will not build', 'will never build');
    // Before anybody compares: the words are not those that the statement was made on.
    expect(await sealInLedger(library, id)).toBe('changed');
    const checked = await library.call('statements.check', { id });
    expect(checked.seal).toBe('changed');
    expect(checked.reason).toContain('differ from their original');
    expect(checked.words).not.toBe(said);
    expect(checked.madeOn).toBe(said);
    expect(checked.passage).toMatchObject({ text: paragraph, isExact: true });
    await expect(library.call('statements.cite', { id })).rejects.toMatchObject({ code: 'words-differ' });
  });

  for (const [what, change] of Object.entries({
    changed: (path: string) => appendFileSync(path, 'and more'),
    missing: (path: string) => rmSync(path),
  }))
    it(`is exact in the reading copy where the original is ${what}, and says why`, async () => {
      const { library, article, id } = await withStatement();
      const path = await originalOf(library, article);
      chmodSync(path, 0o600);
      change(path);
      const checked = await library.call('statements.check', { id });
      expect(checked.seal).toBe('copy');
      expect(checked.reason).toMatch(/can’t be compared with their original/);
      expect(await sealInLedger(library, id)).toBe('copy');
      // What the changed file says now is shown; of a missing one there is nothing to show.
      expect(checked.passage === null).toBe(what === 'missing');
      await expect(library.call('statements.cite', { id })).rejects.toThrow();
    });

  it('of a statement that is gone is told', async () => {
    const { library } = await withStatement();
    await expect(
      library.call('statements.check', { id: '01890000-0000-7000-8000-000000000009' as StatementId }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
