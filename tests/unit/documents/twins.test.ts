import { describe, expect, it } from 'vitest';
import { type Block, blockText } from '../../../main/contract/index.ts';
import type { CapturedDocument, FormatReader } from '../../../main/formats/format.ts';
import { docxReader } from '../../../main/formats/read/documents/docx/index.ts';
import { odtReader } from '../../../main/formats/read/documents/odt/index.ts';
import { rtfReader } from '../../../main/formats/read/documents/rtf/index.ts';
import { textReader } from '../../../main/formats/read/documents/text/index.ts';
import { suggestStatements } from '../../../main/reading/statements/suggest.ts';
import { fixture, readBytes } from '../formats/reading.ts';
import { odt, rtf } from './building.ts';
import { bytesOf } from './fixtures.ts';

/** A press release as people send it: once as text, and once from each word processor. */
const text = await readBytes(textReader, fixture('text/press-release.txt'), 'press-release.txt');

/** The blocks of the text, as another program has them. */
const odtOf = (block: Block): string => {
  const line = (words: string) => words.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
  if (block.kind === 'list')
    return `<text:list>${block.items.map(({ content }) => `<text:list-item><text:p>${line(content.text)}</text:p></text:list-item>`).join('')}</text:list>`;
  if (block.kind === 'quotation')
    return block.paragraphs
      .map((words) => `<text:p text:style-name="Quotations">${line(words.text)}</text:p>`)
      .join('');
  return `<text:p>${block.kind === 'rule' ? '###' : line(blockText(block))}</text:p>`;
};
const rtfOf = (block: Block): string => {
  if (block.kind === 'list')
    return block.items
      .map(({ content }) => `{\\pntext\\'b7\\tab}{\\*\\pn\\pnlvlblt}${content.text}\\par `)
      .join('\\pard ');
  if (block.kind === 'quotation') return block.paragraphs.map((words) => `\\pard\\s4 ${words.text}\\par `).join('');
  return `\\pard ${block.kind === 'rule' ? '###' : blockText(block)}\\par `;
};
const twins: readonly [string, FormatReader, Uint8Array][] = [
  ['Word', docxReader, bytesOf('docx', 'press-release.docx')],
  ['OpenDocument', odtReader, odt(text.blocks.map(odtOf).join(''))],
  ['rich text', rtfReader, rtf(`{\\stylesheet{\\s4 Quote;}}${text.blocks.map(rtfOf).join('')}`)],
];

/** What the core makes of it; where words stand is another matter. */
const statementsOf = (document: CapturedDocument) =>
  suggestStatements(document, document.metadata).statements.map(({ spans, ...statement }) => ({
    ...statement,
    lengths: spans.map(({ start, end }) => end - start),
  }));
const body = ({ blocks }: CapturedDocument) => blocks.filter(({ role, kind }) => role === 'body' && kind !== 'rule');

describe.each(twins)('a press release in %s', (_, reader, bytes) => {
  it('gives the same statements, blocks and head as its twin in plain text', async () => {
    const document = await readBytes(reader, bytes, 'press-release');
    expect(statementsOf(text)).toHaveLength(2);
    expect(statementsOf(document)).toEqual(statementsOf(text));
    expect(body(document).map((block) => [block.kind, blockText(block)])).toEqual(
      body(text).map((block) => [block.kind, blockText(block)]),
    );
    const { title, published, byline, publication } = document.metadata;
    expect({ title, published, byline, publication }).toEqual({
      title: text.metadata.title,
      published: text.metadata.published,
      byline: text.metadata.byline,
      publication: text.metadata.publication,
    });
    const furniture = ({ blocks }: CapturedDocument) =>
      blocks.filter((block) => block.role === 'furniture' && blockText(block) !== '###').map(blockText);
    expect(furniture(document)).toEqual(furniture(text));
  });
});
