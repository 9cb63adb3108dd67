import { expect, it } from 'vitest';
import { placeQuote } from '../../../main/core/awaited/place-quote.ts';

const text =
  'The harbour office of Port Ellery reported three boats lost.\n\nAlder said: “We trust them.” The port stays open.\n\nAlder said: “We trust them.” Then she left the harbour.';
function place(exact: string, more: { prefix?: string; suffix?: string; start?: number } = {}): string | null {
  const { prefix = '', suffix = '', start = null } = more;
  const found = placeQuote({ quote: { exact, prefix, suffix }, start }, text);
  if (found === null) return null;
  const { span, changed } = found;
  return `${span.start}${changed ? ' changed' : ''}: ${text.slice(span.start, span.end)}`;
}

it('passes over white space, which every program has in its own way', () => {
  expect(place('boats  lost.\n Alder said')).toBe('49: boats lost.\n\nAlder said');
});
it('takes a part of a word only where a part of a word was marked', () => {
  expect(place('port')).toBe('95: port');
  expect(place('port', { prefix: 'Ellery re', suffix: 'ed three' })).toBe('36: port');
});
it('chooses between equal words by what stands around them, then by the place', () => {
  expect(place('“We trust them.”', { suffix: ' Then she left' })).toBe('125: “We trust them.”');
  expect(place('“We trust them.”', { start: 70 })).toBe('74: “We trust them.”');
  expect(place('“We trust them.”')).toBeNull();
  expect(place('Alder said: “We trust them.”')).toBe('62: Alder said: “We trust them.”');
});
it('finds words that differ a little and says so', () => {
  expect(place('The harbour offices of Port Ellery reported 3 boats lost.')).toMatch(/^0 changed: The harbour office/u);
  expect(place('Nobody in this text has said anything of the kind.')).toBeNull();
  expect(place('  ')).toBeNull();
});
