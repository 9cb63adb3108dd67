import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Block,
  canonicalText,
  type InlineText,
  type PreciseDate,
  type Span,
  type StatementKind,
  statementKinds,
} from '../../../main/contract/index.ts';
import {
  type LabelledArticle,
  type LabelledSpeaker,
  type LabelledStatement,
  metadataOf,
  type SourceKind,
  sourceKinds,
} from './article.ts';

/**
 * Reads an article of `tests/fixtures/statements`: a head, the text with marks in it, and below a line `---` one line a
 * statement. `tests/README.md` tells how one is written. Whatever doesn't fit together is an error that names the file.
 */
export function parseLabelledArticle(name: string, source: string): LabelledArticle {
  const fail = (what: string): never => {
    throw new Error(`${name}: ${what}`);
  };
  const parts = source.replace(/\r\n?/gu, '\n').split(/^---\s*$/mu);
  const [written, labelled] = parts;
  if (parts.length !== 2 || written === undefined || labelled === undefined)
    return fail('wants one line "---" between the text and its labels');
  const headEnd = written.indexOf('\n\n');
  const head = parseHead(written.slice(0, headEnd), fail);
  const { blocks, marksOf } = parseBlocks(written.slice(headEnd), fail);
  const { text, segments } = canonicalText({ blocks });
  const marks = placeMarks(
    segments.flatMap(({ content, start }) =>
      (marksOf.get(content) ?? []).map((mark) => ({ ...mark, at: start + mark.at })),
    ),
    fail,
  );
  const labels = parseLabels(labelled, fail);
  return {
    name,
    language: head.language,
    about: head.about,
    isOrdinary: head.isOrdinary,
    metadata: metadataOf({ title: head.title, language: head.language, published: head.published }),
    document: { blocks },
    text,
    statements: placeLabels(labels, marks, text, fail),
    traps: marks.filter(({ numbers, isMention }) => !isMention && numbers.includes('0')).map(({ span }) => span),
    naming: 'whole',
  };
}

/** Every article of a folder that has one folder a language, in the order of their names. */
export function readLabelledArticles(folder: string): LabelledArticle[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((language) =>
      readdirSync(join(folder, language))
        .filter((name) => name.endsWith('.txt'))
        .sort()
        .map((name) => {
          const article = parseLabelledArticle(
            `${language}/${name.replace(/\.txt$/u, '')}`,
            readFileSync(join(folder, language, name), 'utf8'),
          );
          if (article.language !== language) throw new Error(`${article.name}: its head says ${article.language}`);
          return article;
        }),
    );
}

type Fail = (what: string) => never;

function parseHead(head: string, fail: Fail) {
  const fields = new Map<string, string>();
  for (const line of head.trim().split('\n')) {
    const [, key, value] = /^(language|published|title|about|ordinary): (.+)$/u.exec(line) ?? [];
    if (key === undefined || value === undefined) return fail(`the head has a line that it doesn't know: ${line}`);
    fields.set(key, value.trim());
  }
  const field = (key: string): string => fields.get(key) ?? fail(`its head lacks "${key}:"`);
  const day = field('published');
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day)) return fail(`"published:" wants a day, not ${day}`);
  const published: PreciseDate = { value: day, precision: 'day' };
  const ordinary = fields.get('ordinary') ?? 'no';
  if (ordinary !== 'yes' && ordinary !== 'no') return fail(`"ordinary:" is yes or no, not ${ordinary}`);
  return {
    language: field('language'),
    title: field('title'),
    about: field('about'),
    isOrdinary: ordinary === 'yes',
    published,
  };
}

/** An opening or a closing in the text of one run, counted in the text without marks. */
type Mark =
  | { readonly opens: true; readonly at: number; readonly isMention: boolean; readonly numbers: readonly string[] }
  | { readonly opens: false; readonly at: number };

