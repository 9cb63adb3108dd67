import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../../main/reading/identity/canonical-url.ts';

type Same = readonly [rule: string, address: string, canonical: string];

function united(name: string, cases: readonly Same[]): void {
  describe(name, () => {
    it.each(cases)('%s: %s', (_rule, address, canonical) => {
      expect(canonicalUrl(address)).toBe(canonical);
      expect(canonicalUrl(canonical)).toBe(canonical);
    });
  });
}

describe('the canonical URL', () => {
  const article = 'https://courier.example/a';

  united('scheme and host', [
    ['http counts as https', 'http://courier.example/a', article],
    ['the host is in lower case, the path is not', 'https://Courier.EXAMPLE/A', 'https://courier.example/A'],
    ['the port of http goes', 'http://courier.example:80/a', article],
    ['the port of https goes', 'https://courier.example:443/a', article],
    ['another port stays', 'https://courier.example:8443/a', 'https://courier.example:8443/a'],
    ['names and passwords go', 'https://me:secret@courier.example/a', article],
    ['the final dot of a host goes', 'https://courier.example./a', article],
    ['an international host is in Punycode', 'https://Küstenbote.example/a', 'https://xn--kstenbote-q9a.example/a'],
    ['white space around an address goes', ' https://courier.example/a\n', article],
  ]);

  united('www and mobile hosts', [
    ['www', 'https://www.courier.example/a', article],
    ['m', 'https://m.courier.example/a', article],
    ['mobile', 'http://mobile.courier.example/a', article],
    ['touch', 'https://touch.courier.example/a', article],
    ['www before m', 'https://www.m.courier.example/a', article],
    ['a numbered host stays', 'https://www2.courier.example/a', 'https://www2.courier.example/a'],
    ['a host that only begins so stays', 'https://mcourier.example/a', 'https://mcourier.example/a'],
    ['a site of that name stays', 'https://mobile.example/a', 'https://mobile.example/a'],
    ['a site of that name under a shared suffix stays', 'https://m.co.uk/a', 'https://m.co.uk/a'],
    ['a mobile host under a shared suffix goes', 'https://m.courier.co.uk/a', 'https://courier.co.uk/a'],
  ]);

  united('AMP', [
    ['host', 'https://amp.courier.example/a', article],
    ['path', 'https://courier.example/2016/11/a-storm/amp', 'https://courier.example/2016/11/a-storm'],
    ['path with its slash', 'https://courier.example/story-77/amp/', 'https://courier.example/story-77'],
    ['a file in the folder', 'https://courier.example/story-77/amp.html', 'https://courier.example/story-77'],
    ['ending', 'https://courier.example/storm.amp', 'https://courier.example/storm'],
    ['ending before the ending', 'https://courier.example/storm.amp.html', 'https://courier.example/storm.html'],
    ['parameter', 'https://courier.example/a?amp=1', article],
    ['parameter without a value', 'https://courier.example/a?amp', article],
    ['output type', 'https://courier.example/a?outputType=amp&id=7', 'https://courier.example/a?id=7'],
    ['viewer, over https', 'https://www.google.com/amp/s/www.courier.example/a', article],
    ['viewer, over http, of another country', 'https://google.co.uk/amp/courier.example/a', article],
    ['viewer, with the question mark encoded', 'https://www.google.de/amp/s/courier.example/a%3famp=1', article],
    ['cache', 'https://www-courier-example.cdn.ampproject.org/c/s/www.courier.example/a?amp_js_v=0.1', article],
    ['cache, the old host', 'https://cdn.ampproject.org/v/courier.example/a?usqp=mq331AQ', article],
    ['a section of that name stays', 'https://courier.example/guitars/amp', 'https://courier.example/guitars/amp'],
    [
      'an article named so on a day stays',
      'https://courier.example/2016/11/amp',
      'https://courier.example/2016/11/amp',
    ],
    ['a page named so stays', 'https://courier.example/amp', 'https://courier.example/amp'],
    ['another value stays', 'https://courier.example/a?amp=20', 'https://courier.example/a?amp=20'],
    ['other pages of the viewer’s host stay', 'https://www.google.com/amp/about', 'https://google.com/amp/about'],
  ]);

  united('print views', [
    ['path', 'https://courier.example/a-storm/print/', 'https://courier.example/a-storm'],
    ['parameter', 'https://courier.example/a?print=1', article],
    ['view', 'https://courier.example/a?view=print', article],
    ['the whole article on one page', 'https://courier.example/a?pagewanted=all', article],
    ['another view stays', 'https://courier.example/a?view=map', 'https://courier.example/a?view=map'],
    ['a section of that name stays', 'https://courier.example/edition/print', 'https://courier.example/edition/print'],
  ]);

  united('paths', [
    ['no slash at the end', 'https://courier.example/a/', article],
    ['the slash of the front page stays', 'https://courier.example/', 'https://courier.example/'],
    ['doubled slashes are one', 'https://courier.example//news///a', 'https://courier.example/news/a'],
    [
      'an address in the path keeps its slashes',
      'https://reader.example/read/https://courier.example/a',
      'https://reader.example/read/https://courier.example/a',
    ],
    ['dot segments are resolved', 'https://courier.example/x/../a/./', article],
    ['index file', 'https://courier.example/a/index.html', article],
    ['index file of another make', 'https://courier.example/a/Default.aspx', article],
    ['index file before a query', 'https://courier.example/index.php?id=30', 'https://courier.example/?id=30'],
    [
      'what goes on behind an index file stays',
      'https://courier.example/index.php/a',
      'https://courier.example/index.php/a',
    ],
    [
      'a file that only ends so stays',
      'https://courier.example/my-index.html',
      'https://courier.example/my-index.html',
    ],
    ['session number', 'https://courier.example/a;jsessionid=0A1B.node2', article],
    ['what needn’t be encoded isn’t', 'https://courier.example/%61%2Db%7ec', 'https://courier.example/a-b~c'],
    ['hexadecimal is in capitals', 'https://courier.example/caf%c3%a9', 'https://courier.example/caf%C3%A9'],
    ['letters beyond ASCII are encoded', 'https://courier.example/café', 'https://courier.example/caf%C3%A9'],
    ['an encoded slash stays one', 'https://courier.example/a%2fb', 'https://courier.example/a%2Fb'],
    ['an encoded percent sign stays one', 'https://courier.example/100%2541', 'https://courier.example/100%2541'],
  ]);

  united('parameters', [
    [
      'campaigns go',
      'https://courier.example/a?utm_source=x&UTM_Medium=y&at_medium=z&id=7',
      'https://courier.example/a?id=7',
    ],
    ['clicks go', 'https://courier.example/a?fbclid=1&gclid=2&msclkid=3&_gl=4', article],
    ['where the link stood goes', 'https://courier.example/a?smid=tw&CMP=share&ref_src=x', article],
    ['sessions go', 'https://courier.example/a?PHPSESSID=1', article],
    ['nothing is left of a lone question mark', 'https://courier.example/a?', article],
    ['the others are sorted', 'https://courier.example/a?page=2&id=7', 'https://courier.example/a?id=7&page=2'],
    [
      'those of one name keep their order',
      'https://courier.example/a?tag=b&tag=a',
      'https://courier.example/a?tag=b&tag=a',
    ],
    [
      'what may name the article stays',
      'https://courier.example/?id=1&p=2&ref=3&source=4&m=1&s=5',
      'https://courier.example/?id=1&m=1&p=2&ref=3&s=5&source=4',
    ],
    ['one encoding', 'https://courier.example/a?x:y=b%20c&d=(e)', 'https://courier.example/a?d=%28e%29&x%3Ay=b+c'],
    ['an encoded separator stays data', 'https://courier.example/a?q=b%26c', 'https://courier.example/a?q=b%26c'],
    ['a stray percent sign', 'https://courier.example/a?q=100%', 'https://courier.example/a?q=100%25'],
    ['bytes that are no UTF-8 stay', 'https://courier.example/a?q=%dcber', 'https://courier.example/a?q=%DCber'],
  ]);

  it('keeps apart what only other encodings tell apart', () => {
    expect(canonicalUrl('https://courier.example/a?q=%DCber')).not.toBe(
      canonicalUrl('https://courier.example/a?q=%D6ber'),
    );
    expect(canonicalUrl('https://courier.example/a/b')).not.toBe(canonicalUrl('https://courier.example/a%2Fb'));
  });

  united('fragments', [
    ['a place in the page goes', 'https://courier.example/a#comments', article],
    ['a text fragment goes', 'https://courier.example/a#:~:text=wardens', article],
    ['a route stays', 'https://courier.example/#!/news/a', 'https://courier.example/#!/news/a'],
    ['a route without the mark stays', 'https://courier.example/#/news/a', 'https://courier.example/#/news/a'],
    ['a route to nowhere goes', 'https://courier.example/#!/', 'https://courier.example/'],
  ]);

  united('kept copies', [
    ['Wayback', 'https://web.archive.org/web/20161116120000/https://www.courier.example/a', article],
    ['Wayback, the original bytes', 'http://web.archive.org/web/20161116120000id_/http://courier.example/a', article],
    ['Wayback, one slash', 'https://web.archive.org/web/20161116120000/http:/courier.example/a', article],
    ['Wayback, by year and without a scheme', 'https://web.archive.org/web/2016/courier.example/a', article],
    ['Wayback, the newest', 'https://web.archive.org/web/https://courier.example/a', article],
    [
      'another replay',
      'https://wayback.example/news/20161116120000mp_/https://courier.example/a?utm_source=x',
      article,
    ],
    [
      'a copy of a copy',
      'https://web.archive.org/web/20200101000000/https://www.google.com/amp/s/m.courier.example/a',
      article,
    ],
    [
      'a calendar of captures stays',
      'https://web.archive.org/web/2016*/courier.example',
      'https://web.archive.org/web/2016*/courier.example',
    ],
    ['a long number stays', 'https://courier.example/20161116120000/a', 'https://courier.example/20161116120000/a'],
  ]);

  united('names for all time', [
    ["an agency's", 'URN:NewsML:tp.example:20241114:harbour-7', 'urn:newsml:tp.example:20241114:harbour-7'],
    ['its case stays', 'urn:newsml:tp.example:20241114:Harbour', 'urn:newsml:tp.example:20241114:Harbour'],
    ['how to resolve it goes', 'urn:newsml:tp.example:20241114:a?+copy#top', 'urn:newsml:tp.example:20241114:a'],
    ['encoding in capitals', 'urn:newsml:tp.example:20241114:%c3%a9', 'urn:newsml:tp.example:20241114:%C3%A9'],
    [
      'a UUID in lower case',
      'urn:uuid:1225C695-CFB8-4EBB-AAAA-80DA344EFA6A',
      'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
    ],
    ["a feed's", ' TAG:courier.example,2024-11-14:Harbour/7 ', 'tag:courier.example,2024-11-14:Harbour/7'],
    ['with an address of a person', 'tag:ines@courier.example,2024:7', 'tag:ines@courier.example,2024:7'],
  ]);

  it.each([
    null,
    '',
    'not an address',
    'file:///home/a.html',
    'javascript:alert(1)',
    'about:blank',
    'https://',
    'urn:',
    'urn:newsml:',
    'urn:news ml:a',
    'tag:courier.example:7',
    'tag:courier.example,24:7',
    `urn:newsml:${'a'.repeat(1001)}`,
    'guid-7',
    '123',
  ])('is null for %s', (address) => {
    expect(canonicalUrl(address)).toBeNull();
  });
});
