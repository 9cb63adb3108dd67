import { type ForeignMarks, VerbatimError } from '../../../contract/index.ts';
import type { CoreContext } from '../../context.ts';
import type { DocumentInRows, ParseResult } from '../../extract/parse-messages.ts';
import type { Companions } from '../../extract/parser-pool.ts';
import type { FoundMember } from '../discover/containers/open-containers.ts';

/** What is taken in as one document or several: a file as it lies, or a member of a container. */
export interface ImportItem {
  /** The file on this machine that it is, or that it is in. */
  readonly file: string;
  readonly name: string;
  readonly shown: string;
  readonly size: number;
  readonly modified: string | null;
  readonly captured: string | null;
  readonly companions: Companions;
  readonly source: FoundMember['source'] | null;
  /** The reader that its container names, and what a person made of it in another program. */
  readonly format: string | null;
  readonly marks: ForeignMarks | null;
}

/** Its documents, or why there are none; only a cancel is thrown. Takes the bytes over. */
export async function parseItem(
  context: CoreContext,
  item: ImportItem,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<ParseResult<DocumentInRows>> {
  const { name, modified, companions, format, source } = item;
  const known = { ...(format === null ? {} : { format }), told: source?.from.told ?? null };
  try {
    return await context.parsers.prepare({ bytes, name, modified, companions, ...known }, signal);
  } catch (error) {
    signal.throwIfAborted();
    const reason =
      error instanceof VerbatimError && error.code !== 'internal'
        ? error.message
        : `Reading it failed: ${error instanceof Error ? error.message : String(error)}. The file was left as it is; the rest went on.`;
    return { kind: 'refused', reason } as const;
  }
}
