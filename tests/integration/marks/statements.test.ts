import { describe, expect, it } from 'vitest';
import type { NewSuggestion } from '../../../db/queries/statements.ts';
import { placeMarks } from '../../../main/core/annotations/place-marks.ts';
import { type MarkedLibrary, openMarkedLibrary, type Story } from '../../support/marked-library.ts';

const url = 'https://courier.example/harbour/wardens';
const opening = 'Harbour Warden Inès Calloway said the north quay will close for dredging.';
const first = 'The wardens have worked for years to keep the quay open to small boats.';
const second = 'Nobody who reports a spill to us will be fined for reporting it.';
const closing = 'Residents can write to the harbour office until the end of the month.';
const calloway = { name: 'Inès Calloway', role: 'harbour warden', organization: 'Port Ellery Harbour Office' };

const suggest =
  (from: string, to: string, rest: Partial<NewSuggestion> = {}) =>
  (text: string): NewSuggestion[] => [
    {
      spans: [{ start: text.indexOf(from), end: text.indexOf(to) + to.length }],
      kind: 'block',
      speakers: [calloway],
      described: null,
      said: { value: '2024-11-13', precision: 'day' },
      confidence: 0.9,
      cue: 'issued the following statement Wednesday:',
      ...rest,
    },
  ];
const story: Story = {
  title: 'Quay closes',
  url,
  publication: 'Port Ellery Courier',
  published: '2024-11-14',
  captured: '2024-11-20T08:00:00.000Z',
  paragraphs: [opening, first, second, closing],
  suggestions: suggest(first, second),
};
const everything = { offset: 0, limit: 50 };
const list = (library: MarkedLibrary, filter: object = {}) =>
  library.statements['statements.list']({ ...everything, ...filter }, library.call);

async function nextRevision(library: MarkedLibrary, paragraphs: readonly string[], from: string, to: string) {
  const next = await library.take({ ...story, paragraphs });
  if (next.previous === null) throw new Error('this is no new revision');
  await placeMarks(library.context, { article: next.article, fromRevision: next.previous, toRevision: next.revision });
  const suggested = await library.pool.writeBatch('statements.insertSuggestions', {
    article: next.article,
    revision: next.revision,
    suggestions: suggest(from, to)(next.text),
  });
  return { ...next, suggested };
}

