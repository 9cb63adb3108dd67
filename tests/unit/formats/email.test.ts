import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Block, blockText, canonicalText, runsOf } from '../../../main/contract/index.ts';
import { type CapturedDocument, isMention } from '../../../main/formats/format.ts';
import { unflow, withoutArmour } from '../../../main/formats/read/mail/email/flowed.ts';
import { emailReader } from '../../../main/formats/read/mail/email/index.ts';
import { domainOf, listName, readSender } from '../../../main/formats/read/mail/email/senders.ts';
import { sniffFormat } from '../../../main/formats/registry.ts';
import { decodeWords } from '../../../main/formats/shared/mime/encoded-words.ts';
import { parseParameterized } from '../../../main/formats/shared/mime/parameters.ts';
import { markFurniture } from '../../../main/reading/document/furniture.ts';
import { fixture, readAll, readBytes, summary, unverifiable } from './reading.ts';

const folder = new URL('../../fixtures/email/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
const bytesOf = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8');
const read = (text: string, name = 'letter.eml') => readBytes(emailReader, bytesOf(text), name);
const documentOf = (name: string) => readBytes(emailReader, fixture(`email/${name}`), name);
const bodyOf = (document: CapturedDocument) => canonicalText(document).text;
const furnitureOf = ({ blocks }: CapturedDocument) => blocks.filter(({ role }) => role === 'furniture').map(blockText);

const head =
  'From: Ines Alder <alder@harbour.tessaly.example>\nSubject: The pier\nDate: Fri, 21 Apr 2023 11:01:58 +0200\nMIME-Version: 1.0\n';
const prose =
  'The north pier of Port Ellery will be open again from May, the harbour commission announced on Friday after a long night.';
const plain = (body: string, more = '') => `${head}${more}Content-Type: text/plain; charset=utf-8\n\n${body}\n`;
const markup = (body: string) => `${head}Content-Type: text/html; charset=utf-8\n\n${body}\n`;
const mixed = (...parts: string[]) =>
  `${head}Content-Type: multipart/mixed; boundary="b"\n\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`;

describe('golden e-mail', () => {
  it.each(files)('%s', async (name) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(name.replace('.eml', '.expected.json'), folder), 'utf8'));
    expect(await summary(emailReader, `email/${name}`)).toEqual(expected);
  });
  it.each(files)('%s: every word of the blocks is in the original', async (name) => {
    expect(await unverifiable(emailReader, `email/${name}`)).toEqual([]);
    const words = (await emailReader.words(fixture(`email/${name}`))).replace(/\s+/gu, '');
    for (const { content } of (await documentOf(name)).blocks.flatMap(runsOf))
      expect(words).toContain(content.text.replace(/\s+/gu, ''));
  });
  it.each(files)('%s is known by its content, whatever it is called', (name) => {
    for (const called of [name, 'letter.txt', 'letter.html', 'letter']) {
      const sniffed = sniffFormat(fixture(`email/${name}`), called);
      expect(sniffed.kind === 'known' ? sniffed.reader.name : sniffed.reason).toBe('email');
    }
  });
  it('is not what a person copied out of a mail program into a text', () => {
    const copied = 'From: Ines Alder\nTo: the crews\nSubject: The pier\nDate: Friday\n\nThe pier is open.';
    const sniffed = sniffFormat(Buffer.from(copied), 'letter.txt');
    expect(sniffed.kind === 'known' ? sniffed.reader.name : sniffed.reason).toBe('text');
  });
});

