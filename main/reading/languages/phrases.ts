/**
 * Phrases as the languages' files write them, and the patterns they become. A phrase is the words
 * themselves, in small letters, with these signs and no others:
 *
 * | written                 | stands for                                                                      |
 * |-------------------------|---------------------------------------------------------------------------------|
 * | `{on\|about}`           | one of these                                                                    |
 * | `comment[s]`            | with or without; alternatives too: `[the\|our]`                                 |
 * | `read [it] online`      | a word of its own that may be missing takes the space beside it along           |
 * | `subscri*`, `*letter`   | the word may go on here; else a phrase ends where a word ends                   |
 * | `<40>`, `<2-40>`        | up to forty characters, two to forty: anything, from word's end to word's start |
 * | `<any>`, `<some>`       | any number of characters, at least one                                          |
 * | `<60 without .?>`       | up to sixty characters, none of them a full stop or a question mark             |
 * | `<word>`, `<words 3>`   | one word; up to three words, each with the space after it                       |
 * | `<token>`               | anything up to the next space                                                   |
 * | `<number>`, `<year>`    | digits; four of them                                                            |
 * | `<Name>`                | a person's name, where capitals count                                           |
 * | `<capital>`             | before a capital letter, where capitals count                                   |
 * | `<end>`                 | the end of the line                                                             |
 * | `'`                     | either apostrophe                                                               |
 * | `\[`                    | the sign itself                                                                 |
 */

type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly branches: readonly (readonly Node[])[]; readonly optional: boolean }
  /** Characters of any kind between words. */
  | { readonly kind: 'gap'; readonly source: string }
  | { readonly kind: 'word'; readonly source: string }
  | { readonly kind: 'mark'; readonly source: string }
  | { readonly kind: 'open' };

/**
 * What words are made of in scripts that part them with spaces. Before and after a letter of another script
 * (作者, ผู้เขียน) a phrase may begin and end anywhere. Blocks rather than properties: V8 takes ten times as
 * long to compile a property, and every phrase has its own edges.
 */
const wordCharacter = '[\\w\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0300-\\u052f\\u1e00-\\u1fff]';
const isWordCharacter = new RegExp(`^${wordCharacter}$`, 'u');
const wordEnds = `(?!${wordCharacter})`;
const wordBegins = `(?<!${wordCharacter})`;
const betweenWords = `(?:${wordBegins}|${wordEnds})`;

/** A person's name where capitals count: "Ana Bell", "Tomas de la Cruz". */
export const personName = "\\p{Lu}[\\p{L}'’.-]+(?: (?:\\p{Lu}[\\p{L}'’.-]*|de|van|von|der|al|bin|la)){0,4}";

function placeholder(written: string): Node | null {
  const gap = /^(?:(\d+)|(\d+)-(\d+)|any|some)(?: without (\S+))?$/u.exec(written);
  if (gap !== null) {
    const [, most, from, to, without] = gap;
    const taken = without === undefined ? '.' : `[^${without.replace(/[\]\\^-]/gu, '\\$&')}]`;
    const range = written.startsWith('any') ? '*' : written.startsWith('some') ? '+' : `{${from ?? 0},${most ?? to}}`;
    return { kind: 'gap', source: taken + range };
  }
  const words = /^words (\d+)$/u.exec(written)?.[1];
  if (words !== undefined) return { kind: 'mark', source: `(?:\\p{L}+ ){0,${words}}` };
  switch (written) {
    case 'word':
      return { kind: 'word', source: '\\p{L}+' };
    case 'token':
      return { kind: 'word', source: '\\S+' };
    case 'number':
      return { kind: 'word', source: '\\d+' };
    case 'year':
      return { kind: 'word', source: '\\d{4}' };
    case 'Name':
      return { kind: 'word', source: personName };
    case 'capital':
      return { kind: 'mark', source: '(?=\\p{Lu})' };
    case 'end':
      return { kind: 'mark', source: '$' };
    default:
      return null;
  }
}

