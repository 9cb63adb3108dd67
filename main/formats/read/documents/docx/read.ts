import type { FormatSource, FoundInFile } from '../../../format.ts';
import { attributeNamed, elementsOf, firstDescendant } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import { BlockFlow } from '../office/block-flow.ts';
import { readProperties } from '../office/properties.ts';
import { toDocument } from '../office/to-document.ts';
import { BodyReader, type DocxParts, type Notes } from './body.ts';
import { openPackage, type WordPackage } from './package.ts';
import { readOrdered, readStyles } from './styles.ts';
import { wordsOfPart } from './words.ts';

const noteTypes = ['footnotes', 'endnotes', 'comments'] as const;

/** For `FormatReader.read`. */
export async function* read(source: FormatSource): AsyncIterable<FoundInFile> {
  const word = await openPackage(source.bytes);
  const { parts, language } = await partsOf(word);
  const body = new BlockFlow();
  const reader = new BodyReader(parts, word.document, body);
  reader.read(word.body);
  reader.looseComments();
  yield await toDocument(
    {
      above: await edgesOf(word, parts, reader, 'header'),
      body,
      notes: reader.notes,
      below: await edgesOf(word, parts, reader, 'footer'),
      properties: readProperties(word.properties),
      language,
      resource: (name) => word.zip.readPicture(name),
      partial: whyPartial(word, reader),
      hasMacros: word.hasMacros,
    },
    source,
  );
}

/** For `FormatReader.words`. */
export async function words(bytes: Uint8Array): Promise<string> {
  const word = await openPackage(bytes);
  const { parts } = await partsOf(word);
  const roots = [word.document.root];
  for (const type of [...noteTypes, 'header', 'footer'])
    roots.push(...(await word.related(type)).map(({ root }) => root));
  return roots.map((root) => wordsOfPart(root, parts.styles)).join('\n');
}

async function partsOf(word: WordPackage): Promise<{ readonly parts: DocxParts; readonly language: string | null }> {
  const rootOf = async (type: string) => (await word.related(type))[0]?.root ?? null;
  const styles = await rootOf('styles');
  const [footnotes = null, endnotes = null, comments = null] = await Promise.all(
    noteTypes.map((type) => notesOf(word, type)),
  );
  const ordered = readOrdered(await rootOf('numbering'));
  return {
    parts: { styles: readStyles(styles), ordered, footnotes, endnotes, comments },
    language: languageOf(styles),
  };
}

async function notesOf(word: WordPackage, type: string): Promise<Notes | null> {
  const [part] = await word.related(type);
  if (part === undefined) return null;
  return { part, byId: new Map([...elementsOf(part.root)].map((note) => [attributeNamed(note, 'id') ?? '', note])) };
}

/** The language that words have unless they say another (ECMA-376, part 1, 17.3.2.20). */
function languageOf(styles: XmlElement | null): string | null {
  const defaults = styles === null ? null : firstDescendant(styles, 'docdefaults');
  return defaults === null ? null : attributeNamed(firstDescendant(defaults, 'lang'), 'val');
}

/** Heads or feet of the pages, of each section once. */
async function edgesOf(
  word: WordPackage,
  parts: DocxParts,
  body: BodyReader,
  kind: 'header' | 'footer',
): Promise<BlockFlow[]> {
  const flows = new Map<string, BlockFlow>();
  for (const { kind: of, relationship } of body.edges) {
    // Sections share their heads: each is read once.
    if (of !== kind || relationship === undefined || flows.has(relationship.target)) continue;
    const part = await word.at(relationship);
    if (part === null) continue;
    const flow = new BlockFlow('other');
    new BodyReader(parts, part, flow).read(part.root);
    flows.set(part.path, flow);
  }
  return [...flows.values()];
}

function whyPartial(word: WordPackage, { hasForeignText }: BodyReader): string | null {
  if (word.document.incomplete !== null) return word.document.incomplete;
  return hasForeignText
    ? 'A part of its text is kept in another format inside it and was not read. Open it in Word, save it again, and add that.'
    : null;
}
