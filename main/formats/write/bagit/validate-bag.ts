import { createHash } from 'node:crypto';
import { type PackageSource, readWhole, refusedWords, unsafePath } from '../../shared/package/package.ts';
import { type BagAlgorithm, type BagInformation, isKnownAlgorithm } from './bag.ts';
import { decodeTag, linesOf, readDeclaration, readFetchLine, readInformation, readManifestLine } from './tag-files.ts';

/** What validation found. A bag with errors is not valid; warnings leave it valid. */
export interface BagReport {
  readonly valid: boolean;
  readonly version: string | null;
  readonly information: BagInformation;
  readonly algorithms: readonly string[];
  readonly payloadFiles: number;
  readonly payloadBytes: number;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

export interface ValidateOptions {
  readonly signal?: AbortSignal;
  /** Called as bytes are read. */
  readonly onBytes?: (bytes: number) => void;
}

const tagLimit = 512 * 1024 * 1024;
const supportedVersions = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'];
/** Files that a system makes or removes by itself; their absence says nothing about the content. */
const systemFiles = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/** One manifest: what it claims of each path. */
interface Manifest {
  readonly algorithm: BagAlgorithm;
  readonly name: string;
  readonly hashes: ReadonlyMap<string, string>;
}

/**
 * Validates a bag as RFC 8493 §3 asks: complete (every file listed is there, every payload file is
 * listed in every payload manifest) and every checksum right. Nothing is changed or fetched.
 * At most 200 errors are collected; the bag is read to its end all the same.
 */
export async function validateBag(source: PackageSource, options: ValidateOptions = {}): Promise<BagReport> {
  const findings = new Findings();
  for (const refused of source.refused) findings.error(refusedWords(refused));
  const declaration = source.has('bagit.txt')
    ? readDeclaration(await readWhole(source, 'bagit.txt', 10_000))
    : 'bagit.txt is missing';
  if (typeof declaration === 'string') return findings.report({ error: declaration });
  if (!supportedVersions.includes(declaration.version))
    return findings.report({ error: `version ${declaration.version} of BagIt is not known` });
  const strict = declaration.version === '1.0';
  if (!strict) findings.warning(`the bag is of BagIt version ${declaration.version}, older than 1.0`);

  const information = await readBagInformation(source, declaration.encoding, findings);
  const read = (kind: 'manifest' | 'tagmanifest') =>
    readManifests(source, kind, declaration.encoding, strict, findings);
  const manifests = await read('manifest');
  const tagManifests = await read('tagmanifest');
  if (manifests.length === 0) findings.error('it has no payload manifest with a known checksum');
  await checkFetch(source, declaration.encoding, findings);

  const payload = source.files.filter((file) => file.path.startsWith('data/'));
  for (const manifest of manifests) checkComplete(manifest, payload, strict, findings, source);
  for (const manifest of tagManifests) checkListed(manifest, strict, findings, source);
  if (payload.length === 0 && !strict) findings.warning('its payload is empty');
  await checkHashes(source, [...manifests, ...tagManifests], findings, options);

  const payloadBytes = payload.reduce((sum, file) => sum + file.size, 0);
  // A system file that went missing by itself changes the sum, and nothing else.
  const tolerant = !strict && manifests.some(({ hashes }) => [...hashes.keys()].some((path) => systemFiles.test(path)));
  if (!tolerant) checkOxum(information, payload.length, payloadBytes, findings);
  return findings.report({
    version: declaration.version,
    information,
    algorithms: manifests.map((manifest) => manifest.algorithm),
    payloadFiles: payload.length,
    payloadBytes,
  });
}

class Findings {
  readonly #errors: string[] = [];
  readonly #warnings = new Set<string>();
  #unnamed = 0;

