import { describe, expect, it } from 'vitest';
import { parseLabelledArticle } from '../../support/labelled-statements/format.ts';

const head = 'language: en\npublished: 2024-05-17\ntitle: The pier\nabout: how the format is read';

function read(text: string, labels: string) {
  const article = parseLabelledArticle('en/001', `${head}\n\n${text}\n---\n${labels}\n`);
  const statements = article.statements.map((statement) => ({
    ...statement,
    words: statement.spans.map(({ start, end }) => article.text.slice(start, end)),
    named: statement.mentions.map(({ start, end }) => article.text.slice(start, end)),
  }));
  return { ...article, statements };
}

describe('labelled articles', () => {
  it('give the head, the text without its marks, and each statement with its words and speaker', () => {
    const { statements, text, metadata, about } = read(
      '“⟦1 We will not⟧,” said ⟦@1 Ines Alder⟧, the harbour master, “⟦1 not now.⟧”',
      '1 direct · Ines Alder · role: harbour master · said: 2024-05-15 · source: named',
    );
    expect(text).toBe('“We will not,” said Ines Alder, the harbour master, “not now.”');
    expect(metadata).toMatchObject({ title: 'The pier', published: { value: '2024-05-17' }, language: 'en' });
    expect(about).toBe('how the format is read');
    expect(statements).toMatchObject([
      {
        kind: 'direct',
        words: ['We will not', 'not now.'],
        named: ['Ines Alder'],
        speakers: { is: [{ names: ['Ines Alder'], form: 'person' }] },
        role: { is: 'harbour master' },
        said: { is: '2024-05-15' },
        source: 'named',
      },
    ]);
  });

  it('say whether they are ordinary', () => {
    const isOrdinary = (line: string) =>
      parseLabelledArticle('en/001', `${head}${line}\n\nNobody spoke.\n---\nno statement\n`).isOrdinary;
    expect([isOrdinary(''), isOrdinary('\nordinary: yes')]).toEqual([false, true]);
    expect(() => isOrdinary('\nordinary: maybe')).toThrow('yes or no');
  });

  it('reach over paragraphs and stand in one another', () => {
    const { statements, traps, text } = read(
      '“⟦1 One.\n\n“He said ⟦0 ‘two words’⟧ to me.⟧”',
      '0 none · inside\n1 direct · unresolved · source: none',
    );
    expect(statements[0]?.words).toEqual(['One.\n\n“He said ‘two words’ to me.']);
    expect(statements[0]?.speakers).toEqual({ is: [] });
    expect(traps.map(({ start, end }) => text.slice(start, end))).toEqual(['‘two words’']);
  });

  it('have headings, quotation blocks with their attribution, lists and pictures', () => {
    const { document, statements } = read(
      '# Heading\n\n> ⟦1 One.\n> Two.⟧\n>> — ⟦@1 Ada Byron⟧, May 3\n\n- ⟦2 First\n- second⟧\n\n![a player](Listen)',
      '1 block · Ada Byron · source: named\n2 block · unresolved · source: none',
    );
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['heading', 'quotation', 'list', 'figure']);
    expect(statements.map(({ words }) => words)).toEqual([['One.\n\nTwo.'], ['First\nsecond']]);
  });

  it('name several speakers, several right names, organizations and those known by a description', () => {
    const { statements } = read(
      '⟦1 It is so⟧, ⟦@1 they⟧ said.',
      '1 indirect · Ada Byron | Byron; NASA (organization); residents of Dock Street (unnamed) · source: pronoun',
    );
    expect(statements[0]?.speakers?.is).toEqual([
      { names: ['Ada Byron', 'Byron'], form: 'person' },
      { names: ['NASA'], form: 'organization' },
      { names: ['residents of Dock Street'], form: 'unnamed' },
    ]);
  });

  it.each([
    ['a mark without a label', '“⟦2 We will not⟧,” said ⟦@2 Alder⟧.', 'no statement', '⟦2 has no label'],
    ['a label without words', 'We will not.', '1 direct · Alder · source: none', 'label 1 has no span'],
    ['a mark that is left open', '“⟦1 We will not,” said Alder.', '1 direct · Alder · source: none', 'never closed'],
    ['a mark too many', '“⟦1 We will not⟧,”⟧ said Alder.', '1 direct · Alder · source: none', 'too many'],
    ['a named source that is not marked', '“⟦1 We⟧” said A.', '1 direct · A · source: named', 'source'],
    ['no source', '“⟦1 We⟧” said A.', '1 direct · A', 'source'],
    ['an unknown kind', '“⟦1 We⟧” said A.', '1 quote · A · source: none', 'not a label'],
    ['white space in a mark', '“⟦1 We ⟧” said A.', '1 direct · A · source: none', 'white space'],
    ['labels of nothing', 'Nobody spoke.', '', 'no statement'],
    ['a number twice', '“⟦1 We⟧”', '1 direct · A · source: none\n1 direct · B · source: none', 'twice'],
  ])('refuse %s, and say in which article', (_, text, labels, message) => {
    expect(() => read(text, labels)).toThrow(message);
    expect(() => read(text, labels)).toThrow('en/001');
  });
});
