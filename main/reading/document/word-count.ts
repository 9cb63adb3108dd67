/**
 * Words parted by white space that hold a letter or a digit. Counting stops at `most`: who asks whether
 * a line is short need not read a book.
 */
export function countWords(text: string, most = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (const [run] of text.matchAll(/\S+/gu)) {
    if (/[\p{L}\d]/u.test(run)) count += 1;
    if (count >= most) break;
  }
  return count;
}
