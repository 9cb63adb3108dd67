import { parse } from 'valibot';
import { ArticleRecord, type Block, canonicalText } from '../../main/contract/index.ts';

const id = (last: number) => `01930000-0000-7000-8000-${String(last).padStart(12, '0')}`;
export const hash = 'ab'.repeat(32);
const at = '2024-11-16T10:00:00.000Z';
const words = (text: string) => ({ text, marks: [] });
const body = { role: 'body' as const, purpose: null };

/** A block of every kind. */
export const blocks: Block[] = [
  { kind: 'heading', ...body, level: 2, content: words('The plan') },
  { kind: 'paragraph', role: 'furniture', purpose: 'subscription', content: words('Subscribe now!') },
  {
    kind: 'list',
    ...body,
    ordered: true,
    items: [
      { depth: 0, content: words('Dredge') },
      { depth: 1, content: words('the north quay') },
    ],
  },
  { kind: 'quotation', ...body, paragraphs: [words('First.'), words('Second.')], attribution: words('— Ada Vale') },
  {
    kind: 'table',
    ...body,
    caption: null,
    rows: [
      { header: true, cells: [words('Quay'), words('Depth | m')] },
      { header: false, cells: [words('North'), words('4')] },
    ],
  },
  {
    kind: 'figure',
    ...body,
    image: parse(ArticleRecord.entries.captures.item.entries.original, hash),
    source: null,
    alternative: 'The quay',
    width: null,
    height: null,
    caption: words('The quay on Sunday'),
  },
  { kind: 'preformatted', ...body, text: 'a ``` b' },
  { kind: 'rule', ...body },
  { kind: 'paragraph', ...body, content: words('“We dredge,” said Vale, “and we dredge on.”') },
];
export const text = canonicalText({ blocks }).text;

/** An article of them, with a statement and an annotation on these words. */
export function article(marks: { readonly statement?: string; readonly annotation?: string }): ArticleRecord {
  const mark = (quote: string, number: number) => ({
    id: id(number),
    madeIn: id(3),
    quote,
    prefix: '',
    suffix: '',
    created: at,
    modified: at,
    placements: [
      { revision: id(3), placement: 'exact', start: text.indexOf(quote), end: text.indexOf(quote) + quote.length },
    ],
  });
  return parse(ArticleRecord, {
    type: 'verbatim-article',
    version: 1,
    id: id(1),
    url: null,
    title: '# Dredging: “yes” & no',
    byline: ['Ada Vale'],
    publication: null,
    published: '2024-11',
    publishedKey: '2024-11',
    language: 'en',
    words: 20,
    current: id(3),
    position: 0,
    added: at,
    captures: [
      {
        id: id(2),
        original: hash,
        part: '',
        name: 'a.html',
        format: 'html',
        mediaType: 'text/html',
        bytes: 3,
        url: null,
        captured: at,
        imported: at,
      },
    ],
    revisions: [
      {
        id: id(3),
        capture: id(2),
        number: 1,
        extractor: 'html/1',
        sha256: hash,
        words: 20,
        created: at,
        metadata: {
          title: 'x',
          subheading: 'Or not',
          byline: [],
          publication: null,
          section: null,
          published: null,
          modified: null,
          url: null,
          language: null,
          description: null,
          leadImage: null,
          sources: {},
        },
        document: { blocks },
        text,
        captions: '',
        removals: [],
        people: [],
        images: [],
      },
    ],
    statements:
      marks.statement === undefined
        ? []
        : [
            {
              ...mark(marks.statement, 4),
              kind: 'direct',
              state: 'confirmed',
              speaker: { id: id(5), name: 'Ada Vale' },
              role: null,
              organization: null,
              said: null,
              confidence: 1,
              cue: null,
            },
          ],
    annotations:
      marks.annotation === undefined ? [] : [{ ...mark(marks.annotation, 6), color: null, note: 'A note.', codes: [] }],
  });
}
