import type { AnnotationRecord, ArticleRecord, HighlightColor, RevisionRecord } from '../../contract/index.ts';
import { hashAddress } from '../shared/hash-address.ts';
import { type Codebook, revisionOf } from './marks.ts';

/**
 * Annotations as the W3C Web Annotation Data Model writes them (Recommendation of 23 February 2017).
 * Notes are bodies with the purpose `commenting`, codes bodies with the purpose `tagging` (the code's
 * own id is their `canonical`, section 3.3.7: a body with an `id` may have no purpose). The colour is
 * a style class with its style sheet (section 4.4). The target is the article's address, or its URN;
 * its state says when that was captured and names the text by hash as an RFC 6920 address (section
 * 4.3.1). Text positions count UTF-16 units of the canonical text.
 */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** The fill behind the words on white paper, for a viewer that applies the style sheet. */
const fills: Readonly<Record<HighlightColor, string>> = {
  amber: '#ffe08a',
  green: '#c4e8b0',
  blue: '#bfdcf7',
  rose: '#f9cbd6',
};

export interface TextualBody {
  readonly canonical?: string;
  readonly type: 'TextualBody';
  readonly purpose: 'commenting' | 'tagging';
  readonly format: 'text/markdown' | 'text/plain';
  readonly value: string;
}

export interface WebAnnotation {
  readonly '@context': typeof annotationContext;
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: readonly ('highlighting' | 'commenting' | 'tagging')[];
  readonly created: string;
  readonly modified: string;
  readonly generator: { readonly type: 'Software'; readonly name: string };
  readonly stylesheet?: { readonly type: 'CssStylesheet'; readonly value: string };
  readonly body?: readonly TextualBody[];
  readonly target: {
    readonly type: 'SpecificResource';
    readonly source: string;
    readonly scope: string;
    readonly styleClass?: HighlightColor;
    /** None where the annotation is on the article as a whole. */
    readonly selector?: readonly [
      { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix: string; readonly suffix: string },
      ...{ readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number }[],
    ];
    readonly state: { readonly type: 'TimeState'; readonly sourceDate: string; readonly cached: string };
  };
}

/** One annotation with its selectors as they were made. `agent` is the program and its version. */
export function annotationToJsonLd(
  article: ArticleRecord,
  annotation: AnnotationRecord,
  codebook: Codebook,
  agent: string,
): WebAnnotation {
  const made = annotation.placements.find((placement) => placement.revision === annotation.madeIn);
  const bodies = bodiesOf(annotation, codebook);
  const position =
    made === undefined || made.start === null || made.end === null
      ? []
      : [{ type: 'TextPositionSelector' as const, start: made.start, end: made.end }];
  return {
    '@context': annotationContext,
    id: `urn:uuid:${annotation.id}`,
    type: 'Annotation',
    motivation: motivationsOf(annotation),
    created: annotation.created,
    modified: annotation.modified,
    generator: { type: 'Software', name: agent },
    ...(annotation.color === null ? {} : { stylesheet: stylesheetOf(annotation.color) }),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: {
      type: 'SpecificResource',
      source: sourceOf(article),
      scope: `urn:uuid:${article.id}`,
      ...(annotation.color === null ? {} : { styleClass: annotation.color }),
      ...(annotation.quote === ''
        ? {}
        : {
            selector: [
              {
                type: 'TextQuoteSelector',
                exact: annotation.quote,
                prefix: annotation.prefix,
                suffix: annotation.suffix,
              },
              ...position,
            ],
          }),
      state: stateOf(article, revisionOf(article, annotation.madeIn)),
    },
  };
}

/** The article's address on the web, or its name. */
export function sourceOf(article: ArticleRecord): string {
  return webAddress(article.url) ?? `urn:uuid:${article.id}`;
}

/** When a text was captured, and which one it is. */
export function stateOf(article: ArticleRecord, revision: RevisionRecord): WebAnnotation['target']['state'] {
  const capture = article.captures.find((candidate) => candidate.id === revision.capture);
  return {
    type: 'TimeState',
    sourceDate: dateTime(capture?.captured ?? null) ?? capture?.imported ?? revision.created,
    cached: hashAddress(revision.sha256),
  };
}

function webAddress(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? url : null;
}

/** The model asks for xsd:dateTime with a zone; a date alone is none. */
function dateTime(captured: string | null): string | null {
  return captured !== null && /T.*(Z|[+-]\d\d:\d\d)$/.test(captured) ? captured : null;
}

function motivationsOf(annotation: AnnotationRecord): WebAnnotation['motivation'] {
  const motivations: ('highlighting' | 'commenting' | 'tagging')[] = [];
  if (annotation.color !== null) motivations.push('highlighting');
  if (annotation.note !== '') motivations.push('commenting');
  if (annotation.codes.length > 0) motivations.push('tagging');
  return motivations.length === 0 ? ['highlighting'] : motivations;
}

function stylesheetOf(color: HighlightColor) {
  return { type: 'CssStylesheet' as const, value: `.${color} { background-color: ${fills[color]}; }` };
}

function bodiesOf(annotation: AnnotationRecord, codebook: Codebook): TextualBody[] {
  const bodies: TextualBody[] = [];
  if (annotation.note !== '')
    bodies.push({ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: annotation.note });
  for (const id of annotation.codes) {
    const code = codebook.get(id);
    if (code !== null)
      bodies.push({
        canonical: `urn:uuid:${id}`,
        type: 'TextualBody',
        purpose: 'tagging',
        format: 'text/plain',
        value: code.name,
      });
  }
  return bodies;
}

export interface CollectionDescription {
  /** An IRI. */
  readonly id: string;
  readonly label: string;
  readonly created: string;
  readonly agent: string;
  readonly total: number;
}

/**
 * An AnnotationCollection (section 5.1) in one file: its only page is embedded, because the model
 * gives further pages no place but their own address. `items` are annotations as JSON text.
 */
export async function* collectionToJsonLd(
  description: CollectionDescription,
  items: AsyncIterable<string> | Iterable<string>,
): AsyncIterable<string> {
  const page = `${description.id}#page-1`;
  const head = {
    '@context': annotationContext,
    id: description.id,
    type: 'AnnotationCollection',
    label: description.label,
    created: description.created,
    generator: { type: 'Software', name: description.agent },
    total: description.total,
  };
  const collection = { id: description.id, label: description.label, total: description.total };
  if (description.total === 0) {
    yield `${JSON.stringify(head, null, 2)}\n`;
    return;
  }
  yield `${JSON.stringify({ ...head, last: page }, null, 2).replace(/\n\}$/, '')},\n`;
  yield `  "first": ${JSON.stringify({ id: page, type: 'AnnotationPage', partOf: collection, startIndex: 0 }).replace(/\}$/, '')},"items": [`;
  let first = true;
  for await (const item of items) {
    yield `${first ? '' : ','}\n${item}`;
    first = false;
  }
  yield '\n]}\n}\n';
}
