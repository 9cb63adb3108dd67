import type { CodeId, OrganizationId, SpeakerId, StatementRecord } from '../../../contract/index.ts';
import { speakingIn } from '../marks.ts';

/** What elements are called by (`xml:id`), which must begin with a letter: a kind and the library's own id. */
export const names = {
  speaker: (id: SpeakerId) => `speaker-${id}`,
  organization: (id: OrganizationId) => `organization-${id}`,
  /** Whom a statement's article describes and doesn't name. */
  described: ({ id }: StatementRecord) => `described-${id}`,
  code: (id: CodeId) => `code-${id}`,
  statement: ({ id }: StatementRecord) => `statement-${id}`,
  words: ({ id }: StatementRecord, part: number) => `words-${id}-${part}`,
} as const;

/** Pointers to whoever speaks; null where nobody is known. */
export function whoOf(statement: StatementRecord): string | null {
  const speaking = speakingIn(statement).map(({ speaker }) => `#${names.speaker(speaker.id)}`);
  if (speaking.length > 0) return speaking.join(' ');
  return statement.described === undefined ? null : `#${names.described(statement)}`;
}
