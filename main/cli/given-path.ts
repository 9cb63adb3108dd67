import { basename, normalize, resolve } from 'node:path';

/**
 * The path of a report's line as the person gave it. The report shows it from the chosen folder's name
 * on (`articles/a.html` for `/home/ada/articles`); here the part that was typed is put back. Where two
 * chosen places have the same name the report's own form stays, because either could be meant.
 */
export function givenPath(shown: string, roots: readonly string[]): string {
  const matching = roots.filter((root) => {
    const name = basename(resolve(root));
    return shown === name || shown.startsWith(`${name}/`) || shown.startsWith(`${name} › `);
  });
  const [root] = matching;
  if (root === undefined || matching.length > 1) return shown;
  const typed = normalize(root).replace(/(?<=.)[\\/]+$/, '');
  const rest = shown.slice(basename(resolve(root)).length);
  return typed === '.' ? rest.replace(/^\//, '') || '.' : typed + rest;
}
