import { describe, expect, it } from 'vitest';
import { mentions } from './exports.ts';

const pocket = (rows: string) => `title,url,time_added,tags,status\n${rows}`;

describe('hostile lists', () => {
  it('read broken quotation marks, short and long rows as they stand', async () => {
    const list = await mentions(
      pocket('The "Marigold" sails,https://a.example/1,1,x\nB,https://a.example/2,1,x,unread,more,and more\nC\n'),
    );
    expect(list.map(({ title, url }) => [title, url])).toEqual([
      ['The "Marigold" sails', 'https://a.example/1'],
      ['B', 'https://a.example/2'],
      ['C', null],
    ]);
  });
  it('say what is wrong with quotation marks that never close', async () => {
    await expect(mentions(pocket(`"A,https://a.example,1,x,unread\n${'b\n'.repeat(100)}`))).rejects.toThrow(
      /no sound CSV/u,
    );
  });
  it('refuse a table of very many columns at once', async () => {
    await expect(mentions(`title,url,time_added,status${',x'.repeat(1_000_000)}\nA\n`)).rejects.toThrow(
      /1000004 columns/u,
    );
  });
  it('read any encoding, with and without a mark', async () => {
    const text = pocket('Höfen & Häfen,https://a.example/1,1731600000,Häfen|Möwen,unread\n');
    for (const bytes of [
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'latin1'),
    ])
      expect(await mentions(bytes)).toMatchObject([{ title: 'Höfen & Häfen', marks: { tags: ['Häfen', 'Möwen'] } }]);
  });
  it('keep formulas as text, and no control characters in names', async () => {
    const [one, other] = await mentions(
      pocket(
        '"=cmd|\' /C calc\'!A0",https://a.example/1,1,"=1+1|@SUM(A1)",unread\n"a\u0000b\u001b[31m\u202Egpj.exe\n c",https://a.example/2,1,"x\u0007y",unread\n',
      ),
    );
    expect(one).toMatchObject({ title: "=cmd|' /C calc'!A0", marks: { tags: ['=1+1', '@SUM(A1)'] } });
    // A NUL is no character of a text and is left out; other control characters part words.
    expect(other).toMatchObject({ title: 'ab [31mgpj.exe c', marks: { tags: ['x y'] } });
  });
  it('take no script and no folder for an address', async () => {
    const list = await mentions(
      pocket('A,javascript:alert(1),1,,unread\nB,file:///etc/passwd,1,,unread\nC,//a.example/x,1,,unread\n'),
    );
    expect(list.map(({ url }) => url)).toEqual([null, null, null]);
  });
  it('read a hundred thousand bookmarks, and folders inside folders inside folders', async () => {
    const link = (n: number) => `<DT><A HREF="https://a.example/${n}">T</A>\n`;
    const flat = Array.from({ length: 100_000 }, (_, n) => link(n)).join('');
    const deep = Array.from({ length: 100_000 }, (_, n) => `<DT><H3>F${n}</H3><DL><p>${link(-n)}`).join('');
    const after = `${'</DL><p>'.repeat(99_999)}${link(100_000)}`;
    const list = await mentions(`<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>${flat}${deep}${after}`);
    expect(list).toHaveLength(200_001);
    expect(list.at(-2)?.marks?.tags).toEqual(Array.from({ length: 16 }, (_, n) => `F${99_984 + n}`));
    // However deep it was, what is closed is left: this one is in the first folder again.
    expect(list.at(-1)?.marks?.tags).toEqual(['F0']);
  });
});
