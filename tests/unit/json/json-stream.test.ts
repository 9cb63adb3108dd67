import { describe, expect, it } from 'vitest';
import { type Entering, type JsonPath, jsonPieces } from '../../../main/formats/shared/json/json-stream.ts';

function* inChunks(text: string, size: number): Iterable<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function pieces(
  text: string,
  entering: (path: JsonPath) => Entering,
  { size = 3, largestPiece = 10_000 } = {},
): Promise<(readonly [path: string, value: unknown, line: number])[]> {
  const found: (readonly [string, unknown, number])[] = [];
  for await (const { path, value, line } of jsonPieces(inChunks(text, size), { entering, largestPiece, several: true }))
    found.push([path.join('.'), value, line]);
  return found;
}

async function all(found: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of found);
}

const outermost = (path: JsonPath): Entering => (path.length === 0 ? 'enter' : 'whole');

describe('JSON read piece by piece', () => {
  it('gives what an outermost list or object holds, whatever the chunks are', async () => {
    const text = '[ {"a": [1, "]}\\"", {"ü": "🛳"}]},\n "two",3.5e1 , null\n,[]]';
    const expected = [
      ['*', { a: [1, ']}"', { ü: '🛳' }] }, 1],
      ['*', 'two', 2],
      ['*', 35, 2],
      ['*', null, 2],
      ['*', [], 3],
    ];
    for (const size of [1, 2, 5, 1000]) expect(await pieces(text, outermost, { size })).toEqual(expected);
    expect(await pieces('\uFEFF{"name": "x", "items": {"deep": []}}', outermost)).toEqual([
      ['name', 'x', 1],
      ['items', { deep: [] }, 1],
    ]);
  });

  it('enters only what it is told to, and takes a value whole where nothing in it is entered', async () => {
    const entering = (path: JsonPath): Entering => (path.length === 0 || path.join('.') === 'list' ? 'enter' : 'whole');
    expect(await pieces('{"list":[{"x":[1]},2],"rest":[3]}', entering)).toEqual([
      ['list.*', { x: [1] }, 1],
      ['list.*', 2, 1],
      ['rest', [3], 1],
    ]);
    const marks = (path: JsonPath): Entering =>
      path.every((key) => key === '*' || key === 'items' || key === 'first') ? 'unless-inner' : 'whole';
    const page = '{"type":"C","first":{"type":"P","items":[{"id":1,"body":[{}]},{"id":2}]}}\n{"id":3}';
    expect((await pieces(page, marks)).filter(([, value]) => typeof value === 'object')).toEqual([
      ['first.items.*', { id: 1, body: [{}] }, 1],
      ['first.items.*', { id: 2 }, 1],
      ['', { id: 3 }, 2],
    ]);
  });

  it('says on which line it is no JSON', async () => {
    const broken: Record<string, number> = {
      '[1,\n{"id":': 2,
      '{': 1,
      '': 1,
      '[1 2]': 1,
      '[1,\n\n}': 3,
      '{"a" 1}': 1,
      '{1: 2}': 1,
      '[1,\n nul]': 2,
      '[{"a":\n}]': 1,
      ']': 1,
      '["\u0001"]': 1,
    };
    for (const [text, line] of Object.entries(broken))
      await expect(pieces(text, outermost), text).rejects.toMatchObject({ name: 'VerbatimError', line });
    const wrongBytes = jsonPieces([Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d])], {
      entering: outermost,
      largestPiece: 9,
      several: false,
    });
    await expect(all(wrongBytes)).rejects.toMatchObject({
      line: 1,
      problem: expect.stringContaining('UTF-8'),
    });
    const two = jsonPieces([Buffer.from('{}\n{}')], { entering: outermost, largestPiece: 9, several: false });
    await expect(all(two)).rejects.toMatchObject({ line: 2 });
    await expect(pieces('['.repeat(100), () => 'enter')).rejects.toMatchObject({ line: 1 });
  });

  it('holds one piece at a time, and no larger one than it is allowed', async () => {
    let given = 0;
    function* endless(): Iterable<Uint8Array> {
      yield Buffer.from('[0');
      for (; given < 50_000; given += 1) yield Buffer.from(`,{"number":${given},"words":"${'x'.repeat(50)}"}`);
      yield Buffer.from(']');
    }
    let seen = 0;
    for await (const _ of jsonPieces(endless(), { entering: outermost, largestPiece: 200, several: false })) seen += 1;
    expect(seen).toBe(50_001);
    const large = `["${'x'.repeat(300)}"]`;
    await expect(pieces(large, outermost, { largestPiece: 200 })).rejects.toMatchObject({
      code: 'limit-exceeded',
    });
  });
});
