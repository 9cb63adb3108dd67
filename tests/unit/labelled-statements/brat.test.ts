import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseBrat } from '../../support/labelled-statements/brat.ts';
import { readLabelledArticles } from '../../support/labelled-statements/format.ts';

/** Annotations by the words they are on, so that a test counts no offsets: `T1 Quote We will not|not now`. */
function standOff(source: string, lines: readonly string[]): string {
  return lines
    .map((line) => {
      const [, id, type, words] = /^(T\d+) (\S+) (.+)$/u.exec(line) ?? [];
      if (id === undefined || type === undefined || words === undefined) return line.replace(/^(\S+) /u, '$1\t');
      const offsets = words.split('|').map((word) => {
        const start = [...source.slice(0, source.indexOf(word))].length;
        return `${start} ${start + [...word].length}`;
      });
      return `${id}\t${type} ${offsets.join(';')}\t${words.replaceAll('|', ' ')}`;
    })
    .join('\n');
}

function read(source: string, ...lines: string[]) {
  const article = parseBrat('one', source, standOff(source, lines));
  return article.statements.map((statement) => ({
    kind: statement.kind,
    words: statement.spans.map(({ start, end }) => article.text.slice(start, end)),
    source: statement.source,
    names: statement.speakers?.is.map(({ names }) => names) ?? null,
  }));
}

