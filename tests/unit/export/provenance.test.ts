import { describe, expect, it } from 'vitest';
import type { EventRow, EventSubject } from '../../../db/queries/export-events.ts';
import {
  type AnnotationId,
  type ArticleId,
  type CodeId,
  type CollectionId,
  type EventId,
  type EventKind,
  eventKinds,
  type StatementId,
} from '../../../main/contract/index.ts';
import { eventInScope, type HandedOver, keptDetail } from '../../../main/core/export/provenance.ts';
import type { Scope } from '../../../main/core/export/scope.ts';

const hash = 'a'.repeat(64);
const article = 'chosen' as ArticleId;
const about = {
  library: { kind: 'library' },
  gone: { kind: 'gone' },
  article: { kind: 'article', article },
  original: { kind: 'original', articles: ['other' as ArticleId, article] },
  other: { kind: 'article', article: 'other' as ArticleId },
  noteAlone: {
    kind: 'annotation',
    article,
    id: 'alone' as AnnotationId,
    hasNote: true,
    hasColor: false,
    hasCodes: false,
  },
  highlight: {
    kind: 'annotation',
    article,
    id: 'light' as AnnotationId,
    hasNote: true,
    hasColor: true,
    hasCodes: false,
  },
  failed: { kind: 'annotation', article, id: 'failed' as AnnotationId, hasNote: false, hasColor: true, hasCodes: true },
  statement: { kind: 'statement', article, id: 'said' as StatementId, isRejected: false },
  rejected: { kind: 'statement', article, id: 'unsaid' as StatementId, isRejected: true },
  code: { kind: 'code', id: 'used' as CodeId },
  unused: { kind: 'code', id: 'unused' as CodeId },
  collection: { kind: 'collection', id: 'kept' as CollectionId },
  elsewhere: { kind: 'collection', id: 'elsewhere' as CollectionId },
} satisfies Record<string, EventSubject>;

const handed: HandedOver = {
  articles: new Set([article]),
  codes: new Set(['used']),
  collections: new Set(['kept']),
  marksLeftOut: new Set(['failed']),
};
const chosen = (notes: boolean): Scope => ({ whole: false, notes, collection: null, person: null });
const everything = (notes: boolean): Scope => ({ whole: true, notes, collection: null, person: null });

function line(kind: string, subject: EventSubject, detail: string): EventRow {
  return {
    rowid: 1,
    event: {
      id: 'event' as EventId,
      at: '2026-11-29T00:00:00Z',
      kind,
      agent: 'person',
      subject: null,
      outcome: 'success',
      detail,
    },
    about: subject,
  };
}

const detailOf = (row: EventRow, scope: Scope): string | null => eventInScope(row, scope, handed)?.detail ?? null;

/** A sentence of each kind as it is written, with a word that must not leave with a selection, and what leaves instead. */
const sentences: Record<
  EventKind,
  readonly (readonly [written: string, subject: EventSubject, leaves: string | null])[]
> = {
  address: [['“SECRET” and “B” (article b) have one address by today’s rules.', about.article, null]],
  annotation: [
    ['Made on “SECRET”.', about.highlight, 'Made.'],
    ['Changed: note, codes.', about.highlight, 'Changed.'],
    ['Taken in from SECRET.html.', about.highlight, 'Taken in from a file.'],
    ['Moved to the bin.', about.highlight, 'Moved to the bin.'],
    ['Made on “SECRET”.', about.failed, null],
  ],
  awaited: [['3 pages are not waited for any more.', about.library, null]],
  backup: [['SECRET.sqlite', about.library, null]],
  bin: [
    ['Restored from the bin.', about.article, 'Restored from the bin.'],
    ['Restored from the bin. SECRET', about.article, keptDetail],
    ['The bin was emptied: article SECRET.', about.library, null],
  ],
  capture: [
    [
      `Taken from SECRET, original b.html, original ${hash}, by html/2; text ${hash}.`,
      about.article,
      `Taken from the original ${hash}, by html/2; text ${hash}.`,
    ],
    [
      `Another capture with the same text: SECRET\n.html, original ${hash}.`,
      about.article,
      `Another capture with the same text: original ${hash}.`,
    ],
    [`Taken from SECRET, original ${hash}, by SECRET; text ${hash}.`, about.article, keptDetail],
    [`Taken from SECRET, original ${hash}, by html/2; text ${hash}.`, about.other, null],
  ],
  check: [['Everything is sound: 5 checks.', about.library, null]],
  code: [
    ['Made: “SECRET”.', about.code, 'Made.'],
    ['“SECRET” is now “code”.', about.code, 'Renamed.'],
    ['Changed: “SECRET”.', about.unused, null],
  ],
  collection: [
    ['Saved search “A”: SECRET', about.collection, 'Saved.'],
    ['7 articles were added to “SECRET”.', about.collection, 'Articles were added.'],
    ['Made: “SECRET”.', about.elsewhere, null],
  ],
  columns: [['Renamed.', about.library, null]],
  duplicate: [['“A” and “SECRET” (article b) are not the same.', about.article, null]],
  export: [['csv of search “SECRET”: 1 articles', about.library, null]],
  extraction: [['Extracted again (search “SECRET”): 1 unchanged.', about.library, null]],
  import: [['3 taken.', about.library, null]],
  library: [['/home/SECRET could not be cleared', about.library, null]],
  mend: [
    [
      'It was missing or changed, and was put back from /home/SECRET.',
      about.original,
      'It was missing or changed, and was put back.',
    ],
    [
      `The stored words of revision 2 were damaged, and were made again from original ${hash}, by html/3 (before: html/2); text ${hash}, as before.`,
      about.article,
      `The stored words of revision 2 were damaged, and were made again from original ${hash}, by html/3 (before: html/2); text ${hash}, as before.`,
    ],
  ],
  person: [['“SECRET” is another name of “B” now, whose 3 statements are theirs.', about.library, null]],
  placement: [['Marks placed again: 2 exact, 0 moved, 0 changed, 1 lost.', about.article, 'Marks placed again.']],
  restore: [['Package SECRET, written …', about.library, null]],
  revision: [
    [
      `Revision 2 read again from SECRET, original ${hash}, by html/3 (before: html/2+person); text ${hash}.`,
      about.article,
      `Revision 2 read again from the original ${hash}, by html/3 (before: html/2+person); text ${hash}.`,
    ],
    [
      'Revision 3 corrected by hand: 1 left-out part put back, 2 set aside.',
      about.article,
      'Revision 3 corrected by hand: 1 left-out part put back, 2 set aside.',
    ],
    ['Revision 3 was made the current one again.', about.article, 'Revision 3 was made the current one again.'],
    ['Revision 3 SECRET.', about.article, keptDetail],
  ],
  statement: [
    ['Made of “SECRET”.', about.statement, 'Made.'],
    ['Changed: speaker SECRET.', about.statement, 'Changed.'],
    ['Changed: state rejected.', about.rejected, null],
  ],
  watch: [['/home/SECRET could not be watched further', about.library, null]],
};

