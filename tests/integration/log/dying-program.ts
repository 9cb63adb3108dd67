import { createCore } from '../../../main/core/create-core.ts';
import { keepLastWords } from '../../../main/launch/last-words.ts';

/** A program that opens a library and dies of an error that nobody catches. */
const core = createCore({ agent: 'Verbatim test' });
keepLastWords(core);
await core.openLibrary(process.argv[2] ?? '', { mode: 'write' });
setTimeout(() => {
  throw new RangeError('the wardens were counted wrongly');
});
