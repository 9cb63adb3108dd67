import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { VerbatimError } from '../../../../contract/index.ts';
import { type PackageSource, readWhole } from '../../../shared/package/package.ts';
import type { Difference } from '../records/closing-lines.ts';
import { isDigestOf } from '../records/digests.ts';

/** A longer description is no description. */
const longest = 64 * 1024 * 1024;

/** WACZ 1.1.1, 5.3: what each file should be. Until 1.0 the hash stood apart from its algorithm. */
const Resource = v.object({
  path: v.string(),
  hash: v.optional(v.string()),
  hashing: v.optional(v.string()),
  stats: v.optional(v.object({ hash: v.optional(v.string()) })),
});
const DataPackage = v.object({
  profile: v.optional(v.string()),
  resources: v.optional(v.array(Resource)),
});
const PackageDigest = v.object({
  hash: v.optional(v.string()),
  signedData: v.optional(v.object({ domain: v.optional(v.string()) })),
});

/** What a WACZ says of its own files. */
export interface DataPackage {
  /** Hashes ("sha256:…") by path. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Of `datapackage.json` itself; null where nobody says. */
  readonly ownHash: string | null;
  readonly isSigned: boolean;
}

export const descriptionPath = 'datapackage.json';
export const digestPath = 'datapackage-digest.json';

/** Reads the description; null without one. Throws `unsupported` for a WACZ of WACZ files. */
export async function readDataPackage(zip: PackageSource): Promise<DataPackage | null> {
  if (!zip.has(descriptionPath)) return null;
  const described = v.safeParse(DataPackage, await readJson(zip, descriptionPath));
  if (!described.success)
    throw new VerbatimError(
      'unsupported',
      `It is a WACZ whose ${descriptionPath} can't be read. It may be damaged; make it again with the program that made it.`,
    );
  const { profile, resources = [] } = described.output;
  if (profile === 'multi-wacz-package' || resources.some(({ path }) => /\.wacz$/iu.test(path)))
    throw new VerbatimError(
      'unsupported',
      'It is a collection of other WACZ files (a multi-WACZ), which is not opened. Add the WACZ files that it names, one by one or in a folder.',
    );
  const hashes = new Map<string, string>();
  for (const { path, hash, hashing, stats } of resources) {
    const value = hash ?? stats?.hash;
    if (value !== undefined) hashes.set(path, value.includes(':') ? value : `${hashing ?? 'sha256'}:${value}`);
  }
  const digest = zip.has(digestPath) ? v.safeParse(PackageDigest, await readJson(zip, digestPath)) : null;
  return {
    hashes,
    ownHash: digest?.success === true ? (digest.output.hash ?? null) : null,
    isSigned: digest?.success === true && digest.output.signedData !== undefined,
  };
}

async function readJson(zip: PackageSource, path: string): Promise<unknown> {
  const bytes = await readWhole(zip, path, longest);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** The files of a WACZ that are not as its description says, or couldn't be looked at; none where all is well. */
export async function differencesOf(
  zip: PackageSource,
  described: DataPackage | null,
  signal: AbortSignal,
  goesOn: () => void,
): Promise<Difference[]> {
  const differences: Difference[] = zip.refused.map(({ path, reason }) => ({
    path,
    reason: `It was not read: ${reason}.`,
  }));
  if (described === null)
    return [
      ...differences,
      { path: descriptionPath, reason: 'It is missing, so nothing says whether the files of this WACZ are whole.' },
    ];
  const { hashes, ownHash } = described;
  if (ownHash !== null && !(await isAs(zip, descriptionPath, ownHash, signal, goesOn)))
    differences.push({
      path: descriptionPath,
      reason: 'It is not the one that its digest was made of: it was changed.',
    });
  for (const [path, hash] of hashes) {
    if (!zip.has(path)) differences.push({ path, reason: 'The WACZ announces this file and doesn’t hold it.' });
    else if (!(await isAs(zip, path, hash, signal, goesOn))) differences.push({ path, reason: changed });
  }
  return differences;
}

const changed =
  'It does not have the hash that the WACZ gives for it: it was changed or damaged after it was packed. It was read all the same; compare what matters with another copy.';

async function isAs(
  zip: PackageSource,
  path: string,
  expected: string,
  signal: AbortSignal,
  goesOn: () => void,
): Promise<boolean> {
  const [algorithm = '', value = ''] = expected.split(':', 2);
  // Of a hash of another kind nothing can be said.
  if (!/^(?:sha-?(?:1|224|256|384|512)|md5)$/iu.test(algorithm)) return true;
  const hash = createHash(algorithm.toLowerCase().replace('-', ''));
  try {
    for await (const chunk of zip.stream(path)) {
      signal.throwIfAborted();
      hash.update(chunk);
      goesOn();
    }
  } catch (error) {
    signal.throwIfAborted();
    // What can't be unpacked has no hash.
    if (error instanceof VerbatimError) return false;
    throw error;
  }
  return isDigestOf(hash, value);
}