describe('articles in stand-off', () => {
  it('tie a quotation to its speaker by a relation, over fragments and signs outside the first plane', () => {
    const source = '𝔊 news 📰\n\n“We will not,” said Ines Alder, “not now.”\n';
    expect(
      read(source, 'T1 Quotation We will not,|not now.', 'T2 Speaker Ines Alder', 'R1 said_by Arg1:T1 Arg2:T2'),
    ).toEqual([{ kind: 'direct', words: ['We will not,', 'not now.'], source: 'named', names: [['Ines Alder']] }]);
  });

  it('tie them over the cue, by relations or by an event', () => {
    const source = '“We will not,” said Ines Alder.';
    const entities = ['T1 DIRECT-QUOTE “We will not,”', 'T2 Cue said', 'T3 source Ines Alder'];
    const expected = [{ kind: 'direct', words: ['“We will not,”'], source: 'named', names: [['Ines Alder']] }];
    expect(read(source, ...entities, 'R1 content Arg1:T2 Arg2:T1', 'R2 holder Arg1:T2 Arg2:T3')).toEqual(expected);
    expect(read(source, ...entities, 'E1 Cue:T2 Content:T1 Speaker:T3')).toEqual(expected);
  });

  it('leave out to whom it was said, and know a speaker by the part in the tie whatever its type', () => {
    const source = '“We will not,” Ines Alder told Tom Reyl.';
    const entities = ['T1 QUOTATION We will not,', 'T2 Politician Ines Alder', 'T3 Person Tom Reyl', 'T4 Frame told'];
    const expected = [{ kind: 'direct', words: ['We will not,'], source: 'named', names: [['Ines Alder']] }];
    const relations = ['R1 Speaker Arg1:T1 Arg2:T2', 'R2 Addressee Arg1:T1 Arg2:T3'];
    expect(read(source, ...entities, ...relations)).toEqual(expected);
    expect(read(source, ...entities, 'E1 Frame:T4 Speaker:T2 Addressee:T3 Quote:T1')).toEqual(expected);
    expect(read(source, ...entities, 'E1 Quotation:T1 Source:T2 Addressee2:T3 Cue:T4')).toEqual(expected);
  });

  it('tell direct, mixed and indirect apart by the marks where no type does', () => {
    const source = '“We will not,” she said.\nShe called it “a great shame” for all.\nShe said the pier was shut.';
    expect(
      read(source, 'T1 quote We will not,', 'T2 quote it “a great shame” for all', 'T3 quote the pier was shut'),
    ).toMatchObject([
      { kind: 'direct', source: 'none', names: [] },
      { kind: 'mixed', words: ['“a great shame”'] },
      { kind: 'indirect', words: ['the pier was shut'] },
    ]);
    expect(read(source, 'T1 Quote We will not,', 'A1 Kind T1 Mixed')).toMatchObject([{ kind: 'mixed' }]);
  });

  it('keep words repeated inside a quotation in it, and a cue out of it', () => {
    const nested = '“He said ‘never again’ to me,” she said.';
    expect(read(nested, 'T1 quote He said ‘never again’ to me,')).toMatchObject([
      { kind: 'direct', words: ['He said ‘never again’ to me,'] },
    ]);
    const interrupted = '“We will not,” said Alder, “not now.”';
    expect(read(interrupted, `T1 quote ${interrupted}`)).toMatchObject([
      { kind: 'direct', words: ['“We will not,”', '“not now.”'] },
    ]);
  });

  it('take a pronoun for whom it is said to be the same as, and judge nobody where nothing says so', () => {
    const source = 'Ines Alder came. “We will not,” she said.';
    const entities = ['T1 quote We will not,', 'T2 entity she', 'T3 entity Ines Alder', 'R1 speaker Arg1:T1 Arg2:T2'];
    expect(read(source, ...entities)).toMatchObject([{ source: 'pronoun', names: null }]);
    expect(read(source, ...entities, '* Coref T2 T3')).toMatchObject([{ source: 'pronoun', names: [['Ines Alder']] }]);
    expect(read(source, ...entities, 'A1 Name T2 Ines Alder')).toMatchObject([
      { source: 'pronoun', names: [['Ines Alder']] },
    ]);
  });

  it('know a description by its small letters', () => {
    const source = 'The residents said “never again”.';
    expect(read(source, 'T1 quote never again', 'T2 holder The residents', 'R1 by Arg1:T1 Arg2:T2')).toMatchObject([
      { source: 'description', names: [['The residents']] },
    ]);
  });

  it('are refused where a line is no stand-off', () => {
    expect(() => parseBrat('one', 'Text', 'T1\tQuote x y\tText')).toThrow('one: not a text-bound annotation');
    expect(() => parseBrat('one', 'Text', 'T1\tQuote 0 40\tText')).toThrow('40');
  });

  it('have a paragraph a line, or between empty lines where the lines are short', () => {
    const paragraphs = (source: string) => parseBrat('one', source, '').document.blocks.length;
    expect(paragraphs('One line.\nAnother line.')).toBe(2);
    expect(paragraphs('One line\nthat goes on.\n\nAnother\nline.')).toBe(2);
    expect(paragraphs(`Title\n\n${'A long line. '.repeat(12)}\n${'Another long one. '.repeat(12)}`)).toBe(3);
  });

  it('give the same spans and mentions of our own articles, written so', () => {
    const articles = readLabelledArticles(join(import.meta.dirname, '../../fixtures/statements')).filter(
      // A line of a list is a paragraph in plain text.
      ({ document }) => document.blocks.every(({ kind }) => kind !== 'list'),
    );
    expect(articles.length).toBeGreaterThan(0);
    for (const { name, text, statements } of articles) {
      const points = (end: number) => [...text.slice(0, end)].length;
      const entity = (id: string, type: string, spans: readonly { start: number; end: number }[]) =>
        `${id}\t${type} ${spans.map(({ start, end }) => `${points(start)} ${points(end)}`).join(';')}\t…`;
      const lines = statements.flatMap(({ label, kind, spans, mentions }) => [
        entity(`T${label}`, kind === 'mixed' ? 'direct' : kind, spans),
        ...mentions.flatMap((mention, index) => [
          entity(`T${label}00${index}`, 'Source', [mention]),
          `R${label}00${index}\tSource Arg1:T${label} Arg2:T${label}00${index}`,
        ]),
      ]);
      const placed = (some: readonly (typeof statements)[number][]) =>
        new Map(some.map(({ label, spans, mentions }) => [label.replace('T', ''), { spans, mentions }]));
      const read = parseBrat(name, text, lines.join('\n'));
      expect(read.text.length, name).toBe(text.length);
      expect(placed(read.statements), name).toEqual(placed(statements));
    }
  });
});
