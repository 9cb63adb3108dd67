/** Words to recognise a passage by, on one line: cut after sixty units, at the end of a word. */
export function shortWords(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= 60) return line;
  const cut = line.slice(0, 60).toWellFormed();
  const end = cut.lastIndexOf(' ');
  return `${end > 30 ? cut.slice(0, end) : cut}…`;
}
