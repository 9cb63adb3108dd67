import { posix } from 'node:path';
import { VerbatimError } from '../../../../contract/index.ts';
import { decodeXml } from '../../../shared/xml/decode.ts';
import { attribute, attributeNamed, childrenNamed, firstDescendant } from '../../../shared/xml/find.ts';
import { parseXml, type XmlElement } from '../../../shared/xml/tree.ts';
import { openZipInMemory, type ZipInMemory } from '../../../shared/zip/zip-in-memory.ts';
import { whyIncomplete } from '../office/incomplete.ts';

/** Where a relationship leads: another part of the package, or out of it (ECMA-376, part 2, 9.3). */
export interface Relationship {
  /** The last part of its type, the same in transitional and strict: "hyperlink", "image", "footnotes". */
  readonly type: string;
  readonly id: string;
  /** A path from the package's root, or an address outside it. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** A part with what it refers to. */
export interface Part {
  readonly path: string;
  readonly root: XmlElement;
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Why words of it may be missing, for the report. */
  readonly incomplete: string | null;
}

export interface WordPackage {
  readonly zip: ZipInMemory;
  readonly document: Part;
  readonly body: XmlElement;
  readonly hasMacros: boolean;
  /** Title, author, dates. */
  readonly properties: XmlElement | null;
  /** The parts that the document refers to by relationships of a type. */
  related(type: string): Promise<readonly Part[]>;
  /** The part behind one relationship; null for what is outside or isn't there. */
  at(relationship: Relationship | undefined): Promise<Part | null>;
}

/** Opens a Word document. Throws `unsupported` with the reason for one that can't be read. */
export async function openPackage(bytes: Uint8Array): Promise<WordPackage> {
  const zip = await openZipInMemory(bytes);
  const top = [...(await relationshipsOf(zip, '')).values()];
  const main = top.find(({ type }) => type === 'officeDocument')?.target;
  const document = (main === undefined ? null : await partAt(zip, main)) ?? (await partAt(zip, 'word/document.xml'));
  const body = document === null ? null : firstDescendant(document.root, 'body');
  if (document === null || body === null)
    throw new VerbatimError(
      'unsupported',
      'It is a Word document without a text that can be read. Open it in its program and save it again, or save its text as a web page or plain text, and add that.',
    );
  const at = async (relationship: Relationship | undefined): Promise<Part | null> =>
    relationship === undefined || relationship.isExternal ? null : partAt(zip, relationship.target);
  const core = top.find(({ type }) => type === 'core-properties')?.target;
  const properties = await partAt(zip, core ?? 'docProps/core.xml');
  return {
    zip,
    document,
    body,
    hasMacros: [...zip.names].some((name) => /(?:^|\/)vbaproject\.bin$/iu.test(name)),
    properties: properties?.root ?? null,
    async related(type) {
      const found: Part[] = [];
      for (const one of document.relationships.values()) {
        const part = one.type === type ? await at(one) : null;
        if (part !== null) found.push(part);
      }
      // Programs that don't say where their parts are have them where Word has them.
      const usual =
        found.length > 0 ? null : await partAt(zip, posix.join(posix.dirname(document.path), `${type}.xml`));
      return usual === null ? found : [usual];
    },
    at,
  };
}

async function partAt(zip: ZipInMemory, path: string): Promise<Part | null> {
  const bytes = await zip.read(path);
  const document = bytes === null ? null : parseXml(decodeXml(bytes));
  if (document?.root == null) return null;
  return {
    path,
    root: document.root,
    relationships: await relationshipsOf(zip, path),
    incomplete: whyIncomplete(document, 'Word'),
  };
}

/** What a part (or, for an empty path, the package) refers to. */
async function relationshipsOf(zip: ZipInMemory, path: string): Promise<ReadonlyMap<string, Relationship>> {
  const folder = posix.dirname(path);
  const bytes = await zip.read(posix.join(folder, '_rels', `${posix.basename(path)}.rels`));
  const root = bytes === null ? null : parseXml(decodeXml(bytes)).root;
  const all = root === null ? [] : childrenNamed(root, 'relationship');
  return new Map(
    all.map((one) => {
      const id = attribute(one, 'id') ?? '';
      const written = attribute(one, 'target') ?? '';
      const isExternal = attribute(one, 'targetmode')?.toLowerCase() === 'external' || /^[a-z]{3,}:/iu.test(written);
      const target = isExternal || written.startsWith('/') ? written : posix.join(folder, written);
      return [id, { id, type: posix.basename(attribute(one, 'type') ?? ''), target, isExternal }];
    }),
  );
}

/** The relationship that an element names by its `r:id` (or `r:embed`, `r:link`). */
export function relationshipOf(
  part: Part,
  element: XmlElement,
  name: 'id' | 'embed' | 'link',
): Relationship | undefined {
  const id = attribute(element, `r:${name}`) ?? attributeNamed(element, name);
  return id === null ? undefined : part.relationships.get(id);
}
