import { createHash } from 'node:crypto';
import { appendFileSync, chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWritable } from '../../../db/open.ts';
import { exportFormats, type Sha256 } from '../../../main/contract/index.ts';
import { verifyRevision, verifySpans } from '../../../main/core/verbatim-check/index.ts';
import { changeStored } from '../../support/stored-revisions.ts';
import { filledLibrary, openWithReaders, packagesFolder, runExport } from './handed-over.ts';

type Library = Awaited<ReturnType<typeof filledLibrary>>['library'];

/** Changes a stored original on the disk, as a failing disk or a hand would. */
function tamper(library: Library, original: Sha256): void {
  const path = library.context.originals.path(original);
  chmodSync(path, 0o644);
  appendFileSync(path, '.');
}

async function originalsOf(library: Library, article: string): Promise<readonly Sha256[]> {
  const record = await library.pool.read('export.articleRecord', article);
  return record?.captures.map(({ original }) => original) ?? [];
}

/** Changes the database behind the library's back. */
function change(library: Library, how: Parameters<typeof changeStored>[1]): void {
  const db = openWritable(join(library.context.libraryPath, 'library.sqlite'));
  changeStored(db, how);
  db.close();
}

const treasurer = {
  title: 'Budget passed',
  paragraphs: ['=SUM(A1) is how the treasurer began.', '“Four percent, no more,” said treasurer Ola Brandt.'],
};

describe('the verbatim check', { timeout: 120_000 }, () => {
  it('gives out exact words with the hashes they were compared with', async () => {
    const { library, harbourArticle: article } = await filledLibrary();
    const start = article.text.indexOf('The quay');
    const verified = await verifySpans(library.context, article.article, [{ start, end: start + 21 }]);
    expect(verified.text.slice(start, start + 21)).toBe('The quay is not safe.');
    expect(verified.revision).toBe(article.revision);
    await expect(verifyRevision(library.context, article.revision)).resolves.toBeUndefined();
  });

  it('refuses a span that does not lie in the text, or in another article', async () => {
    const { library, harbourArticle, budget } = await filledLibrary();
    const beyond = { start: 0, end: budget.text.length + 1 };
    await expect(verifySpans(library.context, budget.article, [beyond])).rejects.toMatchObject({
      code: 'words-differ',
    });
    const foreign = verifySpans(library.context, budget.article, [{ start: 0, end: 4 }], harbourArticle.revision);
    await expect(foreign).rejects.toMatchObject({ code: 'not-found' });
  });

  it('notices a changed original, a missing one, a changed text and changed blocks', async () => {
    const cases: Record<string, (library: Library, article: string, original: Sha256) => void> = {
      'was changed in the originals folder': (library, _article, original) => tamper(library, original),
      'does not have its hash': (library) => change(library, ({ text }) => ({ text: `${text} Really.` })),
      'do not give its text': (library) =>
        change(library, ({ document }) => ({ document: document.replaceAll('Four percent', 'Five percent') })),
      'does not hold “=SUM(A2) is how': (library) => {
        // Text, hash and blocks agree with each other here; only the original knows better.
        change(library, ({ text, document }) => {
          const other = text.replaceAll('A1', 'A2');
          return text.includes('SUM')
            ? { text: other, document: document.replaceAll('A1', 'A2'), sha256: hashOf(other) }
            : null;
        });
      },
    };
    for (const [reason, damage] of Object.entries(cases)) {
      const library = await openWithReaders();
      const budget = await library.take(treasurer);
      const [original] = await originalsOf(library, budget.article);
      if (original === undefined) throw new Error('the article has no original');
      damage(library, budget.article, original);
      const checked = verifySpans(library.context, budget.article, [{ start: 0, end: 4 }]);
      await expect(checked, reason).rejects.toMatchObject({
        code: 'words-differ',
        message: expect.stringContaining(reason),
      });
    }
    const library = await openWithReaders();
    const budget = await library.take(treasurer);
    const [original] = await originalsOf(library, budget.article);
    if (original !== undefined) rmSync(library.context.originals.path(original));
    await expect(verifyRevision(library.context, budget.revision)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leaves a tampered article out of every format and names it', async () => {
    const { library, budget } = await filledLibrary();
    for (const original of await originalsOf(library, budget.article)) tamper(library, original);
    for (const format of exportFormats) {
      const to = join(packagesFolder(), format === 'bagit-zip' ? 'package.zip' : 'package');
      const result = await runExport(library, { format, to });
      expect(result.articles, format).toBe(1);
      expect(result.leftOut, format).toEqual([
        {
          kind: 'article',
          id: budget.article,
          label: 'Бюджет принят: +4 % für Straßen',
          reason: expect.stringContaining('was changed in the originals folder'),
        },
      ]);
      if (format === 'bagit') {
        const readme = readFileSync(join(to, 'data/README.txt'), 'utf8');
        expect(readme).toContain('Бюджет принят');
        expect(readdirSync(join(to, 'data/articles'))).toHaveLength(2);
      }
    }
    const log = await library.log('export');
    expect(log.every((detail) => detail.includes('1 left out by the verbatim check'))).toBe(true);
  });

  it('leaves out an older revision that fails and the marks that were made in it, and keeps the rest', async () => {
    const { library, harbourArticle } = await filledLibrary();
    const [older] = await originalsOf(library, harbourArticle.article);
    if (older === undefined) throw new Error('the article has no original');
    tamper(library, older);
    const result = await runExport(library, { format: 'bagit', to: join(packagesFolder(), 'package') });
    expect(result.articles).toBe(2);
    expect(result.leftOut.map(({ kind, label }) => [kind, label])).toEqual([
      ['article', expect.stringMatching(/, revision 1$/)],
      ['statement', expect.stringContaining('The quay is not safe.')],
      ['annotation', expect.stringContaining('The quay is not safe.')],
      ['annotation', expect.stringContaining('Boats of less')],
    ]);
  });

  it('leaves out a mark whose words are not the ones it was made on', async () => {
    const { library, budget } = await filledLibrary();
    const db = openWritable(join(library.context.libraryPath, 'library.sqlite'));
    db.prepare(
      `UPDATE annotation_placements SET start = start + 1, "end" = "end" + 1 WHERE revision = (SELECT id FROM revisions WHERE uuid = ?)`,
    ).run(budget.revision);
    db.close();
    const result = await runExport(library, { format: 'annotations', to: join(packagesFolder(), 'marks.jsonld') });
    expect(result).toMatchObject({
      annotations: 2,
      leftOut: [{ kind: 'annotation', reason: expect.stringContaining('not the ones') }],
    });
  });
});

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
