import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { type PackageSource, readWhole } from '../package/package.ts';
import type { PageList } from '../warc/container.ts';
import { addressKey } from '../warc/record-index.ts';

/** What a WACZ says of itself (https://specs.webrecorder.net/wacz/1.1.1/). */

/** A list of pages or a description is read whole; more than this is none. */
const largestList = 64 * 1024 * 1024;

const hashOf = v.object({
  path: v.string(),
  hash: v.optional(v.string()),
  hashing: v.optional(v.string()),
  stats: v.optional(v.object({ hash: v.optional(v.string()), bytes: v.optional(v.number()) })),
});
const Description = v.object({ resources: v.array(hashOf) });

/** A file of the package that isn't as the package says, with the reason in words for a person. */
export interface Difference {
  readonly path: string;
  readonly reason: string;
}

/** Compares the files with the hashes that `datapackage.json` gives for them; versions before 1.1 write them in `stats`. */
export async function compareWithDescription(
  source: PackageSource,
  signal: AbortSignal,
  seen: (bytes: number) => void,
): Promise<Difference[]> {
  const description = await readJson(source, 'datapackage.json');
  const parsed = v.safeParse(Description, description);
  if (!parsed.success)
    return [
      {
        path: 'datapackage.json',
        reason:
          'The package has no description that can be read, so its files could not be compared with their hashes.',
      },
    ];
  const differences: Difference[] = [];
  for (const { path, hash, hashing, stats } of parsed.output.resources) {
    signal.throwIfAborted();
    if (!source.has(path)) {
      differences.push({ path, reason: 'The package announces this file and doesn’t hold it.' });
      continue;
    }
    const written = hash ?? (stats?.hash === undefined ? null : `${hashing ?? 'sha256'}:${stats.hash}`);
    if (written !== null && (await hashFile(source, path, written, seen)) === false)
      differences.push({
        path,
        reason:
          'It does not have the hash that the package gives for it: it was changed or damaged after it was packed. It was read all the same; compare what matters with another copy.',
      });
  }
  return differences;
}

async function hashFile(
  source: PackageSource,
  path: string,
  written: string,
  seen: (bytes: number) => void,
): Promise<boolean | null> {
  const [algorithm = '', expected = ''] = written.split(':');
  if (!/^(?:sha(?:1|224|256|384|512)|md5)$/u.test(algorithm)) return null;
  const hash = createHash(algorithm);
  for await (const chunk of source.stream(path)) {
    hash.update(chunk);
    seen(chunk.byteLength);
  }
  return hash.digest('hex') === expected.toLowerCase();
}

/**
 * The pages that the package lists: those of `pages.jsonl` are what was saved; those of `extraPages.jsonl`
 * were met on the way and may be articles. Null where it lists none.
 */
export async function readPageList(source: PackageSource): Promise<PageList | null> {
  const named = new Set(await readAddresses(source, 'pages/pages.jsonl'));
  const others = new Set(await readAddresses(source, 'pages/extraPages.jsonl'));
  return named.size === 0 ? null : { named, others };
}

async function readAddresses(source: PackageSource, path: string): Promise<string[]> {
  if (!source.has(path)) return [];
  const text = Buffer.from(await readWhole(source, path, largestList)).toString('utf8');
  return text.split('\n').flatMap((line) => {
    const entry = parseJson(line);
    return typeof entry === 'object' && entry !== null && 'url' in entry && typeof entry.url === 'string'
      ? [addressKey(entry.url)]
      : [];
  });
}

async function readJson(source: PackageSource, path: string): Promise<unknown> {
  if (!source.has(path)) return null;
  return parseJson(Buffer.from(await readWhole(source, path, largestList)).toString('utf8'));
}

/** Null for what is no JSON: whoever asked says what is missing. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