/**
 * Blocks are parted by empty lines. `# ` begins a heading, `> ` each paragraph of a quotation block and `>> ` its
 * attribution, `- ` an item of a list, `![what it shows](caption)` is a picture, a player or another thing without text.
 */
function parseBlocks(
  source: string,
  fail: Fail,
): { blocks: Block[]; marksOf: ReadonlyMap<InlineText, readonly Mark[]> } {
  const marksOf = new Map<InlineText, readonly Mark[]>();
  const inline = (written: string): InlineText => {
    const { text, marks } = withoutMarks(written.trim());
    const content: InlineText = { text, marks: [] };
    marksOf.set(content, marks);
    return content;
  };
  const body = { role: 'body', purpose: null } as const;
  const blocks = source
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): Block => {
      const lines = part.split('\n');
      if (lines.length === 1 && part.startsWith('# '))
        return { ...body, kind: 'heading', level: 2, content: inline(part.slice(2)) };
      if (lines.every((line) => line.startsWith('>'))) {
        const paragraphs = lines.filter((line) => line.startsWith('> ')).map((line) => inline(line.slice(2)));
        const attributions = lines.filter((line) => line.startsWith('>> ')).map((line) => inline(line.slice(3)));
        if (attributions.length > 1 || paragraphs.length + attributions.length < lines.length)
          return fail(`a quotation block wants lines "> " and at most one ">> ": ${part}`);
        return { ...body, kind: 'quotation', paragraphs, attribution: attributions[0] ?? null };
      }
      if (lines.every((line) => line.startsWith('- ')))
        return {
          ...body,
          kind: 'list',
          ordered: false,
          items: lines.map((line) => ({ depth: 0, content: inline(line.slice(2)) })),
        };
      const [, alternative, caption] = /^!\[([^\]]*)\]\(([^)]*)\)$/u.exec(part) ?? [];
      if (alternative !== undefined && caption !== undefined)
        return {
          ...body,
          kind: 'figure',
          image: null,
          source: null,
          alternative,
          width: null,
          height: null,
          caption: caption === '' ? null : { text: caption, marks: [] },
        };
      return { ...body, kind: 'paragraph', content: inline(lines.join(' ')) };
    });
  return { blocks, marksOf };
}

function withoutMarks(written: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const match of written.matchAll(/⟦(@?)(\d+(?:,\d+)*) |⟧/gu)) {
    text += written.slice(from, match.index);
    from = match.index + match[0].length;
    const [, mention, numbers] = match;
    marks.push(
      numbers === undefined
        ? { opens: false, at: text.length }
        : { opens: true, at: text.length, isMention: mention === '@', numbers: numbers.split(',') },
    );
  }
  return { text: text + written.slice(from), marks };
}

interface PlacedMark {
  readonly numbers: readonly string[];
  readonly isMention: boolean;
  readonly span: Span;
}

