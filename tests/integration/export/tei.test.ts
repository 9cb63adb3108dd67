import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ArticleRecord, canonicalText } from '../../../main/contract/index.ts';
import { currentRevision, leavingStatements, placeOf } from '../../../main/formats/write/marks.ts';
import { readTei, teiErrors } from '../../support/tei.ts';
import { packagesFolder, runExport } from './handed-over.ts';
import { recordOf, saidLibrary } from './said.ts';

/** What of each statement's words stands in which run of the text, in order. */
function piecesOf(article: ArticleRecord): readonly string[][] {
  const { text, segments } = canonicalText(currentRevision(article).document);
  return leavingStatements(article).map((statement) =>
    placeOf(article, statement).spans.flatMap((span) =>
      segments
        .filter(({ start, end }) => start < span.end && end > span.start)
        .map(({ start, end }) => text.slice(Math.max(start, span.start), Math.min(end, span.end))),
    ),
  );
}

describe('TEI', { timeout: 120_000 }, () => {
  it('gives back every statement to the letter, with who says it and whether it is quoted, and validates', async () => {
    const { library, article } = await saidLibrary();
    const to = join(packagesFolder(), 'tei');
    const result = await runExport(library, { format: 'tei', to });
    expect(result).toMatchObject({
      files: 2,
      articles: 2,
      statements: 6,
      validation: [{ check: 'read back', ok: true }],
    });
    const files = readdirSync(to);
    for (const name of files) expect(await teiErrors(readFileSync(join(to, name), 'utf8')), name).toEqual([]);
    const file = files.find((name) => name.startsWith('ferry-fares'));
    const { document, statements, blocks } = readTei(readFileSync(join(to, file ?? ''), 'utf8'));
    const record = await recordOf(library, article.article);

    expect(blocks.join('\n\n')).toBe(currentRevision(record).text);
    // Where another statement begins or ends, a piece ends too: together they are the same words.
    expect(statements.map(({ pieces }) => pieces.join(''))).toEqual(piecesOf(record).map((pieces) => pieces.join('')));
    const [joint, block, described, altered, lost] = statements;
    expect(joint).toMatchObject({
      pieces: ['We will not raise them,', 'not now.'],
      who: ['Ines Alder', 'Otto Kast'],
      direct: 'true',
      cert: 'high',
      codes: ['trust'],
      facts: {
        decision: ['confirmed by a person'],
        speaker: ['Ines Alder, harbour master, Port of Ellery', 'Otto Kast, treasurer'],
        said: ['2024-11'],
        seal: ['Exact in the original'],
        'SHA-256 of the original': [record.captures.at(-1)?.original],
        'SHA-256 of the text': [currentRevision(record).sha256],
      },
    });
    expect(block).toMatchObject({
      pieces: ['First of all, the fares are fair & "right". 🛳', 'They pay for ', 'the boats.'],
      who: ['Port of Ellery'],
      cert: '0.9',
      codes: ['trust', 'trust › not: fairness'],
    });
    expect(described).toMatchObject({ who: ['a clerk of the port'], cert: '0.5', facts: { decision: ['suggested'] } });
    expect(altered).toMatchObject({ direct: 'false', facts: { seal: ['Changed'], placement: ['changed'] } });
    expect(altered?.facts['made on']?.[0]).toContain('Two euros');
    expect(lost).toMatchObject({ pieces: [], facts: { words: ['Rates go up in May'], seal: ['Changed'] } });
    expect(result.brokenSeals).toHaveLength(2);

    const alder = [...document.querySelectorAll('person')].find(({ textContent }) => textContent?.includes('Ines'));
    expect(alder?.querySelector('persName[type="alias"]')?.textContent).toBe('I. Alder');
    expect(alder?.querySelector('affiliation')?.getAttribute('when')).toBe('2024-11-14');
    expect(document.querySelector('org[*|id^="speaker-"] orgName')?.textContent).toBe('Port of Ellery');
    expect(document.querySelector('sourceDesc ptr')?.getAttribute('target')).toBe(
      'https://courier.example/ferry/fares',
    );
    expect(document.documentElement.textContent).not.toContain('a private thought');
  });
});
