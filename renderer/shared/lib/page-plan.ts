/** The numbers of the pages that cover the rows `[first, last)`. */
export function pagesFor(first: number, last: number, pageSize: number): number[] {
  const pages: number[] = [];
  for (let page = Math.floor(Math.max(0, first) / pageSize); page * pageSize < last; page += 1) pages.push(page);
  return pages;
}
