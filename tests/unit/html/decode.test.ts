import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { declaredCharset } from '../../../main/formats/shared/html/charset.ts';
import { looksBinary } from '../../../main/reading/document/beginning.ts';
import { decodeText } from '../../../main/reading/document/decode.ts';

const german = 'Der Bürgermeister erklärte am Dienstag, größere Maßnahmen würden folgen: „bald“.';

describe('decodeText', () => {
  it.each([
    ['utf-8', german],
    ['utf-16le', german],
    ['windows-1252', german],
    ['windows-1252', 'He said “trust” — it’s what we have.'],
    ['windows-1251', 'Мэр города сказал, что люди должны доверять полиции. Это очень важно для всех.'],
    ['shift_jis', '市長は記者会見で「信頼が大切だ」と述べました。警察は市民と協力して町を守ります。'],
  ])('finds %s without being told', (encoding, text) => {
    expect(decodeText(iconv.encode(text, encoding)).text).toBe(text);
  });

  it('obeys a byte order mark before anything else', () => {
    expect(decodeText(iconv.encode(german, 'utf-16be', { addBOM: true }), 'utf-8')).toEqual({
      text: german,
      encoding: 'utf-16be',
    });
    expect(decodeText(Buffer.from(`\ufeff${german}`), 'windows-1252')).toEqual({ text: german, encoding: 'utf-8' });
  });

  it('believes bytes that are UTF-8 more than a stale declaration, and a declaration more than a guess', () => {
    expect(decodeText(Buffer.from(german), 'iso-8859-1').text).toBe(german);
    expect(decodeText(iconv.encode('Žluťoučký kůň', 'iso-8859-2'), 'ISO-8859-2').text).toBe('Žluťoučký kůň');
    expect(decodeText(iconv.encode('信頼', 'euc-jp'), 'euc-jp').text).toBe('信頼');
  });

  it('keeps a half-written file UTF-8', () => {
    const { text, encoding } = decodeText(Buffer.from(german).subarray(0, -4));
    expect(encoding).toBe('utf-8');
    expect(text).toContain('größere Maßnahmen');
  });
});

describe('looksBinary', () => {
  it('knows files from text', () => {
    expect(looksBinary(Buffer.from('%PDF-1.7'))).toBe(true);
    expect(looksBinary(Buffer.from([0x50, 0x4b, 3, 4, 20, 0]))).toBe(true);
    expect(looksBinary(Buffer.from([1, 2, 3, 0, 5, 6, 7, 8]))).toBe(true);
    expect(looksBinary(Buffer.from(german, 'utf16le'))).toBe(false);
    expect(looksBinary(iconv.encode(german, 'windows-1252'))).toBe(false);
    expect(looksBinary(Buffer.from(''))).toBe(false);
  });
});

describe('declaredCharset', () => {
  it('finds it in meta, in the XML declaration, and not in comments', () => {
    expect(declaredCharset(Buffer.from('<meta charset="euc-jp">'))).toBe('euc-jp');
    expect(declaredCharset(Buffer.from('<meta http-equiv=Content-Type content="text/html; charset=koi8-r">'))).toBe(
      'koi8-r',
    );
    expect(declaredCharset(Buffer.from('<?xml version="1.0" encoding="ISO-8859-2"?><html>'))).toBe('ISO-8859-2');
    expect(declaredCharset(Buffer.from('<!-- <meta charset="euc-jp"> --><p>'))).toBeNull();
  });
});
