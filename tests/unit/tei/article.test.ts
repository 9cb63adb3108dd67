import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../main/contract/index.ts';
import { Codebook } from '../../../main/formats/write/marks.ts';
import { articleToTei } from '../../../main/formats/write/tei/article.ts';
import { w3cDate } from '../../../main/formats/write/tei/dates.ts';
import { article, blocks } from '../../support/every-block.ts';
import { readTei, teiErrors } from '../../support/tei.ts';

const write = (record: ReturnType<typeof article>) =>
  articleToTei(
    {
      article: record,
      confirmedByPackage: new Set(),
      codesOn: new Map(),
      codebook: new Codebook([]),
      people: new Map(),
    },
    { agent: 'Verbatim test', at: new Date('2024-12-01T00:00:00Z') },
  );

describe('an article as TEI', () => {
  it('is valid, and its body holds every word of the article and no furniture', async () => {
    const tei = write(article({}));
    expect(await teiErrors(tei)).toEqual([]);
    expect(readTei(tei).blocks).toEqual(canonicalText({ blocks }).segments.map(({ content }) => content.text));
    expect(tei).not.toContain('Subscribe now!');
  });

  it('marks a statement over blocks of several kinds as linked pieces, one a paragraph, item or cell', async () => {
    const words = 'First.\n\nSecond.\n\n— Ada Vale\n\nQuay\tDepth | m\nNorth\t4';
    const tei = write(article({ statement: words }));
    expect(await teiErrors(tei)).toEqual([]);
    const [said] = readTei(tei).statements;
    expect(said?.pieces).toEqual(['First.', 'Second.', '— Ada Vale', 'Quay', 'Depth | m', 'North', '4']);
    expect(said).toMatchObject({ who: ['Ada Vale'], direct: 'true', cert: 'high' });
  });

  it('keeps what XML has no sign for as a sign of its own, in its place', async () => {
    const record = article({});
    const [revision] = record.revisions;
    if (revision === undefined) throw new Error('there is no revision');
    const text = 'a\u0001b\u000Cc\uFFFEd\re & <f> "g" ]]> \u{1F6F3}';
    const document = {
      blocks: [{ kind: 'paragraph' as const, role: 'body' as const, purpose: null, content: { text, marks: [] } }],
    };
    const tei = write({ ...record, revisions: [{ ...revision, document, text }] });
    expect(await teiErrors(tei)).toEqual([]);
    expect(readTei(tei).blocks).toEqual(['a\uFFFDb\uFFFDc\uFFFDd\re & <f> "g" ]]> \u{1F6F3}']);
  });

  it('the schema refuses what is not TEI', async () => {
    const tei = write(article({ statement: 'First.' }));
    expect(await teiErrors(tei.replace('direct="true"', 'direct="perhaps"'))).not.toEqual([]);
    expect(await teiErrors(tei.replace(/<said /, '<quoted ').replace('</said>', '</quoted>'))).not.toEqual([]);
    expect(await teiErrors(tei.replace('<back>', '<back><p>x</p>'))).not.toEqual([]);
  });

  it.each([
    ['2024', '2024'],
    ['2024-11', '2024-11'],
    ['2024-11-14', '2024-11-14'],
    ['2024-11-14T10:30', '2024-11-14T10:30:00'],
    ['2024-11-14T10:30+01:00', '2024-11-14T10:30:00+01:00'],
    ['2024-11-14T18:00:00.000Z', '2024-11-14T18:00:00.000Z'],
    ['in November', null],
    [null, null],
  ])('dates are as exact as they are: %s', (date, when) => {
    expect(w3cDate(date)).toBe(when);
  });
});
