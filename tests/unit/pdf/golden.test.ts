import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pdfReader } from '../../../main/formats/read/documents/pdf/index.ts';
import { fixture, summary } from '../formats/reading.ts';
import { missing, read } from './support.ts';

/** Printed from the sources beside them; the report and the newspaper page without the structure of their HTML. */
const names = ['newspaper-page', 'press-release', 'report', 'printed-page', 'hebrew'];

describe('golden pages', () => {
  it.each(names)('%s', async (name) => {
    const golden = new URL(`../../fixtures/pdf/${name}.expected.json`, import.meta.url);
    const { removals, blocks } = await read(fixture(`pdf/${name}.pdf`));
    const whole = {
      ...(await summary(pdfReader, `pdf/${name}.pdf`)),
      pages: blocks.map(({ page }) => page),
      removals: removals.map(({ step, text }) => `${step}: ${text}`),
    };
    expect(whole).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });

  it.each(names)('%s: every word of the blocks is in the original', async (name) => {
    expect(await missing(fixture(`pdf/${name}.pdf`))).toEqual([]);
  });
});
