import type { NewSuggestion } from '../../../db/queries/statements.ts';
import type { ArticleRecord, StatementRecord } from '../../../main/contract/index.ts';
import { peopleHandlers } from '../../../main/core/people/handlers.ts';
import { settle } from '../../../main/core/revisions/settle.ts';
import { openWithReaders } from './handed-over.ts';

const fares = {
  title: 'Ferry fares to rise & fall',
  url: 'https://courier.example/ferry/fares',
  publication: 'Port Ellery Courier',
  published: '2024-11-14',
};

const paragraphs = [
  'PORT ELLERY — The ferry <Halcyon> sails again.',
  '“We will not raise them,” said harbour master Ines Alder and treasurer Otto Kast, “not now.”',
  'The port issued the following statement:',
  'First of all, the fares are fair & "right". 🛳',
  'They pay for the boats. Nobody paid more than <five>.',
  'Two euros were lost by every single passenger on the morning ferry, a spokeswoman for the union said.',
  'Rates go up in May, Alder added.',
];

const changed = paragraphs
  .map((text) => text.replace('Two euros were lost', 'Three euros were lost'))
  .filter((text) => !text.startsWith('Rates go up'));

/** What is said in a library for the tests of what goes out. */
export async function saidLibrary() {
  const library = await openWithReaders();
  const spans = (text: string, ...words: readonly string[]) =>
    words.map((one) => ({ start: text.indexOf(one), end: text.indexOf(one) + one.length }));
  const suggestion = (more: Partial<NewSuggestion> & Pick<NewSuggestion, 'spans'>): NewSuggestion => ({
    kind: 'direct',
    speakers: [],
    described: null,
    said: null,
    confidence: 0.9,
    cue: null,
    ...more,
  });
  const suggestions = (text: string): readonly NewSuggestion[] => [
    suggestion({
      spans: spans(text, 'We will not raise them,', 'not now.'),
      speakers: [
        { name: 'Ines Alder', role: 'harbour master', organization: 'Port of Ellery' },
        { name: 'Otto Kast', role: 'treasurer', organization: null },
      ],
      said: { value: '2024-11', precision: 'month' },
      cue: 'said',
      reason: { rule: 'clause', speakerBy: 'name', others: ['Lena Park'] },
    }),
    suggestion({
      // Over two paragraphs.
      spans: spans(text, 'First of all, the fares are fair & "right". 🛳\n\nThey pay for the boats.'),
      kind: 'block',
      speakers: [{ name: 'Port of Ellery', role: null, organization: null }],
      said: { value: '2024-11-13T10:30', precision: 'minute' },
    }),
    suggestion({
      // Overlaps the one before and goes on.
      spans: spans(text, 'the boats. Nobody paid more than <five>.'),
      kind: 'mixed',
      described: 'a clerk of the port',
      confidence: 0.5,
    }),
    ...(text.includes('Two euros')
      ? [
          suggestion({
            spans: spans(text, 'Two euros were lost by every single passenger on the morning ferry'),
            kind: 'indirect',
            described: 'a spokeswoman',
          }),
        ]
      : []),
    ...(text.includes('Rates go up')
      ? [
          suggestion({
            spans: spans(text, 'Rates go up in May'),
            kind: 'indirect',
            speakers: [{ name: 'Ines Alder', role: null, organization: null }],
          }),
        ]
      : []),
  ];
  const first = await library.take({ ...fares, captured: '2024-11-14T18:00:00.000Z', paragraphs, suggestions });
  const trust = await library.codes['codes.create']({ name: 'trust', parent: null, definition: '' }, library.call);
  const fair = await library.codes['codes.create'](
    { name: 'not: fairness', parent: trust.id, definition: 'Fares > all' },
    library.call,
  );
  await library.mark(first, 'not now.', { codes: [trust.id], note: 'a private thought' });
  await library.mark(first, 'fares are fair', { codes: [fair.id, trust.id] });
  await library.mark(first, 'The ferry', { codes: [fair.id] });
  const { rows } = await library.statements['statements.list']({ offset: 0, limit: 50 }, library.call);
  for (const { id, text, kind } of rows) {
    if (text.startsWith('We will'))
      await library.statements['statements.update']({ id, state: 'confirmed' }, library.call);
    // What a person confirmed stays where its words change or go.
    if (kind === 'indirect') await library.statements['statements.update']({ id, state: 'confirmed' }, library.call);
  }
  const article = await library.take({
    ...fares,
    captured: '2024-11-15T09:30:00.000Z',
    paragraphs: changed,
    suggestions,
  });
  for (const unsettled of await library.pool.read('takeIn.unsettled')) await settle(library.context, unsettled);
  const other = await library.take({
    title: 'Council meets',
    publication: 'Marrow Bay Post',
    paragraphs: ['The council met.', '“Never again,” said Lena Park.'],
    suggestions: (text) => [
      suggestion({
        spans: spans(text, 'Never again,'),
        speakers: [{ name: 'Lena Park', role: null, organization: null }],
      }),
    ],
  });
  const people = peopleHandlers(library.context);
  const everybody = await people['people.list']({ sort: 'name', offset: 0, limit: 50 }, library.call);
  const idOf = (name: string) => {
    const row = everybody.rows.find((one) => one.name === name);
    if (row === undefined) throw new Error(`nobody is called ${name}`);
    return row.id;
  };
  await people['people.addAlias']({ id: idOf('Ines Alder'), name: 'I. Alder' }, library.call);
  return { library, article, other, idOf };
}

export async function recordOf(
  { pool }: Awaited<ReturnType<typeof saidLibrary>>['library'],
  article: ArticleRecord['id'],
): Promise<ArticleRecord> {
  const record = await pool.read('export.articleRecord', article);
  if (record === null) throw new Error('the article is not there');
  return record;
}

/** A statement of an article by its first words. */
export function statementWith(article: ArticleRecord, words: string): StatementRecord {
  const statement = article.statements.find(({ quote }) => quote.startsWith(words));
  if (statement === undefined) throw new Error(`nobody says ${words}`);
  return statement;
}
