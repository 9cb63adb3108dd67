import {
  assertNever,
  type Block,
  type CanonicalText,
  type InlineMark,
  type InlineText,
  runsOf,
  type Segment,
} from '../../../contract/index.ts';
import { hashAddress } from '../../shared/hash-address.ts';
import { confirmedBy, currentRevision, type LeavingArticle } from '../marks.ts';
import { names, whoOf } from './names.ts';
import type { Region, StatementPart, StatementParts } from './parts.ts';
import { element, joinedXml, onLines, pointer, type Xml } from './xml.ts';

/** An article's words, block by block: what stands in the canonical text and nothing else, with statements marked in it. */
export function bodyOf(leaving: LeavingArticle, text: CanonicalText, parts: StatementParts): Xml {
  const { blocks } = currentRevision(leaving.article).document;
  const sections: { head: { level: number; xml: Xml } | null; content: Xml[] }[] = [{ head: null, content: [] }];
  for (const [index, block] of blocks.entries()) {
    if (block.role === 'furniture') continue;
    const run = runWriter(leaving, text, parts, index);
    if (block.kind === 'heading')
      sections.push({ head: { level: block.level, xml: run(block.content, []) }, content: [] });
    else sections.at(-1)?.content.push(blockXml(block, run));
  }
  const [opening, ...headed] = sections;
  const content = [
    ...(opening?.content ?? []),
    // A heading stands at the beginning of a division and nowhere else.
    ...headed.map(({ head, content }) =>
      element(
        'div',
        { type: 'section', n: head?.level },
        onLines([element('head', {}, head?.xml ?? null), ...content]),
      ),
    ),
  ];
  // Rules and pictures alone are no body.
  return element('body', {}, onLines(text.text === '' ? [...content, element('p', {})] : content));
}

type RunWriter = (content: InlineText, path: readonly number[]) => Xml;

function runWriter(leaving: LeavingArticle, text: CanonicalText, parts: StatementParts, block: number): RunWriter {
  const own = new Map(
    text.segments.filter((segment) => segment.block === block).map((segment) => [segment.path.join(), segment]),
  );
  return (content, path) => {
    const segment = own.get(path.join());
    if (segment === undefined) return inlineXml(content, 0, content.text.length);
    return joinedXml(parts.regionsOf(segment).map((region) => regionXml(leaving, parts, segment, region)));
  };
}

function regionXml(leaving: LeavingArticle, parts: StatementParts, segment: Segment, region: Region): Xml {
  const words = inlineXml(segment.content, region.start - segment.start, region.end - segment.start);
  return region.parts.reduceRight((inner, part) => said(leaving, parts, part, inner), words);
}

/** The speaker's words: whose, whether they are quoted, how sure it is, and of words in several pieces which comes next. */
function said(leaving: LeavingArticle, parts: StatementParts, { statement, number }: StatementPart, words: Xml): Xml {
  const count = parts.count(statement);
  const decided = confirmedBy(statement, leaving.confirmedByPackage);
  const codes = leaving.codesOn.get(statement.id) ?? [];
  return element(
    'said',
    {
      'xml:id': names.words(statement, number),
      who: whoOf(statement),
      direct: statement.kind === 'indirect' ? 'false' : 'true',
      cert: decided === null ? statement.confidence : 'high',
      resp: `#${decided === null ? 'program' : decided}`,
      ana: codes.map((code) => `#${names.code(code)}`).join(' '),
      corresp: `#${names.statement(statement)}`,
      prev: number === 1 ? null : `#${names.words(statement, number - 1)}`,
      next: number === count ? null : `#${names.words(statement, number + 1)}`,
    },
    words,
  );
}

function inlineXml(content: InlineText, start: number, end: number): Xml {
  const marks = content.marks
    .filter((mark) => mark.start < end && mark.end > start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const cuts = [...new Set([start, end, ...marks.flatMap((mark) => [mark.start, mark.end])])]
    .filter((at) => at >= start && at <= end)
    .sort((a, b) => a - b);
  return joinedXml(
    cuts.slice(1).map((to, index) => {
      const from = cuts[index] ?? start;
      return marks
        .filter((mark) => mark.start <= from && mark.end >= to)
        .reduceRight(marked, joinedXml([content.text.slice(from, to)]));
    }),
  );
}

function marked(words: Xml, mark: InlineMark): Xml {
  switch (mark.kind) {
    case 'emphasis':
      return element('hi', { rend: 'italic' }, words);
    case 'strong':
      return element('hi', { rend: 'bold' }, words);
    case 'code':
      return element('hi', { rend: 'monospace' }, words);
    case 'link':
      return element('ref', { target: pointer(mark.href) }, words);
    default:
      return assertNever(mark);
  }
}

function blockXml(block: Exclude<Block, { kind: 'heading' }>, run: RunWriter): Xml {
  switch (block.kind) {
    case 'paragraph':
      return element('p', {}, run(block.content, []));
    case 'quotation':
      return element(
        'quote',
        {},
        onLines(runsOf(block).map(({ content, path }) => element('p', {}, run(content, path)))),
      );
    case 'list':
      return element(
        'list',
        { rend: block.ordered ? 'numbered' : 'bulleted' },
        onLines(
          block.items.map(({ depth, content }, index) => element('item', { n: depth + 1 }, run(content, [index]))),
        ),
      );
    case 'table':
      return element(
        'table',
        {},
        onLines([
          block.caption === null ? null : element('head', {}, inlineXml(block.caption, 0, block.caption.text.length)),
          ...block.rows.map(({ header, cells }, row) =>
            element(
              'row',
              { role: header ? 'label' : 'data' },
              ...cells.map((cell, column) => element('cell', {}, run(cell, [row, column]))),
            ),
          ),
        ]),
      );
    case 'preformatted':
      return element('p', { rend: 'preformatted', 'xml:space': 'preserve' }, run({ text: block.text, marks: [] }, []));
    case 'figure': {
      const address = block.image === null ? block.source : hashAddress(block.image);
      return element(
        'figure',
        {},
        block.caption === null ? null : element('head', {}, inlineXml(block.caption, 0, block.caption.text.length)),
        block.alternative === '' ? null : element('figDesc', {}, block.alternative),
        address === null ? null : element('graphic', { url: pointer(address) }),
      );
    }
    case 'rule':
      return element('milestone', { unit: 'section', rend: 'rule' });
    default:
      return assertNever(block);
  }
}
