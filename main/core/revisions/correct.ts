import {
  type Block,
  type BlockRole,
  leftOutBlocks,
  leftOutWords,
  type RemovalLogEntry,
  removalText,
  VerbatimError,
} from '../../contract/index.ts';

/** What extraction made of a page: the article's blocks, and what was left out around and between them. */
export interface Extraction {
  readonly blocks: readonly Block[];
  readonly removals: readonly RemovalLogEntry[];
}

/** What a person wants otherwise. */
export interface Corrections {
  /** Entries of the removal log; `block` picks one of an entry's blocks, without it all come back. */
  readonly putBack: readonly { readonly entry: number; readonly block?: number | undefined }[];
  /** Blocks of the document that are to count as the article, or to be set aside. */
  readonly roles: readonly { readonly block: number; readonly role: BlockRole }[];
}

const byPerson = { decided: 'by-person' } as const;

/**
 * Makes a person's corrections: each block that was left out comes back at its place, and the log keeps
 * a line that says so. Several at once, or one after the other in any order, give the same document.
 * Throws `bad-input` for what is not there, can't be put back, or would change nothing.
 */
export function correct(extraction: Extraction, corrections: Corrections): Extraction {
  const { blocks, removals } = extraction;
  const chosen = chosenBlocks(removals, corrections.putBack);
  const roles = new Map(corrections.roles.map(({ block, role }) => [block, role]));
  for (const index of roles.keys())
    if (index >= blocks.length) throw refuse('The article has no such block.', { block: index });
  const own = blocks.map((block, index) => withRole(block, roles.get(index) ?? block.role));
  if (chosen.size === 0 && own.every((block, index) => block === blocks[index]))
    throw refuse('This would change nothing.');

  const made: Block[] = [];
  const log: RemovalLogEntry[] = [];
  let next = 0;
  for (const [index, entry] of removals.entries()) {
    const { place } = entry;
    if (place === undefined) {
      log.push(entry);
      continue;
    }
    const before = Math.min(place.before, own.length);
    made.push(...own.slice(next, Math.max(next, before)));
    next = Math.max(next, before);
    const back = chosen.get(index);
    if (back === undefined) log.push({ ...entry, place: { ...place, before: made.length } });
    else putBack(entry, back, made, log);
  }
  made.push(...own.slice(next));
  return { blocks: made, removals: log };
}

/** The chosen blocks of each entry, by its index. */
function chosenBlocks(
  removals: readonly RemovalLogEntry[],
  choices: Corrections['putBack'],
): ReadonlyMap<number, ReadonlySet<number>> {
  const chosen = new Map<number, Set<number>>();
  for (const { entry: index, block } of choices) {
    const entry = removals[index];
    if (entry === undefined) throw refuse('The removal log has no such line.', { entry: index });
    const count = leftOutBlocks(entry).length;
    if (count === 0) throw refuse(whyNot(entry), { entry: index });
    if (block !== undefined && block >= count) throw refuse('This part has no such block.', { entry: index, block });
    const picked = chosen.get(index) ?? new Set();
    for (const one of block === undefined ? Array.from({ length: count }, (_, at) => at) : [block]) picked.add(one);
    chosen.set(index, picked);
  }
  return chosen;
}

function whyNot(entry: RemovalLogEntry): string {
  return entry.returned === 'by-person'
    ? 'This was put back already.'
    : 'The library does not hold where this stood. Extract the article again first.';
}

function refuse(message: string, details: Record<string, number> = {}): VerbatimError {
  return new VerbatimError('bad-input', message, details);
}

/** Puts the chosen blocks of an entry into the document; what stays out between them keeps its own lines. */
function putBack(entry: RemovalLogEntry, chosen: ReadonlySet<number>, made: Block[], log: RemovalLogEntry[]): void {
  const { step, reason } = entry;
  let out: Block[] = [];
  const leaveOut = (): void => {
    if (out.length === 0) return;
    const text = removalText(out.map(leftOutWords).join('\n'));
    log.push({ step, reason, text, place: { before: made.length, blocks: out } });
    out = [];
  };
  for (const [index, block] of leftOutBlocks(entry).entries()) {
    if (!chosen.has(index)) {
      out.push(block);
      continue;
    }
    leaveOut();
    made.push({ ...block, role: 'body', ...byPerson });
    log.push({ step, reason, text: removalText(leftOutWords(block)), returned: 'by-person' });
  }
  leaveOut();
}

/** The block itself where it has the role already. */
export function withRole(block: Block, role: BlockRole): Block {
  if (block.role === role) return block;
  return { ...block, role, purpose: role === 'body' ? null : 'other', ...byPerson };
}
