import {
  type ArticleMetadata,
  type Block,
  canonicalText,
  type PreciseDate,
  spokenWords,
} from '../../../main/contract/index.ts';
import { markFurniture } from '../../../main/reading/document/furniture.ts';
import { type SuggestedStatement, suggestStatements } from '../../../main/reading/statements/suggest.ts';

/** An article's first paragraph, and three of the statement that it prints. */
export const lead =
  'Port Ellery Harbour Commissioner Ines Alder said on Wednesday that the north pier will stay closed through the winter.';
export const one =
  'The Port Ellery Harbour Commission has worked for three years with the fishing families of this town to keep the north pier open to everyone who depends on it.';
export const two =
  'We will not put a single boat at risk for the sake of a date in a calendar. Our engineers need the winter, and they shall have it.';
export const three =
  'The safety of the crews remains our first duty. If any family believes that a closed pier means a closed harbour, we ask them to come and speak to us.';

/** Articles for the tests, written a paragraph a line: `# ` a heading, `> ` a quotation, `>> ` its attribution. */
export function blocksOf(...lines: string[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const text = line.replace(/^(?:# |>> |> )/u, '');
    const content = { text, marks: [] };
    const last = blocks.at(-1);
    if (line.startsWith('# ')) blocks.push({ kind: 'heading', level: 2, role: 'body', purpose: null, content });
    else if (line.startsWith('>> ') && last?.kind === 'quotation')
      blocks[blocks.length - 1] = { ...last, attribution: content };
    else if (line.startsWith('> ') && last?.kind === 'quotation')
      blocks[blocks.length - 1] = { ...last, paragraphs: [...last.paragraphs, content] };
    else if (line.startsWith('> '))
      blocks.push({ kind: 'quotation', role: 'body', purpose: null, paragraphs: [content], attribution: null });
    else blocks.push({ kind: 'paragraph', role: 'body', purpose: null, content });
  }
  return markFurniture(blocks);
}

export function metadataOf(given: Partial<ArticleMetadata> = {}): ArticleMetadata {
  return {
    title: 'The pier of Port Ellery',
    subheading: null,
    byline: [],
    publication: null,
    section: null,
    published: null,
    modified: null,
    url: null,
    language: 'en',
    description: null,
    leadImage: null,
    sources: {},
    ...given,
  };
}

export interface Found extends SuggestedStatement {
  readonly text: string;
}

/** The statements that an article prints whole, as opposed to what it quotes and reports. */
export function printedWholeIn(lines: readonly string[], given: Partial<ArticleMetadata> = {}): Found[] {
  const document = { blocks: blocksOf(...lines) };
  const { text } = canonicalText(document);
  return suggestStatements(document, metadataOf(given))
    .statements.filter(({ kind }) => kind === 'block')
    .map((statement) => ({
      ...statement,
      text: spokenWords(text, statement.spans),
    }));
}

export function onDay(value: string): PreciseDate {
  return { value, precision: 'day' };
}

/** Each statement as one line: its kind, whoever speaks, and the words. */
export function told(paragraphs: readonly string[], language = 'en'): string[] {
  const document = { blocks: blocksOf(...paragraphs) };
  const { text } = canonicalText(document);
  return suggestStatements(document, metadataOf({ language })).statements.map(
    ({ kind, speakers, described, spans }) =>
      `${kind} · ${speakers.map(({ name }) => name).join(' & ') || described || '?'} · ${spokenWords(text, spans)}`,
  );
}
