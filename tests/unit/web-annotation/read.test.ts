import { describe, expect, it } from 'vitest';
import { looksLikeAnnotations } from '../../../main/formats/read/services/looks-like-annotations.ts';
import { annotationsIn, streamAnnotations } from '../../../main/formats/read/services/web-annotation.ts';
import { hashAddress, hashOfAddress } from '../../../main/formats/shared/hash-address.ts';

const target = {
  source: 'https://a.example/1',
  selector: { type: 'TextQuoteSelector', exact: 'words', prefix: 'p', suffix: 's' },
};
const read = (value: unknown) => [...annotationsIn(value)];
const one = (value: object) => {
  const [item] = read({ type: 'Annotation', id: 'urn:x', target, ...value });
  if (item?.kind !== 'annotation') throw new Error(JSON.stringify(item));
  return item.annotation;
};

describe('reading W3C annotations', () => {
  it('finds them in a list, a page, a collection, a graph and line by line', () => {
    const annotation = { type: 'Annotation', target };
    const page = { type: 'AnnotationPage', items: [annotation, annotation] };
    expect(read([annotation, annotation])).toHaveLength(2);
    expect(read(page)).toHaveLength(2);
    expect(read({ type: ['AnnotationCollection'], first: { ...page, next: page } })).toHaveLength(4);
    expect(read({ '@graph': [annotation] })).toHaveLength(1);
  });

  it('reads a file with one annotation a line, and says where one breaks off', async () => {
    const line = JSON.stringify({ type: 'Annotation', target });
    const items: unknown[] = [];
    const readLines = async (text: string): Promise<void> => {
      for await (const item of streamAnnotations(new Blob([text]).stream())) items.push(item);
    };
    await readLines(`${line}\n${line}\n`);
    expect(items).toHaveLength(2);
    await expect(readLines(`${line}\n{"half":`)).rejects.toMatchObject({ line: 2 });
  });

  it('reads bodies of every form: text, list, choice, specific resource, bodyValue, address', () => {
    expect(one({ bodyValue: 'plain' }).note).toBe('plain');
    expect(one({ body: { type: 'TextualBody', value: 'a' } }).note).toBe('a');
    expect(one({ body: [{ value: 'a' }, { value: 'b' }] }).note).toBe('a\n\nb');
    expect(one({ body: { type: 'Choice', items: [{ value: 'a' }, { value: 'b' }] } }).note).toBe('a\n\nb');
    expect(one({ body: { type: 'SpecificResource', purpose: 'tagging', source: { value: 'trust' } } }).tags).toEqual([
      { id: null, name: 'trust' },
    ]);
    expect(one({ motivation: 'tagging', body: { value: 'trust', canonical: 'urn:uuid:1' } }).tags).toEqual([
      { id: 'urn:uuid:1', name: 'trust' },
    ]);
    expect(one({ body: 'https://a.example/comment' }).note).toBe('<https://a.example/comment>');
  });

  it('reads selectors beside each other, refining each other, and several targets', () => {
    const position = { type: 'TextPositionSelector', start: 3, end: 8 };
    const quote = target.selector;
    for (const selector of [[quote, position], { type: 'FragmentSelector', value: 'x', refinedBy: [quote, position] }])
      expect(one({ target: { ...target, selector } }).selectors).toEqual({
        quote: { exact: 'words', prefix: 'p', suffix: 's' },
        position: { start: 3, end: 8 },
      });
    const several = read({ type: 'Annotation', id: 'urn:x', target: [target, target] });
    expect(several.map((item) => (item.kind === 'annotation' ? item.annotation.id : item.kind))).toEqual([
      'urn:x',
      null,
    ]);
  });

  it('takes what is on a page as a whole', () => {
    for (const whole of ['https://a.example', { source: 'https://a.example', styleClass: 'green' }])
      expect(one({ target: whole })).toMatchObject({ isOnWhole: true, sources: ['https://a.example'] });
  });

  it('says why one cannot be used', () => {
    const reason = (value: object) => {
      const [item] = read({ type: 'Annotation', ...value });
      return item?.kind === 'refused' ? item.reason : null;
    };
    expect(reason({})).toMatch(/no target/);
    expect(reason({ target: { selector: target.selector } })).toMatch(/which page/);
    expect(
      reason({ target: { source: 'https://a.example', selector: { type: 'SvgSelector', value: '<svg/>' } } }),
    ).toMatch(/SvgSelector/);
    expect(reason({ target, body: 'a', bodyValue: 'b' })).toMatch(/both/);
  });

  it('survives nesting without end', () => {
    const depth = 200_000;
    const text = `${'{"items":['.repeat(depth)}{"type":"Annotation"}${']}'.repeat(depth)}`;
    expect([...annotationsIn(JSON.parse(text))]).toEqual([]);
  });

  it('names a text by its hash, there and back', () => {
    const hash = 'a3'.repeat(32);
    expect(hashOfAddress(hashAddress(hash))).toBe(hash);
    expect(hashOfAddress('https://a.example')).toBeNull();
  });

  it('is tried only on what looks like annotations', () => {
    const bytes = (text: string) => Buffer.from(text);
    expect(looksLikeAnnotations(bytes('{"@context":"http://www.w3.org/ns/anno.jsonld"'))).toBe(true);
    expect(looksLikeAnnotations(bytes(' [{"type": "Annotation"'))).toBe(true);
    expect(looksLikeAnnotations(bytes('{"title":"An article about w3.org"}'))).toBe(false);
    expect(looksLikeAnnotations(bytes('Text that mentions w3.org/ns/anno'))).toBe(false);
  });
});

it('reads a file of any length annotation by annotation, whatever holds them, with no more of it at once than one', async () => {
  const annotation = (id: number) => ({
    type: 'Annotation',
    id: `urn:example:${id}`,
    body: [{ type: 'TextualBody', value: 'x'.repeat(40_000) }],
    target: { source: 'https://example.org/a', selector: { type: 'TextQuoteSelector', exact: 'words' } },
  });
  const count = 300;
  // Twelve megabytes that are never one text: chunks end in the middle of everything.
  async function* file(open: string, close: string): AsyncIterable<Uint8Array> {
    yield Buffer.from(open);
    for (let id = 0; id < count; id += 1) {
      const bytes = Buffer.from(`${id === 0 ? '' : ','}\n${JSON.stringify(annotation(id))}`);
      for (let at = 0; at < bytes.length; at += 7001) yield bytes.subarray(at, at + 7001);
    }
    yield Buffer.from(close);
  }
  const holders = [
    ['[', ']'],
    [
      '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","first":{"type":"AnnotationPage","items":[',
      ']}}',
    ],
    ['{"@graph":[', ']}'],
  ] as const;
  for (const [open, close] of holders) {
    const ids: (string | null)[] = [];
    for await (const read of streamAnnotations(file(open, close)))
      if (read.kind === 'annotation') ids.push(read.annotation.id);
    expect(ids).toHaveLength(count);
    expect(ids.at(-1)).toBe(`urn:example:${count - 1}`);
  }
  const half = async () => {
    for await (const _ of streamAnnotations(file('[', '')));
  };
  await expect(half()).rejects.toMatchObject({ line: count + 1 });
});
