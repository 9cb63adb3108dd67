import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBeginning } from '../../../main/reading/document/beginning.ts';
import { decodeText } from '../../../main/reading/document/decode.ts';

const words = '{"version": "https://jsonfeed.org/version/1.1", "items": []}\n';

describe('the beginning of a text', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'is the text itself in %s with a mark',
    (encoding) => {
      const bytes = iconv.encode(words, encoding, { addBOM: true });
      expect(decodeBeginning(bytes)).toBe(words);
      expect(decodeText(bytes).text).toBe(words);
    },
  );

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('is the text itself in %s without a mark', (encoding) => {
    expect(decodeBeginning(iconv.encode(words, encoding))).toBe(words);
  });

  it.each(['windows-1252', 'windows-1251', 'shift_jis', 'gb18030', 'euc-kr'])(
    'has the ASCII of a text in %s',
    (encoding) => {
      const text = decodeBeginning(iconv.encode(`<html><title>Café Паром 波止場</title>\n${words}`, encoding));
      expect(text.startsWith('<html><title>Caf')).toBe(true);
      expect(text.endsWith(`</title>\n${words}`)).toBe(true);
    },
  );

  it('may break off inside a character', () => {
    expect(decodeBeginning(Buffer.from('Café').subarray(0, 4))).toBe('Caf\uFFFD');
    expect(decodeBeginning(iconv.encode('Café', 'utf-32le', { addBOM: true }).subarray(0, 17))).toBe('Caf');
  });

  it('leaves stray NULs out', () => {
    expect(decodeBeginning(Buffer.from('{"a\0": 1}'))).toBe('{"a": 1}');
  });
});