function parse(phrase: string): readonly Node[] {
  let at = 0;
  const refuse = (why: string): never => {
    throw new Error(`The phrase “${phrase}” can't be read at ${at}: ${why}.`);
  };
  const sequence = (): readonly Node[] => {
    const nodes: Node[] = [];
    let text = '';
    const push = (node: Node): void => {
      if (text !== '') nodes.push({ kind: 'text', text });
      text = '';
      nodes.push(node);
    };
    for (; at < phrase.length; at += 1) {
      const sign = phrase.charAt(at);
      if (sign === '|' || sign === '}' || sign === ']') break;
      if (sign === '\\') {
        at += 1;
        text += phrase.charAt(at);
      } else if (sign === '{' || sign === '[') push(choice(sign));
      else if (sign === '<') {
        const close = phrase.indexOf('>', at);
        const node = close < 0 ? null : placeholder(phrase.slice(at + 1, close));
        if (node === null) return refuse('nothing is called that');
        push(node);
        at = close;
      } else if (sign === '*') push({ kind: 'open' });
      else text += sign;
    }
    if (text !== '') nodes.push({ kind: 'text', text });
    return nodes;
  };
  const choice = (opening: string): Node => {
    const branches: (readonly Node[])[] = [];
    do {
      at += 1;
      branches.push(sequence());
    } while (phrase.charAt(at) === '|');
    if (phrase.charAt(at) !== (opening === '{' ? '}' : ']')) refuse(`“${opening}” is not closed`);
    return { kind: 'choice', branches: branches.map(withSpacesTaken), optional: opening === '[' };
  };
  const nodes = withSpacesTaken(sequence());
  if (at < phrase.length) refuse(`“${phrase.charAt(at)}” closes nothing`);
  if (nodes.every((node) => node.kind !== 'text' && (node.kind !== 'choice' || node.optional)))
    refuse('it has no word that must be there');
  return nodes;
}

/** An optional word takes the space after it along, the last ones of a phrase the space before them. */
function withSpacesTaken(nodes: readonly Node[]): readonly Node[] {
  const result = [...nodes];
  const textAt = (index: number): string => {
    const node = result[index];
    return node?.kind === 'text' ? node.text : '';
  };
  const mayBeMissing = (node: Node): boolean =>
    (node.kind === 'choice' && node.optional) || (node.kind === 'text' && node.text === ' ');
  for (const [index, node] of nodes.entries()) {
    if (node.kind !== 'choice' || !node.optional) continue;
    const before = nodes[index - 1];
    const isPartOfWord =
      before?.kind === 'choice' ||
      before?.kind === 'word' ||
      (before?.kind === 'text' && !before.text.endsWith(' ')) ||
      edgesOf(nodes.slice(index + 1), 'first').has('word');
    if (isPartOfWord) continue;
    const take = (from: number, text: string, branch: (own: readonly Node[]) => readonly Node[]): void => {
      result[from] = { kind: 'text', text };
      result[index] = { ...node, branches: node.branches.map(branch) };
    };
    const space: Node = { kind: 'text', text: ' ' };
    if (textAt(index + 1).startsWith(' ') && !nodes.slice(index + 1).every(mayBeMissing))
      take(index + 1, textAt(index + 1).slice(1), (own) => [...own, space]);
    else if (textAt(index - 1).endsWith(' ')) take(index - 1, textAt(index - 1).slice(0, -1), (own) => [space, ...own]);
  }
  return result.filter((node) => node.kind !== 'text' || node.text !== '');
}

type Edge = 'word' | 'other' | 'open';
type Side = 'first' | 'last';

