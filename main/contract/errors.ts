import { explainSystemError } from './system-errors.ts';

/**
 * Errors cross every boundary as data. `message` is for the person (what happened, to which file,
 * what was kept, what to do); `code` is for programs.
 */
export const errorCodes = [
  'bad-input',
  'unknown-method',
  'cancelled',
  'not-found',
  'conflict',
  'library-missing',
  'library-busy',
  'library-newer',
  'library-damaged',
  'library-read-only',
  'no-library',
  'database-stopped',
  'grant-unknown',
  'words-differ',
  'unsupported',
  'input-output',
  'access-denied',
  'disk-full',
  'limit-exceeded',
  'connection-lost',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface ErrorData {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** The one error class that is thrown on purpose. Anything else that is thrown is a defect. */
export class VerbatimError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorData['details'];
  constructor(code: ErrorCode, message: string, details: ErrorData['details'] = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VerbatimError';
    this.code = code;
    this.details = details;
  }
  toData(): ErrorData {
    return { code: this.code, message: this.message, details: this.details };
  }
  static fromData(data: ErrorData, options?: ErrorOptions): VerbatimError {
    return new VerbatimError(data.code, data.message, data.details, options);
  }
}

/**
 * The reason of an abort that no person asked for: the library is closed, the connection broke. What can go
 * on later is kept for that, where a person's own cancel ends it.
 */
export class Interruption extends DOMException {
  constructor(message: string) {
    super(message, 'AbortError');
  }
}

/** Turns whatever was thrown into data; a defect keeps its message and gets the code `internal`. `place`: what was worked on. */
export function toErrorData(thrown: unknown, place?: string): ErrorData {
  if (thrown instanceof VerbatimError) return thrown.toData();
  if (thrown instanceof DOMException && thrown.name === 'AbortError')
    return { code: 'cancelled', message: 'Cancelled.', details: {} };
  const explained = explainSystemError(thrown, place);
  if (explained !== null) return explained;
  if (thrown instanceof Error) return { code: 'internal', message: thrown.message, details: { name: thrown.name } };
  return { code: 'internal', message: String(thrown), details: {} };
}

/** Ends an exhaustive switch: a new member of the union fails to compile here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}

/** What is told of a revision whose stored words can't be unpacked. */
export function damagedWords(cause?: unknown): VerbatimError {
  return new VerbatimError(
    'library-damaged',
    'The words of a revision can’t be read: what the library keeps of them is damaged. Its original is untouched. “verbatim check” says which articles are concerned. Extract them again: words that the original gives are put back; for others restore a backup.',
    { damaged: 'words' },
    { cause },
  );
}

/** Whether an error tells of words that can't be unpacked: one article's, and not the whole library's. */
export function tellsOfWords(error: unknown): error is VerbatimError {
  return error instanceof VerbatimError && error.details.damaged === 'words';
}
