import { afterEach, describe, expect, it, vi } from 'vitest';
import { packContents } from '../../../db/revision-contents.ts';
import { type Block, canonicalText } from '../../../main/contract/index.ts';
import { readStoredDocument } from '../../../renderer/api/stored-words.ts';

afterEach(() => vi.restoreAllMocks());

const body = { role: 'body', purpose: null } as const;
const words = (text: string) => ({ text, marks: [] });
/** Words that look like the JSON they stand in, of one, two, three and four bytes. */
const odd = '“,{"kind":"paragraph"}” ]} \\",{\\"kind\\":\\"rule é 東 🚢';

/** Every kind of block, so often that they are megabytes. */
function book(times: number): Block[] {
  const some: Block[] = [
    { kind: 'heading', ...body, level: 2, content: words(odd) },
    {
      kind: 'paragraph',
      ...body,
      content: {
        text: `${odd} ${'The harbour board met. '.repeat(12)}`,
        marks: [
          { kind: 'emphasis', start: 0, end: 4 },
          { kind: 'link', start: 5, end: 9, href: 'https://courier.example/,{"kind":"rule"' },
          { kind: 'code', start: 10, end: 12 },
        ],
      },
    },
    { kind: 'quotation', ...body, paragraphs: [words('First.'), words(odd)], attribution: words('— Ada') },
    { kind: 'list', ...body, ordered: true, items: [{ depth: 0, content: words(odd) }] },
    { kind: 'table', ...body, caption: null, rows: [{ header: true, cells: [words('a'), words(odd)] }] },
    { kind: 'preformatted', ...body, text: odd },
    { kind: 'rule', ...body },
    { kind: 'paragraph', role: 'furniture', purpose: 'related', page: 3, content: words('Related') },
  ];
  return Array.from({ length: times }, () => some).flat();
}

function stored(blocks: readonly Block[], json = JSON.stringify({ blocks })): Uint8Array<ArrayBuffer> {
  return new Uint8Array(packContents(json, canonicalText({ blocks }).text, '[]').words);
}

function inChunks(
  bytes: Uint8Array<ArrayBuffer>,
  size: number,
  broken = false,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, at + size));
      else if (broken) controller.error(new TypeError('network error'));
      else controller.close();
      at += size;
    },
  });
}

describe('the words of a revision as they are stored', () => {
  it('give the document, in whatever pieces they come, and megabytes are never parsed at once', async () => {
    const blocks = book(1500);
    const bytes = stored(blocks);
    const parsed = vi.spyOn(JSON, 'parse');
    for (const size of [7777, 65_536, bytes.length])
      expect(await readStoredDocument(inChunks(bytes, size))).toEqual({ blocks });
    const lengths = parsed.mock.calls.map(([json]) => json.length);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeGreaterThan(6_000_000);
    expect(Math.max(...lengths)).toBeLessThan(600_000);
  });

  it('give a short one, an empty one, one block that is longer than a piece, and JSON that is written otherwise', async () => {
    const long: Block = { kind: 'paragraph', ...body, content: words(odd.repeat(20_000)) };
    for (const blocks of [book(1), [], [long], [long, ...book(1), long]]) {
      expect(await readStoredDocument(inChunks(stored(blocks), 1000))).toEqual({ blocks });
      const spaced = stored(blocks, JSON.stringify({ blocks }, null, 1));
      expect(await readStoredDocument(inChunks(spaced, 1000))).toEqual({ blocks });
    }
    const otherwise = book(700).map(({ kind, ...rest }) => ({ ...rest, kind })) as Block[];
    expect(await readStoredDocument(inChunks(stored(otherwise), 65_536))).toEqual({ blocks: otherwise });
  });

  it('are looked through once, also where one block is megabytes and comes in many pieces', async () => {
    const paragraph: Block = {
      kind: 'paragraph',
      ...body,
      content: words('The harbour board met on Tuesday. '.repeat(120_000)),
    };
    const list: Block = {
      kind: 'list',
      ...body,
      ordered: false,
      items: Array.from({ length: 30_000 }, (_, number) => ({ depth: 0, content: words(`${number} ${odd}`) })),
    };
    for (const blocks of [[paragraph], [list], [...book(1), paragraph, ...book(1), list, ...book(1)]]) {
      const bytes = stored(blocks);
      const looked = vi.spyOn(String.prototype, 'lastIndexOf');
      expect(await readStoredDocument(inChunks(bytes, 4096))).toEqual({ blocks });
      const units = looked.mock.contexts.reduce((sum: number, text) => sum + String(text).length, 0);
      looked.mockRestore();
      expect(units).toBeLessThan(2 * JSON.stringify({ blocks }).length);
    }
  });

  it('are refused where one bit of them is another, or their end is missing', async () => {
    const bytes = stored(book(40));
    for (let at = 2; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      await expect(readStoredDocument(inChunks(flipped, 1000)), `byte ${at}`).rejects.toMatchObject({
        code: 'library-damaged',
      });
    }
    for (const kept of [0, 1, 20, bytes.length - 1])
      await expect(readStoredDocument(inChunks(bytes.slice(0, kept), 1000)), `${kept}`).rejects.toMatchObject({
        code: 'library-damaged',
      });
  });

  it('say that the connection broke where it did', async () => {
    await expect(readStoredDocument(inChunks(stored(book(40)).slice(0, 3000), 1000, true))).rejects.toMatchObject({
      code: 'connection-lost',
    });
  });
});
