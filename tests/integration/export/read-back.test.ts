import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { currentRevision, placeOf, sealedWords, speakersOf } from '../../../main/formats/write/marks.ts';
import { parseCsv } from './csv-reader.ts';
import { packagesFolder, runExport } from './handed-over.ts';
import { recordOf, saidLibrary } from './said.ts';

/** What each statement of an article is, by the library itself. */
async function saidIn() {
  const said = await saidLibrary();
  const record = await recordOf(said.library, said.article.article);
  const statements = record.statements.map((statement) => ({
    id: statement.id,
    words: placeOf(record, statement).words,
    spans: placeOf(record, statement).spans.map(({ start, end }) => [start, end] as const),
    speakers: speakersOf(statement),
    seal: sealedWords(record, statement).seal,
    original: record.captures.at(-1)?.original,
  }));
  return { ...said, record, statements };
}

describe('statements that went out are read back', { timeout: 120_000 }, () => {
  it('from CSV: words, places, speakers, seals and hashes', async () => {
    const { library, record, statements } = await saidIn();
    const to = join(packagesFolder(), 'tables');
    await runExport(library, { format: 'csv', to });
    const rows = parseCsv(readFileSync(join(to, 'statements.csv'), 'utf8')).filter(
      ({ article }) => article === record.id,
    );
    const together = (values: readonly (string | null)[]) =>
      values.every((value) => value === null) ? '' : values.map((value) => value ?? '').join('; ');
    const inWords = { original: 'Exact in the original', copy: 'Exact in the reading copy', changed: 'Changed' };
    expect(
      rows.map(({ statement, words, spans, speaker, role, organization, seal, original_sha256 }) => ({
        statement,
        words,
        spans,
        speaker,
        role,
        organization,
        seal,
        original_sha256,
      })),
    ).toEqual(
      statements.map((one) => ({
        statement: one.id,
        words: one.words,
        spans: one.spans.map(([start, end]) => `${start}-${end}`).join('; '),
        speaker: together(one.speakers.map(({ name }) => name)),
        role: together(one.speakers.map(({ role }) => role)),
        organization: together(one.speakers.map(({ organization }) => organization)),
        seal: inWords[one.seal],
        original_sha256: one.original,
      })),
    );
    expect(rows.map(({ described }) => described)).toEqual(['', '', 'a clerk of the port', 'a spokeswoman', '']);
    expect(rows.map(({ codes }) => codes)).toEqual(['trust', 'trust; trust > not: fairness', '', '', '']);
    expect(rows[3]?.made_on).toBe('Two euros were lost by every single passenger on the morning ferry');
  });

  it('from JSON Lines: every span cuts the words out of the text that the hash names', async () => {
    const { library, record, statements } = await saidIn();
    const to = join(packagesFolder(), 'lines');
    await runExport(library, { format: 'json-lines', to });
    const lines = readFileSync(join(to, 'statements.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ article }) => article === record.id);
    const { text, sha256 } = currentRevision(record);
    for (const [index, line] of lines.entries()) {
      const own = statements[index];
      expect(line).toMatchObject({
        id: own?.id,
        words: own?.words,
        spans: own?.spans,
        seal: own?.seal,
        originalSha256: own?.original,
        textSha256: sha256,
        speakers: own?.speakers,
      });
      if (line.spans.length > 0)
        expect(line.spans.map(([start, end]: [number, number]) => text.slice(start, end)).join(' […] ')).toBe(
          line.words,
        );
    }
    expect(lines).toHaveLength(statements.length);
  });

  it('from Markdown: a quotation with its words, then whose they are and how far they are vouched for', async () => {
    const { library, record, statements } = await saidIn();
    const to = join(packagesFolder(), 'texts');
    await runExport(library, { format: 'markdown', to });
    const file = readdirSync(to).find((name) => name.startsWith('ferry-fares'));
    const [, front = '', body = ''] = readFileSync(join(to, file ?? ''), 'utf8').split(/^---$/m);
    expect(parseYaml(front)).toMatchObject({
      text_sha256: currentRevision(record).sha256,
      original_sha256: record.captures.at(-1)?.original,
    });
    const { document } = new JSDOM(marked.parse(body.replace(/\[\^\d+\]/g, ''), { async: false })).window;
    const quoted = [...document.querySelectorAll('blockquote')].map((quotation) => {
      const paragraphs = [...quotation.querySelectorAll('p')].map(({ textContent }) => textContent ?? '');
      return { words: paragraphs.slice(0, -1).join('\n\n'), by: paragraphs.at(-1) ?? '' };
    });
    expect(quoted.map(({ words }) => words).toSorted()).toEqual(statements.map(({ words }) => words).toSorted());
    const by = (start: string) => quoted.find(({ words }) => words.startsWith(start))?.by;
    expect(by('We will not')).toBe(
      '— Ines Alder (also I. Alder), harbour master, Port of Ellery; Otto Kast, treasurer, said 2024-11 (exact in the original)',
    );
    expect(by('the boats.')).toBe('— a clerk of the port, suggested, not confirmed (exact in the original)');
    expect(by('Three euros')).toContain('(changed: the statement was made on “Two euros were lost');
    expect(by('Rates go up')).toContain('(changed: no longer in the text)');
  });
});
