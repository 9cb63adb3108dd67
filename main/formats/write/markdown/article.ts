import { stringify } from 'yaml';
import {
  type AnnotationRecord,
  type ArticleRecord,
  assertNever,
  type Block,
  canonicalText,
  factsOfPackage,
  headingName,
  type InlineText,
  type Segment,
  type Span,
  type StatementRecord,
  sealInWords,
} from '../../../contract/index.ts';
import {
  type Codebook,
  confirmedBy,
  currentRevision,
  type LeavingArticle,
  leavingStatements,
  placeOf,
  sealedWords,
  speakingIn,
} from '../marks.ts';
import { escapeMarkdown, type Insertion, inlineToMarkdown } from './inline.ts';

/**
 * One article as Markdown: front matter in YAML; the body with its statements as block quotations,
 * each followed by whose words they are; annotations as footnotes. Statements inside a paragraph and
 * marks that lost their place follow at the end, so that nothing is left out. Furniture is not written.
 */
export function articleToMarkdown(leaving: LeavingArticle): string {
  const { article, codebook } = leaving;
  const revision = currentRevision(article);
  const { blocks, segments } = canonicalText(revision.document);
  const statements = leavingStatements(article).map((statement) => ({ statement, ...placeOf(article, statement) }));
  const whole = statements.filter(
    ({ span, spans }) => span !== null && spans.length === 1 && coversWhole(span, segments),
  );
  const apart = statements.filter((placed) => !whole.includes(placed));
  const footnotes = footnotesOf(article, codebook);

  const lines: string[] = [frontMatter(article), `# ${escapeMarkdown(headingName(article.title))}`];
  if (revision.metadata.subheading !== null)
    lines.push(`*${escapeMarkdown(headingName(revision.metadata.subheading))}*`);
  let quoting: (typeof whole)[number] | null = null;
  for (const [index, block] of revision.document.blocks.entries()) {
    if (block.role === 'furniture') continue;
    const place = blocks[index] ?? null;
    const own = segments.filter((segment) => segment.block === index);
    const text = blockToMarkdown(block, own, footnotes.insertions);
    if (text === '') continue;
    const before = lines.length - 1;
    if (quoting !== null) lines[before] += `\n>\n${quote(text)}`;
    else {
      quoting = whole.find(({ span }) => span !== null && place !== null && overlaps(span, place)) ?? null;
      lines.push(quoting === null ? text : quote(text));
    }
    if (quoting !== null && place !== null && place.end >= (quoting.span?.end ?? 0)) {
      lines[lines.length - 1] += `\n>\n${quote(attribution(leaving, quoting.statement))}`;
      quoting = null;
    }
  }
  if (apart.length > 0) {
    lines.push('## Statements');
    for (const { statement, words } of apart)
      lines.push(`${quote(escapeLines(words))}\n>\n${quote(attribution(leaving, statement))}`);
  }
  lines.push(...footnotes.notes);
  return `${lines.join('\n\n')}\n`;
}

function frontMatter(article: ArticleRecord): string {
  const revision = currentRevision(article);
  const capture = article.captures.find((candidate) => candidate.id === revision.capture);
  const values = {
    title: article.title,
    subheading: revision.metadata.subheading,
    byline: article.byline,
    publication: article.publication,
    section: revision.metadata.section,
    url: article.url,
    language: article.language,
    published: article.published,
    modified: revision.metadata.modified?.value ?? null,
    captured: capture?.captured ?? null,
    file_dated: capture?.fileDated ?? null,
    id: article.id,
    revision: revision.number,
    extractor: revision.extractor,
    text_sha256: revision.sha256,
    original_sha256: capture?.original ?? null,
    // Particulars that no original tells; which package did stays at home.
    told_by_package: factsOfPackage(revision.metadata, capture).map(({ field }) => field),
  };
  const known = Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
      .map(([name, value]) => [name, plainValue(value)]),
  );
  return `---\n${stringify(known, { lineWidth: 0 })}---`;
}

