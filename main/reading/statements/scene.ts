import type { Person, PreciseDate, Span, SuggestionReason } from '../../contract/index.ts';
import type { Passage } from './passages.ts';
import type { Cast } from './people.ts';
import type { ReportingWords } from './reporting-words.ts';

/** Whom the subject of a reporting verb means. */
export interface Who {
  readonly speakers: readonly Person[];
  /** The subject's own words, where it names nobody. */
  readonly described: string | null;
  readonly by: NonNullable<SuggestionReason['speakerBy']>;
}

/** An article as it is read for who says what. */
export interface Reading {
  readonly passages: readonly Passage[];
  readonly cast: Cast;
  readonly language: string | null;
  readonly published: PreciseDate | null;
}

/** What is known where a clause is read. */
export interface Scene extends Reading {
  readonly words: ReportingWords;
  /** Words in quotation marks, in order: who is named in them isn't taken up by what stands around. */
  readonly quoted: readonly Span[];
  /** Who spoke last before, and where. */
  readonly last: { readonly who: Who; readonly at: number } | null;
} /** A person as a statement names them: without what only the reading needs. */
export function toPerson({ name, role, organization }: Person): Person {
  return { name, role, organization };
}
