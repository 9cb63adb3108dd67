import { describe, expect, it } from 'vitest';
import type { ContainerReader, Member } from '../../../main/formats/format.ts';
import { csvContainer } from '../../../main/formats/read/tables/csv-container.ts';
import { jsonLinesContainer } from '../../../main/formats/read/tables/json-lines-container.ts';
import { sniffContainer } from '../../../main/formats/registry.ts';
import { allMembers } from '../../support/container-members.ts';

const membersOf = (
  reader: ContainerReader,
  content: string | Uint8Array,
  { wanted = { title: 'title', body: 'body' } as Record<string, string> | null, after = null as string | null } = {},
) => allMembers(reader, content, { name: 'table.csv', after, tables: { known: {}, wanted } });
const articles = (members: readonly Member[]) =>
  members.flatMap((member) =>
    member.kind === 'file' ? [[member.told?.title, Buffer.from(member.bytes).toString()]] : [],
  );

describe('tables', () => {
  it('are known by name or by lines that are objects, and prose with commas is none', () => {
    const kind = (text: string, name: string) => sniffContainer(new TextEncoder().encode(text), name)?.name ?? null;
    expect(kind('a,b\n1,2\n', 'x.csv')).toBe('csv');
    expect(kind('a\tb\n1\t2\n', 'x.tsv')).toBe('csv');
    expect(kind('a,b\n1,2\n', 'x.txt')).toBeNull();
    expect(kind('One line of words\nand another\n', 'x.csv')).toBeNull();
    expect(kind('{"a":1}\n{"a":2}\n', 'download')).toBe('json-lines');
    expect(kind('{"a":1}', 'x.jsonl')).toBe('json-lines');
    expect(kind('{\n"a":1}', 'x.json')).toBeNull();
    expect(kind('{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation"}\n{}', 'x.jsonl')).toBeNull();
    // A program that is known has its own reader.
    expect(kind('title,url,time_added,tags,status\n', 'part_000000.csv')).toBeNull();
  });
  it('are read in any encoding, and go on where they were', async () => {
    const text = 'title,body\nHöfen,Möwen über der Bucht\nZwei,Noch ein Text\n';
    for (const bytes of [
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(text, 'latin1'),
    ])
      expect(articles(await membersOf(csvContainer, bytes))).toEqual([
        ['Höfen', 'Möwen über der Bucht'],
        ['Zwei', 'Noch ein Text'],
      ]);
    expect(articles(await membersOf(csvContainer, text, { after: '1' }))).toEqual([['Zwei', 'Noch ein Text']]);
  });
  it('keep the order of articles and mentions, and say how far each goes', async () => {
    const members = await membersOf(csvContainer, 'title,body\nA,\nB,\nC,words\nD,\n');
    expect(members.map((member) => [member.kind, 'position' in member ? member.position : null])).toEqual([
      ['columns', null],
      ['mentions', '2'],
      ['file', '3'],
      ['mentions', '4'],
    ]);
  });
  it('refuse a million columns, and take huge cells', async () => {
    await expect(membersOf(csvContainer, `title,body${',x'.repeat(100_000)}\nA,b\n`)).rejects.toThrow(
      /columns|record/iu,
    );
    const huge = 'word '.repeat(2_000_000);
    const [article] = articles(await membersOf(csvContainer, `title,body\nA,"${huge}"\nB,b\n`));
    expect(article?.[1]?.length).toBe(huge.length - 1);
  });
  it('pass over lines that nest without end, and stop at one that never ends', async () => {
    const deep = `{"title":"A","body":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const members = await membersOf(
      jsonLinesContainer,
      `{"title":"B","body":"b"}\n${deep}\n{"title":"C","body":"c"}\n`,
    );
    expect(articles(members).map(([title]) => title)).toEqual(['B', 'C']);
    expect(members.at(-1)).toMatchObject({ kind: 'summary', reason: expect.stringMatching(/^1 of its lines/u) });
    await expect(
      membersOf(jsonLinesContainer, `{"title":"B","body":"b"}\n{"title":"${'x'.repeat(40_000_000)}`),
    ).rejects.toThrow(/million characters/u);
  });
  it('end a line of JSON at a line feed and nowhere else', async () => {
    const body = 'One\u2028two\u2029three\u0085four';
    const members = await membersOf(
      jsonLinesContainer,
      `${JSON.stringify({ title: 'A', body })}\r\n\n${JSON.stringify({ title: 'B', body: 'b' })}`,
    );
    expect(articles(members)).toEqual([
      ['A', body],
      ['B', 'b'],
    ]);
    expect(members.map(({ kind }) => kind)).toEqual(['columns', 'file', 'file']);
  });
  it('keep formulas as the text they are', async () => {
    expect(articles(await membersOf(csvContainer, 'title,body\n=1+1,@SUM(A1)\n'))).toEqual([['=1+1', '@SUM(A1)']]);
  });
});
