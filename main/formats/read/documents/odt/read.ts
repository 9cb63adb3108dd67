import type { FormatSource, FoundInFile } from '../../../format.ts';
import { attribute, childNamed, childrenNamed, descendants, elementsOf, textOf } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import { BlockFlow } from '../office/block-flow.ts';
import { readProperties } from '../office/properties.ts';
import { toDocument } from '../office/to-document.ts';
import { BodyReader, type Shared } from './body.ts';
import { type OpenDocumentText, openText } from './package.ts';
import { readStyles, type Styles, styleGroups } from './styles.ts';
import { wordsOfPart } from './words.ts';

/** For `FormatReader.read`. */
export async function* read(source: FormatSource): AsyncIterable<FoundInFile> {
  const odt = await openText(source.bytes);
  const { ofText, ofPages } = stylesOf(odt);
  const shared: Shared = { deletions: deletionsOf(odt.text), pictures: new Map(), masterPages: new Set(), notes: [] };
  const body = new BlockFlow();
  const reader = new BodyReader(ofText, shared, body);
  reader.read(odt.text);
  reader.looseDeletions();
  const pages = masterPagesOf(odt, shared.masterPages);
  const edges = (kind: RegExp) =>
    pages
      .flatMap((page) => [...elementsOf(page)])
      .flatMap((edge) => {
        if (!kind.test(edge.name) || attribute(edge, 'style:display') === 'false') return [];
        const flow = new BlockFlow('other');
        new BodyReader(ofPages, shared, flow).read(edge);
        return [flow];
      });
  yield await toDocument(
    {
      above: edges(/^header(?:-left|-first)?$/u),
      body,
      notes: shared.notes,
      below: edges(/^footer(?:-left|-first)?$/u),
      properties: readProperties(odt.meta),
      language: ofText.language,
      resource: async (name) => {
        const binary = shared.pictures.get(name);
        return binary === undefined
          ? ((await odt.zip?.readPicture(name)) ?? null)
          : Buffer.from(textOf(binary), 'base64');
      },
      partial: odt.incomplete,
      hasMacros: odt.hasMacros,
    },
    source,
  );
}

/** For `FormatReader.words`. */
export async function words(bytes: Uint8Array): Promise<string> {
  const odt = await openText(bytes);
  const { ofText, ofPages } = stylesOf(odt);
  const pages = odt.styles === null ? null : childNamed(odt.styles, 'master-styles');
  return [wordsOfPart(odt.text, ofText), pages === null ? '' : wordsOfPart(pages, ofPages)].join('\n');
}

function stylesOf(odt: OpenDocumentText): { readonly ofText: Styles; readonly ofPages: Styles } {
  const pages = styleGroups(odt.styles);
  const text = styleGroups(odt.content);
  return {
    ofText: readStyles(pages.common, text.common, text.automatic),
    ofPages: readStyles(pages.common, pages.automatic),
  };
}

function deletionsOf(text: XmlElement): Map<string, XmlElement> {
  const changes = childNamed(text, 'tracked-changes');
  const deletions = new Map<string, XmlElement>();
  for (const region of changes === null ? [] : childrenNamed(changes, 'changed-region')) {
    const id = attribute(region, 'text:id') ?? attribute(region, 'xml:id');
    const deletion = childNamed(region, 'deletion');
    if (deletion !== null) deletions.set(id ?? `without a name ${deletions.size}`, deletion);
  }
  return deletions;
}

/** The pages that the text asks for, and the first, which is that of every text that asks for none. */
function masterPagesOf(odt: OpenDocumentText, asked: ReadonlySet<string>): XmlElement[] {
  const all = odt.styles === null ? [] : [...descendants(odt.styles)].filter(({ name }) => name === 'master-page');
  const used = all.filter((page) => asked.has(attribute(page, 'style:name') ?? ''));
  const standard = all.find((page) => attribute(page, 'style:name') === 'Standard') ?? all[0];
  return standard === undefined || used.includes(standard) ? used : [standard, ...used];
}
