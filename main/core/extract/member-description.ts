import type { ArticleMetadata, MemberDescription } from '../../contract/index.ts';
import type { CapturedDocument } from '../../formats/format.ts';
import { parseDate } from '../../reading/document/dates.ts';
import { languageTag } from '../../reading/document/language.ts';

/** A document with what its container says of it: before what it says itself, or where it says nothing. */
export function withDescription(captured: CapturedDocument, told: MemberDescription | null): CapturedDocument {
  if (told === null) return captured;
  const saved = told.precedence === 'over' ? (told.saved ?? captured.captured) : (captured.captured ?? told.saved);
  return {
    ...captured,
    part: told.part === '' ? captured.part : told.part,
    captured: saved,
    ...(saved !== null && saved !== captured.captured ? { capturedBy: 'container' as const } : {}),
    metadata: metadataWith(captured.metadata, told),
  };
}

function metadataWith(metadata: ArticleMetadata, told: MemberDescription): ArticleMetadata {
  const { program, precedence, title, url, publication, published, language, description } = told;
  const values = {
    title,
    url,
    publication,
    published: published === null ? null : parseDate(published, 'en'),
    language: languageTag(language),
    description,
    byline: told.byline.length === 0 ? null : told.byline,
  };
  type Field = keyof typeof values;
  const isGuess = (field: Field): boolean => guesses.has(metadata.sources[field]?.from ?? '');
  const says = (field: Field): boolean =>
    Array.isArray(metadata[field]) ? metadata.byline.length > 0 : metadata[field] !== null;
  const taken = (Object.keys(values) as Field[]).filter(
    (field) => values[field] !== null && (precedence === 'over' || !says(field) || isGuess(field)),
  );
  return {
    ...metadata,
    ...Object.fromEntries(taken.map((field) => [field, values[field]])),
    sources: {
      ...metadata.sources,
      ...Object.fromEntries(taken.map((field) => [field, { from: program, overruled: [] }])),
    },
  };
}

/** Where a document's own title is only the best that could be had. */
const guesses: ReadonlySet<string> = new Set(['file-name', 'first-sentence', 'words']);
