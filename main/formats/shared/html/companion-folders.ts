import { extname } from 'node:path';

/**
 * What browsers call the folder beside `page.html`, in the languages they speak: the list of "connected
 * files" by which Windows moves a page and its folder together.
 */
const companionSuffixes = [
  '_files',
  '.files',
  '-Dateien',
  '_fichiers',
  '_bestanden',
  '_file',
  '_archivos',
  '_arquivos',
  '_ficheiros',
  '-filer',
  '_filer',
  '_tiedostot',
  '_pliki',
  '_soubory',
  '_elemei',
  '_dosyalar',
  '_datoteke',
  '_fitxers',
  '_failid',
  '_fails',
  '_bylos',
  '_fajlovi',
  '_fitxategiak',
];
const pageExtensions = new Set(['.html', '.htm', '.xhtml']);

/** The names that the folder of a page's pictures and styles may have, beside a file of this name; none for what is no page. */
export function companionNames(name: string): string[] {
  const extension = extname(name);
  if (!pageExtensions.has(extension.toLowerCase())) return [];
  const stem = name.slice(0, -extension.length);
  return companionSuffixes.map((suffix) => stem + suffix);
}

/** Which of the names in one folder are companion folders of pages that stand beside them. */
export function companionFolders(names: Iterable<string>): ReadonlySet<string> {
  const all = new Set(names);
  const companions = new Set<string>();
  for (const name of all)
    for (const companion of companionNames(name)) if (all.has(companion)) companions.add(companion);
  return companions;
}
