import { describe, expect, it } from 'vitest';
import type { Block, BlockPurpose } from '../../../main/contract/index.ts';
import { readCorrespondence } from '../../../main/formats/read/mail/email/correspondence.ts';
import { commentLabel, isBylineLine, tailLabel } from '../../../main/formats/read/web/html/labels.ts';
import { namesIn } from '../../../main/formats/read/web/html/metadata/names.ts';
import { signerOf } from '../../../main/formats/read/web/html/metadata/signatures.ts';
import { readByline } from '../../../main/reading/document/byline.ts';
import { markFurniture } from '../../../main/reading/document/furniture.ts';
import { correctionPattern } from '../../../main/reading/document/furniture-rules.ts';
import { isReleaseLine, readDateLine } from '../../../main/reading/document/head.ts';
import { monthOf } from '../../../main/reading/document/month-names.ts';
import { languages } from '../../../main/reading/languages/index.ts';
import { examples } from './examples.ts';

/** Every language's words, held against lines as its papers print them and sentences as they write them. */

const prose =
  'The harbour commission met on Tuesday evening to hear the residents of Port Ellery, who had waited since the spring for an answer about the north pier and its future.';

function paragraph(text: string): Block {
  return { kind: 'paragraph', role: 'body', purpose: null, content: { text, marks: [] } };
}

/** What a line below an article is for; null for the article's own prose. */
function purposeBelow(line: string): BlockPurpose | null {
  const block = markFurniture([paragraph(prose), paragraph(line)])[1];
  return block?.role === 'furniture' ? block.purpose : null;
}

describe.each(languages.map(({ code }) => [code]))('%s', (code) => {
  const own = examples[code] ?? {};
  const { furniture = {}, articleProse = [], tails = [], commentTails = [], notTails = [] } = own;
  const { signs = [], notSigns = [], corrections = [], bylines = [], plainBylines = [], signers = [] } = own;
  const { releases = [], dates = [], notDates = [], months = [], letterLines = [] } = own;

  it('has examples', () => {
    expect(examples[code]).toBeDefined();
  });

  it('tells what is furniture, and what for', () => {
    const told = Object.entries(furniture).flatMap(([purpose, lines]) =>
      lines.map((line) => [line, purposeBelow(line) === purpose ? purpose : purposeBelow(line)]),
    );
    const expected = Object.entries(furniture).flatMap(([purpose, lines]) => lines.map((line) => [line, purpose]));
    expect(told).toEqual(expected);
  });

  it('leaves the article its prose', () => {
    expect(articleProse.filter((line) => purposeBelow(line) !== null)).toEqual([]);
  });

  it('knows the labels after which no article goes on', () => {
    expect([...tails, ...commentTails].filter((line) => !tailLabel.test(line))).toEqual([]);
    expect(commentTails.filter((line) => !commentLabel.test(line))).toEqual([]);
    expect(tails.filter((line) => commentLabel.test(line))).toEqual([]);
    expect(notTails.filter((line) => tailLabel.test(line))).toEqual([]);
  });

  it('knows the lines that sign and date an article', () => {
    expect(signs.filter((line) => !isBylineLine(line))).toEqual([]);
    expect(notSigns.filter((line) => isBylineLine(line))).toEqual([]);
  });

  it('knows how a paper corrects itself', () => {
    expect(corrections.filter((line) => !correctionPattern.test(line))).toEqual([]);
    expect(articleProse.filter((line) => correctionPattern.test(line))).toEqual([]);
  });

  it('finds the names in a byline', () => {
    expect(bylines.map(([line]) => [line, namesIn(line, { publication: null })])).toEqual(bylines);
    expect(plainBylines.map(([line]) => [line, readByline(line)?.names])).toEqual(plainBylines);
    expect(signers.map(([line]) => [line, signerOf(line)])).toEqual(signers);
    expect(articleProse.filter((line) => readByline(line) !== null)).toEqual([]);
  });

  it('knows the lines that announce a release or are a date', () => {
    expect(releases.filter((line) => !isReleaseLine(line))).toEqual([]);
    expect(articleProse.filter((line) => isReleaseLine(line))).toEqual([]);
    expect(dates.map(([line]) => [line, readDateLine(line, code)?.value.slice(0, 10)])).toEqual(dates);
    expect(notDates.filter((line) => readDateLine(line, code) !== null)).toEqual([]);
  });

  it('knows how its papers spell months', () => {
    expect(months.map(([name]) => [name, monthOf(name, code)])).toEqual(months);
  });

  it('knows the lines above a letter that is answered or forwarded', () => {
    const isSetAside = (line: string): boolean =>
      readCorrespondence([paragraph(prose), paragraph(line), paragraph('Cc: pier@harbour.example')], false).blocks[1]
        ?.role === 'furniture';
    expect(letterLines.filter((line) => !isSetAside(line))).toEqual([]);
    expect(articleProse.filter(isSetAside)).toEqual([]);
  });
});