/** Titles and names on one line, turning nothing; numbers as they are. */
function plainValue(value: string | number | readonly string[] | null) {
  if (typeof value === 'string') return headingName(value);
  return Array.isArray(value) ? value.map(headingName) : value;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a span begins where a paragraph begins and ends where one ends, so that it can be set apart. */
function coversWhole(span: Span, segments: readonly Segment[]): boolean {
  const touched = segments.filter((segment) => overlaps(segment, span));
  return touched.every((segment) => segment.start >= span.start && segment.end <= span.end) && touched.length > 0
    ? touched.every((segment) => sameBlockInside(segment, span, segments))
    : false;
}

/** A list or table is one block: it is set apart only when all of it is covered. */
function sameBlockInside(segment: Segment, span: Span, segments: readonly Segment[]): boolean {
  return segments
    .filter((other) => other.block === segment.block)
    .every((other) => other.start >= span.start && other.end <= span.end);
}

/** Whose words they are, then how far they are vouched for; the hashes stand in the front matter. */
function attribution(leaving: LeavingArticle, statement: StatementRecord): string {
  const { article, confirmedByPackage, people } = leaving;
  const speakers = speakingIn(statement).map(({ speaker, role, organization }) => {
    const aliases = people.get(speaker.id)?.aliases ?? [];
    const name = aliases.length === 0 ? speaker.name : `${speaker.name} (also ${aliases.join(', ')})`;
    return [name, role, organization?.name ?? null].filter((part) => part !== null).join(', ');
  });
  const parts = [
    speakers.length > 0 ? speakers.join('; ') : (statement.described ?? 'speaker unknown'),
    statement.said === null ? null : `said ${statement.said}`,
    statement.state === 'suggested' ? 'suggested, not confirmed' : null,
    // Which package it was stays at home.
    confirmedBy(statement, confirmedByPackage) === 'package'
      ? 'confirmed in a package, not yet by a person here'
      : null,
  ].filter((part) => part !== null);
  return `— ${escapeMarkdown(headingName(parts.join(', ')))} (${sealOn(article, statement)})`;
}

/** The seal, and of a broken one what became of the words. */
function sealOn(article: ArticleRecord, statement: StatementRecord): string {
  const { seal, madeOn } = sealedWords(article, statement);
  const words = sealInWords[seal].toLowerCase();
  const { placement } = placeOf(article, statement);
  if (placement === 'lost') return `${words}: no longer in the text`;
  if (madeOn === null) return words;
  return `${words}: the statement was made on “${escapeMarkdown(madeOn.replace(/\s+/g, ' '))}”`;
}

function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function escapeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => inlineToMarkdown({ text: line, marks: [] }))
    .join('\n');
}