describe('the log of a selection', () => {
  it.each(eventKinds)('%s: goes along with what it is about, in words that name nothing else', (kind) => {
    for (const [written, subject, leaves] of sentences[kind])
      for (const notes of [true, false])
        expect(detailOf(line(kind, subject, written), chosen(notes)), written).toBe(leaves);
  });

  it('says of a line that came with a package that it did, not what the package was called', () => {
    const { rowid, event, about: subject } = line('bin', about.article, 'Moved to the bin.');
    const agent = 'person, told by the package SECRET.zip';
    const row = { rowid, event: { ...event, agent }, about: subject };
    expect(eventInScope(row, chosen(true), handed)?.agent).toBe('person, told by a package');
    expect(eventInScope(row, everything(true), handed)?.agent).toBe(agent);
  });

  it('leaves out what is about something else, about nothing, or of a kind that nobody has decided about', () => {
    for (const subject of [about.other, about.library, about.gone, about.unused, about.elsewhere, about.rejected])
      expect(detailOf(line('annotation', subject, 'Moved to the bin.'), chosen(true)), subject.kind).toBeNull();
    expect(detailOf(line('unheard-of', about.article, 'Moved to the bin.'), chosen(true))).toBeNull();
  });

  it('has no line about a mark that is nothing but a note, where notes stay', () => {
    const made = line('annotation', about.noteAlone, 'Moved to the bin.');
    expect([detailOf(made, chosen(true)), detailOf(made, chosen(false))]).toEqual(['Moved to the bin.', null]);
  });
});

/** What a line says instead of a place on the machine, also where everything goes. */
const withoutPlaces: Partial<Record<EventKind, string>> = {
  watch: 'A watched folder could not be watched further.',
  mend: 'It was missing or changed, and was put back.',
  library: 'Something could not be done.',
};

describe('the log of a whole library', () => {
  it('goes as it is with the notes, but for places on the machine and for words about what was thrown away', () => {
    for (const kind of eventKinds)
      for (const [written, subject] of sentences[kind]) {
        if (subject === about.failed || subject === about.other || subject === about.unused) continue;
        if (subject === about.elsewhere) continue;
        const leaves = written.includes('SECRET') ? (withoutPlaces[kind] ?? written) : written;
        expect(detailOf(line(kind, subject, written), everything(true)), written).toBe(leaves);
        expect(detailOf(line(kind, about.gone, written), everything(true)), written).toBe(keptDetail);
      }
    expect(detailOf(line('check', about.library, 'archive: /home/SECRET was changed.'), everything(true))).toBe(
      'Something was found wrong.',
    );
    expect(detailOf(line('unheard-of', about.library, 'x'), everything(true))).toBe('x');
  });

  it('says without the notes nothing of quotations, searches and kinds that nobody has decided about', () => {
    const said: readonly (readonly [string, EventSubject, string, string | null])[] = [
      ['annotation', about.highlight, 'Made on “SECRET”.', 'Made.'],
      ['collection', about.collection, 'Saved search “A”: SECRET', 'Saved.'],
      [
        'export',
        about.library,
        'csv of search “SECRET: 9 articles”: 1 articles, 2 statements, 3 annotations; every word checked; validated.',
        'csv: 1 articles, 2 statements, 3 annotations; every word checked; validated.',
      ],
      [
        'extraction',
        about.library,
        'Extracted again (search “SECRET”): 1 unchanged, 0 with a new revision, 0 failed. Marks placed again: …',
        'Extracted again: 1 unchanged, 0 with a new revision, 0 failed.',
      ],
      ['unheard-of', about.library, 'SECRET', null],
      ['code', about.code, '“was” is now “is”.', '“was” is now “is”.'],
    ];
    for (const [kind, subject, written, leaves] of said)
      expect(detailOf(line(kind, subject, written), everything(false)), written).toBe(leaves);
  });
});
