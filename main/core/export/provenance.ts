import type { EventRow, EventSubject } from '../../../db/queries/export-events.ts';
import {
  type AnnotationId,
  type ArticleId,
  assertNever,
  type CodeId,
  type CollectionId,
  type EventKind,
  type EventRecord,
  isEventKind,
  type StatementId,
} from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { annotationLeaves, type Scope, statementLeaves } from './scope.ts';

/**
 * Which lines of the log go along with what is handed over, and which of their words. A line goes with
 * the article, mark, code or collection that it is about. Details are sentences for the person who
 * works in the library: they name files, quote marks and searches, and tell of other articles. So with
 * a selection a detail is never copied. It is written anew from the sentences below, which hold numbers
 * and hashes only; a sentence that isn't among them (of an older version, of another library) stays.
 */
interface EventRule {
  /** `subject`: with what it is about. `library`: only with the whole library, because it tells of other things too. */
  readonly goesWith: 'subject' | 'library';
  /** What the detail may hold that can stay at home though the whole library goes: a person's own words, places on the machine. */
  readonly mayHold: 'nothing' | 'notes' | 'places';
  /** Sentences by which a detail is written anew; the first that fits. */
  readonly anew: readonly (readonly [written: RegExp, anew: string])[];
}

const hash = '([0-9a-f]{64})';
/** A reader's name with its version, and that a person corrected what it read. */
const extractor = '([a-z0-9-]{1,40}/[0-9.]{1,20}(?:\\+[a-z-]{1,20})?)';
const asItIs = (sentences: string): readonly [RegExp, string] => [new RegExp(`^(?:${sentences})$`, 's'), '$&'];
const throughTheBin = asItIs('Moved to the bin\\.|Restored from the bin\\.');

/** A new kind has no row here until somebody has decided about it, and doesn't compile before. */
export const eventRules: Readonly<Record<EventKind, EventRule>> = {
  address: { goesWith: 'library', mayHold: 'nothing', anew: [] },
  annotation: {
    goesWith: 'subject',
    mayHold: 'notes',
    anew: [
      throughTheBin,
      [/^Made on “/, 'Made.'],
      [/^Changed: /, 'Changed.'],
      [/^Taken in from /, 'Taken in from a file.'],
    ],
  },
  awaited: { goesWith: 'library', mayHold: 'nothing', anew: [] },
  backup: { goesWith: 'library', mayHold: 'nothing', anew: [] },
  bin: { goesWith: 'subject', mayHold: 'nothing', anew: [throughTheBin] },
  capture: {
    goesWith: 'subject',
    mayHold: 'nothing',
    anew: [
      [
        new RegExp(`^Taken from .*, original ${hash}, by ${extractor}; text ${hash}\\.$`, 's'),
        'Taken from the original $1, by $2; text $3.',
      ],
      [
        new RegExp(`^Another capture with the same text: .*, original ${hash}\\.$`, 's'),
        'Another capture with the same text: original $1.',
      ],
    ],
  },
  check: {
    goesWith: 'library',
    mayHold: 'places',
    anew: [asItIs('Everything is sound: \\d+ checks\\.'), [/^/, 'Something was found wrong.']],
  },
  code: {
    goesWith: 'subject',
    mayHold: 'nothing',
    anew: [
      [/^Made: “/, 'Made.'],
      [/^Changed: “/, 'Changed.'],
      [/” is now “/, 'Renamed.'],
      [/ was moved to the bin with the codes under it\.$/, 'Moved to the bin.'],
      [/ was restored from the bin\.$/, 'Restored from the bin.'],
    ],
  },
  collection: {
    goesWith: 'subject',
    mayHold: 'notes',
    anew: [
      [/^Made: “/, 'Made.'],
      [/^Saved search “/, 'Saved.'],
      [/^Changed: “/, 'Changed.'],
      [/^\d+ articles were added to “/, 'Articles were added.'],
      [/^\d+ articles were taken out of “/, 'Articles were taken out.'],
      [/ was moved to the bin with those inside it\.$/, 'Moved to the bin.'],
      [/ was restored from the bin\.$/, 'Restored from the bin.'],
    ],
  },
  columns: { goesWith: 'library', mayHold: 'nothing', anew: [] },
  duplicate: {
    goesWith: 'library',
    mayHold: 'places',
    // A person's decisions name two articles; what else is written tells of a failure of the machine.
    anew: [asItIs('“.*” and “.*” \\(article [0-9a-f-]+\\) (?:are not|may be) the same(?: after all)?\\.')],
  },
  export: {
    goesWith: 'library',
    mayHold: 'notes',
    anew: [
      [
        /^([a-z-]+) of .*: (\d+ articles, \d+ statements, \d+ annotations; (?:every word checked|\d+ left out by the verbatim check); validated\.)$/s,
        '$1: $2',
      ],
    ],
  },
  extraction: {
    goesWith: 'library',
    mayHold: 'notes',
    anew: [
      [
        /^(Cancelled: )?Extracted again \(.*\): (\d+ unchanged, (?:\d+ mended, )?\d+ with a new revision, \d+ failed\.)/s,
        '$1Extracted again: $2',
      ],
      [
        /^(Cancelled: )?Statements found again \(.*\): (\d+ unchanged, \d+ with other suggestions, \d+ failed\. Suggestions: \d+ new, \d+ told otherwise, \d+ gone\.)/s,
        '$1Statements found again: $2',
      ],
    ],
  },
  import: { goesWith: 'library', mayHold: 'nothing', anew: [] },
  library: { goesWith: 'library', mayHold: 'places', anew: [[/^/, 'Something could not be done.']] },
  mend: {
    goesWith: 'subject',
    mayHold: 'places',
    anew: [
      [/^It was missing or changed, and was put back from /, 'It was missing or changed, and was put back.'],
      asItIs(
        `The stored words of revision \\d+ were damaged, and were made again from original ${hash}, by ${extractor} \\(before: ${extractor}\\); text ${hash}, as before\\.`,
      ),
    ],
  },
  // Names of people, and of those whom nothing handed over names.
  person: { goesWith: 'library', mayHold: 'nothing', anew: [] },
  placement: {
    goesWith: 'subject',
    mayHold: 'nothing',
    anew: [[/^Marks placed again: /, 'Marks placed again.']],
  },
  restore: {
    goesWith: 'subject',
    mayHold: 'nothing',
    anew: [
      [
        /^Taken from the package .*; (\d+) statements confirmed by its sender; told by it alone: .*$/s,
        'Taken from a package; $1 statements confirmed by its sender.',
      ],
    ],
  },
  revision: {
    goesWith: 'subject',
    mayHold: 'nothing',
    anew: [
      [
        new RegExp(`^Revision (\\d+) from .*, original ${hash}, by ${extractor}; text ${hash}\\.$`, 's'),
        'Revision $1 from the original $2, by $3; text $4.',
      ],
      [
        new RegExp(
          `^Revision (\\d+) read again from .*, original ${hash}, by ${extractor} \\(before: ${extractor}\\); text ${hash}\\.$`,
          's',
        ),
        'Revision $1 read again from the original $2, by $3 (before: $4); text $5.',
      ],
      asItIs(
        'Revision \\d+ corrected by hand: (?:\\d+ (?:left-out parts? put back|counted as the article|set aside)(?:, )?)+\\.',
      ),
      asItIs('Revision \\d+ was made the current one again\\.'),
    ],
  },
  statement: {
    goesWith: 'subject',
    mayHold: 'nothing',
    anew: [throughTheBin, [/^Made of “/, 'Made.'], [/^Changed: /, 'Changed.']],
  },
  watch: { goesWith: 'library', mayHold: 'places', anew: [[/^/, 'A watched folder could not be watched further.']] },
};

