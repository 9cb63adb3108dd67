import type { HtmlPage } from '../tree.ts';
import { Candidates } from './candidates.ts';
import { chooseMetadata, type PageMetadata } from './choose.ts';
import { readHead } from './head.ts';
import { readJsonLd } from './json-ld.ts';
import { readMicrodata } from './microdata.ts';
import { readVisible } from './visible.ts';

export interface ReadMetadata extends PageMetadata {
  /** The text that the page gives to machines, a hint for where the body is; null without one. */
  readonly articleBody: string | null;
}

/** Reads what a page says about its article, from its structured data to what it shows. */
export function readMetadata(page: HtmlPage, savedFrom: string | null, fallbackTitle: string): ReadMetadata {
  const candidates = new Candidates();
  const { articleBody } = readJsonLd(page, candidates);
  readHead(page, candidates);
  readMicrodata(page, candidates);
  const visible = readVisible(page, candidates);
  return { ...chooseMetadata({ candidates, visible, savedFrom, fallbackTitle }), articleBody };
}
