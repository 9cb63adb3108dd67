import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { validateXML } from 'xmllint-wasm';

const schema = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'tei', 'verbatim.rng'), 'utf8');

/** What libxml2 finds wrong with a document by the schema of what Verbatim writes of TEI; empty where nothing is. */
export async function teiErrors(document: string): Promise<readonly string[]> {
  const { valid, errors, rawOutput } = await validateXML({
    xml: [{ fileName: 'article.xml', contents: document }],
    schema: [schema],
    extension: 'relaxng',
  });
  if (valid) return [];
  return errors.length === 0 ? [rawOutput] : errors.map(({ rawMessage }) => rawMessage);
}

/** A statement as a reader of TEI puts it together: along `next`, from the piece that has none before it. */
export interface ReadSaid {
  /** The words of its pieces, in their order. */
  readonly pieces: readonly string[];
  /** The names that `who` points to, with what the header says of them. */
  readonly who: readonly string[];
  readonly direct: string | null;
  readonly cert: string | null;
  readonly codes: readonly string[];
  /** What is told of it at the end, label by label. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
}

export interface ReadTei {
  readonly document: Document;
  readonly statements: readonly ReadSaid[];
  /** The words of the body, block by block. */
  readonly blocks: readonly string[];
}

/** Reads a document with a parser that isn't ours. */
export function readTei(text: string): ReadTei {
  const { document } = new JSDOM(text, { contentType: 'application/xml' }).window;
  const byId = (pointer: string): Element => {
    const found = [...document.querySelectorAll('*')].find(
      (element) => element.getAttribute('xml:id') === pointer.replace(/^#/, ''),
    );
    if (found === undefined) throw new Error(`${pointer} points nowhere`);
    return found;
  };
  const pointers = (element: Element, name: string): readonly string[] =>
    (element.getAttribute(name) ?? '').split(' ').filter((pointer) => pointer !== '');
  const named = (pointer: string): string => byId(pointer).querySelector('persName, orgName')?.textContent ?? '';
  const statements = [...document.querySelectorAll('back > div > list > item')].map((item): ReadSaid => {
    const [first] = pointers(item, 'corresp').map(byId);
    const pieces: Element[] = [];
    for (let piece = first; piece !== undefined; ) {
      pieces.push(piece);
      const next = piece.getAttribute('next');
      if (next !== null && byId(next).getAttribute('prev') !== `#${piece.getAttribute('xml:id')}`)
        throw new Error(`${next} doesn't point back`);
      piece = next === null ? undefined : byId(next);
    }
    const facts: Record<string, string[]> = {};
    const told = [...(item.querySelector('list')?.children ?? [])];
    for (const [index, label] of told.entries())
      if (label.localName === 'label') {
        const value = told[index + 1]?.textContent ?? '';
        facts[label.textContent ?? ''] = [...(facts[label.textContent ?? ''] ?? []), value];
      }
    return {
      pieces: pieces.map((piece) => piece.textContent ?? ''),
      who: first === undefined ? [] : pointers(first, 'who').map(named),
      direct: first?.getAttribute('direct') ?? null,
      cert: first?.getAttribute('cert') ?? null,
      codes:
        first === undefined
          ? []
          : pointers(first, 'ana').map((code) => byId(code).querySelector('catDesc')?.textContent ?? ''),
      facts,
    };
  });
  const blocks = [...document.querySelectorAll('body p, body head, body item, body cell')]
    .filter((block) => block.closest('figure') === null && block.parentElement?.localName !== 'table')
    .map((block) => block.textContent ?? '');
  return { document, statements, blocks };
}
