import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalText, runsOf } from '../../../main/contract/index.ts';
import { htmlReader } from '../../../main/formats/read/web/html/index.ts';
import { fixture, outline, readPage } from './support.ts';

const squeeze = (text: string): string => text.replace(/\s+/gu, '');

describe('a newspaper page with JSON-LD', () => {
  it('gives the article as blocks, in order, with its furniture apart', async () => {
    const { blocks } = await readPage(fixture('json-ld-graph.html'));
    expect(outline(blocks).filter((line) => !/^\w+ \[/u.test(line))).toEqual([
      'paragraph: The harbour bridge at Port Ellery will close on Monday for at least a year, the county engineer said, after divers found cracks in three of its nine piers.',
      'figure: The bridge at low tide / The bridge at low tide. Photo: Ines Vale',
      'paragraph: “Nobody should be frightened,” said Ada Quill, the engineer. “But nobody should drive a lorry over it either.”',
      'quotation: The bridge was built for carts and has carried everything since.\n\n— Ada Quill, county engineer',
      'heading: What happens next',
      'list: The ferry will run every twenty minutes.\nBuses will turn at Marrow Bay.',
      'table: From\tFirst\tLast\nPort Ellery\t05:40\t23:20',
      'paragraph: The council meets on Thursday to vote on the money, which members of all parties expect it to grant.',
      'paragraph: Correction: An earlier version of this story gave the wrong number of piers.',
    ]);
    expect(blocks.find((block) => block.purpose === 'correction')?.role).toBe('body');
    expect(outline(blocks)).toContain(
      'paragraph [subscription]: Subscribe to our newsletter for more news from the harbour.',
    );
  });

  it('keeps inline marks on the words they stood on, and links absolute', async () => {
    const { blocks } = await readPage(fixture('json-ld-graph.html'));
    const marked = blocks
      .flatMap(runsOf)
      .flatMap(({ content }) =>
        content.marks.map((mark) => [
          mark.kind,
          content.text.slice(mark.start, mark.end),
          'href' in mark ? mark.href : '',
        ]),
      );
    expect(marked).toContainEqual(['link', 'county engineer', 'https://courier.example/topics/county']);
    expect(marked).toContainEqual(['emphasis', 'frightened', '']);
    expect(marked).toContainEqual(['strong', 'Ada Quill', '']);
  });

  it('takes the metadata with its sources and what they overruled', async () => {
    const { metadata } = await readPage(fixture('json-ld-graph.html'));
    expect(metadata).toMatchObject({
      title: 'Harbour bridge to close for a year',
      subheading: 'Engineers found cracks in three of the nine piers, and the county wants no more lorries on it.',
      byline: ['Mara Lindqvist', 'Tomás Okoro'],
      publication: 'The Port Ellery Courier',
      section: 'Tessaly County',
      published: { value: '2016-11-16T14:05:09+01:00', precision: 'second' },
      modified: { value: '2016-11-17T08:00Z', precision: 'minute' },
      url: 'https://courier.example/news/harbour-bridge',
      language: 'en-GB',
      description: 'Engineers found cracks in three of the nine piers.',
    });
    expect(metadata.sources.byline?.from).toBe('page byline');
    expect(metadata.sources.byline?.overruled).toContainEqual({ from: 'meta', value: 'Courier web desk' });
    expect(metadata.sources.title?.overruled).toContainEqual({
      from: 'opengraph',
      value: 'Harbour bridge to close for a year - The Port Ellery Courier',
    });
  });

  it('logs what it left out, and takes no word of a script, the menu or the comments', async () => {
    const { blocks, removals } = await readPage(fixture('json-ld-graph.html'));
    const text = outline(blocks).join('\n');
    expect(text).not.toMatch(/Written by a script|color: black|crossed this bridge|Sport/u);
    const log = removals.map((entry) => `${entry.step}: ${entry.reason} ${entry.text}`).join('\n');
    expect(log).toContain('I have crossed this bridge every day');
    expect(log).toMatch(/navigation\. News/u);
    expect(removals.every((entry) => entry.reason !== '' && entry.text.length <= 2000)).toBe(true);
  });
});

describe('a page saved with its folder', () => {
  it('stores inline images and those of the folder by hash, by what they are', async () => {
    const { blocks, images } = await readPage(fixture('complete.html'));
    const room = createHash('sha256').update(fixture('complete_files/reading room.png')).digest('hex');
    expect(images.map((image) => image.mediaType)).toEqual(['image/png', 'image/gif']);
    expect(images[0]?.sha256).toBe(room);
    const figures = blocks.flatMap((block) =>
      block.kind === 'figure' ? [[block.alternative, block.image, block.source]] : [],
    );
    expect(figures).toContainEqual([
      'The reading room',
      room,
      'https://ledger.example/2017/03/02/complete_files/reading%20room.png',
    ]);
    expect(figures).toContainEqual(['A map', images[1]?.sha256, null]);
    expect(figures).toContainEqual(['Shelves', null, 'https://ledger.example/i/shelves.jpg']);
    expect(figures.find(([name]) => name === 'A page that calls itself a picture')?.[1]).toBeNull();
  });

  it('knows where it was saved from', async () => {
    const { metadata } = await readPage(fixture('complete.html'));
    expect(metadata.url).toBe('https://ledger.example/2017/03/02/marrow-bay');
    expect(metadata.published?.value).toBe('2017-03-02');
    expect(metadata.leadImage).not.toBeNull();
  });
});

describe('other pages', () => {
  it('reads microdata', async () => {
    const { metadata, blocks } = await readPage(fixture('microdata.html'));
    expect(metadata).toMatchObject({
      title: 'Tessaly County buys 40 buses',
      byline: ['Petra Holm'],
      publication: 'Inland Observer',
      published: { value: '2018-05-03', precision: 'day' },
      modified: { value: '2018-05-04T09:30:00-05:00', precision: 'second' },
      language: 'en-US',
    });
    expect(outline(blocks)).toHaveLength(2);
  });

  it('reads a German page in Windows-1252, its visible date and byline, without its soft hyphens', async () => {
    const { metadata, blocks } = await readPage(fixture('german-latin1.html'));
    expect(metadata).toMatchObject({
      title: 'Fähre fährt wieder',
      byline: ['Jörg Weißhaupt'],
      published: { value: '2016-11-16T14:05', precision: 'minute' },
      language: 'de',
    });
    const { text } = canonicalText({ blocks });
    expect(text).toMatch(/^Nach drei Wochen Pause/u);
    expect(text).toContain('„Wir sind froh“, sagte Kapitän Öland, „und müde.“');
    expect(text).toContain('Die Fahrgäste müssen');
    expect(text).not.toMatch(/Impressum|Kommentare|Weißhaupt/u);
  });

  it('reads a page without any metadata: lines of one box, parted by breaks', async () => {
    const { metadata, blocks } = await readPage(fixture('bare.html'), 'lighthouse_keeper.html');
    expect(metadata.title).not.toBe('');
    expect(canonicalText({ blocks }).text).toMatch(/For thirty-one years Emil Sand[\s\S]*visitors from the spring\.$/u);
  });

  it('names an article without a title after its file', async () => {
    const { metadata } = await readPage(
      '<p>Nothing but a paragraph of some length that stands on a page of its own.</p>',
      'harbour_notes.html',
    );
    expect(metadata.title).toBe('harbour notes');
  });
});

describe('the words of the original', () => {
  it.each(['json-ld-graph.html', 'complete.html', 'microdata.html', 'german-latin1.html', 'bare.html'])(
    'hold every run of every block of %s',
    async (name) => {
      const bytes = fixture(name);
      const words = squeeze(await htmlReader.words(bytes));
      const { blocks } = await readPage(bytes);
      for (const run of blocks.flatMap(runsOf)) expect(words).toContain(squeeze(run.content.text));
    },
  );
});

describe('sniffing', () => {
  it('goes by content, whatever the name says', () => {
    expect(htmlReader.sniff(fixture('json-ld-graph.html'), 'page.txt')).toBe(1);
    expect(htmlReader.sniff(Buffer.from('\ufeff<!DOCTYPE HTML><p>x', 'utf16le'), 'x')).toBe(1);
    expect(htmlReader.sniff(Buffer.from('# A heading\n\nSome <b>bold</b> Markdown.'), 'notes.md')).toBe(0);
    expect(htmlReader.sniff(Buffer.from('Plain words about <harbours>.'), 'page.html')).toBeLessThan(0.5);
    expect(htmlReader.sniff(Buffer.from('%PDF-1.7\n<html>'), 'page.html')).toBe(0);
    expect(htmlReader.sniff(Buffer.from('<?xml version="1.0"?><rss><channel/></rss>'), 'feed.html')).toBe(0);
  });
});