describe('what is read of a letter', () => {
  it('shows pictures that came with it where they stood', async () => {
    const { blocks, images } = await documentOf('press-release.eml');
    expect(blocks.find(({ kind }) => kind === 'figure')).toMatchObject({
      image: images[0]?.sha256,
      alternative: 'Tessaly Harbour Commission',
    });
  });

  it('lists what is attached by name, kind and size, and says what to do', async () => {
    const { removals, partial } = await documentOf('press-release.eml');
    expect(removals.filter(({ step }) => step === 'attachment').map(({ text }) => text)).toEqual([
      'North pier – report.pdf',
      'release.docx',
    ]);
    expect(partial).toBe(
      'What is attached was not taken with it: “North pier – report.pdf” (PDF, 2 KB), “release.docx” (Word, 2 KB). Save them from your mail program, and add them.',
    );
  });

  it('keeps every item of a newsletter, and its foot as furniture', async () => {
    const document = await documentOf('digest.eml');
    expect(document.blocks.filter(({ kind }) => kind === 'heading').map(blockText)).toEqual([
      'The bridge stays closed until March',
      'The ferry has a new master',
      'A wedding in the fog',
    ]);
    expect(bodyOf(document)).not.toMatch(/unsubscribe|browser|Quay Street/iu);
    expect(furnitureOf(document).join('\n')).toMatch(/Unsubscribe[\s\S]*Quay Street/u);
  });

  it('takes a forwarded message for what it is', async () => {
    const { metadata } = await documentOf('forwarded.eml');
    expect(metadata).toMatchObject({
      title: 'Statement on the silt',
      byline: ['Ines Alder'],
      published: { value: '2022-09-12T18:40', precision: 'minute' },
    });
    expect(metadata.sources.byline).toEqual({
      from: 'forwarded-head',
      overruled: [{ from: 'mail-head', value: 'Mara Lindqvist' }],
    });
  });

  it.each([
    [
      'Apple Mail',
      'Begin forwarded message:\n\n> From: Ada Brand <brand@bay.example>\n> Subject: Der Damm\n> Date: 3. März 2014 um 09:10:00 MEZ\n> To: me@ledger.example\n>\n> INNER',
    ],
    [
      'Outlook',
      '________________________________\nFrom: Ada Brand <brand@bay.example>\nSent: Monday, March 3, 2014 9:10 AM\nTo: me@ledger.example\nSubject: Der Damm\n\nINNER',
    ],
    [
      'Thunderbird',
      '-------- Weitergeleitete Nachricht --------\nBetreff: Der Damm\nDatum: Mon, 3 Mar 2014 09:10:00 +0100\nVon: Ada Brand <brand@bay.example>\nAn: me@ledger.example\n\nINNER',
    ],
  ])('reads the head that %s sets above a forwarded message', async (_, text) => {
    const document = await read(
      plain(`See below.\n\n${text.replace('INNER', prose)}`).replace('Subject: ', 'Subject: Fwd: '),
    );
    expect(bodyOf(document)).toBe(prose);
    expect(document.metadata.byline).toEqual(['Ada Brand']);
    expect(document.metadata.published?.value.slice(0, 16)).toBe('2014-03-03T09:10');
    expect(document.metadata.title).toBe('Der Damm');
  });

  it('makes furniture of what is answered, and keeps a quotation that is the letter’s own', async () => {
    const document = await documentOf('reply.eml');
    expect(bodyOf(document)).not.toContain('we are writing about the four dry wells');
    expect(bodyOf(await documentOf('flowed.eml'))).toContain('Ich bitte um Geduld.');
    const inMarkup = await read(
      markup(
        `<p>${prose}</p><div>Am 3. März 2014 um 09:10 schrieb Ada Brand &lt;brand@bay.example&gt;:</div><blockquote type="cite"><p>What is with the pier, and when will it be open again for all of us?</p></blockquote>`,
      ),
    );
    expect(bodyOf(inMarkup)).toBe(prose);
  });

  it('makes furniture of a signature, but not of a letter below two dashes', async () => {
    expect(bodyOf(await read(plain(`${prose}\n\n-- \nInes Alder\nTel. 0555 010 0142`)))).toBe(prose);
    const long = Array.from({ length: 20 }, (_, index) => `${index}. ${prose}`).join('\n\n');
    expect(bodyOf(await read(plain(`${prose}\n\n--\n\n${long}`)))).toContain(`19. ${prose}`);
  });

  it('reads messages that were sent along as articles of their own', async () => {
    const inner = plain(prose).replace('The pier', 'The other pier');
    const text = mixed(
      `Content-Type: text/plain\n\n${prose} For your file.`,
      `Content-Type: message/rfc822\n\n${inner}`,
    );
    const found = await readAll(emailReader, bytesOf(text), 'letter.eml');
    expect(found.map((one) => [one.part, isMention(one) ? '' : one.metadata.title])).toEqual([
      ['', 'The pier'],
      ['1', 'The other pier'],
    ]);
    const envelope = await readAll(
      emailReader,
      bytesOf(mixed(`Content-Type: message/rfc822\n\n${inner}`)),
      'letter.eml',
    );
    expect(envelope.map(({ part }) => part)).toEqual(['1']);
  });

  it('chooses plain text over markup that says nothing', async () => {
    const alternative = (html: string) =>
      `${head}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n${prose}\n--b\nContent-Type: text/html\n\n${html}\n--b--\n`;
    expect(bodyOf(await read(alternative('<style>p{color:red}</style><p>See our site.</p>')))).toBe(prose);
    expect(bodyOf(await read(alternative(`<p>${prose} It says more.</p>`)))).toBe(`${prose} It says more.`);
  });

  it('reads Apple Mail’s own file and the day it was received', async () => {
    const message = plain(prose, 'Received: from a by b; Fri, 21 Apr 2023 09:02:11 +0000 (UTC)\n');
    const document = await readBytes(
      emailReader,
      Buffer.from(`${Buffer.byteLength(message)}\n${message}<?xml version="1.0"?><plist><dict/></plist>`),
      '1.emlx',
    );
    expect(bodyOf(document)).toBe(prose);
    expect(document.captured).toBe('2023-04-21T09:02:11.000Z');
  });
});