  error(text: string): void {
    if (this.#errors.length < 200) this.#errors.push(text);
    else this.#unnamed += 1;
  }
  warning(text: string): void {
    if (this.#warnings.size < 200) this.#warnings.add(text);
  }
  report(found: Partial<BagReport> & { readonly error?: string }): BagReport {
    if (found.error !== undefined) this.error(found.error);
    const errors = this.#unnamed > 0 ? [...this.#errors, `and ${this.#unnamed} more errors`] : this.#errors;
    return {
      valid: errors.length === 0,
      version: found.version ?? null,
      information: found.information ?? [],
      algorithms: found.algorithms ?? [],
      payloadFiles: found.payloadFiles ?? 0,
      payloadBytes: found.payloadBytes ?? 0,
      errors,
      warnings: [...this.#warnings],
    };
  }
}

async function readBagInformation(
  source: PackageSource,
  encoding: string,
  findings: Findings,
): Promise<BagInformation> {
  if (!source.has('bag-info.txt')) return [];
  const text = decodeTag(await readWhole(source, 'bag-info.txt', tagLimit), encoding);
  if (text === null) {
    findings.error(`bag-info.txt is not written in ${encoding}, as bagit.txt says`);
    return [];
  }
  const { information, errors } = readInformation(text);
  for (const error of errors) findings.error(error);
  return information;
}

async function readManifests(
  source: PackageSource,
  kind: 'manifest' | 'tagmanifest',
  encoding: string,
  strict: boolean,
  findings: Findings,
): Promise<readonly Manifest[]> {
  const manifests: Manifest[] = [];
  for (const { path: name } of source.files) {
    const algorithm = new RegExp(`^${kind}-([A-Za-z0-9-]+)\\.txt$`).exec(name)?.[1]?.toLowerCase().replace('-', '');
    if (algorithm === undefined) continue;
    if (!isKnownAlgorithm(algorithm)) {
      findings.warning(`${name}: the checksum ${algorithm} is not known here and was not compared`);
      continue;
    }
    const text = decodeTag(await readWhole(source, name, tagLimit), encoding);
    if (text === null) findings.error(`${name} is not written in ${encoding}, as bagit.txt says`);
    else manifests.push({ algorithm, name, hashes: readManifest(text, name, kind === 'manifest', strict, findings) });
  }
  return manifests;
}

function readManifest(
  text: string,
  name: string,
  payload: boolean,
  strict: boolean,
  findings: Findings,
): Map<string, string> {
  const hashes = new Map<string, string>();
  const folded = new Map<string, string>();
  for (const [index, line] of linesOf(text).entries()) {
    if (line === '') continue;
    const where = `${name}, line ${index + 1}`;
    const parsed = readManifestLine(line);
    if (parsed === null) {
      findings.error(`${where}: not a checksum and a path`);
      continue;
    }
    if (parsed.marked) findings.warning(`${where}: an asterisk before the path, as md5sum writes it`);
    const path = parsed.path.startsWith('./') ? parsed.path.slice(2) : parsed.path;
    if (path !== parsed.path) findings.warning(`${where}: a path that begins with "./"`);
    const reason = unsafePath(path);
    if (reason !== null) findings.error(`${where}: ${reason} (${JSON.stringify(path)})`);
    else if (payload && !path.startsWith('data/')) findings.error(`${where}: ${path} is not in data/`);
    else {
      const before = hashes.get(path);
      if (before !== undefined && before !== parsed.hash)
        findings.error(`${where}: ${path} is listed twice with different checksums`);
      else if (before !== undefined && strict) findings.error(`${where}: ${path} is listed twice`);
      else if (before !== undefined) findings.warning(`${where}: ${path} is listed twice`);
      const fold = path.normalize('NFC').toLowerCase();
      const other = folded.get(fold);
      if (other !== undefined && other !== path)
        findings.warning(
          `${where}: ${path} and ${other} differ only in case or in how accents are written; not every system can hold both`,
        );
      folded.set(fold, path);
      if (systemFiles.test(path)) findings.warning(`${where}: ${path} is a file that a system makes by itself`);
      hashes.set(path, parsed.hash);
    }
  }
  return hashes;
}

/** Every file that a manifest lists must be there; before 1.0 under another case or normal form too. */
function checkListed(manifest: Manifest, strict: boolean, findings: Findings, source: PackageSource): void {
  for (const path of manifest.hashes.keys()) {
    if (source.has(path) || (!strict && (systemFiles.test(path) || variantOf(source, path) !== null))) continue;
    findings.error(`${path} is listed in ${manifest.name} and is not there`);
  }
}

function checkComplete(
  manifest: Manifest,
  payload: readonly { readonly path: string }[],
  strict: boolean,
  findings: Findings,
  source: PackageSource,
): void {
  checkListed(manifest, strict, findings, source);
  const listed = new Set([...manifest.hashes.keys()].map((path) => variantOf(source, path) ?? path));
  for (const { path } of payload)
    if (!listed.has(path)) {
      if (!strict && systemFiles.test(path)) findings.warning(`${path} is not listed in ${manifest.name}`);
      else findings.error(`${path} is not listed in ${manifest.name}`);
    }
}

const foldedNames = new WeakMap<PackageSource, ReadonlyMap<string, string>>();

/**
 * The file that a listed path means on a system that folds case or normal form (macOS, Windows), or
 * null. A manifest made there names the same file in two ways.
 */
function variantOf(source: PackageSource, path: string): string | null {
  if (source.has(path)) return path;
  let names = foldedNames.get(source);
  if (names === undefined) {
    names = new Map(source.files.map((file) => [file.path.normalize('NFC').toLowerCase(), file.path]));
    foldedNames.set(source, names);
  }
  return names.get(path.normalize('NFC').toLowerCase()) ?? null;
}

async function checkFetch(source: PackageSource, encoding: string, findings: Findings): Promise<void> {
  if (!source.has('fetch.txt')) return;
  const text = decodeTag(await readWhole(source, 'fetch.txt', tagLimit), encoding);
  if (text === null) {
    findings.error(`fetch.txt is not written in ${encoding}, as bagit.txt says`);
    return;
  }
  for (const [index, line] of linesOf(text).entries()) {
    if (line === '') continue;
    const parsed = readFetchLine(line);
    const reason = parsed === null ? 'not an address, a length and a path' : unsafePath(parsed.path);
    if (reason !== null) findings.error(`fetch.txt, line ${index + 1}: ${reason}`);
    else if (parsed !== null && !source.has(parsed.path))
      findings.error(`${parsed.path} is still to be fetched from ${parsed.url}; Verbatim does not use the network`);
  }
}

/** Reads every listed file once and compares all its checksums. */
async function checkHashes(
  source: PackageSource,
  manifests: readonly Manifest[],
  findings: Findings,
  options: ValidateOptions,
): Promise<void> {
  const claims = new Map<string, { readonly manifest: Manifest; readonly hash: string }[]>();
  for (const manifest of manifests)
    for (const [listed, hash] of manifest.hashes) {
      const path = variantOf(source, listed);
      if (path === null) continue;
      const known = claims.get(path);
      if (known === undefined) claims.set(path, [{ manifest, hash }]);
      else known.push({ manifest, hash });
    }
  for (const [path, expected] of claims) {
    options.signal?.throwIfAborted();
    const algorithms = [...new Set(expected.map(({ manifest }) => manifest.algorithm))];
    const running = algorithms.map((algorithm) => createHash(algorithm));
    try {
      for await (const chunk of source.stream(path)) {
        options.signal?.throwIfAborted();
        for (const hash of running) hash.update(chunk);
        options.onBytes?.(chunk.byteLength);
      }
    } catch (error) {
      if (options.signal?.aborted === true) throw error;
      findings.error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      continue;
    }
    const found = new Map(algorithms.map((algorithm, index) => [algorithm, running[index]?.digest('hex')]));
    for (const { manifest, hash } of expected)
      if (found.get(manifest.algorithm) !== hash)
        findings.error(`${path} does not have the checksum of ${manifest.name}: it was changed`);
  }
}

/** Payload-Oxum, where it is given, tells quickly that something is missing (RFC 8493 §2.2.2). */
function checkOxum(information: BagInformation, files: number, bytes: number, findings: Findings): void {
  for (const [label, value] of information) {
    if (label.toLowerCase() !== 'payload-oxum') continue;
    if (value !== `${bytes}.${files}`)
      findings.error(`bag-info.txt says Payload-Oxum ${value}, and the payload is ${bytes}.${files}`);
  }
}