describe('the ledger', () => {
  it('tells who said what, when, where, and the exact words', async () => {
    const library = await openMarkedLibrary();
    const article = await library.take(story);
    const { rows, total, suggested } = await list(library);
    expect({ total, suggested }).toEqual({ total: 1, suggested: 1 });
    expect(rows[0]).toMatchObject({
      article: article.article,
      revision: article.revision,
      kind: 'block',
      state: 'suggested',
      placement: 'exact',
      text: `${first}\n\n${second}`,
      speakers: [calloway],
      described: null,
      said: { value: '2024-11-13', precision: 'day' },
      published: { value: '2024-11-14', precision: 'day' },
      captured: '2024-11-20T08:00:00.000Z',
      confidence: 0.9,
      cue: 'issued the following statement Wednesday:',
      articleTitle: 'Quay closes',
      publication: 'Port Ellery Courier',
    });
  });

  it('is filtered by person, role, organization, words, kind, state and the time it was said', async () => {
    const library = await openMarkedLibrary();
    await library.take(story);
    const school = await library.take({
      title: 'School',
      published: '2025-02-01',
      paragraphs: [
        'Head teacher Jon Sedge wrote to parents.',
        '“The school closes in June,” he said. It won’t reopen.',
      ],
    });
    const created = await library.statements['statements.create'](
      {
        article: school.article,
        revision: school.revision,
        start: school.text.indexOf('The school'),
        end: school.text.indexOf(',”'),
        kind: 'direct',
        speakers: [{ name: 'Jon Sedge', role: 'Head Teacher', organization: null }],
        said: '2025-02',
      },
      library.call,
    );
    expect(created).toMatchObject({ state: 'confirmed', confidence: 1, text: 'The school closes in June', cue: null });
    const titles = async (filter: object) => (await list(library, filter)).rows.map((row) => row.articleTitle);
    expect(await titles({})).toEqual(['School', 'Quay closes']);
    expect(await titles({ speaker: 'ines call' })).toEqual(['Quay closes']);
    expect(await titles({ speaker: '100%' })).toEqual([]);
    expect(await titles({ organization: 'harbour office' })).toEqual(['Quay closes']);
    expect(await titles({ role: 'TEACHER' })).toEqual(['School']);
    expect(await titles({ query: 'spill fined' })).toEqual(['Quay closes']);
    expect(await titles({ query: '"reports a spill" fin' })).toEqual(['Quay closes']);
    expect(await titles({ query: '"a reports spill"' })).toEqual([]);
    // Words of the article that are not the statement's own do not count; anything typed is legal.
    expect(await titles({ query: 'dredging' })).toEqual([]);
    expect(await titles({ query: 'AND OR ( " * - NEAR' })).toEqual([]);
    // As in the Library: what has no letter or digit stands in no words, and a field that isn't finished asks for nothing.
    expect(await titles({ query: ' — ' })).toEqual([]);
    expect(await titles({ query: ' speaker: ' })).toEqual(['School', 'Quay closes']);
    expect(await titles({ kind: 'direct' })).toEqual(['School']);
    expect(await titles({ state: 'suggested' })).toEqual(['Quay closes']);
    expect(await titles({ article: school.article })).toEqual(['School']);
    expect(await titles({ saidAfter: '2024-11', saidBefore: '2024-11' })).toEqual(['Quay closes']);
    expect(await titles({ saidAfter: '2024-11-14' })).toEqual(['School']);
    expect(await titles({ saidBefore: '2025' })).toEqual(['School', 'Quay closes']);
    expect(await titles({ saidBefore: '2024-11-12' })).toEqual([]);
    expect(await list(library, { state: 'confirmed' })).toMatchObject({ total: 1, suggested: 1 });
    expect((await list(library, { limit: 1, offset: 1 })).rows.map((row) => row.articleTitle)).toEqual(['Quay closes']);
    expect((await library.statements['speakers.list']({}, library.call)).map((one) => one.name)).toEqual([
      'Inès Calloway',
      'Jon Sedge',
    ]);
    expect((await library.statements['organizations.list']({}, library.call)).map((one) => one.name)).toEqual([
      'Port Ellery Harbour Office',
    ]);
    await library.pool.write('articles.setBinned', [school.article], '2026-01-01T00:00:00.000Z', 'Verbatim test');
    expect(await titles({})).toEqual(['Quay closes']);
  });

  it('takes corrections, confirmation, rejection and the bin, and knows a person by one name', async () => {
    const library = await openMarkedLibrary();
    const article = await library.take(story);
    const statement = (await list(library)).rows[0];
    if (statement === undefined) throw new Error('no statement');
    const update = library.statements['statements.update'];
    const { id } = statement;
    expect(await update({ id, state: 'confirmed' }, library.call)).toMatchObject({
      state: 'confirmed',
      speakers: [calloway],
    });
    const corrected = await update(
      { id, speakers: [{ name: 'INES CALLOWAY', role: 'warden', organization: null }], said: '2024', kind: 'direct' },
      library.call,
    );
    expect(corrected).toMatchObject({
      kind: 'direct',
      said: { value: '2024', precision: 'year' },
      speakers: [{ id: statement.speakers[0]?.id, name: 'Inès Calloway', role: 'warden', organization: null }],
    });
    const start = article.text.indexOf(second);
    const cut = await update({ id, words: { spans: [{ start, end: start + second.length }] } }, library.call);
    expect(cut).toMatchObject({ text: second, placement: 'exact' });
    expect((await list(library, { query: 'small boats' })).total).toBe(0);
    await expect(update({ id, words: { spans: [{ start: 3, end: 3 }] } }, library.call)).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(await update({ id, speakers: [], said: null }, library.call)).toMatchObject({ speakers: [], said: null });
    await update({ id, state: 'rejected' }, library.call);
    expect((await list(library)).total).toBe(0);
    expect(await library.pool.read('statements.ofRevision', article.revision)).toEqual([]);
    expect((await list(library, { state: 'rejected' })).total).toBe(1);
    await library.statements['statements.bin']({ id }, library.call);
    expect((await list(library, { state: 'rejected' })).total).toBe(0);
    expect(await library.indexIsRight()).toBe(true);
    expect(await library.statements['statements.restore']({ id }, library.call)).toMatchObject({
      id,
      state: 'rejected',
    });
    expect(await library.indexIsRight()).toBe(true);
    expect((await library.log('statement')).length).toBe(7);
  });
});

describe('suggestions of a new revision', () => {
  it('do not bring back what a person rejected, confirmed or threw away', async () => {
    for (const decision of ['rejected', 'confirmed', 'binned'] as const) {
      const library = await openMarkedLibrary();
      await library.take(story);
      const [statement] = (await list(library)).rows;
      if (statement === undefined) throw new Error('no statement');
      if (decision === 'binned') await library.statements['statements.bin']({ id: statement.id }, library.call);
      else await library.statements['statements.update']({ id: statement.id, state: decision }, library.call);
      const next = await nextRevision(library, ['Updated on Friday.', opening, first, second, closing], first, second);
      expect(next.suggested).toEqual({ added: 0, known: 1 });
      expect((await list(library, { state: 'suggested' })).total).toBe(0);
      expect((await list(library)).total).toBe(decision === 'confirmed' ? 1 : 0);
      expect(await library.indexIsRight()).toBe(true);
    }
  });

  it('follow a statement whose words changed, and widen an untouched suggestion that grew', async () => {
    const library = await openMarkedLibrary();
    await library.take(story);
    const softer = second.replace('Nobody who reports', 'No resident who reports');
    const added = 'The office will publish every report on its board by the ferry steps each Monday.';
    const next = await nextRevision(library, [opening, first, softer, added, closing], first, added);
    expect(next.suggested).toEqual({ added: 0, known: 1 });
    const { rows, total } = await list(library);
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ placement: 'changed', text: [first, softer, added].join('\n\n') });
    expect((await list(library, { query: 'ferry steps' })).total).toBe(1);
    expect(await library.indexIsRight()).toBe(true);
  });

  it('stand beside a confirmed statement that covers other words', async () => {
    const library = await openMarkedLibrary();
    await library.take(story);
    const [statement] = (await list(library)).rows;
    if (statement === undefined) throw new Error('no statement');
    await library.statements['statements.update']({ id: statement.id, state: 'confirmed' }, library.call);
    const next = await nextRevision(library, [opening, first, second, closing, 'She added nothing.'], closing, closing);
    expect(next.suggested).toEqual({ added: 1, known: 0 });
    expect((await list(library)).rows.map((row) => row.text)).toEqual([`${first}\n\n${second}`, closing]);
  });
});

