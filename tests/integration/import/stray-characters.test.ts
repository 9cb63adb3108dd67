import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

/** What no text holds and files hold all the same: NUL bytes, other control characters, half a surrogate pair. */
const words = 'The harbour is open on Monday, said Ines Calloway, and every boat may leave.';
const nul = words.replace('harbour', 'har\0bour');

const files: Readonly<Record<string, string | Uint8Array>> = {
  'page.html': page({ title: 'One', body: [nul, 'A second paragraph stands here, so that the page has a body.'] }),
  'note.txt': `Two\n\n${nul}\n\nA second paragraph.\n`,
  'note.md': `# Three\n\n${nul}\n\nAnother *second* paragraph.\n`,
  'letter.eml': `From: Ines <ines@port.example>\r\nTo: a@b.example\r\nSubject: Four\r\nDate: Thu, 14 Nov 2024 10:00:00 +0000\r\nMessage-ID: <1@port.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${nul}\r\n`,
  'feed.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title><item><title>Five</title><link>https://courier.example/five</link><content:encoded><![CDATA[<p>${nul}</p><p>A second paragraph of the entry, which is long enough to be an article of its own.</p>]]></content:encoded></item></channel></rss>`,
  'wide.txt': Buffer.from(`Six\n\n${words}\n\nA second paragraph of words.\n`, 'utf16le'),
  'surrogates.json': `{"uri":"urn:newsml:a:1","version":"1","type":"text","headline":"Seven \\ud83c","language":"en","body_text":"Half \\udf0a of a sign, and one \\u0000 more. ${words}"}`,
  'half.txt': Buffer.concat([
    Buffer.from('\ufeffEight\n\nA half sign: ', 'utf16le'),
    Buffer.from([0x3c, 0xd8]),
    Buffer.from(` and on. ${words}\n`, 'utf16le'),
  ]),
};

async function takeAll(library: TestLibrary) {
  const paths = Object.entries(files).map(([name, content]) => library.file(name, content));
  const { lines } = await library.take(...paths);
  // A feed's entry is told under the feed's name and its own.
  return Object.fromEntries(lines.map((line) => [line.path.split(' › ')[0] ?? '', line]));
}

describe('files with characters that no text has', () => {
  it('are taken, their words pass the check, and what was left out is told', async () => {
    const library = await makeLibrary();
    const lines = await takeAll(library);
    for (const name of Object.keys(files)) {
      const line = lines[name];
      expect(line, name).toMatchObject({ outcome: 'taken' });
      if (line?.article == null) continue;
      const { revision } = await library.call('articles.read', { article: line.article });
      const { text, metadata } = revision;
      expect(text, name).toContain(words);
      expect(text.isWellFormed() && metadata.title.isWellFormed() && !text.includes('\0'), name).toBe(true);
      expect(createHash('sha256').update(text).digest('hex'), name).toBe(revision.sha256);
      const start = text.indexOf(words);
      const cited = await library.call('articles.cite', { article: line.article, start, end: start + words.length });
      expect(cited.plain, name).toContain(words);
      // Bytes of a NUL are told; what JSON or UTF-16 writes as one character stands there as U+FFFD.
      if (!/wide|half|surrogates/.test(name))
        expect(revision.removals, name).toContainEqual(
          expect.objectContaining({ step: 'decoding', text: 'A NUL character (U+0000)' }),
        );
      else if (name !== 'wide.txt') expect(text, name).toContain('\uFFFD');
    }
    expect(await library.search('harbour')).toHaveLength(Object.keys(files).length);
  });

  it('are refused when they are data and no text', async () => {
    const library = await makeLibrary();
    const data = Uint8Array.from({ length: 4000 }, (_, at) => (at % 16 === 0 ? 0 : 65 + (at % 26)));
    const { lines } = await library.take(library.file('data.bin', data));
    expect(lines).toMatchObject([{ outcome: 'refused', reason: expect.stringMatching(/binary data/) }]);
  });
});
