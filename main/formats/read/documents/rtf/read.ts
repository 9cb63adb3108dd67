import type { FormatSource, FoundInFile } from '../../../format.ts';
import { withoutInvisible } from '../../../shared/html/inline.ts';
import { BlockFlow } from '../office/block-flow.ts';
import { incomplete } from '../office/incomplete.ts';
import { propertiesFrom } from '../office/properties.ts';
import { toDocument } from '../office/to-document.ts';
import { BlockSink, type RtfParts } from './block-sink.ts';
import { interpretRtf } from './interpret.ts';
import { languageOfNumber } from './languages.ts';
import { PictureStore } from './pictures.ts';
import { WordsSink } from './words-sink.ts';

/** For `FormatReader.read`. */
export async function* read(source: FormatSource): AsyncIterable<FoundInFile> {
  const parts: RtfParts = { body: new BlockFlow(), notes: [], above: [], below: [] };
  const pictures = new PictureStore();
  const { information, language, missing } = interpretRtf(source.bytes, new BlockSink(parts.body, parts), pictures);
  const { title, author, comment, created, revised } = information;
  yield await toDocument(
    {
      ...parts,
      properties: propertiesFrom({ title, author, created, modified: revised, language: null, description: comment }),
      language: language === null ? null : languageOfNumber(language),
      resource: async (name) => pictures.bytes(name),
      partial: missing === null ? null : missing === 'end' ? incomplete.cut('its program') : incomplete.tooDeep,
      hasMacros: false,
    },
    source,
  );
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  const all: string[] = [];
  interpretRtf(bytes, new WordsSink(all), new PictureStore());
  return withoutInvisible(all.join('\n'));
}
