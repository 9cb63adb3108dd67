import { companionFolders } from '../../shared/html/companion-folders.ts';
import { isSystemFile } from '../../shared/system-files.ts';

/** Deeper folders are made to be slow; nobody saves pages there. */
const deepest = 32;

/**
 * Tells of each path in a container whether it is part of something else and no article: a file in the folder that a
 * browser wrote beside a saved page, or what a system left there. Paths are parted by `/`.
 */
export function isCompanion(paths: readonly string[]): (path: string) => boolean {
  const names = new Map<string, Set<string>>();
  for (const path of paths) {
    const parts = path.split('/', deepest);
    for (const [depth, name] of parts.entries()) {
      const folder = parts.slice(0, depth).join('/');
      const inside = names.get(folder) ?? new Set();
      names.set(folder, inside.add(name));
    }
  }
  const companions = new Map([...names].map(([folder, inside]) => [folder, companionFolders(inside)]));
  return (path) => {
    const parts = path.split('/', deepest);
    return parts.some(
      (name, depth) => isSystemFile(name) || companions.get(parts.slice(0, depth).join('/'))?.has(name) === true,
    );
  };
}