describe('heads of messages', () => {
  it.each([
    ['=?utf-8?Q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
    ['=?ISO-8859-1?B?R3L832U=?= aus =?utf-8?q?Marrow_Bay?=', 'Grüße aus Marrow Bay'],
    ['=?utf-8?B?8J+a?= =?utf-8?B?og==?=', '🚢'],
    ['=?utf-8?Q?a?=\r\n =?utf-8?Q?b?= c', 'ab c'],
    ['=?iso-2022-jp?B?GyRCQmc6ZRsoQg==?=', '大阪'],
    ['=?x-unknown?Q?abc?=', 'abc'],
    ['a =?b? c', 'a =?b? c'],
    ['=?utf-8?Q?line=0Abreak=00?=', 'line break'],
  ])('decodes %s', (value, text) => {
    expect(decodeWords(value)).toBe(text);
  });

  it.each([
    ['attachment; filename="a;b \\"c\\".pdf"', 'a;b "c".pdf'],
    ["attachment; filename*=utf-8''a%20%E2%80%93%20b.pdf; filename=plain.pdf", 'a – b.pdf'],
    ['attachment; filename*0*=iso-8859-1\'de\'Stra%DFe; filename*1=" 12"; filename*2*=%2Epdf', 'Straße 12.pdf'],
    ['attachment; filename==?utf-8?Q?Br=C3=BCcke.pdf?=', 'Brücke.pdf'],
    ['attachment (a remark; with "signs"); filename=x.pdf', 'x.pdf'],
  ])('reads the parameters of %s', (field, name) => {
    expect(parseParameterized(field).parameters.get('filename')).toBe(name);
  });

  it.each([
    ['Ines Alder <alder@harbour.tessaly.example>', 'Ines Alder', null],
    ['"Alder, Ines" <alder@harbour.tessaly.example>', null, 'Alder, Ines'],
    ['"Jonas Kehl (Harbour Commission)" <press@harbour.tessaly.example>', 'Jonas Kehl', 'Harbour Commission'],
    ['Ines Vale from Saltmarsh Letters <saltmarsh@post.example>', 'Ines Vale', 'Saltmarsh Letters'],
    ['The Ledger | Mara Lindqvist <mail@ledger.example>', 'Mara Lindqvist', 'The Ledger'],
    ['Mara Lindqvist, Port Ellery Courier <mara@courier.example>', 'Mara Lindqvist', 'Port Ellery Courier'],
    ['Inland Observer <letters@inland.example>', null, 'Inland Observer'],
    ['Harbour Commission <press@harbour.example>', null, 'Harbour Commission'],
    ['Saltmarsh Voices <hello@saltmarshvoices.example>', null, 'Saltmarsh Voices'],
    ['ines@alder.example (Ines Alder)', 'Ines Alder', null],
    ['press@harbour.example', null, null],
    ['', null, null],
  ])('tells persons from houses: %s', (field, person, organization) => {
    expect(readSender(field)).toMatchObject({ person, organization });
  });

  it('names a house by its host only where the host is its own', () => {
    expect(domainOf('press@mail.news.harbour.example')).toBe('harbour.example');
    expect(domainOf('somebody@gmail.com')).toBeNull();
    expect(domainOf('not an address')).toBeNull();
    expect(listName('Port Ellery Courier Daily <daily.courier.example>')).toBe('Port Ellery Courier Daily');
    expect(listName('1c2d3e mc list <1c2d3e.40021.list.example>')).toBeNull();
  });

  it('takes the subject without the signs of answering, and a release’s label for a label', async () => {
    const titled = async (subject: string) => (await read(plain(prose).replace('The pier', subject))).metadata.title;
    expect(await titled('Re: AW: [harbour-list] The pier')).toBe('The pier');
    expect(await titled('PRESS RELEASE: The pier opens')).toBe('The pier opens');
    expect(await titled('Ready: the pier')).toBe('Ready: the pier');
    expect((await read(plain(prose).replace('Subject: The pier\n', ''))).metadata.title).toMatch(/^The north pier/u);
  });

  it('keeps the zone of the date, and reads -0000 as UTC', async () => {
    expect((await read(plain(prose))).metadata.published).toEqual({
      value: '2023-04-21T11:01:58+02:00',
      precision: 'second',
    });
    const unsaid = plain(prose).replace('+0200', '-0000');
    expect((await read(unsaid)).metadata.published?.value).toBe('2023-04-21T11:01:58Z');
  });
});

describe('plain text', () => {
  it('is joined where format=flowed broke it', () => {
    expect(unflow('a \nb\nc', false)).toBe('a b\nc');
    expect(unflow('Ver \nbot', true)).toBe('Verbot');
    expect(unflow('>> a \n>> b\n> c \nd', false)).toBe('>> a b\n> c \nd');
    expect(unflow(' From here \n> not this', false)).toBe('From here \n> not this');
    expect(unflow('a \n-- \nname', false)).toBe('a \n-- \nname');
  });
  it('loses the armour of an open signature', async () => {
    const signed = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n${prose}\n- -- \nInes\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----`;
    expect(withoutArmour(signed)).toBe(`${prose}\n-- \nInes`);
    expect(bodyOf(await read(plain(signed)))).toBe(prose);
  });
});

describe('furniture of letters', () => {
  const asBlock = (text: string): Block => ({
    kind: 'paragraph',
    role: 'body',
    purpose: null,
    content: { text, marks: [] },
  });
  const roleOf = (text: string) => markFurniture([asBlock(prose), asBlock(text)])[1]?.role;
  it.each([
    'View this email in your browser',
    'Trouble viewing this email? Click here.',
    'You are receiving this email because you signed up on our site.',
    'This email was sent to reader@ledger.example',
    'If you no longer wish to receive these emails, unsubscribe here.',
    'Unsubscribe | Update your preferences',
    'Add letters@inland.example to your address book',
    'Sent from my iPhone',
    'Im Browser anzeigen',
    'Wird diese E-Mail nicht richtig dargestellt?',
    'Sie erhalten diese E-Mail, weil Sie unseren Newsletter abonniert haben.',
    'Newsletter abbestellen',
    'Voir ce message dans votre navigateur',
    'Vous recevez cet e-mail parce que vous êtes inscrit.',
    'Ver este correo en el navegador',
    'Darse de baja',
    'Visualizza questa email nel browser',
  ])('is “%s”', (text) => {
    expect(roleOf(text)).toBe('furniture');
  });
  it.each([
    'You are receiving a harbour in a worse state than we did, she told the new commissioner.',
    'You have sent us two hundred letters about the pier, and we have read all of them.',
    'View from the pier: the bay lies still, and nothing moves on it but one boat.',
    'Unsubscribed places at the school go to children from Saltmarsh, the board decided.',
    'This message was carried by hand from Marrow Bay to Port Ellery in the storm of 1953.',
    'If you see the light, said the keeper, you are already too close to the rocks.',
  ])('is not “%s”', (text) => {
    expect(roleOf(text)).toBe('body');
  });
});

describe('messages that can’t be read', () => {
  it.each([
    [
      'PGP/MIME',
      `${head}Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n--b--\n`,
      /encrypted \(OpenPGP\)/u,
    ],
    [
      'PGP in the text',
      plain('-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----'),
      /encrypted \(OpenPGP\)/u,
    ],
    [
      'S/MIME',
      `${head}Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIAG\n`,
      /encrypted \(S\/MIME\)/u,
    ],
    [
      'S/MIME signed around',
      `${head}Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n\nMIAG\n`,
      /inside its own signature/u,
    ],
  ])('are refused with the reason: %s', async (_, text, reason) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'unsupported', message: expect.stringMatching(reason) });
  });
  it('are told where they were sent along', async () => {
    const sealed = `${head}Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIAG\n`;
    const document = await read(
      mixed(`Content-Type: text/plain\n\n${prose}`, `Content-Type: message/rfc822\n\n${sealed}`),
    );
    expect(document.partial).toMatch(/encrypted/u);
  });
});

describe('hostile messages', () => {
  it('reads the text beside ten thousand multiparts in one another', async () => {
    const deep = Array.from(
      { length: 10_000 },
      (_, depth) => `Content-Type: multipart/mixed; boundary="n${depth}"\n\n--n${depth}\n`,
    ).join('');
    const document = await read(mixed(`Content-Type: text/plain\n\n${prose}`, deep));
    expect(bodyOf(document)).toContain(prose);
    expect(document.partial).toMatch(/more parts than are read|cut off/u);
  });
  it('reads messages in messages one by one to a stated depth, and the words of the deeper ones with the last', async () => {
    let text = plain(prose);
    for (let depth = 0; depth < 60; depth += 1)
      text = `${head}Content-Type: multipart/mixed; boundary="d${depth}"\n\n--d${depth}\nContent-Type: text/plain\n\n${prose} ${depth}\n--d${depth}\nContent-Type: message/rfc822\n\n${text}\n--d${depth}--\n`;
    const found = await readAll(emailReader, bytesOf(text), 'letter.eml');
    expect(found.map(({ part }) => part)).toEqual(['', '1', '1.1', '1.1.1', '1.1.1.1']);
    const last = found.at(-1);
    if (last === undefined || isMention(last)) throw new Error('There is no last message.');
    expect(last.partial).toMatch(/more than 4 deep: the words of the deeper ones follow/u);
    const words = JSON.stringify(last.blocks);
    for (let depth = 55; depth >= 0; depth -= 1) expect(words).toContain(`${prose} ${depth}`);
  });
  it('reads below a head with a line of a hundred megabytes', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Subject: The pier\r\nX-Long: '),
      Buffer.alloc(100 * 1024 * 1024, 0x61),
      Buffer.from(`\r\n From: nobody\r\n${plain(prose)}`),
    ]);
    expect(bodyOf(await readBytes(emailReader, bytes, 'letter.eml'))).toBe(prose);
  });
  it('says that a message was cut off', async () => {
    const text = mixed(`Content-Type: text/plain\n\n${prose}`).replace('--b--\n', '');
    expect((await read(text)).partial).toMatch(/cut off/u);
  });
  it('reads a message without a head’s end, and one without a head', async () => {
    expect(bodyOf(await read(`${head}${prose}`))).toBe(prose);
    expect(emailReader.sniff(Buffer.from(prose), 'letter.eml')).toBe(0);
  });
  it('lets an attachment’s name do nothing', async () => {
    const { removals } = await read(
      mixed(
        `Content-Type: text/plain\n\n${prose}`,
        'Content-Type: application/pdf; name="../../..\\\\etc/\u202efdp.exe\u0007\u0000"\n\nx',
      ),
    );
    expect(removals.find(({ step }) => step === 'attachment')?.text).toBe('fdp.exe');
  });
  it('takes no words from base64 garbage, from a charset that lies, from noise', async () => {
    const garbage = `${head}Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\n*** \u00ff == === ${Buffer.from(prose).toString('base64')}\n`;
    expect(bodyOf(await read(garbage))).toContain('north pier');
    const noise = Array.from({ length: 4096 }, (_, index) => String.fromCharCode(32 + ((index * 7919) % 220))).join('');
    await expect(read(`${head}\n${noise}`)).resolves.toBeDefined();
  });
  it('runs nothing and follows nothing of its markup', async () => {
    const document = await read(
      markup(
        `<p>${prose} <a href="javascript:alert(1)">a link</a></p><script>alert(1)</script><img src="file:///etc/passwd"><img src="cid:nowhere">`,
      ),
    );
    expect(JSON.stringify(document.blocks)).not.toMatch(/javascript|alert|passwd/u);
    expect(document.images).toEqual([]);
  });
  it('reads a hundred thousand recipients and fields', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `X-F${index}: v\n`).join('');
    expect(bodyOf(await read(plain(prose, many)))).toBe(prose);
    const recipients = `To: ${Array.from({ length: 100_000 }, (_, index) => `r${index}@ledger.example,\n `).join('')}end@ledger.example\n`;
    expect(bodyOf(await read(plain(prose, recipients)))).toBe(prose);
  });
});
