import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { type ArticleMetadata, type Block, type RemovalLogEntry, Sha256 } from '../../../main/contract/index.ts';
import { carryImages, carryLeadImage } from '../../../main/core/revisions/carry-images.ts';
import { correctAgain } from '../../../main/core/revisions/correct-again.ts';

const paragraph = (text: string, rest: Partial<Block> = {}): Block =>
  ({ kind: 'paragraph', role: 'body', purpose: null, content: { text, marks: [] }, ...rest }) as Block;
const hash = (letter: string) => parse(Sha256, letter.repeat(64));
const figure = (image: string | null, source: string | null, caption: string | null = null): Block => ({
  kind: 'figure',
  role: 'body',
  purpose: null,
  image: image === null ? null : hash(image),
  source,
  alternative: '',
  width: null,
  height: null,
  caption: caption === null ? null : { text: caption, marks: [] },
});
const out = (before: number, ...texts: readonly string[]): RemovalLogEntry => ({
  step: 'furniture',
  reason: 'It is an aside.',
  text: texts.join('\n'),
  place: { before, blocks: texts.map((text) => paragraph(text)) },
});
const short = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.kind === 'figure'
        ? `(${block.image?.[0] ?? '-'} ${block.source ?? ''})`
        : block.kind === 'paragraph'
          ? `${block.content.text}${block.role === 'furniture' ? '~' : ''}${block.decided === undefined ? '' : '!'}`
          : block.kind,
    )
    .join(' ');
const [A, B, C] = ['A', 'B', 'C'].map((text) => paragraph(text));
if (A === undefined || B === undefined || C === undefined) throw new Error('three letters');

describe('pictures that the original alone does not hold', () => {
  const again = (former: readonly Block[], next: readonly Block[]) =>
    short(carryImages(former, { blocks: next, removals: [] }).blocks);

  it('are known again by the address that both readings name', () => {
    const address = 'https://courier.example/quay.jpg';
    expect(again([A, figure('a', address), B], [B, A, figure(null, address)])).toBe(`B A (a ${address})`);
  });

  it('are known again by their caption where there is no address', () => {
    expect(again([A, figure('a', null, 'The quay')], [figure(null, null, 'The quay'), A])).toBe('(a ) A');
  });

  it('come back to their place between the same blocks, several in their order', () => {
    const former = [figure('a', null), A, figure('b', null), figure('c', null), B, C, figure('d', null)];
    expect(again(former, [A, B, C])).toBe('(a ) A (b ) (c ) B C (d )');
    expect(again(former, [A, C])).toBe('(a ) A (b ) (c ) C (d )');
  });

  it('stay away where their neighbours went, and where the new reading left their address out', () => {
    expect(again([A, B, figure('a', null), C], [A])).toBe('A');
    expect(again([A, figure('a', 'https://courier.example/icon.png'), B], [A, B])).toBe('A B');
  });

  it('are not doubled, and move what was left out after them', () => {
    expect(again([A, figure('a', null)], [A, figure('a', null)])).toBe('A (a )');
    const { removals } = carryImages([A, figure('a', null), B], {
      blocks: [A, B],
      removals: [out(0, 'x'), out(1, 'y'), out(2, 'z')],
    });
    expect(removals.map(({ place }) => place?.before)).toEqual([0, 1, 3]);
  });

  it('keep leading the article', () => {
    const metadata = (leadImage: Sha256 | null): ArticleMetadata => ({
      title: 'Quay to close',
      subheading: null,
      byline: [],
      publication: null,
      section: null,
      published: null,
      modified: null,
      url: null,
      language: null,
      description: null,
      leadImage,
      sources: leadImage === null ? {} : { leadImage: { from: 'page', overruled: [] } },
    });
    const lead = metadata(hash('a'));
    expect(carryLeadImage(lead, metadata(null), [figure('a', null)])).toEqual(lead);
    expect(carryLeadImage(lead, metadata(null), [])).toEqual(metadata(null));
    expect(carryLeadImage(lead, metadata(hash('b')), [figure('a', null)]).leadImage).toBe(hash('b'));
  });
});

describe('a person’s corrections in a new reading', () => {
  const decided = { decided: 'by-person' } as const;
  const aside = { role: 'furniture', purpose: 'other', ...decided } as const;
  const again = (former: readonly Block[], blocks: readonly Block[], ...removals: readonly RemovalLogEntry[]) => {
    const made = correctAgain(former, { blocks, removals });
    return [short(made.blocks), short(made.missing)];
  };

  it('are made again by the words', () => {
    const former = [A, paragraph('put back', decided), paragraph('set aside', aside), B];
    expect(again(former, [A, paragraph('new'), paragraph('set  aside'), B], out(1, 'one', 'put back'))).toEqual([
      'A put back! new set  aside~! B',
      '',
    ]);
  });

  it('need nothing where the new reading does it by itself, and are known as a person’s still', () => {
    const former = [paragraph('put back', decided), paragraph('set aside', aside), paragraph('gone', aside)];
    expect(again(former, [paragraph('put back'), paragraph('set aside', { role: 'furniture' })])).toEqual([
      'put back! set aside~!',
      '',
    ]);
    expect(again([paragraph('put back', decided)], [paragraph('joined to: put back')])).toEqual([
      'joined to: put back',
      '',
    ]);
  });

  it('are told where they can’t be made', () => {
    expect(again([A, paragraph('put back', decided)], [A])).toEqual(['A', 'put back!']);
    // A log without places can put nothing back.
    expect(again([A, paragraph('put back', decided)], [A], { step: 's', reason: 'r', text: 'put back' })[1]).toBe(
      'put back!',
    );
  });

  it('are made once for each block, though two say the same', () => {
    const twice = [paragraph('said', decided), A, paragraph('said', decided)];
    expect(again(twice, [A], out(0, 'said'), out(1, 'said'))).toEqual(['said! A said!', '']);
    expect(again(twice, [A], out(0, 'said'))[1]).toBe('said!');
  });
});
