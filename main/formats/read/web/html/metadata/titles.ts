import type { Candidate } from './candidates.ts';
import type { Heading } from './headings.ts';

/** Which of a page's titles is the article's. */

const separators = /\s+[|»«•·–—:/-]\s+|\s*[|»]\s*|\s+::\s+/u;
const longestTitle = 300;
const shortestHeading = 3;

/**
 * The headline that the page shows wins when the head of the page knows it too; then the only
 * headline it shows; else what the head says, without the publication's name that many add.
 */
export function chooseTitle(
  found: readonly Candidate[],
  headings: readonly Heading[],
  publication: string | null,
): Candidate | null {
  const chosen = chooseAmong(found, headings, publication);
  return chosen === null ? null : { ...chosen, value: completed(chosen.value, found, headings) };
}

/** A title that was cut off, with dots or in the middle, is completed where the page says it whole. */
function completed(title: string, found: readonly Candidate[], headings: readonly Heading[]): string {
  const begin = title.replace(/\s*(?:…|\.{3})$/u, '');
  const hasDots = begin !== title;
  if (begin.length < 20) return title;
  // Only an attribute ends at a quotation mark.
  if (!hasDots && found.some(({ from, value }) => value === title && /^(?:json-ld|title)/u.test(from))) return title;
  const whole = [...headings.map(({ text }) => text), ...found.map(({ value }) => value)].find((text) => {
    const rest = text.startsWith(begin) && text.length <= longestTitle ? text.slice(begin.length) : '';
    // A word that goes on, or the quotation marks at which a careless page's attribute ended.
    return !/…|\.{3}$|\s[|»–—-]\s/u.test(rest) && (hasDots ? rest.trim() !== '' : /^(?:\p{L}|\s*["“„])/u.test(rest));
  });
  return whole ?? title;
}

function chooseAmong(
  found: readonly Candidate[],
  headings: readonly Heading[],
  publication: string | null,
): Candidate | null {
  const shown = headings.filter(
    (heading) =>
      !heading.isSiteName &&
      heading.text.length <= longestTitle &&
      squeeze(heading.text).length >= shortestHeading &&
      !isPublication(heading.text, publication),
  );
  const head = headTitles(found, publication, headings.find(({ isSiteName }) => isSiteName)?.text ?? null);
  const beginnings = new Set(found.flatMap(({ value }) => beginningsOf(value)));
  let best: { heading: Heading; score: number } | null = null;
  for (const heading of shown) {
    const words = squeeze(heading.text);
    // A heading of the third order is one only where the head says it word by word.
    const agrees = beginnings.has(words) && words.length >= shortestBeginning ? 2.9 : 0;
    const score = Math.max(agrees, agreement(heading, head)) + (heading.level === 1 ? 0.4 : 0);
    if (score >= (heading.level === 3 ? 2.9 : 1) && score > (best?.score ?? 0)) best = { heading, score };
  }
  if (best !== null) return { from: 'page', value: withoutLabel(best.heading, head) };
  const first = shown.filter((heading) => heading.level === 1);
  const only = first.length === 1 ? first[0] : undefined;
  const ofHead = head[0] ?? null;
  const alike = first.length === 1 ? null : bestAlike(first.length > 1 ? first : shown, head);
  if (alike !== null) return { from: 'page', value: alike.text };
  const named = shown.filter(({ isNamed }) => isNamed);
  if (first.length === 0 && named[0] !== undefined && named.every(({ text }) => text === named[0]?.text))
    return { from: 'page', value: named[0].text };
  if (only !== undefined && (ofHead === null || only.text.length >= 10 || shareOfWords(only.text, ofHead.value) > 0.5))
    return { from: 'page', value: only.text };
  if (ofHead !== null) return ofHead;
  const heading = first[0] ?? shown.find(({ level }) => level === 2) ?? shown[0] ?? headings[0];
  return heading === undefined ? null : { from: 'page', value: heading.text };
}

/** Of several headlines that which shares most words with what the head says, if it shares most of its own. */
function bestAlike(headings: readonly Heading[], head: readonly Candidate[]): Heading | null {
  let best: { heading: Heading; share: number } | null = null;
  for (const heading of headings)
    for (const { value } of head) {
      const share = shareOfWords(heading.text, value);
      if (share >= 0.5 && share > (best?.share ?? 0)) best = { heading, share };
    }
  return best?.heading ?? null;
}

const shortestBeginning = 15;

/** "Headline - Section - Paper": the words before each of the dashes. */
function beginningsOf(title: string): string[] {
  return [...title.matchAll(/\s[|»«•·–—:/-]\s|\s?\|\s?|\s::\s/gu)].map((match) => squeeze(title.slice(0, match.index)));
}

/** How well a heading agrees with what the head says: 3 the same, 2 its beginning, 1 a part of it. */
function agreement(heading: Heading, head: readonly Candidate[]): number {
  const words = squeeze(heading.text);
  let best = 0;
  for (const { value } of head) {
    const title = squeeze(value);
    if (title === words) return 3;
    if (title.length < 4 || words.length < 4) continue;
    const [shorter, longer] = title.length < words.length ? [title, words] : [words, title];
    const ratio = shorter.length / longer.length;
    if (longer.startsWith(shorter) && (ratio > 0.4 || words.length > 20)) best = Math.max(best, 1.5 + ratio);
    else if (longer.endsWith(shorter) && ratio > 0.5) best = Math.max(best, 1 + ratio);
    else if (longer.includes(shorter) && ratio > 0.3) best = Math.max(best, 0.8 + ratio);
  }
  return best;
}

/** "Topic Headline" where the head says "Headline": the label is no part of it. */
function withoutLabel({ text, parts }: Heading, found: readonly Candidate[]): string {
  const words = squeeze(text);
  const last = parts.at(-1) ?? '';
  const proper = squeeze(last);
  // The label is a part of its own in the heading: then even the page's title tells it.
  if (parts.length > 1 && proper.length > shortestBeginning && words.endsWith(proper)) {
    const label = words.slice(0, -proper.length);
    if (found.some(({ value }) => squeeze(value) === proper || isDashed(value, label, proper))) return last;
  }
  if (found.some(({ from, value }) => from !== 'title' && squeeze(value) === words)) return text;
  const inner = found.find(({ from, value }) => {
    if (from === 'title' || from === 'json-ld page') return false;
    const title = squeeze(value);
    return (
      title.length < words.length &&
      title.length > words.length * 0.4 &&
      title.length > shortestBeginning &&
      (words.endsWith(title) || words.startsWith(title))
    );
  });
  return inner?.value ?? text;
}

/** "Label – Headline": what a dash parts in the head stands on two lines on the page. */
function isDashed(value: string, label: string, proper: string): boolean {
  const dash = [...value.matchAll(/\s[–—/-]\s/gu)].find((match) => squeeze(value.slice(0, match.index)) === label);
  return dash !== undefined && squeeze(value.slice(dash.index)) === proper;
}

const headOrder = ['json-ld', 'opengraph', 'microdata', 'meta', 'dublin-core', 'twitter', 'json-ld page', 'title'];

/** What the head says, best first, without the publication. */
function headTitles(found: readonly Candidate[], publication: string | null, siteName: string | null): Candidate[] {
  const titles: Candidate[] = [];
  for (const from of headOrder)
    for (const candidate of found) {
      if (candidate.from !== from) continue;
      const always = from === 'title' || from === 'json-ld page';
      const whole = candidate.value.replace(/^.*?\s[»|–-]\s(?:Blog Archiv(?:e)?|Archiv(?:e)?)\s[»|–-]\s/u, '');
      const value = withoutPublication(withoutPublication(whole, publication, always), siteName, false);
      if (value !== '' && !isPublication(value, publication)) titles.push({ from, value });
    }
  return titles;
}

/** "Headline | Section | Paper" without what is the paper's; `always` where the parts need no proof. */
export function withoutPublication(title: string, publication: string | null, always: boolean): string {
  const parts = title.split(separators);
  if (parts.length < 2) return title;
  const last = parts[parts.length - 1] ?? '';
  const first = parts[0] ?? '';
  if (publication !== null) {
    const name = squeeze(publication);
    const isName = (part: string): boolean =>
      squeeze(part) === name ||
      (squeeze(part).length > 3 && (name.startsWith(squeeze(part)) || squeeze(part).startsWith(name)));
    if (isName(last)) return trimEnd(title.slice(0, title.lastIndexOf(last)));
    if (isName(first)) return title.slice(first.length).replace(/^[\s|»«•·–—:/-]+/u, '');
  }
  if (/^(?:www\.)?[\w-]+\.(?:com|de|org|net|at|ch|eu|info|fr|es|it|pl|io|co\.uk)(?:\s\/+)?$/iu.test(first))
    return title.slice(first.length).replace(/^[\s|»«•·–—:/-]+/u, '');
  // An address for a last part is the site's own.
  if (/^(?:www\.)?[\w-]+\.(?:com|de|org|net|at|ch|eu|info|fr|es|it|pl|io|co\.uk)$/iu.test(last))
    return trimEnd(title.slice(0, title.lastIndexOf(last)));
  if (!always) return title;
  // A short last part after a stroke names the site; after a dash only where the rest is much longer.
  const isStroke = /[|»«•·]|\s::\s/u.test(title.slice(title.lastIndexOf(last) - 4, title.lastIndexOf(last)));
  const rest = trimEnd(title.slice(0, title.lastIndexOf(last)));
  if (isStroke && rest.length >= 8) return withoutPublication(rest, publication, rest.includes('|'));
  return rest.length > last.length * 1.3 && last.length < 40 ? rest : title;
}

function trimEnd(text: string): string {
  return text.replace(/[\s|»«•·–—:/-]+$/u, '');
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