describe('a citation', () => {
  it('gives the exact words with speaker, role, title, publication, dates, capture and hash', async () => {
    const library = await openMarkedLibrary();
    const article = await library.take(story);
    const [statement] = (await list(library)).rows;
    if (statement === undefined) throw new Error('no statement');
    const { plain: text } = await library.statements['statements.cite']({ id: statement.id }, library.call);
    expect(text).toMatch(
      /^“The wardens have worked [\s\S]*reporting it\.”\n— Inès Calloway, harbour warden, Port Ellery Harbour Office, said 13 November 2024\. Who said it is suggested by Verbatim and confirmed by nobody\. Tomas Reyl, “Quay closes”, Port Ellery Courier, 14 November 2024\. https:\/\/courier\.example\/harbour\/wardens Captured 20 November 2024\. Exact in the original\. Text sha256:[0-9a-f]{12}\.$/,
    );
    const start = article.text.indexOf('write to');
    const passage = await library.statements['articles.cite'](
      { article: article.article, start, end: start + 'write to the harbour office'.length },
      library.call,
    );
    expect(passage.plain).toMatch(/^“write to the harbour office”\n— Tomas Reyl, “Quay closes”/);
  });

  it('of words selected in a statement is its speaker’s, and says where the selection reaches beyond it', async () => {
    const library = await openMarkedLibrary();
    const { article, text, revision } = await library.take(story);
    const [statement] = (await list(library)).rows;
    if (statement === undefined) throw new Error('no statement');
    await library.statements['statements.update']({ id: statement.id, state: 'confirmed' }, library.call);
    const cite = async (from: string, to: string) => {
      const start = text.indexOf(from);
      const end = text.indexOf(to) + to.length;
      return (await library.statements['articles.cite']({ article, revision, start, end }, library.call)).plain;
    };
    expect(await cite('wardens have worked', 'wardens have worked')).toMatch(
      /^“wardens have worked”\n— Inès Calloway, harbour warden, Port Ellery Harbour Office, said 13 November 2024\. Tomas Reyl, /,
    );
    const beyond = await cite('reporting it.', 'write to the harbour office');
    expect(beyond).toContain('— Not all of these words are the speaker’s. Inès Calloway, harbour warden');
    expect(beyond).toMatch(/The article’s own words: “.*write to the harbour office”\./);
  });

  it('of words selected in an older revision are that revision’s', async () => {
    const library = await openMarkedLibrary();
    const old = await library.take(story);
    const start = old.text.indexOf('write to the harbour office');
    await library.take({ ...story, paragraphs: ['The quay is open again.', ...story.paragraphs] });
    const { plain: text } = await library.statements['articles.cite'](
      { article: old.article, revision: old.revision, start, end: start + 'write to the harbour office'.length },
      library.call,
    );
    expect(text).toMatch(/^“write to the harbour office”\n— Tomas Reyl, /);
  });

  it('of a statement that the current revision lost comes from the one that holds it', async () => {
    const library = await openMarkedLibrary();
    await library.take(story);
    const [statement] = (await list(library)).rows;
    if (statement === undefined) throw new Error('no statement');
    await library.statements['statements.update']({ id: statement.id, state: 'confirmed' }, library.call);
    const next = await library.take({ ...story, paragraphs: [opening, closing], suggestions: () => [] });
    if (next.previous === null) throw new Error('this is no new revision');
    await placeMarks(library.context, {
      article: next.article,
      fromRevision: next.previous,
      toRevision: next.revision,
    });
    expect((await list(library)).rows[0]).toMatchObject({
      placement: 'lost',
      span: null,
      text: `${first}\n\n${second}`,
    });
    const { plain: text } = await library.statements['statements.cite']({ id: statement.id }, library.call);
    expect(text).toContain(second);
  });

  it('is refused when the library’s copy no longer holds', async () => {
    const library = await openMarkedLibrary();
    const article = await library.take(story);
    const end = article.text.length + 1;
    await expect(
      library.statements['articles.cite']({ article: article.article, start: 0, end }, library.call),
    ).rejects.toMatchObject({ code: 'words-differ' });
  });
});
