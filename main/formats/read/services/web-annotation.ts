import type { HighlightColor, Selectors } from '../../../contract/index.ts';
import { highlightColors } from '../../../contract/index.ts';
import { hashOfAddress } from '../../shared/hash-address.ts';
import { jsonPieces } from '../../shared/json/json-stream.ts';
import { isQuotation, type QuotedStatement, quotedStatement } from './web-statement.ts';

/** An annotation of whatever program, brought to what Verbatim keeps. */
export interface ForeignAnnotation {
  /** As the file names it; null when it has none. */
  readonly id: string | null;
  /** Addresses that may name the article, the most exact one first. */
  readonly sources: readonly string[];
  /** The SHA-256 of the text that positions count in, where the file says so. */
  readonly text: string | null;
  readonly selectors: Selectors;
  readonly hasPosition: boolean;
  /** Whether it is on the article as a whole and names no words of it. */
  readonly isOnWhole: boolean;
  /** Markdown. */
  readonly note: string;
  readonly tags: readonly { readonly id: string | null; readonly name: string }[];
  readonly color: HighlightColor | null;
  readonly created: string | null;
  readonly modified: string | null;
}

/** One item of a file: an annotation, or why it is none that can be placed on words. */
export type ReadAnnotation =
  | { readonly kind: 'annotation'; readonly annotation: ForeignAnnotation }
  | { readonly kind: 'statement'; readonly label: string; readonly statement: QuotedStatement }
  | { readonly kind: 'refused'; readonly label: string; readonly reason: string };

type JsonObject = Readonly<Record<string, unknown>>;

/** More nesting than any real file has; a hostile one is not followed further. */
const deepest = 64;

/** An annotation that is larger than this is none. */
const largestAnnotation = 64 * 1024 * 1024;
/** Where annotations stand in a collection, a page or a graph. */
const holders: ReadonlySet<string> = new Set(['@graph', 'first', 'items', 'next', '*']);

/**
 * Reads a file of any length annotation by annotation, also one that has one a line: a text of more than about 512 MB can't be made.
 * Throws BrokenJson for what is not JSON, where it is met.
 */
export async function* streamAnnotations(chunks: AsyncIterable<Uint8Array>): AsyncIterable<ReadAnnotation> {
  const pieces = jsonPieces(chunks, {
    entering: (path) => (path.every((key) => holders.has(key)) ? 'unless-inner' : 'whole'),
    largestPiece: largestAnnotation,
    several: true,
  });
  for await (const { value } of pieces) yield* annotationsIn(value);
}

/**
 * Reads an annotation, a list, a collection or a page. Whatever else stands in it is passed over; an annotation
 * that cannot be used is refused with the reason.
 */