/** What a sequence may begin or end with. */
function edgesOf(nodes: readonly Node[], side: Side): ReadonlySet<Edge> {
  const edges = new Set<Edge>();
  for (const node of side === 'first' ? nodes : nodes.toReversed()) {
    switch (node.kind) {
      case 'open':
        return edges.add('open');
      case 'text':
        return edges.add(isWordCharacter.test(node.text.at(side === 'first' ? 0 : -1) ?? '') ? 'word' : 'other');
      case 'word':
        return edges.add('word');
      case 'gap':
      case 'mark':
        return edges.add('other');
      case 'choice':
        for (const branch of node.branches) for (const edge of edgesOf(branch, side)) edges.add(edge);
        if (!node.optional) return edges;
    }
  }
  return edges;
}

/** The source of a sequence, at whose edges a word must begin or end where that is asked for. */
function sourceOf(nodes: readonly Node[], opens: boolean, closes: boolean): string {
  const before = opens ? boundary(nodes, 'first') : '';
  const after = closes ? boundary(nodes, 'last') : '';
  let own = '';
  for (const [index, node] of nodes.entries()) {
    switch (node.kind) {
      case 'open':
        break;
      case 'text':
        own += node.text.replace(/[.?+()[\]{}|^$\\/*]/gu, '\\$&').replace(/['’]/gu, "['’]");
        break;
      case 'word':
      case 'mark':
        own += node.source;
        break;
      case 'gap': {
        const leads = boundary(nodes.slice(0, index), 'last') ?? '';
        const follows = boundary(nodes.slice(index + 1), 'first') ?? '';
        own += leads + node.source + follows;
        break;
      }
      case 'choice': {
        // Where some branches may go on and others not, each has its own edge.
        const isFirst = index === 0 ? before === null : nodes[index - 1]?.kind === 'gap';
        const isLast = index === nodes.length - 1 ? after === null : nodes[index + 1]?.kind === 'gap';
        const begins = isFirst && boundary(nodes.slice(index), 'first') === null;
        const ends = isLast && boundary(nodes.slice(0, index + 1), 'last') === null;
        if (node.optional && (begins || ends))
          throw new Error('What may be missing and may go on must stand as two phrases.');
        const branches = node.branches.map((branch) => sourceOf(branch, begins, ends));
        own += `(?:${branches.join('|')})${node.optional ? '?' : ''}`;
      }
    }
  }
  return (before ?? '') + own + (after ?? '');
}

/** What must hold at an edge; null where each branch at the edge says it for itself. */
function boundary(nodes: readonly Node[], side: Side): string | null {
  const edges = edgesOf(nodes, side);
  if (edges.has('open')) return edges.size === 1 ? '' : null;
  if (!edges.has('word')) return '';
  return edges.has('other') ? betweenWords : side === 'first' ? wordBegins : wordEnds;
}

interface Edges {
  /** Only where a word begins. */
  readonly opens?: boolean;
  /** Only where a word ends. */
  readonly closes?: boolean;
}

/** The source of a pattern for any of some phrases, the longest tried first. Throws for a phrase that can't be read. */
export function phraseSource(phrases: readonly string[], { opens = false, closes = false }: Edges = {}): string {
  const longestFirst = [...new Set(phrases)].sort((one, other) => other.length - one.length);
  if (longestFirst.length === 0) return '(?!)';
  return `(?:${longestFirst.map((phrase) => sourceOf(parse(phrase), opens, closes)).join('|')})`;
}

/** Lines that begin with one of some phrases. Case doesn't count, unless it is said to. */
export function lineBeginning(phrases: readonly string[], flags: 'isu' | 'su' = 'isu'): RegExp {
  return new RegExp(`^${phraseSource(phrases, { closes: true })}`, flags);
}

/** Lines that are one of some phrases and nothing else, but for what the frame's sources match around them. */
export function wholeLine(
  phrases: readonly string[],
  frame: { readonly before?: string; readonly after?: string } = {},
): RegExp {
  return new RegExp(`^${frame.before ?? ''}${phraseSource(phrases)}${frame.after ?? ''}$`, 'iu');
}

/** Texts that hold one of some phrases. */
export function holding(phrases: readonly string[]): RegExp {
  return new RegExp(phraseSource(phrases, { opens: true, closes: true }), 'iu');
}