/** What a line says instead of words that nothing handed over needs. */
export const keptDetail = 'What this line says stays in the library it comes from.';

/** What goes along, as far as lines of the log ask. */
export interface HandedOver {
  readonly articles: { has(article: ArticleId): boolean };
  readonly codes: { has(code: CodeId): boolean };
  readonly collections: { has(collection: CollectionId): boolean };
  /** Marks that failed the verbatim check. */
  readonly marksLeftOut: { has(mark: AnnotationId | StatementId): boolean };
}

/** A line of the log as it leaves; null when it stays. */
export function eventInScope({ event, about }: EventRow, scope: Scope, handed: HandedOver): EventRecord | null {
  // Nobody has decided about an unknown kind; where nothing is held back it is no different from the rest.
  if (!isEventKind(event.kind)) return scope.whole && scope.notes ? event : null;
  const rule = eventRules[event.kind];
  if (!scope.whole && rule.goesWith === 'library') return null;
  if (!subjectLeaves(about, scope, handed)) return null;
  const told = scope.whole ? event : { ...event, agent: withoutPackage(event.agent) };
  if (about.kind === 'gone') return { ...told, detail: keptDetail };
  return isWhole(rule, scope) ? told : { ...told, detail: anew(rule, event.detail) };
}

/** A line that came with a package says so; what somebody called that package stays. */
function withoutPackage(agent: string): string {
  return agent.replace(/, told by the package .*$/s, ', told by a package');
}

function isWhole({ mayHold }: EventRule, scope: Scope): boolean {
  return scope.whole && (mayHold === 'nothing' || (mayHold === 'notes' && scope.notes));
}

function anew(rule: EventRule, detail: string): string {
  const sentence = rule.anew.find(([written]) => written.test(detail));
  if (sentence === undefined) return keptDetail;
  const [written, words] = sentence;
  const match = written.exec(detail) ?? [];
  return words.replace(/\$(&|\d)/g, (_, group: string) => match[group === '&' ? 0 : Number(group)] ?? '');
}

function subjectLeaves(about: EventSubject, scope: Scope, handed: HandedOver): boolean {
  switch (about.kind) {
    case 'library':
    case 'gone':
      return scope.whole;
    case 'article':
      return handed.articles.has(about.article);
    case 'original':
      return about.articles.some((article) => handed.articles.has(article));
    case 'annotation':
      return handed.articles.has(about.article) && !handed.marksLeftOut.has(about.id) && annotationLeaves(about, scope);
    case 'statement':
      return handed.articles.has(about.article) && !handed.marksLeftOut.has(about.id) && statementLeaves(about, scope);
    case 'code':
      return handed.codes.has(about.id);
    case 'collection':
      return handed.collections.has(about.id);
    default:
      return assertNever(about);
  }
}

const page = 1000;

/** The lines that go along, oldest first, each with its place in the log; `after` is the place to go on behind. */
export async function* handedOverEvents(
  { pool }: Pick<CoreContext, 'pool'>,
  scope: Scope,
  handed: HandedOver,
  { signal, after = 0 }: { readonly signal: AbortSignal; readonly after?: number },
): AsyncIterable<{ readonly rowid: number; readonly event: EventRecord }> {
  for (let at = after; ; ) {
    signal.throwIfAborted();
    const rows = await pool.read('export.events', at, page);
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const row of rows) {
      const event = eventInScope(row, scope, handed);
      if (event !== null) yield { rowid: row.rowid, event };
    }
    at = last.rowid;
  }
}
