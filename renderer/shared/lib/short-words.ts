/** Words to recognise a passage by, on one line: cut after sixty units, at the end of a word. */
export function shortWords(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= 60) return line;
  const cut = line.slice(0, 60).toWellFormed();
  const end = cut.lastIndexOf(' ');
  return `${end > 30 ? cut.slice(0, end) : cut}…`;
}

/** The longest title that is drawn; the longest headlines of newspapers have a third of it. */
export const longestTitle = 400;
/** Of words in a list so much is drawn; whoever opens them has them all. */
const longestWords = 4000;

/** A title as it is drawn: one that goes on for pages is cut, and the article's details have the whole of it. */
export function shownTitle(title: string): string {
  return cutTo(title, longestTitle);
}

/** A passage as a list draws it. */
export function shownWords(words: string): string {
  return cutTo(words, longestWords);
}

function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
