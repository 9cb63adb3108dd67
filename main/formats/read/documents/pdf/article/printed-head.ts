import { type Block, type BlockPurpose, blockText, type PreciseDate, runsOf } from '../../../../../contract/index.ts';
import { readByline } from '../../../../../reading/document/byline.ts';
import { parseDate } from '../../../../../reading/document/dates.ts';
import { countWords } from '../../../../../reading/document/word-count.ts';
import { isName, namesIn, saysWriter } from '../../../web/html/metadata/names.ts';

/**
 * What stands between the headline and the first paragraph of a printed page: byline, dates, a line that
 * sums the article up, and buttons. All of it is set aside; what it says becomes metadata.
 */
export interface PrintedHead {
  readonly byline: readonly string[];
  readonly published: PreciseDate | null;
  readonly modified: PreciseDate | null;
  readonly subheading: string | null;
  /** The blocks, marked as what they are. */
  readonly blocks: ReadonlyMap<Block, Block>;
}

const longestLine = 160;
const changed =
  /\b(?:updated|modified|last (?:edit|change)|aktualisiert|mis à jour|actualizado|aggiornato|atualizado)\b/iu;

export function readPrintedHead(head: readonly Block[], language: string | null): PrintedHead {
  const found = {
    byline: [] as readonly string[],
    published: null as PreciseDate | null,
    modified: null as PreciseDate | null,
  };
  let subheading: string | null = null;
  let awaitsName = false;
  const blocks = new Map<Block, Block>();
  for (const [index, block] of head.entries()) {
    let purpose: BlockPurpose = 'other';
    for (const line of runsOf(block).flatMap(({ content }) => content.text.split(/\s+[|•·]\s+/u))) {
      const text = line.trim();
      if (text === '' || text.length > longestLine) continue;
      const names = namesOf(text, awaitsName);
      if (names.length > 0 && found.byline.length === 0) {
        found.byline = names;
        purpose = 'byline';
      }
      awaitsName = /^(?:(?:posted|written|story|text) )?(?:by|von|par|por|di)\s*:?$/iu.test(text);
      const date = /\d/u.test(text) && countWords(text) <= 20 ? parseDate(text, language) : null;
      if (date === null || date.precision === 'year') continue;
      if (changed.test(text)) found.modified ??= date;
      else found.published ??= date;
      if (purpose === 'other') purpose = 'dateline';
    }
    if (index === 0 && purpose === 'other' && isSummary(block)) {
      subheading = blockText(block);
      continue;
    }
    blocks.set(block, { ...block, role: 'furniture', purpose });
  }
  return { ...found, published: found.published ?? found.modified, subheading, blocks };
}

function namesOf(text: string, isAwaited: boolean): readonly string[] {
  const byline = readByline(text);
  if (byline !== null) return byline.names;
  const names = { publication: null };
  if (saysWriter(text))
    return namesIn(text.replace(/\s+on\s+\p{Lu}\p{Ll}+ \d.*$/u, ''), names).filter((name) => name.includes(' '));
  return isAwaited && text.includes(' ') && isName(text, names) ? [text] : [];
}

/** The first line under the headline, when it is a sentence or nearly one. */
function isSummary(block: Block): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return false;
  const count = countWords(block.content.text);
  return count >= 8 && count <= 60;
}
