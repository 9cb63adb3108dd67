import { VerbatimError } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';

/** Throws `library-read-only` before long work begins that could only be read. */
export function throwUnlessWritable({ pool }: Pick<CoreContext, 'pool'>): void {
  if (!pool.writable)
    throw new VerbatimError('library-read-only', 'This library is open for reading only, so nothing can be written.');
}
