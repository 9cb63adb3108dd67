import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../main/contract/index.ts';
import type { Member } from '../../../main/formats/format.ts';
import { emailReader } from '../../../main/formats/read/mail/email/index.ts';
import { mboxContainer } from '../../../main/formats/read/mail/mbox/container.ts';
import { sniffContainer } from '../../../main/formats/registry.ts';
import { allMembers } from '../../support/container-members.ts';
import { fixture, readBytes } from './reading.ts';

const membersOf = (mailbox: Uint8Array | string, after: string | null = null) =>
  allMembers(mboxContainer, mailbox, { name: 'box.mbox', after });
const pathsOf = (members: readonly Member[]) => members.map((member) => ('path' in member ? member.path : member.kind));
const textOf = (member: Member | undefined) => (member?.kind === 'file' ? Buffer.from(member.bytes).toString() : '');
const letter = (subject: string, body = 'The pier is open.', more = '') =>
  `From: Ines Alder <alder@harbour.example>\nSubject: ${subject}\nMessage-ID: <${subject.length}@harbour.example>\n${more}\n${body}\n`;
const from = 'From alder@harbour.example Thu Nov 17 08:00:00 2016\n';

describe('golden mailbox', () => {
  it('gives each message as a file of its own, as it was before it was put in', async () => {
    const members = await membersOf(fixture('mbox/box.mbox'));
    expect(pathsOf(members)).toEqual([
      '0001 Press release The north pier opens on 1 May.eml',
      '0003 Grüße aus Marrow Bay.eml',
      '0004 without a subject.eml',
      'summary',
    ]);
    const [first, second, third, summary] = members;
    expect(textOf(first)).toContain('\nFrom now on it is open.\n>From then on it was closed.\n');
    expect(textOf(second)).toMatch(/^Return-Path: /u);
    expect(textOf(third)).toContain('\nFrom the pier one sees the bay.\n');
    expect(first).toMatchObject({ captured: '2023-04-21T09:02:11.000Z', modified: null, record: null });
    expect(summary).toMatchObject({
      reason: expect.stringMatching(/One message that the mail program had deleted/u),
      isEmpty: false,
    });
    for (const member of members) {
      if (member.kind !== 'file') continue;
      const document = await readBytes(emailReader, member.bytes, member.path);
      expect(canonicalText(document).text).not.toBe('');
    }
  });
  it('is known by its content, with and without a name', () => {
    const bytes = fixture('mbox/box.mbox');
    for (const name of ['box.mbox', 'INBOX', 'mail.txt']) expect(sniffContainer(bytes, name)?.name).toBe('mbox');
    expect(sniffContainer(Buffer.from('From the pier one sees the bay.\n\nIt is wide.'), 'a.txt')).toBeNull();
    expect(sniffContainer(Buffer.from('From now on: the rules\nNo nets.'), 'a.mbox')).toBeNull();
  });
  it('goes on where an import was interrupted', async () => {
    const members = await membersOf(fixture('mbox/box.mbox'));
    const first = members[0];
    const rest = await membersOf(fixture('mbox/box.mbox'), first?.kind === 'file' ? first.position : null);
    expect(pathsOf(rest)).toEqual(pathsOf(members).slice(1));
  });
});

describe('what parts two messages', () => {
  it.each([
    ['Unix', 'From alder@harbour.example Thu Nov 17 08:00:00 2016\n'],
    ['Thunderbird', 'From - Thu Nov 17 08:00:00 2016\n'],
    ['an export of a mail service', 'From 1551234567890@xxx Thu Nov 17 08:00:00 +0000 2016\n'],
    ['a program without a date', 'From ???@???\n'],
    ['Windows', 'From - Thu Nov 17 08:00:00 2016\r\n'],
  ])('is a line of %s', async (_, line) => {
    const eol = line.endsWith('\r\n') ? '\r\n' : '\n';
    const box = [letter('One'), letter('Two'), letter('Three')]
      .map((text) => `${line}${text}\n`.replace(/\r?\n/gu, eol))
      .join('');
    expect(pathsOf(await membersOf(box))).toEqual(['0001 One.eml', '0002 Two.eml', '0003 Three.eml']);
  });
  it('is no line of a letter that begins alike', async () => {
    const body =
      'It was long.\n\nFrom the pier one sees the bay.\n\nFrom: the crews\nFrom here to 10:30 in 2016 nobody spoke.';
    const members = await membersOf(`${from}${letter('One', body)}\n${from}${letter('Two')}`);
    expect(pathsOf(members)).toEqual(['0001 One.eml', '0002 Two.eml']);
    expect(textOf(members[0])).toContain('nobody spoke');
  });
  it('is found where no empty line stands above it', async () => {
    expect(pathsOf(await membersOf(`${from}${letter('One')}${from}${letter('Two')}`))).toHaveLength(2);
  });
  it('may be told by a length, if a message stands there', async () => {
    const body = `They wrote:\n\n${from}${letter('Inside')}`;
    const length = (number: number) => `Content-Length: ${number}\n`;
    const right = await membersOf(
      `${from}${letter('One', body, length(Buffer.byteLength(body) + 1))}\n${from}${letter('Two', '>From a quoted line')}`,
    );
    expect(pathsOf(right)).toEqual(['0001 One.eml', '0002 Two.eml']);
    expect(textOf(right[0])).toContain(from.trim());
    const lying = await membersOf(
      `${from}${letter('One', 'Short.', length(10))}\n${from}${letter('Two', 'Short.', length(9_999_999))}`,
    );
    expect(pathsOf(lying)).toEqual(['0001 One.eml', '0002 Two.eml']);
    expect(textOf(lying[0])).toContain('Short.');
  });
});

describe('hostile mailboxes', () => {
  it('finds messages wherever they fall in what is read at once', async () => {
    for (const shift of [0, 1, 5, 30, 53, 54, 60]) {
      const filler = 'x'.repeat(1024 * 1024 - Buffer.byteLength(from) * 2 - letter('One', '').length - shift);
      const members = await membersOf(
        `${from}${letter('One', filler)}\n${from}${letter('Two')}\n${from}${letter('Three')}`,
      );
      expect(pathsOf(members)).toEqual(['0001 One.eml', '0002 Two.eml', '0003 Three.eml']);
    }
  });
  it('lets no name of a message be a path or turn the writing', async () => {
    const members = await membersOf(`${from}${letter('../../etc/=?utf-8?Q?a=00=0A=E2=80=AEb?=: "x"|y')}`);
    expect(pathsOf(members)).toEqual(['0001 .. .. etc a b x y.eml']);
  });
  it('cuts a subject of a megabyte between characters', async () => {
    const [path = ''] = pathsOf(await membersOf(`${from}${letter('🚢'.repeat(10_000))}`));
    expect(Array.from(path)).toHaveLength(80 + '0001 .eml'.length);
  });
  it('reads a line without an end, and lines of signs', async () => {
    const members = await membersOf(
      `${from}${letter('One', `${'>'.repeat(3_000_000)}From x\n${'From '.repeat(500_000)}`)}`,
    );
    expect(members).toHaveLength(1);
  });
  it('reads a hundred thousand lines that might part messages', async () => {
    const members = await membersOf(`${from}${letter('One', 'From nobody\n'.repeat(100_000))}`);
    expect(members).toHaveLength(1);
  });
});
