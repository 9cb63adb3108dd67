const systemFiles = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.directory', '__MACOSX']);

/** Files and folders that systems leave everywhere, also in archives; they are nobody's articles and get no line in a report. */
export function isSystemFile(name: string): boolean {
  return systemFiles.has(name) || name.startsWith('._');
}
