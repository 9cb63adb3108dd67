import { describe, expect, it } from 'vitest';
import { csvHead, csvLine } from '../../../main/formats/write/csv/csv.ts';

describe('CSV', () => {
  it('quotes what RFC 4180 wants quoted and nothing else', () => {
    expect(csvLine(['plain', 'a, b', 'say "hi"', 'two\nlines', 3, null, ' edge'])).toBe(
      'plain,"a, b","say ""hi""","two\nlines",3,," edge"\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1'])(
    'keeps a spreadsheet from running %j',
    (words) => {
      expect(csvLine([words]).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('leaves numbers negative', () => {
    expect(csvLine([-1])).toBe('-1\r\n');
  });

  it('begins with a byte order mark', () => {
    expect(csvHead(['a', 'b'])).toBe('\uFEFFa,b\r\n');
  });
});