export function annotationsIn(value: unknown): Iterable<ReadAnnotation> {
  return itemsOf(value, 0);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function hasType(value: JsonObject, type: string): boolean {
  return list(value.type ?? value['@type']).some((name) => name === type || name === `oa:${type}`);
}

function* itemsOf(value: unknown, depth: number): Iterable<ReadAnnotation> {
  if (depth > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* itemsOf(item, depth + 1);
    return;
  }
  if (!isObject(value)) return;
  if (hasType(value, 'Annotation')) {
    yield* annotationsOf(value);
    return;
  }
  for (const key of ['@graph', 'first', 'items', 'next']) yield* itemsOf(value[key], depth + 1);
}

/** An annotation with several targets becomes one for each; only the first keeps the id. */
function* annotationsOf(value: JsonObject): Iterable<ReadAnnotation> {
  const id = stringOrNull(value.id ?? value['@id']);
  const label = id ?? 'an annotation without id';
  const refuse = (reason: string): ReadAnnotation => ({ kind: 'refused', label, reason });
  if (value.body !== undefined && value.bodyValue !== undefined) {
    yield refuse('It has both body and bodyValue, which the W3C model forbids.');
    return;
  }
  const targets = list(value.target);
  if (targets.length === 0) {
    yield refuse('It has no target.');
    return;
  }
  const quotation = list(value.body).find(isQuotation);
  if (quotation !== undefined) {
    const places = targets.map(readTarget);
    const wrong = places.find((place) => typeof place === 'string');
    const stretches = places.filter((place) => typeof place !== 'string');
    yield wrong === undefined
      ? { kind: 'statement', label, statement: quotedStatement(id, quotation, stretches) }
      : refuse(wrong);
    return;
  }
  const bodies = readBodies(value);
  for (const [index, target] of targets.entries()) {
    const place = readTarget(target);
    if (typeof place === 'string') yield refuse(place);
    else
      yield {
        kind: 'annotation',
        annotation: {
          id: index === 0 ? id : null,
          ...place,
          ...bodies,
          created: dateTimeOrNull(value.created),
          modified: dateTimeOrNull(value.modified),
        },
      };
  }
}

function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function dateTimeOrNull(value: unknown): string | null {
  const text = stringOrNull(list(value)[0]);
  if (text === null) return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Where words stand, as a target says it. */
export type Place = Pick<ForeignAnnotation, 'sources' | 'text' | 'selectors' | 'hasPosition' | 'isOnWhole' | 'color'>;

function readTarget(target: unknown): Place | string {
  if (typeof target === 'string') return onWhole([target], null);
  if (!isObject(target)) return 'Its target is neither an address nor an object.';
  const source = target.source;
  const address = stringOrNull(source) ?? (isObject(source) ? stringOrNull(source.id) : null);
  const sources = [stringOrNull(list(target.scope)[0]), address].filter((value) => value !== null);
  if (sources.length === 0) return 'Its target does not say which page it is on.';
  const selectors = flatten(target.selector, 0);
  const color = highlightColors.find((name) => list(target.styleClass).includes(name)) ?? null;
  if (selectors.length === 0) return onWhole(sources, color);
  const quote = selectors.find((selector) => hasType(selector, 'TextQuoteSelector'));
  const position = selectors.find((selector) => hasType(selector, 'TextPositionSelector'));
  const start = position?.start;
  const end = position?.end;
  const span = isCount(start) && isCount(end) && start < end ? { start, end } : null;
  const exact = stringOrNull(quote?.exact);
  if (exact === null && span === null)
    return `Its selectors (${selectors.map((selector) => String(selector.type)).join(', ')}) do not name words.`;
  const state = list(target.state).find(isObject);
  const cached = list(state?.cached).map(stringOrNull);
  const hash = cached.map((value) => (value === null ? null : hashOfAddress(value))).find((value) => value !== null);
  return {
    sources,
    text: hash ?? null,
    hasPosition: span !== null,
    isOnWhole: false,
    selectors: {
      quote: {
        exact: exact ?? '',
        prefix: stringOrNull(quote?.prefix) ?? '',
        suffix: stringOrNull(quote?.suffix) ?? '',
      },
      position: span ?? { start: 0, end: 0 },
    },
    color,
  };
}

function onWhole(sources: readonly string[], color: HighlightColor | null): Place {
  const selectors = { quote: { exact: '', prefix: '', suffix: '' }, position: { start: 0, end: 0 } };
  return { sources, text: null, hasPosition: false, isOnWhole: true, selectors, color };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** Selectors that stand beside each other or refine each other (section 4.2). */
function flatten(selector: unknown, depth: number): JsonObject[] {
  if (depth > deepest) return [];
  return list(selector).flatMap((item) =>
    isObject(item) ? [...flatten(item.refinedBy, depth + 1), item, ...flatten(item.items, depth + 1)] : [],
  );
}

function readBodies(value: JsonObject): Pick<ForeignAnnotation, 'note' | 'tags'> {
  const notes: string[] = [];
  const tags: { id: string | null; name: string }[] = [];
  const plain = stringOrNull(list(value.bodyValue)[0]);
  if (plain !== null) notes.push(plain);
  for (const body of list(value.body)) collectBody(body, tagging(value), notes, tags, 0);
  return { note: notes.join('\n\n'), tags };
}

function tagging(value: JsonObject): boolean {
  const motivations = list(value.motivation);
  return motivations.length === 1 && motivations[0] === 'tagging';
}

function collectBody(
  body: unknown,
  onlyTags: boolean,
  notes: string[],
  tags: { id: string | null; name: string }[],
  depth: number,
): void {
  if (depth > deepest) return;
  if (typeof body === 'string') {
    notes.push(`<${body}>`);
    return;
  }
  if (!isObject(body)) return;
  if (body.items !== undefined) {
    for (const item of list(body.items)) collectBody(item, onlyTags, notes, tags, depth + 1);
    return;
  }
  const inner = body.source;
  if (isObject(inner)) {
    collectBody({ ...inner, purpose: body.purpose ?? inner.purpose }, onlyTags, notes, tags, depth + 1);
    return;
  }
  const text = stringOrNull(body.value ?? body.chars);
  const purposes = list(body.purpose);
  const tag = purposes.includes('tagging') || purposes.includes('classifying') || (onlyTags && purposes.length === 0);
  const address = stringOrNull(body.canonical ?? body.id ?? inner);
  if (tag) {
    const name = text ?? address;
    if (name !== null) tags.push({ id: address, name: name.trim().slice(0, 200) });
  } else if (text !== null) notes.push(text);
  else if (address !== null) notes.push(`<${address}>`);
}