/** Marks may stand in one another and reach over paragraphs; each closing belongs to the opening before it. */
function placeMarks(marks: readonly Mark[], fail: Fail): PlacedMark[] {
  const open: { numbers: readonly string[]; isMention: boolean; at: number }[] = [];
  const placed: PlacedMark[] = [];
  for (const mark of marks) {
    if (mark.opens) {
      open.push(mark);
      continue;
    }
    const opening = open.pop() ?? fail(`a ⟧ too many, at ${mark.at}`);
    if (opening.at >= mark.at) return fail(`an empty mark at ${mark.at}`);
    placed.push({ ...opening, span: { start: opening.at, end: mark.at } });
  }
  const [left] = open;
  if (left !== undefined) return fail(`⟦${left.numbers.join(',')} is never closed`);
  return placed.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

type Label = Omit<LabelledStatement, 'spans' | 'mentions'>;

/** `1 direct · Ines Alder · role: harbour master · said: 2024-05-15 · source: named`, `0 none · remark`, `no statement`. */
function parseLabels(labelled: string, fail: Fail): { statements: Label[]; hasTraps: boolean } {
  const lines = labelled
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return fail('has no labels; an article without a statement says "no statement"');
  const trapLines = lines.filter((line) => line.startsWith('0 '));
  const statements = lines
    .filter((line) => line !== 'no statement' && !line.startsWith('0 '))
    .map((line) => parseLabel(line, fail));
  if (lines.includes('no statement') && statements.length > 0) return fail('says "no statement" and labels some');
  if (trapLines.some((line) => !/^0 none(?: · .+)?$/u.test(line)))
    return fail('the label of what is none is "0 none · remark"');
  return { statements, hasTraps: trapLines.length > 0 };
}

function parseLabel(line: string, fail: Fail): Label {
  const [first = '', speakers = '', ...rest] = line.split(' · ');
  const [, label, kindWritten] = /^(\d+) (\w+)$/u.exec(first) ?? [];
  const kind: StatementKind | undefined = statementKinds.find((known) => known === kindWritten);
  if (label === undefined || kind === undefined || speakers === '') return fail(`not a label: ${line}`);
  let role: LabelledStatement['role'] = null;
  let said: string | null = null;
  let source: SourceKind | undefined;
  for (const part of rest) {
    const [, key, value = ''] = /^(role|said|source): (.+)$/u.exec(part) ?? fail(`not a part of a label: ${part}`);
    if (key === 'role') role = { is: value === 'none' ? null : value };
    else if (key === 'said') said = value === 'none' ? null : value;
    else source = sourceKinds.find((known) => known === value);
  }
  if (source === undefined) return fail(`a label wants "source:" ${sourceKinds.join(', ')}: ${line}`);
  if (said !== null && !/^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2})?)?)?$/u.test(said)) return fail(`not a day: ${said}`);
  return {
    label,
    kind,
    speakers: { is: speakers === 'unresolved' ? [] : speakers.split('; ').map(parseSpeaker) },
    role,
    said: { is: said },
    source,
  };
}

function parseSpeaker(written: string): LabelledSpeaker {
  const [, names = written, form] = /^(.*?)(?: \((organization|unnamed)\))?$/u.exec(written.trim()) ?? [];
  return {
    names: names.split(' | ').map((name) => name.trim()),
    form: form === 'organization' || form === 'unnamed' ? form : 'person',
  };
}

/** Each label has a span and each span a label; who is named at the cue is marked there. */
function placeLabels(
  { statements, hasTraps }: { statements: readonly Label[]; hasTraps: boolean },
  marks: readonly PlacedMark[],
  text: string,
  fail: Fail,
): LabelledStatement[] {
  const known = new Set([...statements.map(({ label }) => label), ...(hasTraps ? ['0'] : [])]);
  if (known.size !== statements.length + (hasTraps ? 1 : 0)) return fail('labels a number twice');
  const unlabelled = marks.flatMap(({ numbers }) => numbers).find((number) => !known.has(number));
  if (unlabelled !== undefined) return fail(`⟦${unlabelled} has no label`);
  if (hasTraps && !marks.some(({ numbers }) => numbers.includes('0')))
    return fail('labels "0 none" and marks nothing so');
  return statements.map((statement) => {
    const own = marks.filter(({ numbers }) => numbers.includes(statement.label));
    const spans = own.filter(({ isMention }) => !isMention).map(({ span }) => span);
    const mentions = own.filter(({ isMention }) => isMention).map(({ span }) => span);
    if (spans.length === 0) return fail(`the label ${statement.label} has no span`);
    if (spans.some(({ start }, index) => start < (spans[index - 1]?.end ?? 0)))
      return fail(`spans of ${statement.label} overlap`);
    for (const { start, end } of spans)
      if (text.slice(start, end) !== text.slice(start, end).trim())
        return fail(`white space at the edge of ⟦${statement.label}`);
    if ((statement.source === 'none') !== (mentions.length === 0))
      return fail(
        `${statement.label}: "source: none" means that no ⟦@${statement.label} is marked, any other that one is`,
      );
    return { ...statement, spans, mentions };
  });
}
