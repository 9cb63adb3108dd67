import { describe, expect, it } from 'vitest';
import { isMention } from '../../../main/formats/format.ts';
import { found, mentions } from './exports.ts';

const annotation = (more: object) => ({
  id: 'a',
  user: 'acct:maren@hypothes.is',
  uri: 'https://courier.example/2024/11/wardens',
  created: '2024-11-14T18:00:00+00:00',
  updated: '2024-11-14T18:00:00+00:00',
  text: 'x',
  tags: [],
  target: [],
  ...more,
});
const hypothesis = (annotations: readonly object[]) =>
  JSON.stringify({ export_userid: 'acct:maren@hypothes.is', annotations });

describe('hostile exports in JSON', () => {
  it('are passed over where a field has a wrong kind, and taken where it has not', async () => {
    const list = await mentions(
      hypothesis([
        annotation({ id: 'one' }),
        annotation({ id: 7 }),
        annotation({ id: 'two', tags: [1, { a: 1 }, 'kept'], target: 'nowhere', text: 5, created: 'yesterday' }),
        annotation({ id: 'three', uri: null }),
        { nothing: true },
      ]),
    );
    expect(list.flatMap(({ marks }) => marks?.marks ?? []).map(({ id, tags, created }) => [id, tags, created])).toEqual(
      [
        ['one', [], '2024-11-14T18:00:00.000Z'],
        ['two', ['kept'], null],
      ],
    );
  });
  it('have answers that answer one another, or an id twice, and end all the same', async () => {
    const list = await mentions(
      hypothesis([
        annotation({ id: 'a', references: ['b'] }),
        annotation({ id: 'b', references: ['a'] }),
        annotation({ id: 'c' }),
        annotation({ id: 'c', text: 'again' }),
      ]),
    );
    expect(list.flatMap(({ marks }) => marks?.marks ?? []).map(({ id }) => id)).toEqual(['c', 'c']);
  });
  it('say what is wrong with what is no whole JSON, or nests without end', async () => {
    await expect(mentions(hypothesis([annotation({})]).slice(0, -3))).rejects.toThrow(/not whole JSON/u);
    const deep = `{"export_userid":"x","annotations":${'['.repeat(300_000)}${']'.repeat(300_000)}}`;
    await expect(mentions(deep)).rejects.toThrow(/not whole JSON|without any annotation/u);
  });
  it('run nothing of a page that a service kept', async () => {
    const entry = {
      is_archived: 0,
      is_starred: 0,
      tags: [{ label: 'a', slug: 'a' }],
      title: '<b>x</b>',
      url: 'javascript:alert(1)',
      given_url: 'https://courier.example/1',
      content:
        '<p onclick="x()">Words <script>alert(1)</script>of the town.</p><iframe src="https://x.example"></iframe>',
      annotations: [],
    };
    const { all, reader } = await found(JSON.stringify([entry]));
    expect(reader.name).toBe('wallabag');
    const [one] = all;
    if (one === undefined || isMention(one)) throw new Error('no document');
    expect(one.metadata.url).toBe('https://courier.example/1');
    expect(JSON.stringify(one.blocks)).not.toMatch(/alert|onclick|iframe/u);
  });
});
