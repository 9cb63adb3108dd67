/** Two letters for a person's disc: first and last name's, `Ines Alder` → `IA`, `Reyl` → `R`. */
export function initials(name: string): string {
  const names = name.split(/[\s-]+/).filter((part) => /^\p{L}/u.test(part));
  const [first] = names;
  const last = names.at(-1);
  if (first === undefined || last === undefined) return '?';
  const letter = (part: string) => (Array.from(part)[0] ?? '').toLocaleUpperCase('en');
  return names.length === 1 ? letter(first) : letter(first) + letter(last);
}
