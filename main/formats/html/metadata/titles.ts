import type { Candidate } from './candidates.ts';

/** Which of a page's titles is the article's. */

interface Heading {
  readonly text: string;
  readonly level: 1 | 2;
}

const separators = /\s+[|»«•·–—:/-]\s+|\s*[|»]\s*|\s+::\s+/u;

/**
 * The headline that the page shows wins when the head of the page knows it too; else what the head
 * says, without the publication's name that many add.
 */
export function chooseTitle(
  found: readonly Candidate[],
  headings: readonly Heading[],
  publication: string | null,
): Candidate | null {
  const first = headings.filter((heading) => heading.level === 1);
  const known = found.map((candidate) => squeeze(candidate.value));
  for (const level of [1, 2] as const)
    for (const heading of headings) {
      if (heading.level !== level || heading.text.length > 300) continue;
      const words = squeeze(heading.text);
      if (words.length < 4 || isPublication(heading.text, publication)) continue;
      if (
        known.some(
          (title) => title === words || (words.length > 12 && (title.startsWith(words) || title.includes(words))),
        )
      )
        return { from: 'page', value: heading.text };
    }
  const only = first.length === 1 ? first[0] : undefined;
  const best = bestOfHead(found, publication);
  if (
    only !== undefined &&
    !isPublication(only.text, publication) &&
    (best === null || shareOfWords(only.text, best.value) > 0.5)
  )
    return { from: 'page', value: only.text };
  if (best !== null) return best;
  const heading = first[0] ?? headings[0];
  return heading === undefined ? null : { from: 'page', value: heading.text };
}

const headOrder = ['json-ld', 'opengraph', 'microdata', 'meta', 'dublin-core', 'twitter', 'json-ld page', 'title'];

function bestOfHead(found: readonly Candidate[], publication: string | null): Candidate | null {
  for (const from of headOrder)
    for (const candidate of found) {
      if (candidate.from !== from) continue;
      const value = withoutPublication(candidate.value, publication, from === 'title');
      if (value !== '' && !isPublication(value, publication)) return { from, value };
    }
  return null;
}

/** "Headline | Section | Paper" without what is the paper's. */
export function withoutPublication(title: string, publication: string | null, always: boolean): string {
  if (publication !== null) {
    const name = squeeze(publication);
    const parts = title.split(separators);
    if (parts.length > 1) {
      const last = parts[parts.length - 1] ?? '';
      const firstPart = parts[0] ?? '';
      if (squeeze(last) === name) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|»«•·–—:/-]+$/u, '');
      if (squeeze(firstPart) === name) return title.slice(firstPart.length).replace(/^[\s|»«•·–—:/-]+/u, '');
    }
  }
  if (!always) return title;
  const parts = title.split(separators).filter((part) => part !== '');
  const longest = parts.reduce((one, other) => (other.length > one.length ? other : one), '');
  return parts.length > 1 && longest.length > title.length * 0.5 ? longest : title;
}

function isPublication(text: string, publication: string | null): boolean {
  return publication !== null && squeeze(text) === squeeze(publication);
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function shareOfWords(one: string, other: string): number {
  const words = new Set(other.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const own = one.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return own.length === 0 ? 0 : own.filter((word) => words.has(word)).length / own.length;
}