function blockToMarkdown(block: Block, segments: readonly Segment[], insertions: readonly Insertion[]): string {
  const run = (content: InlineText, path: readonly number[]): string => {
    const segment = segments.find((candidate) => candidate.path.join() === path.join());
    const own = segment === undefined ? [] : insertionsIn(segment, insertions);
    return inlineToMarkdown(content, own);
  };
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${run(block.content, [])}`;
    case 'paragraph':
      return run(block.content, []);
    case 'quotation': {
      const paragraphs = block.paragraphs.map((content, index) => run(content, [index]));
      const by = block.attribution === null ? [] : [run(block.attribution, [block.paragraphs.length])];
      return quote([...paragraphs, ...by].join('\n\n'));
    }
    case 'list': {
      // Each level counts for itself, anew below each item.
      const counts: number[] = [];
      return block.items
        .map(({ depth, content }, index) => {
          counts.length = Math.min(counts.length, depth + 1);
          counts[depth] = (counts[depth] ?? 0) + 1;
          const bullet = block.ordered ? `${counts[depth]}.` : '-';
          return `${'   '.repeat(depth)}${bullet} ${run(content, [index])}`;
        })
        .join('\n');
    }
    case 'table':
      return tableToMarkdown(block, run);
    case 'preformatted': {
      const fence = block.text.includes('```') ? '````' : '```';
      const after = segments.flatMap((segment) => insertionsIn(segment, insertions)).map(({ text }) => text);
      return `${fence}\n${block.text}\n${fence}${after.length === 0 ? '' : `\n\n${after.join('')}`}`;
    }
    case 'figure': {
      const caption = block.caption === null ? '' : `\n${inlineToMarkdown(block.caption)}`;
      const address = block.image === null ? block.source : `sha256:${block.image}`;
      return address === null ? caption.trim() : `![${escapeMarkdown(block.alternative)}](<${address}>)${caption}`;
    }
    case 'rule':
      return '---';
    default:
      return assertNever(block);
  }
}

function tableToMarkdown(
  block: Extract<Block, { kind: 'table' }>,
  run: (content: InlineText, path: readonly number[]) => string,
): string {
  const width = Math.max(...block.rows.map((row) => row.cells.length), 1);
  const rows = block.rows.map((row, rowIndex) => {
    const cells = row.cells.map((cell, cellIndex) =>
      run(cell, [rowIndex, cellIndex]).replaceAll('\n', ' ').replaceAll('|', '\\|'),
    );
    return `| ${[...cells, ...Array.from({ length: width - cells.length }, () => '')].join(' | ')} |`;
  });
  const rule = `| ${Array.from({ length: width }, () => '---').join(' | ')} |`;
  const caption = block.caption === null ? [] : [inlineToMarkdown(block.caption), ''];
  return [...caption, ...rows.slice(0, 1), rule, ...rows.slice(1)].join('\n');
}

function insertionsIn(segment: Segment, insertions: readonly Insertion[]): Insertion[] {
  return insertions
    .filter(({ at }) => at > segment.start && at <= segment.end)
    .map(({ at, text }) => ({ at: at - segment.start, text }));
}

interface Footnotes {
  /** References, at offsets of the canonical text. */
  readonly insertions: readonly Insertion[];
  /** Their texts, and the list of those that lost their place. */
  readonly notes: readonly string[];
}

function footnotesOf(article: ArticleRecord, codebook: Codebook): Footnotes {
  const placed = article.annotations.map((annotation) => ({ annotation, ...placeOf(article, annotation) }));
  const standing = placed
    .filter((mark) => mark.span !== null)
    .sort((a, b) => (a.span?.end ?? 0) - (b.span?.end ?? 0) || (a.span?.start ?? 0) - (b.span?.start ?? 0));
  const lost = placed.filter((mark) => mark.span === null);
  return {
    insertions: standing.map(({ span }, index) => ({ at: span?.end ?? 0, text: `[^${index + 1}]` })),
    notes: [
      ...standing.map(({ annotation }, index) => `[^${index + 1}]: ${noteText(annotation, codebook)}`),
      ...(lost.length === 0
        ? []
        : [
            '## Notes that lost their place',
            lost.map(({ annotation }) => `- ${noteText(annotation, codebook).replaceAll('\n    ', '\n  ')}`).join('\n'),
          ]),
    ],
  };
}

function noteText(annotation: AnnotationRecord, codebook: Codebook): string {
  const codes = annotation.codes.map((code) => escapeMarkdown(headingName(codebook.path(code).join(' > '))));
  const head = [
    `“${escapeMarkdown(annotation.quote.replace(/\s+/g, ' '))}”`,
    ...(annotation.color === null ? [] : [`highlighted ${annotation.color}`]),
    ...(codes.length === 0 ? [] : [`coded ${codes.join('; ')}`]),
  ].join(' · ');
  const note = annotation.note.trim();
  // A footnote's further paragraphs are indented by four.
  return note === '' ? head : `${head}\n\n${note}`.replaceAll('\n', '\n    ').replace(/\n {4}(?=\n)/g, '\n');
}
