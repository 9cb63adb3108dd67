import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Output } from '../../../main/cli/output.ts';
import { joined, line } from '../../../main/cli/printable.ts';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80 }) as unknown as NodeJS.WriteStream;
  stream.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  return { stream, written };
}

describe('what is printed', () => {
  it('shows the words of an article by their numbers to a person, and exactly to a file or a program', async () => {
    const theirs = 'one\ntwo \u001b[31mred\u202e';
    for (const [isTTY, shown] of [
      [true, 'one\ntwo \\u{1b}[31mred\\u{202e}\n'],
      [false, `${theirs}\n`],
    ] as const) {
      const { stream, written } = terminal(isTTY);
      const output = new Output(false, stream, stream);
      await output.text(output.exact(theirs));
      expect(written.join('')).toBe(shown);
    }
  });

  it('keeps our own lines and styles, and lets other people’s text make none', () => {
    const title = 'A\nB\u001b[1m';
    expect(line`${title}\n  ${joined(['x\ny', null, '', line`${title}`], ' · ')}`.text).toBe(
      'A\\u{a}B\\u{1b}[1m\n  x\\u{a}y · A\\u{a}B\\u{1b}[1m',
    );
  });

  it('writes JSON with the same values and without a sign that a terminal acts on', async () => {
    const { stream, written } = terminal(true);
    const value = { title: 'A\u009b2J\u202e\u2028\u200f\n' };
    await new Output(true, stream, stream).result(value, () => line`never`);
    const [json = ''] = written;
    expect(json.trimEnd()).toBe('{"title":"A\\u009b2J\\u202e\\u2028\\u200f\\n"}');
    expect(JSON.parse(json)).toEqual(value);
  });
});
