/**
 * So many of the folders around something become its tags, the innermost: nobody sorts more finely, and
 * what lies under a hundred thousand folders costs no more than what lies under one.
 */
export const mostFolders = 16;

/** Folders, notebooks or collections by their ids: what each is called, and which one it is in. */
export interface Folders {
  readonly titles: ReadonlyMap<string, string>;
  readonly parents: ReadonlyMap<string, string>;
}

/** The names of a folder and of those around it, the outermost first. Folders that are in one another are gone through once. */
export function foldersFrom(folder: string, { titles, parents }: Folders): string[] {
  const path = new Set<string>();
  for (let at = folder; titles.has(at) && !path.has(at) && path.size < mostFolders; at = parents.get(at) ?? '')
    path.add(at);
  return [...path].reverse().map((id) => titles.get(id) ?? '');
}
