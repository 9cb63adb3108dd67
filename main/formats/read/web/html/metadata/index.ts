import type { HtmlPage } from '../../../../shared/html/tree.ts';
import { Candidates } from './candidates.ts';
import { chooseMetadata, type PageMetadata } from './choose.ts';
import { readHead } from './head.ts';
import { headlineOf, readHeadings } from './headings.ts';
import { readJsonLd } from './json-ld.ts';
import { chooseLanguage } from './languages.ts';
import { readMicrodata } from './microdata.ts';
import { addSiteNames, choosePublication } from './publications.ts';
import { readShownSections } from './sections.ts';
import { readShownDates } from './shown-dates.ts';
import { readShownNames } from './shown-names.ts';
import { ShownPage } from './shown-page.ts';
import { readShownSubheading } from './shown-subheading.ts';
import { chooseTitle } from './titles.ts';

export interface ReadMetadata extends PageMetadata {
  /** The text that the page gives to machines, a hint for where the body is; null without one. */
  readonly articleBody: string | null;
}

/** Reads what a page says about its article, from its structured data to what it shows. */
export function readMetadata(page: HtmlPage, savedFrom: string | null, fallbackTitle: string): ReadMetadata {
  const candidates = new Candidates();
  readHead(page, candidates);
  const { articleBody } = readJsonLd(page, candidates);
  readMicrodata(page, candidates);
  const headings = readHeadings(page);
  const title = chooseTitle(candidates.of('title'), headings, choosePublication(candidates)?.value ?? null);
  addSiteNames(page, title?.value ?? null, headings, candidates);
  const publication = choosePublication(candidates);
  const headline = headlineOf(page, headings, title?.value ?? null);
  const shown = new ShownPage(page, headline);
  readShownNames(page, shown, candidates);
  readShownDates(page, shown, candidates);
  readShownSubheading(page, shown, headline?.order ?? 0, candidates);
  readShownSections(page, shown, candidates);
  return {
    ...chooseMetadata({
      candidates,
      title,
      publication,
      language: chooseLanguage(page, candidates.of('language')),
      savedFrom,
      fallbackTitle,
    }),
    articleBody,
  };
}
