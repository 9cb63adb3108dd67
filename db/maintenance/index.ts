import { copyLibrary } from './backup.ts';
import { checkSearchIndex } from './search-index.ts';
import { checkSoundness } from './soundness.ts';
import { checkTexts } from './texts.ts';

/** Work that reads the whole library. Each gets a connection of its own, which can only read. */
export const maintenance = {
  'backup.copy': copyLibrary,
  'check.searchIndex': checkSearchIndex,
  'check.soundness': checkSoundness,
  'check.texts': checkTexts,
} as const;

export type Maintenance = typeof maintenance;
