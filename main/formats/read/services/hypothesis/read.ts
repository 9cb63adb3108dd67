import * as v from 'valibot';
import { type ForeignMark, VerbatimError } from '../../../../contract/index.ts';
import type { FormatSource, FoundInFile, MentionedArticle } from '../../../format.ts';
import { parseJson, Text, tolerantArray } from '../../news/news-item/json.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { wordsOfJson } from '../../news/news-item/words.ts';
import { cleanLine, cleanTags, instantOf, listed, markOf, webAddress } from '../exports/brought.ts';

const program = 'Hypothesis';
/** An annotation as the API gives it (h.readthedocs.io, "Annotations"); the export of the client has the same. */
const Selector = v.object({
  type: v.string(),
  exact: Text,
  prefix: Text,
  suffix: Text,
  start: v.fallback(v.nullish(v.number()), null),
});
const Annotation = v.object({
  id: v.string(),
  uri: v.string(),
  user: Text,
  user_info: v.fallback(v.nullish(v.object({ display_name: Text })), null),
  created: Text,
  updated: Text,
  text: Text,
  tags: tolerantArray(v.string()),
  references: tolerantArray(v.string()),
  target: tolerantArray(v.object({ selector: tolerantArray(Selector) })),
  document: v.fallback(v.nullish(v.object({ title: tolerantArray(v.string()) })), null),
});
type Annotation = v.InferOutput<typeof Annotation>;
/** The client's export has `annotations`, an answer of the API `rows`. */
const Export = v.object({ annotations: tolerantArray(Annotation), rows: tolerantArray(Annotation) });

/** For `FormatReader.read`. */
export async function* read({ bytes, signal }: FormatSource): AsyncIterable<FoundInFile> {
  const annotations = annotationsOf(parseJson(bytes, 'annotations of Hypothesis'));
  if (annotations.length === 0)
    throw new VerbatimError('unsupported', 'It is a file of Hypothesis without any annotation.');
  const isBySeveral = new Set(annotations.map(({ user }) => user)).size > 1;
  const replies = repliesIn(annotations);
  const parts = new PartNames();
  for (const [uri, own] of byAddress(annotations)) {
    signal.throwIfAborted();
    yield mentionOf(uri, own, parts, (annotation) => noteOf(annotation, replies, isBySeveral));
  }
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfJson(parseJson(bytes, 'annotations of Hypothesis'));
}

function annotationsOf(json: unknown): readonly Annotation[] {
  const read = v.safeParse(Export, json);
  if (!read.success || Array.isArray(json)) return v.parse(tolerantArray(Annotation), json);
  return [...read.output.annotations, ...read.output.rows];
}

/** Annotations that aren't answers, by the address they are on. */
function byAddress(annotations: readonly Annotation[]): ReadonlyMap<string, readonly Annotation[]> {
  const known = new Set(annotations.map(({ id }) => id));
  const groups = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    // An answer to something that isn't in the file stands for itself.
    if (annotation.references.some((id) => known.has(id))) continue;
    const group = groups.get(annotation.uri) ?? [];
    group.push(annotation);
    groups.set(annotation.uri, group);
  }
  return groups;
}

/** Answers by the annotation that began the talk, the oldest first. */
function repliesIn(annotations: readonly Annotation[]): ReadonlyMap<string, readonly Annotation[]> {
  const replies = new Map<string, Annotation[]>();
  const known = new Set(annotations.map(({ id }) => id));
  for (const annotation of annotations.toSorted((a, b) => ((a.created ?? '') < (b.created ?? '') ? -1 : 1))) {
    const root = annotation.references.find((id) => known.has(id));
    if (root === undefined) continue;
    const group = replies.get(root) ?? [];
    group.push(annotation);
    replies.set(root, group);
  }
  return replies;
}

function nameOf({ user, user_info }: Annotation): string {
  return cleanLine(user_info?.display_name) ?? cleanLine(user?.replace(/^acct:|@.*$/gu, '')) ?? 'somebody';
}

/** The note with its answers. Who wrote it is said where several did: a library's own notes are one person's. */
function noteOf(
  annotation: Annotation,
  replies: ReadonlyMap<string, readonly Annotation[]>,
  isBySeveral: boolean,
): string {
  const answers = (replies.get(annotation.id) ?? []).filter(({ text }) => text !== null);
  const own = annotation.text?.trim() ?? '';
  const signed = isBySeveral && own !== '' ? `${own}\n\n— ${nameOf(annotation)}` : own;
  return [signed, ...answers.map((answer) => `> ${nameOf(answer)}: ${(answer.text ?? '').replace(/\n/gu, '\n> ')}`)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function mentionOf(
  uri: string,
  annotations: readonly Annotation[],
  parts: PartNames,
  note: (annotation: Annotation) => string,
): MentionedArticle {
  const url = webAddress(uri);
  return listed({
    part: parts.next(url ?? cleanLine(uri)),
    title: cleanLine(annotations.map(({ document }) => document?.title[0] ?? null).find((title) => title !== null)),
    url,
    marks: { program, tags: [], marks: annotations.map((annotation) => toMark(annotation, note(annotation))) },
  });
}

function toMark({ id, target, tags, created, updated }: Annotation, note: string): ForeignMark {
  const selectors = target.flatMap(({ selector }) => selector);
  const words = selectors.find(({ type, exact }) => type === 'TextQuoteSelector' && exact !== null);
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const quote =
    words === undefined ? null : { exact: words.exact ?? '', prefix: words.prefix ?? '', suffix: words.suffix ?? '' };
  return markOf({
    id,
    quote,
    start: position?.start ?? null,
    note,
    color: quote === null ? null : 'amber',
    tags: cleanTags(tags),
    created: instantOf(created),
    modified: instantOf(updated),
  });
}
