import type { PackageSource } from './package.ts';

/** A package as seen from inside one of its folders: zips hold a package in a folder of their own. */
export function insideFolder(source: PackageSource, folder: string): PackageSource {
  const prefix = `${folder}/`;
  return {
    files: source.files
      .filter(({ path }) => path.startsWith(prefix))
      .map(({ path, size }) => ({ path: path.slice(prefix.length), size })),
    refused: source.refused,
    has: (path) => source.has(prefix + path),
    stream: (path) => source.stream(prefix + path),
    close: () => source.close(),
  };
}
