/** A name as it is compared: compatibility forms, case and diacritics folded, white space single. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').replace(/\s+/g, ' ').trim();
}

/** A LIKE pattern for "contains this", folded; its escape character is a backslash. */
export function containing(part: string): string {
  return `%${fold(part).replace(/[\\%_]/g, '\\$&')}%`;
}
