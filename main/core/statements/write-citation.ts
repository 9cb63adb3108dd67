import type { Citation } from '../../contract/index.ts';
import { escapeAttribute, escapeText } from '../../formats/shared/xml/markup.ts';
import { escapeMarkdown, protectStart } from '../../formats/write/markdown/inline.ts';
import { type CitedSource, citationLines } from '../../reading/statements/citation.ts';
import type { FilledPiece } from '../../reading/statements/citation-template.ts';

type Line = readonly FilledPiece[];

/**
 * Words with their citation by a template, in each form that goes to the clipboard. What an article says of itself is
 * somebody else's: nothing of it, nor of the template, is markup afterwards.
 */
export function writeCitation(template: string, words: string, source: CitedSource): Citation {
  const lines = citationLines(template, words, source);
  const told = lines.filter((line) => textOf(line).trim() !== '');
  return {
    plain: lines.map(textOf).join('\n').trim(),
    markdown: told.map(markdownLine).join('\n\n'),
    html: told.map(htmlLine).join('\n'),
  };
}

function textOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}

/** Whether a line is the cited words and nothing else: it is set as a quotation. */
function isQuotation(line: Line): boolean {
  const said = line.filter(({ text }) => text.trim() !== '');
  const [only] = said;
  return said.length === 1 && only?.kind === 'value' && (only.name === 'quotation' || only.name === 'words');
}

function markdownLine(line: Line): string {
  const markdown = protectLines(line.map(markdownPiece).join('').trim());
  if (!isQuotation(line)) return markdown;
  return markdown
    .split('\n')
    .map((one) => (one === '' ? '>' : `> ${one}`))
    .join('\n');
}

function protectLines(markdown: string): string {
  return markdown.split('\n').map(protectStart).join('\n');
}

function markdownPiece(piece: FilledPiece): string {
  const isAddress = piece.kind === 'value' && piece.name === 'address' && isWebAddress(piece.text);
  return isAddress ? `<${piece.text.replace(/[<>\s]/gu, encodeURIComponent)}>` : escapeMarkdown(piece.text);
}

function htmlLine(line: Line): string {
  const markup = line.map(htmlPiece).join('').trim();
  if (!isQuotation(line)) return `<p dir="auto">${markup.replace(/\n+/gu, '<br>')}</p>`;
  const paragraphs = markup.split(/\n{2,}/u).map((one) => `<p dir="auto">${one.replace(/\n/gu, '<br>')}</p>`);
  return `<blockquote>${paragraphs.join('')}</blockquote>`;
}

function htmlPiece(piece: FilledPiece): string {
  const text = escapeText(piece.text);
  if (piece.kind === 'text') return text;
  if (piece.name === 'address' && isWebAddress(piece.text))
    return `<a href="${escapeAttribute(piece.text)}">${text}</a>`;
  return piece.name === 'hash' || piece.name === 'whole hash' ? `<code>${text}</code>` : text;
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//iu.test(address);
}

/** An invented statement, for the preview of a template. */
export const specimen: { readonly words: string; readonly source: CitedSource } = {
  words: 'The wardens will go on walking the quays, and nobody will be asked for papers.',
  source: {
    attribution: {
      sentences: ['Ines Alder, harbour commissioner, Port Ellery Harbour Board, said 14 November 2024.'],
      reservations: [],
      speakers: [{ name: 'Ines Alder', role: 'harbour commissioner', organization: 'Port Ellery Harbour Board' }],
      said: ['2024-11-14'],
      seal: 'original',
    },
    byline: ['Tomas Reyl'],
    title: 'Wardens keep their rounds',
    publication: 'Port Ellery Courier',
    published: { value: '2024-11-15', precision: 'day' },
    url: 'https://courier.example/harbour/wardens',
    captured: '2024-11-20T08:00:00.000Z',
    sha256: '0c5e9a41f7d2'.padEnd(64, '8b'),
  },
};
