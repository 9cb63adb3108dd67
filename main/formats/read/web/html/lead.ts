import { type HtmlElement, type HtmlPage, lastOrder } from '../../../shared/html/tree.ts';
import { holdsBlocks, type Measures } from './measure.ts';
import { classWords, type Pruned } from './prune.ts';
import { plainText } from './removal-log.ts';

/** The paragraph under a headline that many papers set outside the article's own box. */

const leadWords =
  / (?:lead|leads|lede|lead ?(?:text|in)|intro|intros|intro ?(?:text|box|duction)?|introduction|einleitung|teaser|teaser ?text|abstract|standfirst|excerpt|summary|vorspann|chapo|chapeau|entradilla|bajada|copete|sommario|description|desc|short ?(?:info|text|description)|perex|zajawka|ingress|subtitle|sub ?title|sub ?headline|dek) /u;
const notLead =
  / (?:captions?|credits?|copyright|meta|date|author|byline|share|social|breadcrumbs?|tags?|image|figure|video|audio|player|menu|nav|newsletter|ad|ads) /u;

const longestLead = 1500;
/** A page whose frame holds so much more than the article is not searched: its boxes are others' leads. */
const widestFrame = 1.7;

/** Paragraphs between the headline and the article's box, in order. */
export function findLead(page: HtmlPage, root: HtmlElement, headline: string | null, pruned: Pruned): HtmlElement[] {
  const { measures } = pruned;
  const heading = findHeadline(page, root, headline, pruned);
  if (heading === null) return [];
  const frame = commonAncestor(heading, root);
  if (frame === null || (measures.prose[frame.order] ?? 0) > (measures.prose[root.order] ?? 0) * widestFrame + 600)
    return [];
  const found: HtmlElement[] = [];
  let end = heading.order;
  for (let order = heading.order + 1; order < root.order; order += 1) {
    const element = page.elements[order - 1];
    if (element === undefined || order <= end) continue;
    if (pruned.isRemoved(element) || contains(element, root)) {
      if (pruned.isRemoved(element)) end = lastOrder(element);
      continue;
    }
    if (element.name === 'figure' || element.name === 'figcaption' || element.name === 'li') {
      end = lastOrder(element);
      continue;
    }
    if (!isLead(element, measures)) continue;
    found.push(element);
    end = lastOrder(element);
  }
  return found;
}

function isLead(element: HtmlElement, measures: Measures): boolean {
  const text = measures.text[element.order] ?? 0;
  const linked = measures.linked[element.order] ?? 0;
  if (text < 40 || text > longestLead || linked > text * 0.35) return false;
  const words = classWords(element);
  if (notLead.test(words)) return false;
  const isNamed = leadWords.test(words);
  if (/^h[2-6]$/u.test(element.name)) return isNamed && text > 80;
  if (holdsBlocks(element)) return isNamed && (measures.prose[element.order] ?? 0) > text * 0.6;
  if (inline.has(element.name)) return isNamed && element.parent !== null && !isLine(element.parent);
  return (isNamed || element.name === 'p' || text > 120) && (measures.prose[element.order] ?? 0) > 0;
}

const inline = new Set(['span', 'strong', 'b', 'em', 'i', 'a', 'font', 'small']);

function isLine(element: HtmlElement): boolean {
  return element.children.some((child) => child.kind === 'text' && child.text.trim() !== '');
}

/** The heading with the article's title that stands before its box and nearest to it. */
function findHeadline(page: HtmlPage, root: HtmlElement, headline: string | null, pruned: Pruned): HtmlElement | null {
  const wanted = headline === null ? null : squeeze(headline);
  let found: HtmlElement | null = null;
  for (let order = 1; order < root.order; order += 1) {
    const element = page.elements[order - 1];
    if (element === undefined || !/^h[1-3]$/u.test(element.name)) continue;
    const isTitle = wanted !== null && squeeze(plainText(element, 600)) === wanted;
    if (isTitle || (element.name === 'h1' && found === null && !pruned.isRemoved(element))) found = element;
  }
  return found;
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function contains(element: HtmlElement, other: HtmlElement): boolean {
  for (let at: HtmlElement | null = other; at !== null; at = at.parent) if (at === element) return true;
  return false;
}

function commonAncestor(one: HtmlElement, other: HtmlElement): HtmlElement | null {
  for (let at = one.parent; at !== null; at = at.parent) if (contains(at, other)) return at;
  return null;
}
