import { describe, expect, it } from 'vitest';
import { locateQuote } from '../../../main/cli/locate-quote.ts';

const text = 'We will rebuild the pier. The council agreed.\n\nWe will rebuild the pier. Nobody asked for costs (yet).';
const at = (quote: string, prefix = '', suffix = '') => {
  const { start, end } = locateQuote(text, { quote, prefix, suffix });
  return [start, text.slice(start, end)];
};

describe('a quotation is located', () => {
  it('where it stands once, its characters taken literally', () => {
    expect(at('costs (yet).')).toEqual([text.indexOf('costs'), 'costs (yet).']);
  });
  it('however its white space was typed', () => {
    expect(at('agreed. We  will')).toEqual([text.indexOf('agreed'), 'agreed.\n\nWe will']);
  });
  it('by the words before or after where it stands twice', () => {
    expect(at('the pier', '', '. The council')[0]).toBe(text.indexOf('the pier'));
    expect(at('the pier', 'agreed. We will rebuild ')[0]).toBe(text.lastIndexOf('the pier'));
  });
  it('never by guess', () => {
    expect(() => at('the pier')).toThrowError(/stand there 2 times.*--prefix/);
    expect(() => at('the harbour')).toThrowError(/does not contain/);
    expect(() => at('the pier', 'we sold ')).toThrowError(/2 times, but not with this prefix/);
    expect(() => at('  ')).toThrowError(/empty/);
    expect(() => locateQuote('banana', { quote: 'ana', prefix: '', suffix: '' })).toThrowError(/2 times/);
  });
});
