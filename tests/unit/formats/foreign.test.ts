import { describe, expect, it } from 'vitest';
import { describeData } from '../../../main/formats/foreign.ts';
import { sniffFormat } from '../../../main/formats/registry.ts';

describe('files that are no articles', () => {
  const describeText = (text: string) => describeData(new TextEncoder().encode(text));
  it('are told apart: JSON is data', () => {
    expect(describeText('{"title": "The pier"}\n')).toMatch(/JSON/u);
    expect(describeText('[1, 2]')).toMatch(/JSON/u);
  });
  it('are not texts that only look a little like it', () => {
    expect(describeText('[The pier is closed]')).toBeNull();
    expect(describeText('{note} The pier {closed}')).toBeNull();
    expect(describeText('The pier is closed.')).toBeNull();
  });
  it('are XML of other programs, but not what holds a page’s tags or only speaks of XML', () => {
    const sniff = (text: string, name = 'a.xml') => {
      const sniffed = sniffFormat(new TextEncoder().encode(text), name);
      return sniffed.kind === 'known' ? sniffed.reader.name : sniffed.reason;
    };
    expect(sniff('<?xml version="1.0"?><!DOCTYPE opml><opml><body/></opml>')).toMatch(/XML.*<opml>/u);
    expect(sniff('<?xml version="1.0"?><CHANNEL HREF="x"/>')).toMatch(/<channel>/u);
    expect(sniff('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>The pier.</body></html>')).toBe(
      'html',
    );
    expect(sniff('<?xml version="1.0"?><text><p>One.</p><p>Two.</p></text>')).toBe('html');
    expect(sniff('<?xml is how it begins.', 'a.txt')).toBe('text');
    expect(sniff('The pier <is> closed.', 'a.xml')).toBe('text');
  });
});
