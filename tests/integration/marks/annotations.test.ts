import { describe, expect, it } from 'vitest';
import { placeMarks } from '../../../main/core/annotations/place-marks.ts';
import { type MarkedLibrary, openMarkedLibrary } from '../../support/marked-library.ts';

const url = 'https://courier.example/harbour/quay';
const opening = 'Harbour Warden Ines Calloway said the north quay will close on 1 March for dredging.';
const berths = 'We will keep two berths free for the ferry while the dredger works.';
const fines = 'Nobody who reports a spill to us will be fined for reporting it, Calloway said.';
const letters = 'Residents can write to the harbour office until the end of the month.';
const story = { url, paragraphs: [opening, berths, fines, letters] };

async function secondVersion(library: MarkedLibrary, paragraphs: readonly string[]) {
  const next = await library.take({ url, paragraphs });
  if (next.previous === null) throw new Error('this is no new revision');
  const { counts: placed } = await placeMarks(library.context, {
    article: next.article,
    fromRevision: next.previous,
    toRevision: next.revision,
  });
  return { ...next, placed };
}

describe('annotations', () => {
  it('are made, changed, thrown away and restored, each with a line in the log and the index in step', async () => {
    const library = await openMarkedLibrary();
    const article = await library.take(story);
    const trust = await library.codes['codes.create']({ name: 'trust', parent: null, definition: '' }, library.call);
    const made = await library.mark(article, 'two berths free', { note: 'Compare **1998**.', codes: [trust.id] });
    expect(made).toMatchObject({
      article: article.article,
      madeIn: article.revision,
      revision: article.revision,
      placement: 'exact',
      quote: 'two berths free',
      current: null,
      color: 'amber',
      note: 'Compare **1998**.',
      codes: [trust.id],
    });
    expect(article.text.slice(made.span?.start, made.span?.end)).toBe('two berths free');
    expect(await library.pool.read('annotations.ofRevision', article.revision)).toEqual([made]);
    expect(await library.indexIsRight()).toBe(true);

    const changed = await library.annotations['annotations.update'](
      { id: made.id, note: '', codes: [], color: 'rose' },
      library.call,
    );
    expect(changed).toMatchObject({ note: '', codes: [], color: 'rose', quote: made.quote });
    expect(await library.annotations['annotations.update']({ id: made.id, color: null }, library.call)).toMatchObject({
      color: null,
      note: '',
    });
    await library.annotations['annotations.bin']({ id: made.id }, library.call);
    expect(await library.pool.read('annotations.ofRevision', article.revision)).toEqual([]);
    await expect(
      library.annotations['annotations.update']({ id: made.id, note: 'x' }, library.call),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await library.indexIsRight()).toBe(true);
    const restored = await library.annotations['annotations.restore']({ id: made.id }, library.call);
    expect(restored).toMatchObject({ id: made.id, span: made.span });
    expect(await library.indexIsRight()).toBe(true);
    expect(await library.log('annotation')).toEqual([
      'Made on “two berths free”.',
      'Changed: color, note, codes.',
      'Changed: color.',
      'Moved to the bin.',
      'Restored from the bin.',
    ]);
    expect(library.events.at(-1)).toEqual({
      topic: 'library.changed',
      payload: [
        { subject: 'annotations', ids: [made.id], articles: [article.article] },
        { subject: 'events' },
        { subject: 'bin' },
      ],
    });
  });

  it('tell what they changed: a highlight its article and the log, a code its count too', async () => {
    const library = await openMarkedLibrary();
    const article = await library.take(story);
    const trust = await library.codes['codes.create']({ name: 'trust', parent: null, definition: '' }, library.call);
    const told = () => library.events.at(-1)?.payload;
    const plain = await library.mark(article, 'two berths free');
    const on = { subject: 'annotations', ids: [plain.id], articles: [article.article] };
    expect(told()).toEqual([on, { subject: 'events' }]);
    await library.annotations['annotations.update']({ id: plain.id, color: 'rose' }, library.call);
    expect(told()).toEqual([on, { subject: 'events' }]);
    await library.annotations['annotations.update']({ id: plain.id, codes: [trust.id] }, library.call);
    expect(told()).toEqual([on, { subject: 'codes', ids: null }, { subject: 'events' }]);
    await library.annotations['annotations.bin']({ id: plain.id }, library.call);
    expect(told()).toEqual([on, { subject: 'codes', ids: [trust.id] }, { subject: 'events' }, { subject: 'bin' }]);
  });

  it('stand in reading order, and two may overlap', async () => {
    const library = await openMarkedLibrary();
    const article = await library.take(story);
    await library.mark(article, 'end of the month');
    await library.mark(article, 'north quay will close');
    await library.mark(article, 'quay will');
    const quotes = (await library.pool.read('annotations.ofRevision', article.revision)).map((one) => one.quote);
    expect(quotes).toEqual(['north quay will close', 'quay will', 'end of the month']);
  });

  it('are refused outside the text, on a revision that is not there and with a code that is gone; nothing is half done', async () => {
    const library = await openMarkedLibrary();
    const article = await library.take(story);
    const create = library.annotations['annotations.create'];
    const input = { article: article.article, revision: article.revision, color: null, note: '', codes: [] };
    await expect(create({ ...input, start: 5, end: 5 }, library.call)).rejects.toMatchObject({ code: 'bad-input' });
    await expect(create({ ...input, start: 5, end: 9999 }, library.call)).rejects.toMatchObject({ code: 'bad-input' });
    const other = await library.take({ title: 'Other', paragraphs: ['Something else altogether.'] });
    await expect(create({ ...input, revision: other.revision, start: 0, end: 4 }, library.call)).rejects.toMatchObject({
      code: 'not-found',
    });
    const code = await library.codes['codes.create']({ name: 'gone', parent: null, definition: '' }, library.call);
    await library.codes['codes.bin']({ id: code.id }, library.call);
    await expect(create({ ...input, start: 0, end: 4, codes: [code.id] }, library.call)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await library.pool.read('annotations.ofRevision', article.revision)).toEqual([]);
    expect(await library.indexIsRight()).toBe(true);
  });
});

