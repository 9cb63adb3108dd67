import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pdfReader } from '../../../main/formats/read/documents/pdf/index.ts';
import { defuddle, type Extracted, type Extractor, ours, readability } from './extractors.ts';
import {
  countSegments,
  meanScore,
  type Score,
  sameAuthors,
  sameDay,
  sameTitle,
  segmentScore,
  shingleScore,
} from './scores.ts';
import { type LabelledPage, readTruth } from './truth.ts';

/**
 * Measures extraction on folders of pages with ground truth: ours, Readability and Defuddle in one
 * process, one after the other, on the same bytes.
 *
 *     npm run bench -- extraction FOLDER…
 *
 * A folder holds its pages (`.html`, `.mhtml`, `.pdf`, gzipped or not) and `ground-truth.json`; where that is
 * missing, the one of a folder beside it whose pages have the same names is taken. Pages with a body's text are
 * scored by 4-word shingles, pages with segments by what must and must not be in the text, and titles,
 * author sets and dates are compared where the folder labels them. The peers read no PDF.
 */

const extractors: readonly Extractor[] = [ours, readability, defuddle];
const nothing: Extracted = { text: '', title: '', authors: [], date: null };

interface Run {
  readonly page: LabelledPage;
  readonly extracted: Extracted;
}

async function runOver(
  extractor: Extractor,
  pages: readonly LabelledPage[],
): Promise<{ runs: Run[]; seconds: number; failed: number }> {
  // The first pages pay for the compiler; they are read once before the clock starts.
  for (const page of pages.slice(0, 10)) await quietly(extractor, page);
  const runs: Run[] = [];
  let failed = 0;
  const before = process.cpuUsage();
  for (const page of pages) {
    const extracted = await quietly(extractor, page);
    if (extracted === null) failed += 1;
    runs.push({ page, extracted: extracted ?? nothing });
  }
  const { user, system } = process.cpuUsage(before);
  return { runs, seconds: (user + system) / 1_000_000, failed };
}

async function quietly(extractor: Extractor, page: LabelledPage): Promise<Extracted | null> {
  try {
    return await extractor.extract(page.bytes, page.name);
  } catch {
    return null;
  }
}

function show(score: Score): string {
  return `precision ${score.precision.toFixed(3)}  recall ${score.recall.toFixed(3)}  F1 ${score.f1.toFixed(3)}`;
}

function share(runs: readonly Run[], labelled: (page: LabelledPage) => boolean, right: (run: Run) => boolean): string {
  const relevant = runs.filter(({ page }) => labelled(page));
  if (relevant.length === 0) return '–';
  const correct = relevant.filter(right).length;
  return `${(correct / relevant.length).toFixed(3)} (${correct} of ${relevant.length})`;
}

function report(runs: readonly Run[], seconds: number, failed: number, sheets: number): void {
  const rate = (count: number): string => (count / seconds).toFixed(0);
  const speed =
    sheets === 0 ? `${rate(runs.length)} pages` : `${rate(runs.length)} files, ${rate(sheets)} printed pages`;
  console.log(`  speed      ${speed} a second of processor time${failed > 0 ? `, ${failed} failed` : ''}`);
  const bodies = runs.flatMap(({ page, extracted }) =>
    page.body === null ? [] : [shingleScore(page.body, extracted.text)],
  );
  if (bodies.length > 0) console.log(`  body       ${show(meanScore(bodies))}  over ${bodies.length} pages`);
  const counts = runs
    .filter(({ page }) => page.mustHave.length + page.mustNot.length > 0)
    .map(({ page, extracted }) => countSegments(extracted.text, page.mustHave, page.mustNot));
  if (counts.length > 0) console.log(`  segments   ${show(segmentScore(counts))}  over ${counts.length} pages`);
  if (runs.some(({ page }) => page.title !== null)) {
    console.log(
      `  titles     ${share(
        runs,
        (page) => page.title !== null,
        ({ page, extracted }) => sameTitle(page.title ?? '', extracted.title),
      )}`,
    );
    console.log(
      `  authors    ${share(
        runs,
        (page) => page.authors.length > 0,
        ({ page, extracted }) => sameAuthors(page.authors, extracted.authors),
      )}`,
    );
    console.log(
      `  dates      ${share(
        runs,
        (page) => page.date !== null,
        ({ page, extracted }) => sameDay(page.date ?? '', extracted.date),
      )}`,
    );
  }
}

/** How many printed pages the PDFs among them have together. */
async function countSheets(pages: readonly LabelledPage[]): Promise<number> {
  const counts = pages.filter(isPdf).map(({ bytes }) => pdfReader.pages?.count(bytes) ?? 0);
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

function isPdf({ name }: LabelledPage): boolean {
  return name.endsWith('.pdf');
}

/** The folder itself, then those beside it. */
function truthFolders(folder: string): string[] {
  const beside = dirname(resolve(folder));
  return [folder, ...readdirSync(beside).map((name) => join(beside, name))];
}

const folders = process.argv.slice(2).filter((argument) => argument !== 'extraction');
if (folders.length === 0) {
  console.error('Usage: npm run bench -- extraction FOLDER…   (a folder holds ground-truth.json and its pages)');
  process.exitCode = 1;
}
for (const folder of folders) {
  const pages = truthFolders(folder)
    .filter((truth) => existsSync(join(truth, 'ground-truth.json')))
    .map((truth) => readTruth(folder, truth))
    .find(({ length }) => length > 0);
  if (pages === undefined) {
    console.error(`${folder}: no ground-truth.json for its pages, there or beside it`);
    process.exitCode = 1;
    continue;
  }
  console.log(`\n${folder}: ${pages.length} pages`);
  const sheets = await countSheets(pages);
  for (const extractor of pages.every(isPdf) ? [ours] : extractors) {
    const { runs, seconds, failed } = await runOver(extractor, pages);
    console.log(` ${extractor.name}`);
    report(runs, seconds, failed, sheets);
  }
}
