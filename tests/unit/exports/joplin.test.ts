import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { markdownReader } from '../../../main/formats/read/documents/markdown/index.ts';
import { joplinReader } from '../../../main/formats/read/services/joplin/index.ts';
import { jexContainer } from '../../../main/formats/read/services/joplin/jex.ts';
import { sniffContainer, sniffFormat } from '../../../main/formats/registry.ts';
import { allMembers } from '../../support/container-members.ts';
import { fixture, readBytes, unverifiableIn } from '../formats/reading.ts';

const noteName = `${(17).toString(16).padStart(32, '0')}.md`;
const note = fixture(`joplin/${noteName}`);
const id = (number: number) => number.toString(16).padStart(32, '0');
const item = (number: number, title: string, kind: number, more: readonly string[] = []) =>
  `${title === '' ? '' : `${title}\n\n`}id: ${id(number)}\n${more.map((line) => `${line}\n`).join('')}type_: ${kind}`;

async function tape(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const writer = pack();
  for (const [name, content] of Object.entries(files)) writer.entry({ name }, Buffer.from(content));
  writer.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of writer as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const membersOf = (bytes: Uint8Array, after: string | null = null) =>
  allMembers(jexContainer, bytes, { name: 'notes.jex', after });

describe('Joplin', () => {
  it('a note has its address and author from the lines at its end, which are none of its words', async () => {
    expect(sniffFormat(note, noteName)).toMatchObject({ reader: { name: 'joplin' } });
    expect(sniffFormat(note, 'note.md')).toMatchObject({ reader: { name: 'markdown' } });
    const document = await readBytes(joplinReader, note, noteName);
    expect(document.metadata).toMatchObject({
      title: 'Wardens won’t check papers, Alder says',
      url: 'https://courier.example/2024/11/wardens',
      byline: ['Tomas Reyl'],
      published: null,
    });
    expect(document.captured).toBe('2024-11-15T08:00:00.000Z');
    expect(document.blocks.at(-1)).toMatchObject({ content: { text: 'note: this line is the article’s own.' } });
    expect(await unverifiableIn(joplinReader, note, noteName)).toEqual([]);
  });
  it('a note kept as HTML is read as such; what is no note, or encrypted, says so', async () => {
    const text = Buffer.from(note).toString();
    const html = Buffer.from(
      text.replace('markup_language: 1', 'markup_language: 2').replace('**Ines Alder**', '<b>Ines Alder</b>'),
    );
    const document = await readBytes(joplinReader, html, noteName);
    expect(JSON.stringify(document.blocks)).toContain('"strong"');
    expect(await unverifiableIn(joplinReader, html, noteName)).toEqual([]);
    const locked = Buffer.from(text.replace('encryption_applied: 0', 'encryption_applied: 1'));
    await expect(readBytes(joplinReader, locked, noteName)).rejects.toThrow(/encrypted/u);
    await expect(readBytes(joplinReader, Buffer.from(item(1, 'Harbour', 5)), `${id(1)}.md`)).rejects.toThrow(/JEX/u);
  });
  it('a JEX gives notes with their notebooks and tags, wherever those stand, and goes on where it was', async () => {
    const bytes = await tape({
      [noteName]: note,
      [`${id(2)}.md`]: item(2, 'Night watch', 2, [`parent_id: ${id(3)}`]),
      // Notebooks inside one another.
      [`${id(3)}.md`]: item(3, 'Tessaly', 2, [`parent_id: ${id(2)}`]),
      [`${id(4)}.md`]: item(4, 'harbour', 5, ['parent_id: ']),
      [`${id(5)}.md`]: item(5, '', 6, [`note_id: ${id(17)}`, `tag_id: ${id(4)}`]),
      'resources/0000000000000000000000000000000a.png': 'picture',
      '../escaped.md': 'out',
    });
    expect(sniffContainer(bytes, 'download')?.name).toBe('jex');
    const members = await membersOf(bytes);
    expect(members.map((member) => ('path' in member ? `${member.kind} ${member.path}` : member.kind))).toEqual([
      `file ${noteName}`,
      'refused ../escaped.md',
      'summary',
    ]);
    expect(members[0]).toMatchObject({ marks: { program: 'Joplin', tags: ['Tessaly', 'Night watch', 'harbour'] } });
    expect((await membersOf(bytes, '0')).map(({ kind }) => kind)).toEqual(['refused', 'summary']);
  });
});

it('Obsidian: the clipper’s properties give address, authors, tags and the day of clipping', async () => {
  const document = await readBytes(markdownReader, fixture('markdown/obsidian-clipping.md'), 'Clipping.md');
  expect(document.metadata).toMatchObject({
    url: 'https://courier.example/2024/11/wardens',
    byline: ['Tomas Reyl', 'Ada Lorne'],
    published: { value: '2024-11-14' },
  });
  expect(document.captured).toMatch(/^2024-11-15/u);
  expect(document.marks?.tags).toEqual(['clippings', 'harbour']);
  const undated = Buffer.from(
    Buffer.from(fixture('markdown/obsidian-clipping.md')).toString().replace('published: 2024-11-14', 'published:'),
  );
  expect((await readBytes(markdownReader, undated, 'Clipping.md')).metadata.published).toBeNull();
});

describe('words marked with equals signs', () => {
  const read = (text: string) => readBytes(markdownReader, Buffer.from(text), 'note.md');
  it('are marks, and the signs are no words', async () => {
    const text =
      '# Wardens\n\nShe said ==nobody **will** be asked== for papers.\n\n- one ==mark== in a list\n\n> and ==mark== in a quotation\n';
    const document = await read(text);
    expect(document.marks?.marks.map(({ quote }) => quote)).toEqual([
      { exact: 'nobody will be asked', prefix: 'She said ', suffix: ' for papers.' },
      { exact: 'mark', prefix: 'one ', suffix: ' in a list' },
      { exact: 'mark', prefix: 'and ', suffix: ' in a quotation' },
    ]);
    expect(JSON.stringify(document.blocks)).not.toContain('==');
    expect(await unverifiableIn(markdownReader, Buffer.from(text), 'note.md')).toEqual([]);
    // A copy that was made before the signs were known is still found in the words.
    expect(await markdownReader.words(Buffer.from(text))).toContain('==nobody will be asked==');
  });
  it('are not taken for marks where they compare, rule off, or never close', async () => {
    const text = 'a==b==c and x == y == z\n\n==never closed\n\nTitle\n=====\n\n`==code==` ====\n';
    const document = await read(text);
    expect(document.marks).toBeUndefined();
    expect(await unverifiableIn(markdownReader, Buffer.from(text), 'note.md')).toEqual([]);
  });
  it('cost no more the more of them there are', async () => {
    const start = performance.now();
    await read('== =='.repeat(50_000));
    await read('==a '.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