describe('a new revision', () => {
  it('gets every mark placed: exact, moved, changed or lost, and what is lost keeps its quotation', async () => {
    const library = await openMarkedLibrary();
    const article = await library.take(story);
    await library.mark(article, 'Harbour Warden Ines Calloway');
    await library.mark(article, berths);
    await library.mark(article, fines);
    await library.mark(article, letters, { note: 'Ask for the address.' });
    const thrownAway = await library.mark(article, 'the dredger works');
    await library.annotations['annotations.bin']({ id: thrownAway.id }, library.call);
    const next = await secondVersion(library, [
      opening,
      'The closure was announced twice before.',
      berths.replace('two berths', 'one berth'),
      fines,
    ]);
    expect(next.placed).toEqual({ exact: 1, moved: 1, changed: 1, lost: 1 });
    const now = await library.pool.read('annotations.ofRevision', next.revision);
    expect(now.map(({ placement, quote, current }) => ({ placement, quote, current }))).toEqual([
      { placement: 'exact', quote: 'Harbour Warden Ines Calloway', current: null },
      { placement: 'changed', quote: berths, current: berths.replace('two berths', 'one berth') },
      { placement: 'moved', quote: fines, current: null },
      { placement: 'lost', quote: letters, current: null },
    ]);
    expect(now.map((one) => one.span && next.text.slice(one.span.start, one.span.end))).toEqual([
      'Harbour Warden Ines Calloway',
      berths.replace('two berths', 'one berth'),
      fines,
      null,
    ]);
    // What is in the bin was placed too, so that it comes back in its place.
    const back = await library.annotations['annotations.restore']({ id: thrownAway.id }, library.call);
    expect(back).toMatchObject({ placement: 'moved', revision: next.revision, madeIn: article.revision });
    // The old revision still shows them where they were.
    const before = await library.pool.read('annotations.ofRevision', article.revision);
    expect(before.every((one) => one.placement === 'exact')).toBe(true);
    expect(await library.log('placement')).toEqual(['Marks placed again: 1 exact, 1 moved, 1 changed, 1 lost.']);
    expect(await library.indexIsRight()).toBe(true);
  });

  it('is reached through many small changes, one revision after another', async () => {
    const library = await openMarkedLibrary();
    let words = 'The wardens will keep two berths free for the ferry and the mail boat until the dredger has left.';
    const article = await library.take({ url, paragraphs: [opening, words, letters] });
    await library.mark(article, words);
    for (const [from, to] of [
      ['The wardens', 'Port officials'],
      ['two berths', 'a single mooring'],
      ['the ferry and the mail boat', 'ferry passengers'],
      ['until the dredger has left', 'for as long as works last'],
    ] as const) {
      words = words.replace(from, to);
      const next = await secondVersion(library, [opening, words, letters]);
      expect(next.placed).toEqual({ exact: 0, moved: 0, changed: 1, lost: 0 });
      const [mark] = await library.pool.read('annotations.ofRevision', next.revision);
      expect(mark?.current).toBe(words);
    }
  });

  it('shows a mark that was made in an older one', async () => {
    const library = await openMarkedLibrary();
    const article = await library.take(story);
    const next = await secondVersion(library, ['Corrected on Friday.', ...story.paragraphs]);
    const made = await library.mark(article, berths);
    expect(made).toMatchObject({ madeIn: article.revision, revision: next.revision, placement: 'moved' });
    expect(next.text.slice(made.span?.start, made.span?.end)).toBe(berths);
    const [inOld] = await library.pool.read('annotations.ofRevision', article.revision);
    expect(inOld).toMatchObject({ id: made.id, placement: 'exact', revision: article.revision });
  });

  it('may be settled twice without harm', async () => {
    const library = await openMarkedLibrary();
    const article = await library.take(story);
    await library.mark(article, berths);
    const next = await secondVersion(library, ['Corrected on Friday.', ...story.paragraphs]);
    const before = await library.pool.read('annotations.ofRevision', next.revision);
    const { counts: again } = await placeMarks(library.context, {
      article: next.article,
      fromRevision: article.revision,
      toRevision: next.revision,
    });
    expect(again).toEqual({ exact: 0, moved: 0, changed: 0, lost: 0 });
    expect(await library.pool.read('annotations.ofRevision', next.revision)).toEqual(before);
  });
});
